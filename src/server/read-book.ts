import { findSheet } from '../book/book.ts';
import { dateReader } from '../book/platform.ts';
import { readSettings, SETTINGS_LAYOUT } from '../book/settings.ts';
import { readStatistics, STATISTICS_LAYOUT } from '../book/statistics.ts';
import { DEFAULT_TARGETS } from '../domain/indicators.ts';
import { DEFAULT_KIND_WORDS } from '../domain/organisation.ts';
import { latestDate } from '../domain/record.ts';
import type { BookState } from './contract.ts';

/** Reads what the sidebar needs; makes and changes nothing. */
export function readBook(): BookState {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const settingsSheet = findSheet(spreadsheet, SETTINGS_LAYOUT);
  const statisticsSheet = findSheet(spreadsheet, STATISTICS_LAYOUT);
  const settings =
    settingsSheet === null
      ? { targets: DEFAULT_TARGETS, kindWords: DEFAULT_KIND_WORDS, issues: [] }
      : readSettings(settingsSheet);
  const rows = statisticsSheet === null ? [] : readStatistics(statisticsSheet, dateReader(spreadsheet)).rows;
  return { date: latestDate(rows), rows, ...settings };
}
