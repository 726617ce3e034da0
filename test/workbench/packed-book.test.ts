import { expect, it } from 'vitest';
import { type BookState, newSheetState } from '../../workbench/apps-script/book-state.ts';
import type { Cell } from '../../workbench/apps-script/cell.ts';
import { Book } from '../../workbench/apps-script/store.ts';
import { packBook, unpackBook } from '../../workbench/packed-book.ts';

const FILLED: Cell = { value: null, background: '#ffffff' };
const CELLS: (Cell | undefined)[][] = [
  [{ value: 'Школа', fontWeight: 'bold', note: 'имя' }, { value: '' }, FILLED, FILLED],
  [undefined, undefined, { value: 0.5, numberFormat: '0,00%' }, { value: false }],
];
// Rows that nobody wrote are holes.
CELLS[4] = [{ value: null, formula: '=C2*2', numberFormat: '0,00%' }, { value: -1 }];
CELLS[5] = [{ value: null, formula: '=SUM(1,2)', formulaBroken: true }];
CELLS[7] = [];

function sampleState(): BookState {
  const sheet = {
    ...newSheetState(3, 'Школы'),
    cells: CELLS,
    rowLines: [undefined, { size: 40 }, { size: 40 }, undefined, { hidden: true as const, groupDepth: 1 }],
    columnLines: [{ size: 200 }],
    rules: [
      {
        areas: [{ row: 1, column: 1, rows: 2, columns: 2 }],
        condition: null,
        style: { background: '#ff0000' },
      },
    ],
    protections: [
      { id: 5, area: null, description: '', warningOnly: true, unprotected: [], closed: true as const },
    ],
  };
  return {
    ...Book.create({ locale: 'ru_RU', timeZone: 'Europe/Moscow' }).snapshot(),
    sheets: [newSheetState(0, 'Лист1'), sheet],
    metadata: [{ id: 9, key: 'k', value: null, visibility: 'PROJECT', location: { type: 'SPREADSHEET' } }],
    activeSheetId: 3,
    nextId: 10,
  };
}

it('a packed book is the same book again, holes and all, and every time anew', () => {
  const state = sampleState();
  const packed: ReturnType<typeof packBook> = JSON.parse(JSON.stringify(packBook(state)));
  const opened = new Book(unpackBook(packed));
  expect(opened.snapshot()).toEqual(state);
  expect(3 in (opened.sheet(3).cells ?? [])).toBe(false);
  // Cells of one look are one object: a change must not reach the next book that is opened.
  opened.writeCells(3, { row: 1, column: 1, rows: 9, columns: 9 }, () => ({ value: 'other' }));
  opened.changeLayout(3, (sheet) => {
    sheet.rowLines[1] = { size: 1 };
  });
  expect(unpackBook(packed)).toEqual(state);
});
