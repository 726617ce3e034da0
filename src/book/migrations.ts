import { STEPS } from '../domain/checklists/steps.ts';
import { IssueError } from '../domain/issues.ts';
import type { Book } from './book.ts';
import { addNewSteps } from './checklists/new-steps.ts';
import { COK_LAYOUT } from './cok/layout.ts';
import { renewCokFormulas } from './cok/sheet.ts';
import { HISTORY_LAYOUT } from './history.ts';
import { type BookMarks, LAYOUT_MARK, STEPS_MARK, writeBookMark } from './installation.ts';
import { findMarkedSheets } from './marks.ts';
import { addMissingColumns } from './missing-columns.ts';
import type { Sheet } from './platform.ts';
import { SCHOOLS_LAYOUT } from './schools.ts';
import { addMissingSchoolColumns } from './schools-sheet.ts';
import { addMissingSettingColumns, addMissingSettings, SETTINGS_LAYOUT } from './settings/sheet.ts';
import { protectHeadings } from './sheet-maker.ts';
import { STATISTICS_LAYOUT } from './statistics.ts';
import { SUMMARY_LAYOUT } from './summary/layout.ts';
import { lacksPromises, renewSummary } from './summary/renewal.ts';
import { fillSummary, writeSummaryData } from './summary/sheet.ts';

/**
 * The layout version of a book stands in its mark `maxcok.layout`: the versions it has passed, the
 * last one its present version, for example `1` or `0>1`. A book without the mark is of version 0.
 * Steps run under the document lock after the sheets were found. Each may be run again: the mark is
 * written after the last one, so a killed run does them anew.
 */
interface MigrationStep {
  readonly from: number;
  readonly what: string;
  readonly run: (book: Book) => void;
}

/** What a book of version 1 lacks. Each adds only what is missing, and may be run again. */
const COMPLETIONS: readonly ((book: Book) => void)[] = [
  ({ sheets }) => addMissingSettingColumns(sheets.settings),
  ({ sheets }) => addMissingSettings(sheets.settings),
  ({ sheets }) => {
    addMissingColumns(sheets.history, HISTORY_LAYOUT);
  },
];

/** What a book of version 2 lacks, likewise. */
const LATER_COLUMNS: readonly ((book: Book) => void)[] = [
  ({ sheets }) => {
    addMissingColumns(sheets.cok, COK_LAYOUT);
  },
  ({ sheets: { schools, settings, statistics, checklists } }) => {
    const sources = { settings: settings.getName(), statistics: statistics.getName() };
    addMissingSchoolColumns(schools, sources, checklists);
  },
  ({ sheets, dateOf }) => renewCokFormulas(sheets.schools, sheets.settings, sheets.cok.getName(), dateOf),
  // The last one: its formulas look at columns that the others add.
  makeSummaryAnew,
];

function summaryOf({ spreadsheet, sheets }: Book): Sheet {
  const found = findMarkedSheets(spreadsheet).get(SUMMARY_LAYOUT.key);
  return found?.sheet ?? sheets.summary;
}

function makeSummaryAnew({ spreadsheet, sheets }: Book): void {
  renewSummary(spreadsheet, sheets.summary, (sheet) => fillSummary(sheet, sheets['summary-data'], sheets));
}

export const MIGRATIONS: readonly MigrationStep[] = [
  {
    from: 0,
    what: 'protected headings',
    run: protectAndWarn,
  },
  {
    from: 1,
    what: 'settings and columns of version 0.2',
    run: (book) => {
      for (const complete of COMPLETIONS) complete(book);
    },
  },
  {
    from: 2,
    what: 'change in people and official yardsticks in «Школы»',
    run: (book) => {
      for (const complete of LATER_COLUMNS) complete(book);
    },
  },
  {
    from: 3,
    what: 'promises in «Сводка»',
    run: (book) => {
      // Found anew: a step before may have left the former one to people.
      const { sheets } = book;
      const summary = summaryOf(book);
      if (lacksPromises(summary)) makeSummaryAnew({ ...book, sheets: { ...sheets, summary } });
      else writeSummaryData(sheets['summary-data'], { ...sheets, summary });
    },
  },
];

/**
 * A step is added to the table of steps without a new layout: `maxcok.steps` says for which ones the
 * book has had columns, so that nothing is looked up where none is new.
 */
export function knowsSteps({ steps }: BookMarks): boolean {
  const known = (steps ?? '').split(',');
  return STEPS.every(({ label }) => known.includes(label));
}

function addSteps({ sheets }: Book): void {
  addNewSteps(sheets.checklists);
  writeSummaryData(sheets['summary-data'], sheets);
}

export const LAYOUT_VERSION = MIGRATIONS.length;

export function layoutVersionOf({ layout }: BookMarks): number {
  const version = Number((layout ?? '0').split('>').pop());
  return Math.floor(version) === version && version >= 0 ? version : 0;
}

/** @throws IssueError book-newer when a newer version of the add-on has changed the book */
export function refuseNewer(marks: BookMarks): void {
  const found = layoutVersionOf(marks);
  if (found > LAYOUT_VERSION) {
    throw new IssueError({ code: 'book-newer', found, known: LAYOUT_VERSION });
  }
}

/**
 * Brings the book to the present layout, and gives it the columns of new steps.
 * @param isNew all sheets were made just now
 */
export function migrate(book: Book, marks: BookMarks, isNew: boolean): void {
  const from = layoutVersionOf(marks);
  const isPresent = marks.layout !== null && from === LAYOUT_VERSION;
  const hasSteps = knowsSteps(marks);
  if (isPresent && hasSteps) return;
  if (!isNew) {
    for (const step of MIGRATIONS.slice(from)) step.run(book);
    if (!hasSteps) addSteps(book);
    SpreadsheetApp.flush();
  }
  if (!isPresent) {
    const passed = isNew ? '' : `${marks.layout ?? from}>`;
    writeBookMark(book.spreadsheet, LAYOUT_MARK, `${passed}${LAYOUT_VERSION}`);
  }
  if (!hasSteps) writeBookMark(book.spreadsheet, STEPS_MARK, STEPS.map(({ label }) => label).join(','));
}

function protectAndWarn({ sheets }: Book): void {
  protectHeadings(sheets.settings, SETTINGS_LAYOUT);
  protectHeadings(sheets.history, HISTORY_LAYOUT);
  protectHeadings(sheets.statistics, STATISTICS_LAYOUT);
  protectHeadings(sheets.schools, SCHOOLS_LAYOUT);
}
