import { findSheets, prepareBook } from '../book/book.ts';
import { repairBook } from '../book/import-commit.ts';
import { sheetObtainer } from '../book/obtain.ts';
import { dateReader } from '../book/platform.ts';
import { fillReference, REFERENCE_LAYOUT, writeReference } from '../book/reference-sheet.ts';
import { DEFAULT_SETTINGS } from '../book/settings/areas.ts';
import { readSettings, SETTINGS_LAYOUT } from '../book/settings/sheet.ts';
import { linksWith } from '../text/links.ts';
import { referenceChapters, referenceRows } from '../text/reference/index.ts';
import type { Reference } from './contract-reference.ts';
import type { WrittenSheet } from './contract-texts.ts';
import { underDocumentLock } from './lock.ts';

/** Changes nothing. */
export function readReference(): Reference {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const settings = findSheets(spreadsheet)(SETTINGS_LAYOUT);
  const { links: addresses } =
    settings === null ? DEFAULT_SETTINGS : readSettings(settings, dateReader(spreadsheet));
  const links = linksWith(addresses);
  return { chapters: referenceChapters(links), links };
}

/** Writes the paragraphs, and brings the sheet to the front. */
export function writeReferenceSheet(): WrittenSheet {
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    const sheet = sheetObtainer(book.spreadsheet).obtain(REFERENCE_LAYOUT, fillReference);
    const links = linksWith(readSettings(book.sheets.settings, book.dateOf).links);
    writeReference(sheet, referenceRows(referenceChapters(links), links));
    book.spreadsheet.setActiveSheet(sheet);
    return { sheet: sheet.getName() };
  });
}
