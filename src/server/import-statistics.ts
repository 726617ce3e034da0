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
import { validWho } from './who.ts';

const FILE_NAME_LIMIT = 200;

/** Checks the rows again, then plans and writes the import under the document lock. */
export function importStatistics(request: unknown): ImportOutcome {
  const { fileName, rows, who, warnings, remember } = validateRequest(request);
  const date = latestDate(rows);
  if (date === null) throw new IssueError({ code: 'request-invalid', detail: 'no date' });
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    const report = { date, fileName, rows, warnings };
    const counts = commitImport(book, report, { who, when: new Date() });
    // After the data: killed here, the question is only asked again.
    const entries = rememberEntries(remember);
    if (entries.size > 0) writeSettings(book.sheets.settings, entries, rememberWords(remember));
    book.spreadsheet.setActiveSheet(book.sheets.schools);
    return { date, schools: rows.length, ...counts };
  });
}

interface ValidRequest {
  readonly fileName: string;
  readonly rows: StatisticsRow[];
  readonly who: string;
  readonly warnings: number;
  readonly remember: Remember;
}

function validateRequest(request: unknown): ValidRequest {
  const { fileName, rows, who, warnings, remember } = Object(request) as Readonly<Record<string, unknown>>;
  if (typeof fileName !== 'string') throw new IssueError({ code: 'request-invalid', detail: 'no file name' });
  return {
    fileName: fileName.slice(0, FILE_NAME_LIMIT),
    rows: validateRows(rows),
    who: validWho(who),
    warnings: typeof warnings === 'number' && warnings > 0 ? Math.floor(warnings) : 0,
    remember: validateRemember(remember),
  };
}
