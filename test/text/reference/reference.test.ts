import { describe, expect, it } from 'vitest';
import { STEPS } from '../../../src/domain/checklists/steps.ts';
import { COLUMNS } from '../../../src/domain/columns.ts';
import { LINK_KEYS, LINKS, linksWith } from '../../../src/text/links.ts';
import { COK_SUBJECTS } from '../../../src/text/reference/cok.ts';
import { linkLine, referenceChapters, referenceRows } from '../../../src/text/reference/index.ts';
import { searchReference } from '../../../src/text/reference/search.ts';

const CHAPTERS = referenceChapters(LINKS);
const PARAGRAPHS = CHAPTERS.flatMap(({ paragraphs }) => paragraphs);

describe('«Справка»', () => {
  it('has an id for each paragraph, never twice', () => {
    const ids = [...CHAPTERS, ...PARAGRAPHS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('explains every column, every step and every link', () => {
    const ids = PARAGRAPHS.map(({ id }) => id);
    for (const { key } of COLUMNS) expect(ids).toContain(`columns.${key}`);
    for (const { id } of STEPS) expect(ids).toContain(`step.${id}`);
    const linked = new Set(PARAGRAPHS.flatMap(({ links = [] }) => links));
    for (const key of LINK_KEYS) expect(linked.has(key)).toBe(LINKS[key].address !== '');
  });

  it('names the 24 subjects', () => {
    expect(new Set(COK_SUBJECTS).size).toBe(24);
  });

  it('says the dates and fines of the law, and that MAX is not its demand', () => {
    const law = CHAPTERS.find(({ id }) => id === 'law');
    const text = (law?.paragraphs ?? []).flatMap(({ title, lines }) => [title, ...lines]).join('\n');
    for (const part of [
      '149-ФЗ от 27.07.2006',
      '1241 от 13.07.2022',
      '41-ФЗ от 01.04.2025',
      '156-ФЗ от 24.06.2025',
      '1880-р от 12.07.2025',
      '1678 от 11.10.2023',
      '2241-р от 19.08.2025',
      'ВЖ-2122/15 от 28.10.2025',
      '30 000–50 000 ₽',
      '100 000–700 000 ₽',
      'поручение района, а не требование закона',
    ]) {
      expect(text.replaceAll('\u00a0', ' ')).toContain(part);
    }
  });

  it.each([
    { query: '', finds: PARAGRAPHS.length, note: 'nothing asked: everything' },
    { query: '  ', finds: PARAGRAPHS.length, note: 'spaces only' },
    { query: 'приглашения 60 дней', finds: 1, note: 'all words, in any place', atLeast: true },
    { query: 'УЧИТЕЛЬСКАЯ', finds: 1, note: 'case does not matter', atLeast: true },
    { query: 'ё'.repeat(3), finds: 0, note: 'no such word' },
    { query: '<img onerror>', finds: 0, note: 'a mark-up is only letters' },
  ])('search: $note', ({ query, finds, atLeast = false }) => {
    const found = searchReference(CHAPTERS, query).flatMap(({ paragraphs }) => paragraphs).length;
    if (atLeast) expect(found).toBeGreaterThanOrEqual(finds);
    else expect(found).toBe(finds);
  });

  it('shows the address that a book has set, without the mark of doubt', () => {
    const links = linksWith({ journalReference: 'https://example.org/a' });
    expect(linkLine(links.journalReference)).toBe(`${LINKS.journalReference.title}: https://example.org/a`);
    expect(linkLine(LINKS.journalReference)).toContain('(уточните)');
    const rows = referenceRows(referenceChapters(links), links);
    expect(rows).toHaveLength(PARAGRAPHS.length);
    expect(rows.some(([, , , text]) => text.includes('https://example.org/a'))).toBe(true);
    expect(rows.every((row) => row.every((cell) => cell.length < 50_000))).toBe(true);
  });
});
