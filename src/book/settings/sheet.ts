import { WHOLE } from '../../domain/share.ts';
import type { SettingWords } from '../../text/sheets/settings.ts';
import { type CellInput, dateCell, textCell } from '../cells.ts';
import { FORMATS, type SheetLayout } from '../layout.ts';
import { addMissingColumns } from '../missing-columns.ts';
import { type CellOutput, type DateReader, type Sheet, textOf } from '../platform.ts';
import { verifyHeadings } from '../rows.ts';
import { fillSheet, writeBlock } from '../sheet-maker.ts';
import { AREAS, parseSettings, type Settings } from './areas.ts';
import type { SettingRow } from './row.ts';
import type { SettingEntry } from './values.ts';

/** «Настройки»: code · what · value · explanation. Rows are found by code; people may sort them. */
export const SETTINGS_LAYOUT: SheetLayout = {
  key: 'settings',
  name: 'Настройки',
  firstRow: 2,
  frozenColumns: 0,
  reference: 'sheets.settings',
  columns: [
    { heading: 'Код', note: 'По коду надстройка узнаёт строку: не меняйте его', kind: 'id', width: 170 },
    { heading: 'Что', note: 'Что задаёт эта строка', kind: 'id', width: 320 },
    { heading: 'Значение', note: 'Меняйте здесь: книга пересчитается сразу', kind: 'hand', width: 240 },
    { heading: 'Пояснение', note: 'Что означает значение и как его писать', kind: 'id', width: 460 },
    {
      heading: 'Действует с',
      note: 'Чтобы сменить цель, добавьте строку с тем же кодом, значением и датой: прежние отчёты судятся по прежней',
      kind: 'hand',
      width: 110,
      format: FORMATS.date,
      later: true,
    },
  ],
};

const CODE = 0;
const VALUE = 2;
const FROM = 4;
/** 2099-12-31 as a serial day number: a date is a number. */
const LAST_DAY = 73_050;

export function fillSettings(sheet: Sheet): void {
  fillSheet(sheet, SETTINGS_LAYOUT);
  checkDays(sheet);
  writeRows(sheet, SETTINGS_LAYOUT.firstRow, allRows());
}

/** A day that is text would be one to the reader and none to the formulas. */
function checkDays(sheet: Sheet): void {
  const first = SETTINGS_LAYOUT.firstRow;
  sheet
    .getRange(first, FROM + 1, sheet.getMaxRows() - first + 1, 1)
    .setDataValidation(
      SpreadsheetApp.newDataValidation().requireNumberBetween(1, LAST_DAY).setAllowInvalid(false).build(),
    );
}

/** Adds the columns that a book of an earlier version lacks. May be repeated. */
export function addMissingSettingColumns(sheet: Sheet): void {
  if (addMissingColumns(sheet, SETTINGS_LAYOUT).length > 0) checkDays(sheet);
}

/** Adds the rows that a book of an earlier version lacks, below the last one. May be repeated. */
export function addMissingSettings(sheet: Sheet): void {
  const known = new Set(readEntries(sheet).map(([code]) => code));
  const missing = allRows().filter(({ code }) => !known.has(code));
  if (missing.length > 0) writeRows(sheet, roomBelow(sheet, missing.length), missing);
}

/** Reads all settings in one call; a wrong value is named and replaced. */
export function readSettings(sheet: Sheet, dateOf: DateReader): Settings {
  return parseSettings(readEntries(sheet), dateOf);
}

/**
 * Writes what the product remembers, by code: into the row that has the code, else into a new row.
 * Texts are written as text. One read, and a write for each value.
 *
 * @param what the words of new rows, for codes that no area declares
 */
export function writeSettings(
  sheet: Sheet,
  entries: ReadonlyMap<string, string | number>,
  what: (code: string) => string = () => '',
): void {
  const rowOf = new Map<string, number>();
  readEntries(sheet).forEach(([code], index) => {
    if (!rowOf.has(code)) rowOf.set(code, SETTINGS_LAYOUT.firstRow + index);
  });
  const added: CellInput[][] = [];
  for (const [code, value] of entries) {
    const cell = typeof value === 'string' ? textCell(value) : value;
    const row = rowOf.get(code);
    if (row === undefined) added.push([textCell(code), textCell(what(code)), cell, '']);
    else sheet.getRange(row, VALUE + 1).setValue(cell);
  }
  if (added.length > 0) writeBlock(sheet, roomBelow(sheet, added.length), 1, added);
}

/** Did people change a value, or add rows? */
export function changedSettings(sheet: Sheet, dateOf: DateReader): boolean {
  const initial = new Map(allRows().map((row) => [row.code, row.initial]));
  const plain = (value: CellOutput = ''): string =>
    textOf(typeof value === 'object' ? dateCell(dateOf(value)) : value).replace(/^'/, '');
  return readEntries(sheet).some(
    ([code, value, from]) => plain(value) !== plain(initial.get(code)) || plain(from) !== '',
  );
}

function readEntries(sheet: Sheet): SettingEntry[] {
  const values: CellOutput[][] = sheet.getRange('A1:E').getValues();
  verifyHeadings(sheet, SETTINGS_LAYOUT, values[0] ?? []);
  return values.slice(1).map((row): SettingEntry => [textOf(row[CODE]), row[VALUE] ?? '', row[FROM] ?? '']);
}

/** First of so many rows below everything that stands in the sheet. */
function roomBelow(sheet: Sheet, count: number): number {
  const last = sheet.getLastRow();
  const lacking = last + count - sheet.getMaxRows();
  if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
  return last + 1;
}

function allRows(): SettingRow[] {
  return AREAS.flatMap(({ rows }) => rows);
}

function writeRows(sheet: Sheet, first: number, rows: readonly SettingRow[]): void {
  const words: SettingWords = Object.assign({}, ...AREAS.map((area) => area.words()));
  writeBlock(
    sheet,
    first,
    1,
    rows.map(({ code, initial }) => [
      code,
      textCell(words[code]?.what ?? ''),
      initial,
      textCell(words[code]?.explanation ?? ''),
    ]),
  );
  for (const { row, start, count } of runsOf(rows)) {
    formatValues(sheet.getRange(first + start, VALUE + 1, count, 1), row);
  }
  sheet.getRange(first, 1, rows.length, FROM).setWrap(true).setVerticalAlignment('top');
}

/** Neighbouring rows of one kind, and of the same words. */
function runsOf(rows: readonly SettingRow[]): { row: SettingRow; start: number; count: number }[] {
  const runs: { row: SettingRow; start: number; count: number }[] = [];
  rows.forEach((row, index) => {
    const last = runs[runs.length - 1];
    if (last?.row.kind === row.kind && last.row.words === row.words) last.count += 1;
    else runs.push({ row, start: index, count: 1 });
  });
  return runs;
}

function formatValues(range: GoogleAppsScript.Spreadsheet.Range, { kind, words }: SettingRow): void {
  if (kind === 'day') range.setNumberFormat(FORMATS.date);
  if (kind === 'share' || kind === 'portion') range.setNumberFormat(FORMATS.share);
  const rule = SpreadsheetApp.newDataValidation();
  if (words !== undefined) rule.requireValueInList([...words]);
  else if (kind === 'share') {
    rule
      .requireNumberBetween(1 / WHOLE, 1)
      .setHelpText('Доля больше 0 % и не больше 100 %, например 75 %; чтобы цели не было, очистите ячейку');
  } else if (kind === 'portion') {
    rule.requireNumberBetween(0, 1);
  } else return;
  range.setDataValidation(rule.setAllowInvalid(false).build());
}
