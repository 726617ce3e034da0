/**
 * The public surface of the app part: each export becomes a global function of the script.
 * Menu items and triggers act on the open spreadsheet; functions named `sidebar…` are called by the
 * sidebar and answer with a `Reply`.
 */
import type { BookState, ImportOutcome, Reply } from './contract.ts';
import { importStatistics } from './import-statistics.ts';
import { buildMenu, openSidebar } from './menu.ts';
import { readBook } from './read-book.ts';
import { reply } from './reply.ts';
import { fillSampleBook } from './sample-book.ts';
import { undoImportOfBook } from './undo.ts';

/**
 * Builds the menu when a spreadsheet is opened. Runs without rights to the document (AuthMode.NONE).
 */
export function onOpen(): void {
  buildMenu();
}

/**
 * Builds the menu right after installation from the store.
 */
export function onInstall(): void {
  buildMenu();
}

/**
 * Menu: opens the sidebar on «Импорт статистики».
 */
export function showImport(): void {
  openSidebar('import');
}

/**
 * Menu: opens the sidebar on «Тексты школам».
 */
export function showTexts(): void {
  openSidebar('texts');
}

/**
 * Menu: fills an empty book with an invented district.
 */
export function fillSample(): void {
  fillSampleBook();
}

/**
 * Menu: puts the book back to what it was before the last import.
 */
export function undoImport(): void {
  undoImportOfBook();
}

/**
 * What the sidebar shows of the book, in one round trip.
 */
export function sidebarReadBook(): Reply<BookState> {
  return reply(readBook);
}

/**
 * Writes one report into the book under the document lock.
 *
 * @param {object} request an ImportRequest: file name and rows of 25 cells
 */
export function sidebarImportStatistics(request: unknown): Reply<ImportOutcome> {
  return reply(() => importStatistics(request));
}
