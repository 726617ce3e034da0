import { LINK_KEYS, LINKS } from '../links.ts';
import type { SettingWords } from './settings.ts';

export function linkSettingWords(): SettingWords {
  return Object.fromEntries(
    LINK_KEYS.map((key) => [
      `link.${key}`,
      {
        what: `Ссылка: ${LINKS[key].title}`,
        explanation: LINKS[key].uncertain ? 'Уточните адрес. Пусто — как было' : 'Пусто — как было',
      },
    ]),
  );
}
