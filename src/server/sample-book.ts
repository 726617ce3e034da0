import { prepareBook } from '../book/book.ts';
import { placeNewSchools } from '../book/checklists/place.ts';
import { commitCok } from '../book/cok/commit.ts';
import { commitImport, repairBook } from '../book/import-commit.ts';
import { readStatistics } from '../book/statistics.ts';
import { IssueError } from '../domain/issues.ts';
import { recordToRow } from '../domain/record.ts';
import { sampleCok } from '../sample/cok.ts';
import { sampleDistrict } from '../sample/district.ts';
import { SAMPLE_OPTIONS } from '../sample/options.ts';
import { underDocumentLock } from './lock.ts';
import { showIssue } from './show-issue.ts';

/**
 * Imports two weeks of an invented district, of МАХ and of УБ ЦОК, into a book without statistics, through the very commit
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
      sampleDistrict(SAMPLE_OPTIONS).forEach((records, week) => {
        const rows = records.map(recordToRow);
        const about = { date: records[0]?.date ?? '', fileName: 'Пример данных', warnings: 0 };
        const signature = { who: '', when: new Date() };
        const { added, kindWords } = commitImport(book, { ...about, rows, older: [] }, signature);
        placeNewSchools(book, rows, added, kindWords);
        const schools = sampleCok(records, SAMPLE_OPTIONS.weeks - 1 - week);
        commitCok(book, { ...about, fields: ['loggedIn', 'assigned', 'viewed'], schools }, signature);
      });
      spreadsheet.setActiveSheet(book.sheets.schools);
    });
  } catch (error) {
    showIssue(error);
  }
}
