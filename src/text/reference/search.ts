import { normaliseText } from '../../domain/normalise.ts';
import type { Chapter, Paragraph } from './paragraph.ts';

/** Chapters with the paragraphs that hold every word of the query; all of them for a blank one. */
export function searchReference(chapters: readonly Chapter[], query: string): Chapter[] {
  const words = normaliseText(query)
    .split(' ')
    .filter((word) => word !== '');
  return chapters
    .map((chapter) => ({
      ...chapter,
      paragraphs: chapter.paragraphs.filter((paragraph) => holds(chapter, paragraph, words)),
    }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

function holds(chapter: Chapter, { title, lines }: Paragraph, words: readonly string[]): boolean {
  const text = normaliseText([chapter.title, title, ...lines].join(' '));
  return words.every((word) => text.includes(word));
}
