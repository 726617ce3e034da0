import { prepareBook } from '../book/book.ts';
import { recalculateSchools, repairBook } from '../book/import-commit.ts';
import { counted } from '../text/numbers.ts';
import { WORDS } from '../text/plurals.ts';
import { underDocumentLock } from './lock.ts';
import { showIssue } from './show-issue.ts';

/** Makes «Школы» anew by the present settings, and says so. */
export function recalculateBook(): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  try {
    const schools = underDocumentLock(() => {
      const book = prepareBook(spreadsheet);
      repairBook(book);
      return recalculateSchools(book);
    });
    spreadsheet.toast(
      `«Школы» пересчитаны по листу «Настройки»: ${counted(schools, WORDS.school)}`,
      'Готово',
    );
  } catch (error) {
    showIssue(error);
  }
}
