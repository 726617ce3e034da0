import { prepareBook } from '../book/book.ts';
import { commitImport, repairBook } from '../book/import-commit.ts';
import { rememberEntries, rememberWords } from '../book/settings/import.ts';
import { writeSettings } from '../book/settings/sheet.ts';
import { IssueError } from '../domain/issues.ts';
import { latestDate, type StatisticsRow } from '../domain/record.ts';
import { type Remember, validateRemember } from '../import/remember.ts';
import { validateRows } from '../import/wire.ts';
import type { ImportOutcome } from './contract.ts';
import { underDocumentLock } from './lock.ts';

/** Checks the rows again, then plans and writes the import under the document lock. */
export function importStatistics(request: unknown): ImportOutcome {
  const { fileName, rows, remember } = validateRequest(request);
  const date = latestDate(rows);
  if (date === null) throw new IssueError({ code: 'request-invalid', detail: 'no date' });
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    const counts = commitImport(book, { date, fileName, rows });
    // After the data: killed here, the question is only asked again.
    const entries = rememberEntries(remember);
    if (entries.size > 0) writeSettings(book.sheets.settings, entries, rememberWords(remember));
    book.spreadsheet.setActiveSheet(book.sheets.schools);
    return { date, schools: rows.length, ...counts };
  });
}

function validateRequest(request: unknown): {
  fileName: string;
  rows: StatisticsRow[];
  remember: Remember;
} {
  const { fileName, rows, remember } = Object(request) as Readonly<Record<string, unknown>>;
  if (typeof fileName !== 'string') throw new IssueError({ code: 'request-invalid', detail: 'no file name' });
  return { fileName, rows: validateRows(rows), remember: validateRemember(remember) };
}
