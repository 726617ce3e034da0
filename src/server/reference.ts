import { prepareBook } from '../book/book.ts';
import { repairBook } from '../book/import-commit.ts';
import { sheetObtainer } from '../book/obtain.ts';
import {
  fillReference,
  REFERENCE_LAYOUT,
  type ReferenceRow,
  writeReference,
} from '../book/reference-sheet.ts';
import { list, readRequest, text } from '../import/shape.ts';
import type { WrittenSheet } from './contract-texts.ts';
import { underDocumentLock } from './lock.ts';

/** A cell of the platform holds no more. */
const CELL_LIMIT = 50_000;
const MOST_PARAGRAPHS = 1000;

const cell = text(CELL_LIMIT);

function referenceRow(value: unknown): ReferenceRow {
  const [chapter, title, words, links] = list(cell, 4, 4)(value);
  return [chapter ?? '', title ?? '', words ?? '', links ?? ''];
}

/** Writes the paragraphs that the sidebar has, and brings the sheet to the front. */
export function writeReferenceSheet(request: unknown): WrittenSheet {
  const rows = readRequest('rows', () => list(referenceRow, MOST_PARAGRAPHS, 1)(request));
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    const sheet = sheetObtainer(book.spreadsheet).obtain(REFERENCE_LAYOUT, fillReference);
    writeReference(sheet, rows);
    book.spreadsheet.setActiveSheet(sheet);
    return { sheet: sheet.getName() };
  });
}
