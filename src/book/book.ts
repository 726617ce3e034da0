import { HISTORY_LAYOUT } from './history.ts';
import { claimBook, readBookMarks } from './installation.ts';
import { fillJournal, JOURNAL_LAYOUT } from './journal.ts';
import type { BookSheetKey, SheetLayout } from './layout.ts';
import { findMarkedSheets, hasHeadings } from './marks.ts';
import { migrate, refuseNewer } from './migrations.ts';
import { sheetObtainer } from './obtain.ts';
import { type DateReader, dateReader, type Sheet, type Spreadsheet } from './platform.ts';
import { SCHOOLS_LAYOUT } from './schools.ts';
import { fillSchools, writeTargetRow } from './schools-sheet.ts';
import { fillSettings, SETTINGS_LAYOUT } from './settings/sheet.ts';
import { fillSheet } from './sheet-maker.ts';
import { STATISTICS_LAYOUT } from './statistics.ts';
import { fillSummary, SUMMARY_LAYOUT, writeSummary } from './summary.ts';

/** The spreadsheet with all sheets of ours in it. */
export interface Book {
  readonly spreadsheet: Spreadsheet;
  readonly sheets: Readonly<Record<BookSheetKey, Sheet>>;
  readonly dateOf: DateReader;
}

/**
 * Looks the sheets of ours up in one call and changes nothing; the answer gives a sheet by its
 * layout, null where it is missing or not complete.
 */
export function findSheets(spreadsheet: Spreadsheet): (layout: SheetLayout) => Sheet | null {
  const marked = findMarkedSheets(spreadsheet);
  return (layout) => {
    const found = marked.get(layout.key);
    if (found !== undefined) return found.complete ? found.sheet : null;
    const named = spreadsheet.getSheetByName(layout.name);
    return named !== null && hasHeadings(named, layout) ? named : null;
  };
}

/**
 * Finds the sheets of ours and makes the missing ones; formulas that look at a new sheet are renewed.
 * A book of an earlier version is brought to the present one.
 *
 * @throws IssueError book-newer, second-installation before anything is changed
 */
export function prepareBook(spreadsheet: Spreadsheet): Book {
  const bookMarks = readBookMarks(spreadsheet);
  refuseNewer(bookMarks);
  claimBook(spreadsheet, bookMarks);
  const { obtain, filled } = sheetObtainer(spreadsheet);
  // The last one becomes the leftmost tab.
  const journal = obtain(JOURNAL_LAYOUT, fillJournal);
  const settings = obtain(SETTINGS_LAYOUT, fillSettings);
  const history = obtain(HISTORY_LAYOUT, (sheet) => fillSheet(sheet, HISTORY_LAYOUT));
  const statistics = obtain(STATISTICS_LAYOUT, (sheet) => fillSheet(sheet, STATISTICS_LAYOUT));
  const schools = obtain(SCHOOLS_LAYOUT, (sheet) => fillSchools(sheet, settings.getName()));
  const names = {
    schools: schools.getName(),
    statistics: statistics.getName(),
    journal: journal.getName(),
  };
  const summary = obtain(SUMMARY_LAYOUT, (sheet) => fillSummary(sheet, names));
  if (filled.has('settings') && !filled.has('schools')) writeTargetRow(schools, settings.getName());
  const looksAtNew = (['schools', 'statistics', 'journal'] as const).some((key) => filled.has(key));
  if (looksAtNew && !filled.has('summary')) writeSummary(summary, names);
  const book: Book = {
    spreadsheet,
    sheets: { summary, schools, statistics, history, settings, journal },
    dateOf: dateReader(spreadsheet),
  };
  migrate(book, bookMarks, filled.size === Object.keys(book.sheets).length);
  return book;
}
