import { beforeEach, describe, expect, it } from 'vitest';
import { type AppsScript, Book, createAppsScript } from '../../workbench/apps-script/index.ts';

const SHEET = 'Лист1';
let appsScript: AppsScript;

beforeEach(() => {
  appsScript = createAppsScript();
  appsScript.hands.paste(SHEET, 'A1', [
    ['id', 'школа'],
    ["'003", 'В'],
    ["'001", 'А'],
    ["'002", 'Б'],
  ]);
});

function column(index: number, rows = 4): readonly unknown[] {
  return Array.from({ length: rows }, (_row, row) => appsScript.book.cell(0, row + 1, index).value);
}

describe('what people do by hand', () => {
  it('types by the locale of the spreadsheet', () => {
    appsScript.hands.type(SHEET, 'C1', '1,5');
    appsScript.hands.type(SHEET, 'C2', '25.11.2025');
    expect([column(3, 2), appsScript.book.cell(0, 2, 3).numberFormat]).toEqual([[1.5, 45986], 'dd.MM.yyyy']);
  });

  it('sorts with formats and notes, formulas follow their row', () => {
    appsScript.hands.setNote(SHEET, 'A2', 'третья');
    appsScript.hands.type(SHEET, 'C2', '=B2');
    appsScript.hands.sort(SHEET, 'A2:C4', 1);
    expect([column(1), appsScript.book.cell(0, 4, 1).note]).toEqual([['id', '001', '002', '003'], 'третья']);
    expect(appsScript.book.cell(0, 4, 3).formula).toBe('=B4');
  });

  it('filters by what is displayed, hides rows and shows them again', () => {
    appsScript.hands.createFilter(SHEET, 'A1:B4');
    appsScript.hands.filter(SHEET, 2, ['А', 'Б']);
    const hidden = (): readonly boolean[] =>
      [1, 2, 3, 4].map((row) => appsScript.book.sheet(0).rowLines[row - 1]?.hiddenByFilter === true);
    expect(hidden()).toEqual([false, false, true, true]);
    appsScript.hands.removeFilter(SHEET);
    expect(hidden()).toEqual([false, false, false, false]);
  });

  it('inserts rows that look like the row above', () => {
    appsScript.load(
      "function f() { SpreadsheetApp.getActiveSheet().getRange('A2').setBackground('red').setNote('n'); }",
    );
    appsScript.run('f');
    appsScript.hands.insertRows(SHEET, 3);
    expect(appsScript.book.cell(0, 3, 1)).toEqual({ value: null, background: '#ff0000' });
    expect(column(1, 5)).toEqual(['id', '003', null, '001', '002']);
  });

  it('deletes and inserts columns', () => {
    appsScript.hands.deleteColumns(SHEET, 1);
    expect([column(1), appsScript.book.sheet(0).maxColumns]).toEqual([['школа', 'В', 'А', 'Б'], 25]);
    appsScript.hands.insertColumns(SHEET, 1);
    expect([column(2), appsScript.book.sheet(0).maxColumns]).toEqual([['школа', 'В', 'А', 'Б'], 26]);
  });

  it('renames sheets: formulas follow, metadata stays', () => {
    appsScript.load("function f() { SpreadsheetApp.getActiveSheet().addDeveloperMetadata('k', 'v'); }");
    appsScript.run('f');
    appsScript.hands.addSheet('Другой');
    appsScript.hands.type('Другой', 'A1', `=${SHEET}!A2`);
    appsScript.hands.renameSheet(SHEET, 'Мои школы');
    const other = appsScript.book.sheetByName('Другой');
    expect(other?.cells[0]?.[0]?.formula).toBe("='Мои школы'!A2");
    expect(appsScript.book.metadata[0]?.location).toEqual({ type: 'SHEET', sheetId: 0 });
    expect(() => appsScript.hands.renameSheet('Другой', 'Мои школы')).toThrow('already exists');
  });

  it('duplicates a sheet together with its mark, under a new id', () => {
    appsScript.load("function f() { SpreadsheetApp.getActiveSheet().addDeveloperMetadata('k', 'v'); }");
    appsScript.run('f');
    appsScript.hands.duplicateSheet(SHEET, 'Копия');
    const copy = appsScript.book.sheetByName('Копия');
    expect(copy?.cells[1]?.[0]?.value).toBe('003');
    expect(appsScript.book.metadata.map(({ key, location }) => [key, location])).toEqual([
      ['k', { type: 'SHEET', sheetId: 0 }],
      ['k', { type: 'SHEET', sheetId: copy?.id }],
    ]);
  });

  it('deletes a sheet: references to it break', () => {
    appsScript.hands.addSheet('Другой');
    appsScript.hands.type('Другой', 'A1', `=${SHEET}!A2+1`);
    appsScript.hands.deleteSheet(SHEET);
    expect(appsScript.book.sheets[0]?.cells[0]?.[0]?.formula).toBe('=#REF!+1');
    expect(() => appsScript.hands.deleteSheet('Другой')).toThrow("You can't remove all the sheets");
  });

  it('copies the whole book', () => {
    const copy = appsScript.hands.copyBook('Копия книги');
    appsScript.hands.type(SHEET, 'A1', 'изменено');
    expect([copy.name, copy.id === appsScript.book.id, copy.cell(0, 1, 1).value]).toEqual([
      'Копия книги',
      false,
      'id',
    ]);
  });

  it('saves the book and opens it again', () => {
    appsScript.hands.type(SHEET, 'D9', '=A1');
    const opened = Book.fromJSON(appsScript.book.save());
    expect(JSON.parse(opened.save())).toEqual(JSON.parse(appsScript.book.save()));
    expect(opened.cell(0, 9, 4).formula).toBe('=A1');
    expect(() => Book.fromJSON('{}')).toThrow('not a saved book');
  });
});

describe('a book without a calculator', () => {
  it('says so when a formula is read', () => {
    appsScript.hands.type(SHEET, 'D1', '=1+1');
    appsScript.load("function f() { return SpreadsheetApp.getActiveSheet().getRange('D1').getValue(); }");
    expect(() => appsScript.run('f')).toThrow('no calculator is attached');
  });

  it('is read where no formula reaches', () => {
    appsScript.hands.type(SHEET, 'D1', '=1+1');
    appsScript.load("function f() { return SpreadsheetApp.getActiveSheet().getRange('A2').getValue(); }");
    expect(appsScript.run('f')).toBe('003');
  });
});
