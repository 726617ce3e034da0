import { findSheets } from '../book/book.ts';
import { dateReader } from '../book/platform.ts';
import { readSettings } from '../book/settings.ts';
import { readStatistics } from '../book/statistics.ts';
import { DEFAULT_TARGETS } from '../domain/indicators.ts';
import { DEFAULT_KIND_WORDS } from '../domain/organisation.ts';
import { latestDate } from '../domain/record.ts';
import type { BookState } from './contract.ts';

/** Reads what the sidebar needs; makes and changes nothing. */
export function readBook(): BookState {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheets = findSheets(spreadsheet);
  const settingsSheet = sheets.get('settings');
  const statisticsSheet = sheets.get('statistics');
  const settings =
    settingsSheet === undefined
      ? { targets: DEFAULT_TARGETS, kindWords: DEFAULT_KIND_WORDS, issues: [] }
      : readSettings(settingsSheet);
  const rows =
    statisticsSheet === undefined ? [] : readStatistics(statisticsSheet, dateReader(spreadsheet)).rows;
  return { date: latestDate(rows), rows, ...settings };
}
