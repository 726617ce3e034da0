import { idOfRow } from '../domain/record.ts';
import type { SampleTrace } from '../domain/sample-trace.ts';
import { CHECKLISTS_LAYOUT } from './checklists/columns.ts';
import { COK_LAYOUT } from './cok/layout.ts';
import { HISTORY_LAYOUT } from './history.ts';
import {
  type BookMarks,
  INSTALLATION_MARK,
  LAYOUT_MARK,
  readBookMarks,
  removeBookMarks,
  SAMPLE_MARK,
  STEPS_MARK,
  writeBookMark,
} from './installation.ts';
import { JOURNAL_LAYOUT, resetJournal } from './journal.ts';
import { headingsOf, type SheetKey, type SheetLayout } from './layout.ts';
import { isLogWord, LOG_LAYOUT, type LoggedEntry, readLog } from './log.ts';
import { findOwnSheets, freeName } from './marks.ts';
import { type CellOutput, type DateReader, type Sheet, type Spreadsheet, textOf } from './platform.ts';
import { SCHOOLS_LAYOUT } from './schools.ts';
import { changedSettings, SETTINGS_LAYOUT } from './settings/sheet.ts';
import { readStatistics, STATISTICS_LAYOUT } from './statistics.ts';
import { SUMMARY_LAYOUT } from './summary/layout.ts';
import { holdsOnlyOurs } from './summary/renewal.ts';
import { TEXTS_LAYOUT } from './texts-sheet.ts';

/**
 * «Пример данных»: a book that holds an invented district carries the mark `maxcok.sample` =
 * `<state>|<moment>|<what was there before>`, written before the first sheet. So the example can be
 * taken out without a trace: sheets and marks that it brought go, and so do its rows in sheets that
 * were there before. Killed while it goes (`leaving`), the next call finishes it.
 */
type SampleState = 'here' | 'leaving';

interface SampleMark {
  readonly state: SampleState;
  /** When the example came, in milliseconds since 1970. */
  readonly since: number;
  /** Keys of the sheets, and of the marks of the book, that were there before. */
  readonly before: readonly string[];
}

function readMark({ sample }: Pick<BookMarks, 'sample'>): SampleMark | null {
  const [state, since, before] = (sample ?? '').split('|');
  if (since === undefined || before === undefined) return null;
  return { state: state === 'leaving' ? state : 'here', since: Number(since), before: before.split(',') };
}

function writeMark(spreadsheet: Spreadsheet, { state, since, before }: SampleMark): void {
  writeBookMark(spreadsheet, SAMPLE_MARK, [state, since, before.join(',')].join('|'));
}

/** Does the book hold the invented district? */
export function holdsSample(marks: Pick<BookMarks, 'sample'>): boolean {
  return readMark(marks) !== null;
}

/** Was a run killed that took the example out? */
export function isSampleLeaving(marks: Pick<BookMarks, 'sample'>): boolean {
  return readMark(marks)?.state === 'leaving';
}

/** Marks the book, before anything of the example is in it; a book that is marked stays as it is. */
export function announceSample(spreadsheet: Spreadsheet, marks: BookMarks, now: Date): void {
  if (holdsSample(marks)) return;
  const { installation, layout, steps } = marks;
  const before = [
    ...findOwnSheets(spreadsheet).keys(),
    ...(installation === null ? [] : [INSTALLATION_MARK]),
    ...(layout === null ? [] : [LAYOUT_MARK]),
    ...(steps === null ? [] : [STEPS_MARK]),
  ];
  writeMark(spreadsheet, { state: 'here', since: now.getTime(), before });
  SpreadsheetApp.flush();
}

/** Sheets with a row a school, and where its id stands (1-based). «Статистика» knows the ids: it is emptied last. */
const WITH_IDS: readonly (readonly [layout: SheetLayout, idColumn: number])[] = [
  [TEXTS_LAYOUT, 1],
  [HISTORY_LAYOUT, 2],
  [CHECKLISTS_LAYOUT, 1],
  [COK_LAYOUT, 1],
  [SCHOOLS_LAYOUT, 1],
  [STATISTICS_LAYOUT, headingsOf(STATISTICS_LAYOUT).indexOf('ID организация') + 1],
];

