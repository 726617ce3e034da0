import { findSheets, prepareBook } from '../book/book.ts';
import { COK_LAYOUT } from '../book/cok/layout.ts';
import { readCok } from '../book/cok/rows.ts';
import { fingerprintOf } from '../book/fingerprint.ts';
import { repairBook } from '../book/import-commit.ts';
import { type BookMarks, isForeign, readBookMarks } from '../book/installation.ts';
import { isInterrupted, JOURNAL_LAYOUT, readHead } from '../book/journal.ts';
import { knowsSteps, LAYOUT_VERSION, layoutVersionOf } from '../book/migrations.ts';
import { dateReader, type Sheet, type Spreadsheet } from '../book/platform.ts';
import { holdsSample, isSampleLeaving, removeSample } from '../book/sample.ts';
import { DEFAULT_SETTINGS } from '../book/settings/areas.ts';
import { readSettings, SETTINGS_LAYOUT } from '../book/settings/sheet.ts';
import { readStatistics, STATISTICS_LAYOUT } from '../book/statistics.ts';
import { type CokRecord, cokToRow } from '../domain/cok.ts';
import { latestDate } from '../domain/record.ts';
import { targetsOn } from '../domain/yardsticks/dated-targets.ts';
import type { BookState } from './contract.ts';
import { underDocumentLock } from './lock.ts';

/**
 * Reads what the sidebar needs. Makes and changes nothing, unless a killed run is to be
 * finished or the book is of an earlier version, or lacks columns of new steps.
 */
export function readBook(): BookState {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheetOf = findSheets(spreadsheet);
  const journal = sheetOf(JOURNAL_LAYOUT);
  const marks = readBookMarks(spreadsheet);
  if (isSampleLeaving(marks)) {
    underDocumentLock(() => removeSample(spreadsheet, dateReader(spreadsheet)));
    return readBook();
  }
  if (journal !== null && wantsWriting(spreadsheet, marks, journal)) {
    underDocumentLock(() => repairBook(prepareBook(spreadsheet)));
  }
  const settingsSheet = sheetOf(SETTINGS_LAYOUT);
  const statisticsSheet = sheetOf(STATISTICS_LAYOUT);
  const cokSheet = sheetOf(COK_LAYOUT);
  const dateOf = dateReader(spreadsheet);
  const settings = settingsSheet === null ? DEFAULT_SETTINGS : readSettings(settingsSheet, dateOf);
  const rows = statisticsSheet === null ? [] : readStatistics(statisticsSheet, dateOf).rows;
  const date = latestDate(rows);
  return {
    ...settings,
    sample: holdsSample(marks),
    cokRows: cokSheet === null ? [] : readCok(cokSheet, dateOf).records.filter(hasCok).map(cokToRow),
    date,
    rows,
    fingerprint: fingerprintOf(rows, settings),
    targets: targetsOn(settings.targets, date),
    datedTargets: settings.targets,
  };
}

function hasCok({ counts }: CokRecord): boolean {
  return Object.values(counts).some((count) => count !== null);
}

/** What another installation or a newer version has written is only read. */
function wantsWriting(spreadsheet: Spreadsheet, marks: BookMarks, journal: Sheet): boolean {
  const version = layoutVersionOf(marks);
  if (version > LAYOUT_VERSION || isForeign(spreadsheet, marks)) return false;
  return version < LAYOUT_VERSION || !knowsSteps(marks) || isInterrupted(readHead(journal));
}
