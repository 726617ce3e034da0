/**
 * The public surface of the app part: each export becomes a global function of the script.
 * Menu items and triggers act on the open spreadsheet; functions named `sidebar…` are called by the
 * sidebar and answer with a `Reply`.
 */
import type { BookState, ImportOutcome, InstallationCheck, Reply } from './contract.ts';
import { importStatistics } from './import-statistics.ts';
import { checkInstallation, takeBookOver } from './installation-check.ts';
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
 * Menu: opens the sidebar on «Проверка установки».
 */
export function showCheck(): void {
  openSidebar('check');
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
 * Looks at the installation and tries the platform on scratch sheets, which are removed.
 */
export function sidebarCheckInstallation(): Reply<InstallationCheck> {
  return reply(checkInstallation);
}

/**
 * Makes this installation the one that writes into the book, and checks it.
 */
export function sidebarTakeBookOver(): Reply<InstallationCheck> {
  return reply(takeBookOver);
}

/**
 * Writes one report into the book under the document lock.
 *
 * @param {object} request an ImportRequest: file name and rows of 25 cells
 */
export function sidebarImportStatistics(request: unknown): Reply<ImportOutcome> {
  return reply(() => importStatistics(request));
}
