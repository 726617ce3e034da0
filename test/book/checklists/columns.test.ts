import { expect, it } from 'vitest';
import { CHECKLISTS_LAYOUT } from '../../../src/book/checklists/columns.ts';
import { COK_LAYOUT } from '../../../src/book/cok/layout.ts';

/** Pixels of a letter in the bold Arial of the headings, at most, and of both margins of a cell. */
const LETTER = 9.7;
const MARGINS = 6;

it.each([
  { layout: CHECKLISTS_LAYOUT, columns: 40 },
  { layout: COK_LAYOUT, columns: 13 },
])('no word of a heading of «$layout.name» is broken', ({ layout, columns }) => {
  const visible = layout.columns.filter(
    (_, index) => index === 0 || layout.hidden?.includes(index + 1) !== true,
  );
  expect(visible.length).toBeGreaterThan(columns);
  const narrow = visible.filter(({ heading, width }) => {
    const longest = Math.max(...heading.split(' ').map((word) => word.replace(/[,:]$/, '').length));
    return longest * LETTER + MARGINS > width;
  });
  expect(narrow).toEqual([]);
});
