import { describe, expect, it } from 'vitest';
import { tickMark } from '../../../src/domain/checklists/tick-mark.ts';

describe('tickMark', () => {
  it.each([
    { cell: true, checkedOn: null, mark: 'done' },
    { cell: true, checkedOn: '', mark: 'done' },
    { cell: true, checkedOn: 45000, mark: 'done' },
    { cell: true, checkedOn: '2026-11-18', mark: '2026-11-18' },
    { cell: false, checkedOn: '2026-11-18', mark: 'open' },
    { cell: null, checkedOn: null, mark: 'open' },
    { cell: 'н/п', checkedOn: null, mark: 'open' },
    { cell: 'потом', checkedOn: null, mark: null },
  ])('$cell, checked $checkedOn → $mark', ({ cell, checkedOn, mark }) => {
    expect(tickMark(cell, checkedOn)).toBe(mark);
  });
});
