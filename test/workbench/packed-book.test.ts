import { describe, expect, it } from 'vitest';
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
// Two rows share a formula; the digits of a row stand elsewhere in it, too.
for (const row of [11, 12, 13, 14])
  CELLS[row - 1] = [{ value: null, formula: `=A${row}*11+$B$12&"${row}1"` }];

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

function packed(state: BookState): ReturnType<typeof packBook> {
  return JSON.parse(JSON.stringify(packBook(state)));
}

it('a packed book is the same book again, holes and all, and every time anew', () => {
  const state = sampleState();
  const { head, cells } = packed(state);
  const opened = new Book(unpackBook(head, () => cells).state);
  expect(opened.snapshot()).toEqual(state);
  expect(cells.formulas.length).toBeLessThan(
    CELLS.flat().filter((cell) => cell?.formula !== undefined).length,
  );
  expect(3 in (opened.sheet(3).cells ?? [])).toBe(false);
  // Cells of one look are one object: a change must not reach the next book that is opened.
  opened.writeCells(3, { row: 1, column: 1, rows: 9, columns: 9 }, () => ({ value: 'other' }));
  opened.changeLayout(3, (sheet) => {
    sheet.rowLines[1] = { size: 1 };
  });
  expect(unpackBook(head, () => cells).state).toEqual(state);
});

describe('the cells of a packed book', () => {
  function openedLate() {
    const { head, cells } = packed(sampleState());
    let read = 0;
    const late = unpackBook(head, () => {
      read += 1;
      return cells;
    });
    return { late, book: new Book(late.state), read: () => read };
  }

  it('are read once, when one of them is asked for, and not for what else is known of the book', () => {
    const { book, read } = openedLate();
    book.changeSheets((state) => void state.sheets.shift());
    expect([book.name, book.sheet(3).name, book.sheet(3).rules.length]).toEqual([book.name, 'Школы', 1]);
    expect(read()).toBe(0);
    expect(book.cell(3, 1, 1)).toEqual(CELLS[0]?.[0]);
    expect(book.sheet(3).columnLines).toEqual([{ size: 200 }]);
    expect(read()).toBe(1);
  });

  it('are as they were packed for whoever waited for them, also when they are read to be changed', () => {
    const { late, book } = openedLate();
    const seen: unknown[] = [];
    const look = (): void => void seen.push(structuredClone([book.cell(3, 1, 1), book.sheet(3).columnLines]));
    late.whenRead(look);
    book.changeLayout(3, (sheet) => {
      sheet.columnLines = [];
    });
    expect(seen).toEqual([[CELLS[0]?.[0], [{ size: 200 }]]]);
    expect(book.sheet(3).columnLines).toEqual([]);
    late.whenRead(look);
    expect(seen[1]).toEqual([CELLS[0]?.[0], []]);
  });
});
