import { HISTORY_LAYOUT } from './history.ts';
import { JOURNAL_LAYOUT, makeJournal } from './journal.ts';
import type { SheetKey, SheetLayout } from './layout.ts';
import { findByHeadings, findMarkedSheets, type MarkedSheets, markSheet } from './marks.ts';
import type { Sheet, Spreadsheet } from './platform.ts';
import { SCHOOLS_LAYOUT } from './schools.ts';
import { makeSchools, writeTargetRow } from './schools-sheet.ts';
import { makeSettings, SETTINGS_LAYOUT } from './settings.ts';
import { makeSheet } from './sheet-maker.ts';
import { STATISTICS_LAYOUT } from './statistics.ts';
import { makeSummary, SUMMARY_LAYOUT, writeSummary } from './summary.ts';

/** The spreadsheet with all sheets of ours in it. */
export interface Book {
  readonly spreadsheet: Spreadsheet;
  readonly sheets: Readonly<Record<SheetKey, Sheet>>;
}

/** In the order of the tabs. */
const LAYOUTS: readonly SheetLayout[] = [
  SUMMARY_LAYOUT,
  SCHOOLS_LAYOUT,
  STATISTICS_LAYOUT,
  HISTORY_LAYOUT,
  SETTINGS_LAYOUT,
];

/** Finds the sheets of ours that are there, by mark, else by name and headings; changes nothing. */
export function findSheets(spreadsheet: Spreadsheet): MarkedSheets {
  const found = findMarkedSheets(spreadsheet);
  for (const layout of LAYOUTS) {
    if (found.has(layout.key)) continue;
    const sheet = findByHeadings(spreadsheet, layout);
    if (sheet !== null) found.set(layout.key, sheet);
  }
  return found;
}

/** Finds the sheets of ours and makes the missing ones; formulas that look at a new sheet are renewed. */
export function prepareBook(spreadsheet: Spreadsheet): Book {
  const marked = findMarkedSheets(spreadsheet);
  const place = spreadsheet.getSheets().length;
  const made = new Set<SheetKey>();
  const obtain = (layout: SheetLayout, make: () => Sheet): Sheet => {
    const known = marked.get(layout.key);
    if (known !== undefined) return known;
    const found = findByHeadings(spreadsheet, layout);
    if (found !== null) {
      markSheet(found, layout.key);
      return found;
    }
    made.add(layout.key);
    return make();
  };
  // Each new sheet goes before the one made just now, so that the tabs come in the order of LAYOUTS.
  const journal = obtain(JOURNAL_LAYOUT, () => makeJournal(spreadsheet, place));
  const settings = obtain(SETTINGS_LAYOUT, () => makeSettings(spreadsheet, place));
  const history = obtain(HISTORY_LAYOUT, () => makeSheet(spreadsheet, HISTORY_LAYOUT, place));
  const statistics = obtain(STATISTICS_LAYOUT, () => makeSheet(spreadsheet, STATISTICS_LAYOUT, place));
  const schools = obtain(SCHOOLS_LAYOUT, () => makeSchools(spreadsheet, settings.getName(), place));
  const names = { schools: schools.getName(), statistics: statistics.getName() };
  const summary = obtain(SUMMARY_LAYOUT, () => makeSummary(spreadsheet, names, place));
  if (made.has('settings') && !made.has('schools')) writeTargetRow(schools, settings.getName());
  if ((made.has('schools') || made.has('statistics')) && !made.has('summary')) writeSummary(summary, names);
  return { spreadsheet, sheets: { summary, schools, statistics, history, settings, journal } };
}
