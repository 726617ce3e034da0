import type { SettingWords } from './settings.ts';

export function textSettingWords(): SettingWords {
  const explanation =
    'Пусто — обычный текст надстройки. Поля в фигурных скобках и примеры: «Тексты школам» → «Свои тексты»';
  return {
    'text.reminder': { what: 'Текст школе: напоминание', explanation },
    'text.help': { what: 'Текст школе: помощь', explanation },
    'text.strict': { what: 'Текст школе: строгое', explanation },
    'text.offer': { what: 'Текст школе: ниже цели только семьи', explanation },
    'text.thanks': { what: 'Текст школе: благодарность', explanation },
    'text.district': { what: 'Текст в чат района', explanation },
  };
}
