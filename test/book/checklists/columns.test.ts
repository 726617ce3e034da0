import { expect, it } from 'vitest';
import { CHECKLISTS_LAYOUT } from '../../../src/book/checklists/columns.ts';

/** Pixels of a letter in the bold Arial of the headings, at most, and of both margins of a cell. */
const LETTER = 9.7;
const MARGINS = 6;

it('no word of a heading is broken', () => {
  const visible = CHECKLISTS_LAYOUT.columns.filter(
    (_, index) => index === 0 || CHECKLISTS_LAYOUT.hidden?.includes(index + 1) === false,
  );
  expect(visible.length).toBeGreaterThan(40);
  const narrow = visible.filter(({ heading, width }) => {
    const longest = Math.max(...heading.split(' ').map((word) => word.replace(/[,:]$/, '').length));
    return longest * LETTER + MARGINS > width;
  });
  expect(narrow).toEqual([]);
});
