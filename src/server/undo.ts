import { prepareBook } from '../book/book.ts';
import { repairBook, undoLastImport } from '../book/import-commit.ts';
import { formatDate } from '../text/numbers.ts';
import { underDocumentLock } from './lock.ts';
import { showIssue } from './show-issue.ts';

/** Puts the book back to what it was before the last import, and says so. */
export function undoImportOfBook(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  try {
    const undone = underDocumentLock(() => {
      const book = prepareBook(spreadsheet);
      repairBook(book);
      return undoLastImport(book, { who: '', when: new Date() });
    });
    spreadsheet.toast(`Отменён импорт отчёта от ${formatDate(undone.date)} (${undone.fileName})`, 'Готово');
  } catch (error) {
    showIssue(error);
  }
}
