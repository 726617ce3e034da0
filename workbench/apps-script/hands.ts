import { closeArea, parseAddress } from './address.ts';
import type { SheetState } from './book-state.ts';
import type { Area, SheetArea } from './cell.ts';
import { cellDisplay, writeEntered } from './content.ts';
import type { Context } from './context.ts';
import type { Hands } from './environment.ts';
import { sortValues } from './services/sorting.ts';
import { Book } from './store.ts';
import { addSheet, changeLines, deleteSheet, duplicateSheet, renameSheet, sortArea } from './structure.ts';

type Surroundings = Pick<Context, 'book' | 'now' | 'results'>;

/** What a person does by hand. @throws Error when the sheet or the range is not there. */
export function createHands(surroundings: Surroundings): Hands {
  const { book } = surroundings;
  const sheetNamed = (name: string): SheetState => {
    const sheet = book.sheetByName(name);
    if (sheet === undefined) throw new Error(`no sheet «${name}»`);
    return sheet;
  };
  const areaOf = (sheet: SheetState, a1: string): SheetArea => {
    const open = parseAddress(a1);
    if (open === null) throw new Error(`no range ${a1}`);
    return { ...closeArea(open, sheet.maxRows, sheet.maxColumns), sheetId: sheet.id };
  };
  const enter = (sheetId: number, area: Area, text: (row: number, column: number) => string): void => {
    const now = surroundings.now();
    book.writeCells(sheetId, area, (cell, row, column) => writeEntered(cell, text(row, column), book, now));
  };
  const lines =
    (name: string, dimension: 'ROWS' | 'COLUMNS', kind: 'insert' | 'delete') => (at: number, count: number) =>
      changeLines(book, sheetNamed(name).id, { dimension, at, count, kind }, at === 1 ? 'after' : 'before');

  return {
    type(name, a1, text) {
      const area = areaOf(sheetNamed(name), a1);
      enter(area.sheetId, area, () => text);
    },
    paste(name, a1, block) {
      const { sheetId, row, column } = areaOf(sheetNamed(name), a1);
      const columns = Math.max(...block.map((texts) => texts.length));
      enter(sheetId, { row, column, rows: block.length, columns }, (r, c) => block[r]?.[c] ?? '');
    },
    sort(name, a1, column, ascending = true) {
      const area = areaOf(sheetNamed(name), a1);
      sortArea(book, area.sheetId, area, [{ column, ascending }], sortValues(surroundings, area));
    },
    createFilter(name, a1) {
      const { sheetId, row, column, rows, columns } = areaOf(sheetNamed(name), a1);
      book.changeLayout(sheetId, (sheet) => {
        sheet.filter = { area: { row, column, rows, columns }, criteria: {} };
      });
    },
    filter(name, column, hiddenValues) {
      const sheet = sheetNamed(name);
      if (sheet.filter === null) throw new Error(`no filter on «${name}»`);
      const { area, criteria } = sheet.filter;
      const body = { row: area.row + 1, column, rows: area.rows - 1, columns: 1 };
      const results = surroundings.results(sheet.id, body);
      const texts = Array.from({ length: body.rows }, (_row, index) => {
        const cell = book.cell(sheet.id, body.row + index, column);
        return cellDisplay(cell, results?.[index]?.[0] ?? null, book.locale);
      });
      book.changeLayout(sheet.id, (state) => {
        state.filter = { area, criteria: { ...criteria, [column]: { hiddenValues } } };
        texts.forEach((text, index) => {
          if (hiddenValues.includes(text)) setFiltered(state, body.row + index, true);
        });
      });
    },
    removeFilter(name) {
      book.changeLayout(sheetNamed(name).id, (sheet) => {
        const last = sheet.rowLines.length;
        sheet.filter = null;
        for (let row = 1; row <= last; row++) setFiltered(sheet, row, false);
      });
    },
    insertRows: (name, before, count = 1) => lines(name, 'ROWS', 'insert')(before, count),
    deleteRows: (name, first, count = 1) => lines(name, 'ROWS', 'delete')(first, count),
    insertColumns: (name, before, count = 1) => lines(name, 'COLUMNS', 'insert')(before, count),
    deleteColumns: (name, first, count = 1) => lines(name, 'COLUMNS', 'delete')(first, count),
    hideRows(name, first, count = 1) {
      book.changeLayout(sheetNamed(name).id, (sheet) => {
        for (let row = first; row < first + count; row++) {
          pad(sheet, row);
          sheet.rowLines[row - 1] = { ...sheet.rowLines[row - 1], hidden: true };
        }
      });
    },
    addSheet: (name) => addSheet(book, book.nextId(), name, book.sheets.length),
    renameSheet: (name, to) => renameSheet(book, sheetNamed(name).id, to),
    duplicateSheet: (name, to) => duplicateSheet(book, sheetNamed(name).id, book.nextId(), to),
    deleteSheet: (name) => deleteSheet(book, sheetNamed(name).id),
    setNote(name, a1, note) {
      const area = areaOf(sheetNamed(name), a1);
      book.writeCells(area.sheetId, area, (cell) => ({ ...cell, note }));
    },
    protect(name, a1) {
      const sheet = sheetNamed(name);
      const { row, column, rows, columns } = areaOf(sheet, a1 ?? 'A1');
      const area = a1 === null ? null : { row, column, rows, columns };
      const kept = { id: book.nextId(), description: '', warningOnly: false, unprotected: [] };
      book.changeLayout(sheet.id, (state) => {
        state.protections = [...state.protections, { ...kept, area, closed: true }];
      });
    },
    unprotect(name) {
      book.changeLayout(sheetNamed(name).id, (state) => {
        state.protections = [];
      });
    },
    copyBook(name) {
      const state = book.snapshot();
      return new Book({ ...state, id: `${state.id}-copy`, name });
    },
  };
}

function pad(sheet: SheetState, row: number): void {
  while (sheet.rowLines.length < row) sheet.rowLines.push(undefined);
}

function setFiltered(sheet: SheetState, row: number, hidden: boolean): void {
  pad(sheet, row);
  const { hiddenByFilter: _before, ...line } = sheet.rowLines[row - 1] ?? {};
  sheet.rowLines[row - 1] = hidden ? { ...line, hiddenByFilter: true } : line;
}
