/**
 * The public surface of the app part: each export becomes a global function of the script.
 * Menu items and triggers act on the open spreadsheet; functions named `sidebar…` are called by the
 * sidebar and answer with a `Reply`.
 */
import { changeChecklist, tickSchools } from './change-checklists.ts';
import { importCok, prepareCokSheet, readCokState } from './cok.ts';
import type { BookState, ImportOutcome, InstallationCheck, Reply } from './contract.ts';
import type { BulkAnswer, ChecklistAnswer, ChecklistState } from './contract-checklists.ts';
import type { CokOutcome, CokState } from './contract-cok.ts';
import type { Reference } from './contract-reference.ts';
import type { SampleRemoval } from './contract-sample.ts';
import type { LastText, TextsState, WrittenSheet } from './contract-texts.ts';
import { importStatistics } from './import-statistics.ts';
import { checkInstallation, takeBookOver } from './installation-check.ts';
import { buildMenu, openSidebar } from './menu.ts';
import { readBook } from './read-book.ts';
import { readChecklistState } from './read-checklists.ts';
import { recalculateBook } from './recalculate.ts';
import { readReference, writeReferenceSheet } from './reference.ts';
import { reply } from './reply.ts';
import { beginSample, removeSampleFromBook } from './sample-book.ts';
import { logTexts, readTexts, writeReportSheet, writeTextsSheet } from './texts.ts';
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
 * Menu: opens the sidebar on «Чек-листы».
 */
export function showChecklists(): void {
  openSidebar('checklists');
}

/**
 * Menu: opens the sidebar on «Импорт УБ ЦОК».
 */
export function showCok(): void {
  openSidebar('cok');
}

/**
 * Menu: opens the sidebar on «Тексты школам».
 */
export function showTexts(): void {
  openSidebar('texts');
}

/**
 * Menu: opens the sidebar on «Справка».
 */
export function showReference(): void {
  openSidebar('reference');
}

/**
 * Menu: opens the sidebar on «Проверка установки».
 */
export function showCheck(): void {
  openSidebar('check');
}

/**
 * Menu: opens the sidebar on «Первые шаги», where the invented district is put in and taken out.
 */
export function showSample(): void {
  openSidebar('start');
}

/**
 * Menu: puts the book back to what it was before the last import.
 */
export function undoImport(): void {
  undoImportOfBook();
}

/**
 * Menu: makes «Школы» anew by the present «Настройки».
 */
export function recalculate(): void {
  recalculateBook();
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

/**
 * What the import of УБ ЦОК compares a file with.
 */
export function sidebarReadCok(): Reply<CokState> {
  return reply(readCokState);
}

/**
 * Writes one report of УБ ЦОК into the book under the document lock.
 *
 * @param {object} request a CokRequest: file name, date, counts by school id
 */
export function sidebarImportCok(request: unknown): Reply<CokOutcome> {
  return reply(() => importCok(request));
}

/**
 * Gives every school its row in «УБ ЦОК», so that counts can be typed by hand.
 */
export function sidebarPrepareCok(): Reply<number> {
  return reply(prepareCokSheet);
}

/**
 * Marks the book as one that gets the invented district.
 */
export function sidebarBeginSample(): Reply<true> {
  return reply(beginSample);
}

/**
 * Takes the invented district out of the book.
 *
 * @param {boolean} confirmed with whatever people put beside it
 */
export function sidebarRemoveSample(confirmed: unknown): Reply<SampleRemoval> {
  return reply(() => removeSampleFromBook(confirmed));
}

/**
 * When each school last got a text, and its counts a week before the data.
 *
 * @param {string} date date of the data
 */
export function sidebarReadTexts(date: unknown): Reply<TextsState> {
  return reply(() => readTexts(date));
}

/**
 * Writes into «Журнал» which schools' texts were copied.
 *
 * @param {object} request a CopiedTexts: who, and for each text the school and what it is about
 */
export function sidebarLogTexts(request: unknown): Reply<readonly LastText[]> {
  return reply(() => logTexts(request));
}

/**
 * Writes the texts to schools into their sheet.
 *
 * @param {object} texts a row a school with its text
 */
export function sidebarWriteTexts(texts: unknown): Reply<WrittenSheet> {
  return reply(() => writeTextsSheet(texts));
}

/**
 * Writes the page for a head into its sheet.
 *
 * @param {object} rows the rows of the page
 */
export function sidebarWriteReport(rows: unknown): Reply<WrittenSheet> {
  return reply(() => writeReportSheet(rows));
}

/**
 * The reference that the sidebar shows.
 */
export function sidebarReadReference(): Reply<Reference> {
  return reply(readReference);
}

/**
 * Writes the sheet «Справка».
 */
export function sidebarWriteReference(): Reply<WrittenSheet> {
  return reply(writeReferenceSheet);
}

/**
 * What the view «Чек-листы» shows, in one round trip.
 *
 * @param {object} notes how-tos of the steps by id, for headings that have none yet
 */
export function sidebarReadChecklists(notes: unknown): Reply<ChecklistState> {
  return reply(() => readChecklistState(notes));
}

/**
 * Changes one thing of one school in «Чек-листы», where it still is what the client saw.
 *
 * @param {object} change a ChecklistChange
 */
export function sidebarChangeChecklist(change: unknown): Reply<ChecklistAnswer> {
  return reply(() => changeChecklist(change));
}

/**
 * Ticks one step of many schools, where it still is what the client saw.
 *
 * @param {object} bulk a BulkTick
 */
export function sidebarTickSchools(bulk: unknown): Reply<BulkAnswer> {
  return reply(() => tickSchools(bulk));
}
