import { findSheets, prepareBook } from '../book/book.ts';
import { repairBook } from '../book/import-commit.ts';
import { isInterrupted, JOURNAL_LAYOUT, readHead } from '../book/journal.ts';
import { dateReader } from '../book/platform.ts';
import { readSettings, SETTINGS_LAYOUT } from '../book/settings.ts';
import { readStatistics, STATISTICS_LAYOUT } from '../book/statistics.ts';
import { DEFAULT_TARGETS } from '../domain/indicators.ts';
import { DEFAULT_KIND_WORDS } from '../domain/organisation.ts';
import { latestDate } from '../domain/record.ts';
import type { BookState } from './contract.ts';
import { underDocumentLock } from './lock.ts';

/** Reads what the sidebar needs. Makes and changes nothing, unless a killed run is to be finished. */
export function readBook(): BookState {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheetOf = findSheets(spreadsheet);
  const journal = sheetOf(JOURNAL_LAYOUT);
  if (journal !== null && isInterrupted(readHead(journal))) {
    underDocumentLock(() => repairBook(prepareBook(spreadsheet)));
  }
  const settingsSheet = sheetOf(SETTINGS_LAYOUT);
  const statisticsSheet = sheetOf(STATISTICS_LAYOUT);
  const settings =
    settingsSheet === null
      ? { targets: DEFAULT_TARGETS, kindWords: DEFAULT_KIND_WORDS, issues: [] }
      : readSettings(settingsSheet);
  const rows = statisticsSheet === null ? [] : readStatistics(statisticsSheet, dateReader(spreadsheet)).rows;
  return { date: latestDate(rows), rows, ...settings };
}
