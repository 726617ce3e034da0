import { LINKS, type Link, type LinkKey } from '../links.ts';
import { CHECKLIST_CHAPTERS } from './checklists.ts';
import { COK_CHAPTER } from './cok.ts';
import { COLUMNS_CHAPTER } from './columns.ts';
import { HONESTY_CHAPTER, TROUBLE_CHAPTER } from './honesty.ts';
import { ACTIVITY_CHAPTER, INDICATORS_CHAPTER, YARDSTICKS_CHAPTER } from './indicators.ts';
import { LAW_CHAPTER } from './law.ts';
import { linksChapter } from './links.ts';
import type { Chapter } from './paragraph.ts';
import { SHEETS_CHAPTER } from './sheets.ts';

/** «Справка» in reading order, with the links in force. */
export function referenceChapters(links: Readonly<Record<LinkKey, Link>>): readonly Chapter[] {
  return [
    INDICATORS_CHAPTER,
    ACTIVITY_CHAPTER,
    SHEETS_CHAPTER,
    COLUMNS_CHAPTER,
    ...CHECKLIST_CHAPTERS,
    COK_CHAPTER,
    YARDSTICKS_CHAPTER,
    LAW_CHAPTER,
    linksChapter(links),
    HONESTY_CHAPTER,
    TROUBLE_CHAPTER,
  ];
}

/** Title of a paragraph by its id; undefined where there is none. */
export function paragraphTitle(id: string): string | undefined {
  for (const { paragraphs } of referenceChapters(LINKS)) {
    const found = paragraphs.find((paragraph) => paragraph.id === id);
    if (found !== undefined) return found.title;
  }
  return undefined;
}

/** Rows of the sheet «Справка»: chapter, paragraph, text, links. */
export function referenceRows(
  chapters: readonly Chapter[],
  links: Readonly<Record<LinkKey, Link>>,
): [string, string, string, string][] {
  return chapters.flatMap((chapter) =>
    chapter.paragraphs.map(({ title, lines, links: keys = [] }): [string, string, string, string] => [
      chapter.title,
      title,
      lines.join('\n'),
      keys.map((key) => linkLine(links[key])).join('\n'),
    ]),
  );
}

/** «Название (уточните): адрес». */
export function linkLine({ title, address, uncertain }: Link): string {
  return `${title}${uncertain ? ' (уточните)' : ''}: ${address}`;
}
