import { type Book, findSheets } from '../book/book.ts';
import { claimBook, readBookMarks } from '../book/installation.ts';
import { refuseNewer } from '../book/migrations.ts';
import { dateReader } from '../book/platform.ts';
import { announceSample, holdsSample, removeSample, tracesInSample } from '../book/sample.ts';
import { readStatistics, STATISTICS_LAYOUT } from '../book/statistics.ts';
import { IssueError } from '../domain/issues.ts';
import type { SampleRemoval } from './contract-sample.ts';
import { underDocumentLock } from './lock.ts';

/**
 * «Пример данных»: the sidebar invents the district and sends it as ordinary imports. The book is
 * marked before the first of them, so that the whole can be taken out again.
 */
export function beginSample(): true {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return underDocumentLock(() => {
    const marks = readBookMarks(spreadsheet);
    refuseNewer(marks);
    const statistics = findSheets(spreadsheet)(STATISTICS_LAYOUT);
    const dateOf = dateReader(spreadsheet);
    if (statistics !== null && readStatistics(statistics, dateOf).rows.length > 0) {
      throw new IssueError({ code: 'sample-refused' });
    }
    announceSample(spreadsheet, marks, new Date());
    claimBook(spreadsheet, marks);
    return true;
  });
}

/** Takes the example out, unless people put something into its sheets and have not said that it may go. */
export function removeSampleFromBook(confirmed: unknown): SampleRemoval {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return underDocumentLock(() => {
    const marks = readBookMarks(spreadsheet);
    refuseNewer(marks);
    if (!holdsSample(marks)) return { removed: true, traces: [] };
    const dateOf = dateReader(spreadsheet);
    const traces = confirmed === true ? [] : tracesInSample(spreadsheet, dateOf);
    if (traces.length > 0) return { removed: false, traces };
    claimBook(spreadsheet, marks);
    removeSample(spreadsheet, dateOf);
    return { removed: true, traces };
  });
}

/**
 * Invented schools never mix with real ones.
 * @param wanted the report is of the invented district
 */
export function refuseMixing({ sample }: Book, wanted: unknown): void {
  if (sample !== (wanted === true))
    throw new IssueError({ code: sample ? 'sample-in-book' : 'sample-refused' });
}