/**
 * What people would lose with the example: each sheet and kind once. Of a sheet that was there before,
 * only what stands in the rows of the invented schools.
 */
export function tracesInSample(spreadsheet: Spreadsheet, dateOf: DateReader): SampleTrace[] {
  const before = readMark(readBookMarks(spreadsheet))?.before ?? [];
  const sheets = findOwnSheets(spreadsheet);
  const ids = sampleIds(sheets, dateOf);
  const traces: SampleTrace[] = [];
  const note = (sheet: Sheet, what: SampleTrace['what'], found: boolean): void => {
    if (found) traces.push({ sheet: sheet.getName(), what });
  };
  for (const [layout, idColumn] of WITH_IDS) {
    const sheet = sheets.get(layout.key);
    if (sheet === undefined) continue;
    const stays = before.includes(layout.key);
    const values: CellOutput[][] = sheet.getDataRange().getValues();
    const kinds = kindsOfColumns(layout, values[0] ?? []);
    const body = values.slice(layout.firstRow - 1);
    const isOurs = (row: readonly CellOutput[]): boolean => ids.has(textOf(row[idColumn - 1]));
    const ours = body.filter(isOurs);
    const others = stays ? [] : body.filter((row) => !isOurs(row));
    const holds = (
      rows: readonly (readonly CellOutput[])[],
      wanted: (kind: string | null | undefined) => boolean,
    ): boolean => rows.some((row) => row.some((cell, column) => isFilled(cell) && wanted(kinds[column])));
    note(
      sheet,
      'columns',
      holds(stays ? ours : values, (kind) => kind === null),
    );
    note(
      sheet,
      'hand',
      holds(ours, (kind) => kind === 'hand'),
    );
    note(
      sheet,
      'rows',
      holds(others, (kind) => kind !== null),
    );
  }
  const leaving = (key: SheetKey): Sheet | undefined => (before.includes(key) ? undefined : sheets.get(key));
  const log = leaving(LOG_LAYOUT.key);
  if (log !== undefined) note(log, 'rows', readLog(log).some(isPersons));
  const settings = leaving(SETTINGS_LAYOUT.key);
  if (settings !== undefined) note(settings, 'hand', changedSettings(settings, dateOf));
  const summary = leaving(SUMMARY_LAYOUT.key);
  if (summary !== undefined) note(summary, 'cells', !holdsOnlyOurs(summary));
  return traces;
}

/** Is it a row of «Журнал» that people wrote? */
function isPersons({ when, what, who, school, change, details }: LoggedEntry): boolean {
  return !isLogWord(what) && (when !== null || [what, who, school, change, details].join('') !== '');
}

/** An empty checkbox holds nothing. */
function isFilled(cell: CellOutput): boolean {
  return cell !== '' && cell !== false;
}

/** Of each column whose it is: null for one of people's. */
function kindsOfColumns(layout: SheetLayout, headings: readonly CellOutput[]): (string | null)[] {
  const kinds = new Map(layout.columns.map(({ heading, kind }) => [heading, kind]));
  return headings.map((heading) => kinds.get(textOf(heading)) ?? null);
}

function sampleIds(sheets: ReadonlyMap<SheetKey, Sheet>, dateOf: DateReader): Set<string> {
  const statistics = sheets.get(STATISTICS_LAYOUT.key);
  return new Set(statistics === undefined ? [] : readStatistics(statistics, dateOf).rows.map(idOfRow));
}

