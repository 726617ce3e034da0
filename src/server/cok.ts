import { findSheets, prepareBook } from '../book/book.ts';
import { commitCok } from '../book/cok/commit.ts';
import { COK_LAYOUT } from '../book/cok/layout.ts';
import { addCokRows, readCok } from '../book/cok/rows.ts';
import { repairBook } from '../book/import-commit.ts';
import { dateReader } from '../book/platform.ts';
import { DEFAULT_SETTINGS } from '../book/settings/areas.ts';
import { aliasEntries } from '../book/settings/cok.ts';
import { rememberEntries, rememberWords } from '../book/settings/import.ts';
import { readSettings, SETTINGS_LAYOUT } from '../book/settings/sheet.ts';
import { readStatistics } from '../book/statistics.ts';
import { cokToRow } from '../domain/cok.ts';
import { IssueError } from '../domain/issues.ts';
import { validateCok } from '../import/cok/wire.ts';
import { validateRemember } from '../import/remember.ts';
import { aliasWords } from '../text/sheets/cok.ts';
import type { CokOutcome, CokState } from './contract-cok.ts';
import { keepAnswers } from './keep-answers.ts';
import { underDocumentLock } from './lock.ts';
import { refuseMixing } from './sample-book.ts';
import { validWho } from './who.ts';

const FILE_NAME_LIMIT = 200;

/** Reads «УБ ЦОК» as it stands; changes nothing. */
export function readCokState(): CokState {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheetOf = findSheets(spreadsheet);
  const dateOf = dateReader(spreadsheet);
  const [sheet, settingsSheet] = [sheetOf(COK_LAYOUT), sheetOf(SETTINGS_LAYOUT)];
  const settings = settingsSheet === null ? DEFAULT_SETTINGS : readSettings(settingsSheet, dateOf);
  const records = sheet === null ? [] : readCok(sheet, dateOf).records;
  return { rows: records.map(cokToRow), rules: settings.cok, aliases: settings.aliases };
}

/** Checks the report again, then plans and writes it under the document lock. */
export function importCok(request: unknown): CokOutcome {
  const { fileName, warnings, who, remember } = Object(request) as Readonly<Record<string, unknown>>;
  const { aliases, ...report } = validateCok(request);
  const name = typeof fileName === 'string' ? fileName.slice(0, FILE_NAME_LIMIT) : '';
  const seen = typeof warnings === 'number' && warnings > 0 ? Math.floor(warnings) : 0;
  const signature = { who: validWho(who), when: new Date() };
  const remembered = validateRemember(remember);
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    refuseMixing(book, Object(request).sample);
    const counts = commitCok(book, { ...report, fileName: name, warnings: seen }, signature);
    // After the data: killed here, the question is only asked again.
    const columns = rememberEntries(remembered);
    const entries = new Map([...columns, ...aliasEntries(aliases)]);
    const words = rememberWords(remembered);
    const wordsOf = (code: string) => (columns.has(code) ? words(code) : aliasWords());
    const kept = keepAnswers(book.sheets.settings, entries, wordsOf);
    book.spreadsheet.setActiveSheet(book.sheets.schools);
    return { date: report.date, schools: report.schools.length, ...counts, ...kept };
  });
}

/** Gives every school its row in «УБ ЦОК», for typing by hand, and shows the sheet. */
export function prepareCokSheet(): number {
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    const { rows } = readStatistics(book.sheets.statistics, book.dateOf);
    if (rows.length === 0) throw new IssueError({ code: 'book-empty' });
    addCokRows(book.sheets.cok, rows, book.dateOf);
    book.spreadsheet.setActiveSheet(book.sheets.cok);
    return rows.length;
  });
}
