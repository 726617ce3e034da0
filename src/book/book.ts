import { CHECKLISTS_LAYOUT } from './checklists/columns.ts';
import { fillChecklists, renewReportDate } from './checklists/sheet.ts';
import { COK_LAYOUT } from './cok/layout.ts';
import { fillCok, renewCokFormulas } from './cok/sheet.ts';
import { HISTORY_LAYOUT } from './history.ts';
import { claimBook, readBookMarks } from './installation.ts';
import { fillJournal, JOURNAL_LAYOUT } from './journal.ts';
import type { BookSheetKey, SheetLayout } from './layout.ts';
import { LOG_LAYOUT } from './log.ts';
import { findMarkedSheets, hasHeadings } from './marks.ts';
import { LAYOUT_VERSION, layoutVersionOf, migrate, refuseNewer } from './migrations.ts';
import { sheetObtainer } from './obtain.ts';
import { type DateReader, dateReader, type Sheet, type Spreadsheet } from './platform.ts';
import { holdsSample, isSampleLeaving, removeSample } from './sample.ts';
import { SCHOOLS_LAYOUT } from './schools.ts';
import { fillSchools, renewChecklistFormulas, writeTargetRow } from './schools-sheet.ts';
import { fillSettings, SETTINGS_LAYOUT } from './settings/sheet.ts';
import { fillSheet } from './sheet-maker.ts';
import { STATISTICS_LAYOUT } from './statistics.ts';
import { SUMMARY_DATA_LAYOUT, SUMMARY_LAYOUT } from './summary/layout.ts';
import { renewSummary } from './summary/renewal.ts';
import { fillSummary, fillSummaryData } from './summary/sheet.ts';
import { SOURCE_KEYS } from './summary/sources.ts';

/** The spreadsheet with all sheets of ours in it. */
export interface Book {
  readonly spreadsheet: Spreadsheet;
  readonly sheets: Readonly<Record<BookSheetKey, Sheet>>;
  readonly dateOf: DateReader;
  /** It holds the invented district of «Пример данных». */
  readonly sample: boolean;
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
  let bookMarks = readBookMarks(spreadsheet);
  refuseNewer(bookMarks);
  const dateOf = dateReader(spreadsheet);
  if (isSampleLeaving(bookMarks)) {
    removeSample(spreadsheet, dateOf);
    bookMarks = readBookMarks(spreadsheet);
  }
  claimBook(spreadsheet, bookMarks);
  const { obtain, existing, filled } = sheetObtainer(spreadsheet);
  // The last one becomes the leftmost tab.
  const journal = obtain(JOURNAL_LAYOUT, fillJournal);
  const settings = obtain(SETTINGS_LAYOUT, fillSettings);
  const log = obtain(LOG_LAYOUT, (sheet) => fillSheet(sheet, LOG_LAYOUT));
  const history = obtain(HISTORY_LAYOUT, (sheet) => fillSheet(sheet, HISTORY_LAYOUT));
  const cok = obtain(COK_LAYOUT, (sheet) => {
    fillCok(sheet);
    const looking = existing(SCHOOLS_LAYOUT);
    if (looking !== null) renewCokFormulas(looking, settings, sheet.getName(), dateOf);
  });
  const statistics = obtain(STATISTICS_LAYOUT, (sheet) => fillSheet(sheet, STATISTICS_LAYOUT));
  const checklists = obtain(CHECKLISTS_LAYOUT, (sheet) => fillChecklists(sheet, statistics.getName()));
  const targetSources = { settings: settings.getName(), statistics: statistics.getName() };
  const schools = obtain(SCHOOLS_LAYOUT, (sheet) => fillSchools(sheet, targetSources));
  const data = obtain(SUMMARY_DATA_LAYOUT, fillSummaryData);
  const sources = {
    schools,
    statistics,
    history,
    settings,
    journal,
    checklists,
    cok,
    'summary-data': data,
  };
  const fill = (sheet: Sheet): void => fillSummary(sheet, data, sources);
  let summary = obtain(SUMMARY_LAYOUT, fill);
  const targetsLost = filled.has('settings') || filled.has('statistics');
  if (targetsLost && !filled.has('schools')) writeTargetRow(schools, targetSources);
  // A book of an earlier layout gets its «Сводка» by the migration, after the sheets it looks at.
  const isPresent = layoutVersionOf(bookMarks) === LAYOUT_VERSION;
  if (isPresent && !filled.has('summary') && SOURCE_KEYS.some((key) => filled.has(key))) {
    summary = renewSummary(spreadsheet, summary, fill);
  }
  if (isPresent && filled.has('checklists') && !filled.has('schools')) {
    renewChecklistFormulas(schools, checklists);
  }
  if (filled.has('statistics') && !filled.has('checklists'))
    renewReportDate(checklists, statistics.getName());
  const book: Book = {
    spreadsheet,
    sheets: { summary, log, ...sources },
    dateOf,
    sample: holdsSample(bookMarks),
  };
  migrate(book, bookMarks, filled.size === Object.keys(book.sheets).length);
  return book;
}
