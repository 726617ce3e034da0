import { LINK_KEYS, type Link, type LinkKey } from '../links.ts';
import type { Chapter } from './paragraph.ts';

/** Emergency services that answer in the messenger. */
const EMERGENCY = [
  '112 — +79313261-112',
  '122 — +79313261-122',
  '117 — +79313276-117',
  '004 — +79313279-004',
];

/** Every link of the book that has an address. */
export function linksChapter(links: Readonly<Record<LinkKey, Link>>): Chapter {
  return {
    id: 'links',
    title: 'Ссылки',
    paragraphs: [
      {
        id: 'links.all',
        title: 'Все ссылки',
        lines: [
          'Адреса меняются в листе «Настройки» (строки «Ссылка: …»). Ссылки с пометкой «уточните» проверьте, прежде чем рассылать.',
        ],
        links: LINK_KEYS.filter((key) => links[key].address !== ''),
      },
      { id: 'links.emergency', title: 'Экстренные службы в МАХ', lines: EMERGENCY },
    ],
  };
}