/** Takes the example out of the book; may be repeated until it is done. */
export function removeSample(spreadsheet: Spreadsheet, dateOf: DateReader): void {
  const marks = readBookMarks(spreadsheet);
  const mark = readMark(marks);
  if (mark === null) return;
  writeMark(spreadsheet, { ...mark, state: 'leaving' });
  SpreadsheetApp.flush();
  const sheets = findOwnSheets(spreadsheet);
  const isOld = (key: SheetKey): boolean => mark.before.includes(key);
  emptyOldSheets(sheets, isOld, mark.since, dateOf);
  const leaving = [...sheets].filter(([key]) => !isOld(key)).map(([, sheet]) => sheet);
  keepOneSheet(spreadsheet, leaving);
  for (const sheet of leaving) spreadsheet.deleteSheet(sheet);
  SpreadsheetApp.flush();
  const brought = [INSTALLATION_MARK, LAYOUT_MARK, STEPS_MARK].filter((key) => !mark.before.includes(key));
  removeBookMarks(spreadsheet, [...brought, SAMPLE_MARK]);
}

/** A book has one visible sheet at least. */
function keepOneSheet(spreadsheet: Spreadsheet, leaving: readonly Sheet[]): void {
  const gone = new Set(leaving.map((sheet) => sheet.getSheetId()));
  const stays = spreadsheet
    .getSheets()
    .some((sheet) => !gone.has(sheet.getSheetId()) && !sheet.isSheetHidden());
  if (!stays) spreadsheet.insertSheet(freeName(spreadsheet, 'Лист1'));
}

/** Deletes the rows of the invented schools in sheets that were there before them. */
function emptyOldSheets(
  sheets: ReadonlyMap<SheetKey, Sheet>,
  isOld: (key: SheetKey) => boolean,
  since: number,
  dateOf: DateReader,
): void {
  const ids = sampleIds(sheets, dateOf);
  const log = isOld(LOG_LAYOUT.key) ? sheets.get(LOG_LAYOUT.key) : undefined;
  if (log !== undefined) {
    const entries = readLog(log);
    deleteRows(
      log,
      entries.flatMap(({ when, what }, index) =>
        when !== null && when >= since && isLogWord(what) ? [LOG_LAYOUT.firstRow + index] : [],
      ),
    );
  }
  const journal = isOld(JOURNAL_LAYOUT.key) ? sheets.get(JOURNAL_LAYOUT.key) : undefined;
  if (journal !== undefined) resetJournal(journal);
  for (const [layout, idColumn] of WITH_IDS) {
    const sheet = isOld(layout.key) ? sheets.get(layout.key) : undefined;
    if (sheet === undefined) continue;
    const values: CellOutput[][] = sheet.getDataRange().getValues();
    const rows = values.flatMap((row, index) =>
      index + 1 >= layout.firstRow && ids.has(textOf(row[idColumn - 1])) ? [index + 1] : [],
    );
    if (rows[0] === layout.firstRow)
      rows.splice(0, rows.length, ...rowsBelowFirst(sheet, layout, values, rows));
    deleteRows(sheet, rows);
    SpreadsheetApp.flush();
  }
}

/**
 * The first row stands ready with its formats, rules and checks, and stays: it is emptied, and in its
 * place goes the empty one that the import had put below the last school.
 */
function rowsBelowFirst(
  sheet: Sheet,
  layout: SheetLayout,
  values: readonly (readonly CellOutput[])[],
  rows: readonly number[],
): number[] {
  sheet.getRange(layout.firstRow, 1, 1, layout.columns.length).clearContent();
  const spare = (rows[rows.length - 1] ?? layout.firstRow) + 1;
  const isFree = (values[spare - 1] ?? []).every((cell) => !isFilled(cell));
  const others = rows.slice(1);
  return isFree && spare <= sheet.getMaxRows() ? [...others, spare] : others;
}

/** Deletes rows, the lowest stretch first. */
function deleteRows(sheet: Sheet, rows: readonly number[]): void {
  for (let last = rows.length - 1; last >= 0; ) {
    let first = last;
    while (first > 0 && rows[first - 1] === (rows[first] ?? 0) - 1) first -= 1;
    sheet.deleteRows(rows[first] ?? 1, last - first + 1);
    last = first - 1;
  }
}
