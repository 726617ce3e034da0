import { prepareBook } from '../book/book.ts';
import { commitImport, repairBook } from '../book/import-commit.ts';
import { IssueError } from '../domain/issues.ts';
import { latestDate, type StatisticsRow } from '../domain/record.ts';
import { validateRows } from '../import/wire.ts';
import type { ImportOutcome } from './contract.ts';
import { underDocumentLock } from './lock.ts';

/** Checks the rows again, then plans and writes the import under the document lock. */
export function importStatistics(request: unknown): ImportOutcome {
  const { fileName, rows } = validateRequest(request);
  const date = latestDate(rows);
  if (date === null) throw new IssueError({ code: 'request-invalid', detail: 'no date' });
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    const counts = commitImport(book, { date, fileName, rows });
    book.spreadsheet.setActiveSheet(book.sheets.schools);
    return { date, schools: rows.length, ...counts };
  });
}

function validateRequest(request: unknown): { fileName: string; rows: StatisticsRow[] } {
  const { fileName, rows } = Object(request) as { fileName?: unknown; rows?: unknown };
  if (typeof fileName !== 'string') throw new IssueError({ code: 'request-invalid', detail: 'no file name' });
  return { fileName, rows: validateRows(rows) };
}
