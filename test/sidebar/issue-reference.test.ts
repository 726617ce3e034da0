import { describe, expect, it } from 'vitest';
import type { IssueCode } from '../../src/domain/issues.ts';
import { ISSUE_TITLES } from '../../src/sidebar/issue-groups.ts';
import { paragraphOf } from '../../src/sidebar/issue-reference.ts';
import { LINKS } from '../../src/text/links.ts';
import { referenceChapters } from '../../src/text/reference/index.ts';

const PARAGRAPHS = referenceChapters(LINKS).flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id));
const CODES = Object.keys(ISSUE_TITLES).filter((code): code is IssueCode => code in ISSUE_TITLES);

describe('paragraphOf', () => {
  it.each(CODES)('leads %s to a paragraph that is there', (code) => {
    expect(PARAGRAPHS).toContain(paragraphOf(code));
  });

  it.each([
    ['columns-personal', 'honesty.personal'],
    ['columns-missing', 'trouble.file'],
    ['columns-zero', 'trouble.sense'],
    ['sheet-damaged', 'trouble.book'],
    ['sheet-closed', 'trouble.accounts'],
    ['count-text', 'trouble.row'],
    ['report-older', 'trouble.older'],
    ['sample-in-book', 'trouble.sample'],
    ['setting-invalid', 'sheets.settings'],
  ] as const)('%s → %s', (code, paragraph) => {
    expect(paragraphOf(code)).toBe(paragraph);
  });

  it('leaves to «Лист изменён или удалён» what is about the book itself', () => {
    expect(CODES.filter((code) => paragraphOf(code) === 'trouble.book')).toEqual([
      'sheet-damaged',
      'sheet-id-doubled',
      'journal-damaged',
      'checklists-missing',
      'checklist-school-missing',
      'checklist-column-missing',
      'coordinator-place-missing',
      'request-invalid',
    ]);
  });
});
