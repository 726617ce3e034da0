import { prepareBook } from '../book/book.ts';
import { commitImport, repairBook } from '../book/import-commit.ts';
import { readStatistics } from '../book/statistics.ts';
import { IssueError } from '../domain/issues.ts';
import { recordToRow } from '../domain/record.ts';
import { sampleDistrict } from '../sample/district.ts';
import { SAMPLE_OPTIONS } from '../sample/options.ts';
import { underDocumentLock } from './lock.ts';
import { showIssue } from './show-issue.ts';

/**
 * Imports two weeks of an invented district into a book without statistics, through the very commit
 * of a real import. A book that holds statistics is left alone.
 */
export function fillSampleBook(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  try {
    underDocumentLock(() => {
      const book = prepareBook(spreadsheet);
      repairBook(book);
      if (readStatistics(book.sheets.statistics, book.dateOf).rows.length > 0) {
        throw new IssueError({ code: 'sample-refused' });
      }
      for (const records of sampleDistrict(SAMPLE_OPTIONS)) {
        const rows = records.map(recordToRow);
        commitImport(book, { date: records[0]?.date ?? '', fileName: 'Пример данных', rows });
      }
      spreadsheet.setActiveSheet(book.sheets.schools);
    });
  } catch (error) {
    showIssue(error);
  }
}
