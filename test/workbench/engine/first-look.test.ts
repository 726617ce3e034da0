import { describe, expect, it } from 'vitest';
import { newSheetState } from '../../../workbench/apps-script/book-state.ts';
import type { Book } from '../../../workbench/apps-script/store.ts';
import type { Engine } from '../../../workbench/engine/calculator.ts';
import { quietly } from '../../../workbench/engine/o-spreadsheet.ts';
import {
  lookAt,
  type Prepared,
  type PreparedResult,
  type RestOfBook,
} from '../../../workbench/engine/prepared.ts';
import { packBook, unpackBook } from '../../../workbench/packed-book.ts';
import { bookWithEngine, result, write } from './book.ts';

const DATA = 7;
const ROWS = 1700;
/** More rows than a first look has. */
const WHOLE = { row: 1, column: 1, rows: 70, columns: 6 };
const FIRST_ROWS = 40;

/** The first sheet shows what the second holds: numbers, a date, a text like a number, an error, a spill. */
function schools() {
  const { book, engine, sheetId } = bookWithEngine();
  book.changeSheets((state) => {
    state.sheets.push({ ...newSheetState(DATA, 'Статистика'), maxRows: ROWS });
  });
  write(
    book,
    DATA,
    1,
    1,
    Array.from({ length: ROWS }, (_, row) => [row + 1, `=IF(A${row + 1}>2,"'"&ROW(),"")`]),
  );
  write(book, DATA, 1, 3, [['=COUNT(A1:A1700)', "=SUM('Лист1'!A1:A2)"]]);
  write(book, sheetId, 1, 1, [
    ['=Статистика!A1700', '=Статистика!B3', '=1/0', '=TODAY()', { value: true, background: '#ff0000' }],
    ['=Статистика!C1', { value: null, formula: '=Статистика!A1/4', numberFormat: '0%' }],
    ['=ARRAYFORMULA(Статистика!A1:A3*2)'],
    [{ value: null, numberFormat: '0.00' }],
  ]);
  const below = [`=Статистика!A39*2`, 'Лицей № 1', { value: 7, background: '#ff0000' }];
  write(
    book,
    sheetId,
    38,
    1,
    Array.from({ length: 30 }, () => below),
  );
  const choice = { type: 'VALUE_IN_LIST', values: ['да', 'нет'], allowInvalid: false, helpText: null };
  write(book, sheetId, 9, 2, [[{ value: 'да', validation: choice }]]);
  // The layout is told to it by commands, and to the model of a first look as data.
  engine.model();
  book.changeLayout(sheetId, (sheet) => {
    sheet.frozenRows = 1;
    sheet.columnLines[1] = { size: 250 };
    for (const column of [7, 8]) sheet.columnLines[column] = { groupDepth: 1, collapsed: true };
    sheet.columnLines[10] = { groupDepth: 1 };
    sheet.columnLines[12] = { hidden: true, size: 40 };
    sheet.rowLines[5] = { size: 44 };
    sheet.filter = { area: { row: 8, column: 1, rows: 3, columns: 2 }, criteria: {} };
  });
  return { book, engine, sheetId };
}

function prepared(engine: Engine, sheetId: number): Prepared {
  const results = engine
    .results(sheetId, WHOLE)
    .flatMap((line, row) =>
      line.flatMap((cell, column): PreparedResult[] => (cell === null ? [] : [[row + 1, column + 1, cell]])),
    );
  return { sheetId, results };
}

/** All that the model knows but the numbers it gives to its revisions. */
function known(engine: Engine): object {
  const model = engine.model();
  const { revisionId: _revision, ...data } = quietly(() => model.exportData());
  return data;
}

/** Values and formats on the grid. */
function shown(engine: Engine, sheetId: number, look = engine.model()): unknown[][] {
  return Array.from({ length: WHOLE.rows }, (_, row) =>
    Array.from({ length: WHOLE.columns }, (_unused, col) => {
      const cell = look.getters.getEvaluatedCell({ sheetId: `sheet-${sheetId}`, col, row });
      return cell.formattedValue;
    }),
  );
}

/** The same book as another reader gets it, shown by an engine that has told its model nothing yet. */
function openedAgain(book: Book, ready: Prepared) {
  const look: ReturnType<typeof lookAt> = JSON.parse(JSON.stringify(lookAt(book, ready)));
  const { head, cells } = packBook(book.snapshot());
  let isRead = false;
  const late = unpackBook(head, () => {
    isRead = true;
    return cells;
  });
  const rest: RestOfBook = {
    read: late.read,
    whenRead: (listener) => late.whenRead(() => listener(ready.results)),
  };
  const again = bookWithEngine({ state: late.state });
  return { ...again, model: again.engine.firstLook(look, rest), isRead: () => isRead };
}

describe('a first look at a book', () => {
  it('shows the sheet as calculated beforehand, at every step until the model knows the whole book', () => {
    const { book, engine, sheetId } = schools();
    const ready = prepared(engine, sheetId);
    const expected = shown(engine, sheetId);
    const again = openedAgain(book, ready);
    const look = again.model;
    const first = shown(again.engine, sheetId, look);
    expect(first.slice(0, FIRST_ROWS)).toEqual(expected.slice(0, FIRST_ROWS));
    expect(first.slice(FIRST_ROWS).flat().join('')).toBe('');
    expect(again.engine.isCutBelow).toBe(true);
    expect(look.getters.getNumberRows(`sheet-${DATA}`)).toBe(1);
    expect(look.getters.getEvaluatedCells(`sheet-${DATA}`)).toEqual([]);
    expect(look.getters.getPaneDivisions(`sheet-${sheetId}`).ySplit).toBe(1);
    expect(again.isRead()).toBe(false);
    let pieces = 1;
    while (again.engine.tellMore()) {
      pieces += 1;
      if (again.engine.isCutBelow) {
        const rows = FIRST_ROWS + 25 * (pieces - 2);
        expect(shown(again.engine, sheetId, look).slice(0, rows)).toEqual(expected.slice(0, rows));
        continue;
      }
      expect(look.getters.getNumberRows(`sheet-${DATA}`)).toBe(ROWS);
      expect(shown(again.engine, sheetId, look)).toEqual(expected);
    }
    expect(pieces).toBeGreaterThan(5);
    expect(again.engine.model()).toBe(look);
    expect(known(again.engine)).toEqual(known(engine));
    expect(shown(again.engine, sheetId)).toEqual(expected);
    expect(again.engine.tellMore()).toBe(false);
  });

  it.each([0, 2, 4, 6])('whoever reads a result or writes after %i pieces has the whole book', (pieces) => {
    const { book, engine, sheetId } = schools();
    const again = openedAgain(book, prepared(engine, sheetId));
    for (let piece = 0; piece < pieces; piece += 1) again.engine.tellMore();
    expect(again.engine.isStale).toBe(false);
    for (const target of [book, again.book]) {
      target.changeLayout(sheetId, (sheet) => {
        sheet.frozenColumns = 2;
      });
      write(target, DATA, 1, 1, [[100]]);
      target.changeSheets((state) => state.sheets.push(newSheetState(8, 'Журнал')));
    }
    expect(again.engine.isStale).toBe(true);
    expect(again.engine.tellMore()).toBe(false);
    expect(result(again.engine, sheetId, 2, 2)).toBe(25);
    expect(known(again.engine)).toEqual(known(engine));
  });
});
