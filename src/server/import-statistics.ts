import { prepareBook } from '../book/book.ts';
import { commitImport, type Report, repairBook } from '../book/import-commit.ts';
import { rememberEntries, rememberWords } from '../book/settings/import.ts';
import { readSettings } from '../book/settings/sheet.ts';
import { IssueError } from '../domain/issues.ts';
import { withAnswers } from '../domain/organisation.ts';
import { latestDate } from '../domain/record.ts';
import { type Remember, validateRemember } from '../import/remember.ts';
import { validateOlderRows, validateRows } from '../import/wire.ts';
import type { ImportOutcome } from './contract.ts';
import { keepAnswers } from './keep-answers.ts';
import { underLockToTheEnd } from './lock.ts';
import { refuseMixing } from './sample-book.ts';
import { validWho } from './who.ts';

const FILE_NAME_LIMIT = 200;

/** Checks the rows again, then plans and writes the import under the document lock. */
export function importStatistics(request: unknown): ImportOutcome {
  const { report, who, remember } = validateRequest(request);
  return underLockToTheEnd(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    refuseMixing(book, Object(request).sample);
    const counts = commitImport(book, report, { who, when: new Date() });
    // After the data: killed here, the question is only asked again.
    const { kinds = [] } = remember;
    const words =
      kinds.length === 0
        ? undefined
        : withAnswers(readSettings(book.sheets.settings, book.dateOf).kindWords, kinds);
    const kept = keepAnswers(book.sheets.settings, rememberEntries(remember, words), rememberWords(remember));
    book.spreadsheet.setActiveSheet(book.sheets.schools);
    SpreadsheetApp.flush();
    return { date: report.date, schools: report.rows.length, ...counts, ...kept };
  });
}

interface ValidRequest {
  readonly report: Report;
  readonly who: string;
  readonly remember: Remember;
}

function validateRequest(request: unknown): ValidRequest {
  const { fileName, rows, older, fingerprint, who, warnings, remember } = Object(request) as Readonly<
    Record<string, unknown>
  >;
  if (typeof fileName !== 'string') throw new IssueError({ code: 'request-invalid', detail: 'no file name' });
  const valid = validateRows(rows);
  const date = latestDate(valid);
  if (date === null) throw new IssueError({ code: 'request-invalid', detail: 'no date' });
  const remembered = validateRemember(remember);
  return {
    report: {
      date,
      fileName: fileName.slice(0, FILE_NAME_LIMIT),
      rows: valid,
      older: validateOlderRows(older, date),
      kinds: remembered.kinds ?? [],
      warnings: typeof warnings === 'number' && warnings > 0 ? Math.floor(warnings) : 0,
      ...(typeof fingerprint === 'string' ? { fingerprint } : {}),
    },
    who: validWho(who),
    remember: remembered,
  };
}
