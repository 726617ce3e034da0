import { IssueError } from '../domain/issues.ts';
import type { Spreadsheet } from './platform.ts';

/**
 * Marks of the whole book, as developer metadata of the spreadsheet visible to the document.
 *
 * - `maxcok.installation` = `<script id>:<spreadsheet id>`: whose code writes here. A second copy of
 *   the code in one book (pasted twice, or pasted beside the published add-on) is told by its script
 *   id. A copy of the book carries the mark of the original, told by the spreadsheet id, and is taken
 *   over: its bound script has an id of its own.
 * - `maxcok.layout`: see migrations.ts.
 * - `maxcok.steps`: short numbers of the steps that «Чек-листы» has had columns for; see migrations.ts.
 * - `maxcok.sample`: see sample.ts.
 */
export const INSTALLATION_MARK = 'maxcok.installation';
export const LAYOUT_MARK = 'maxcok.layout';
export const STEPS_MARK = 'maxcok.steps';
export const SAMPLE_MARK = 'maxcok.sample';

export type BookMark = typeof INSTALLATION_MARK | typeof LAYOUT_MARK | typeof STEPS_MARK | typeof SAMPLE_MARK;

/** Values of the marks, null where there is none. */
export interface BookMarks {
  readonly installation: string | null;
  readonly layout: string | null;
  readonly steps: string | null;
  readonly sample: string | null;
}

/** All marks in one call. */
export function readBookMarks(spreadsheet: Spreadsheet): BookMarks {
  const values = new Map(
    spreadsheet.getDeveloperMetadata().map((mark) => [mark.getKey(), mark.getValue()] as const),
  );
  return {
    installation: values.get(INSTALLATION_MARK) ?? null,
    layout: values.get(LAYOUT_MARK) ?? null,
    steps: values.get(STEPS_MARK) ?? null,
    sample: values.get(SAMPLE_MARK) ?? null,
  };
}

/** Takes marks of the book away. */
export function removeBookMarks(spreadsheet: Spreadsheet, keys: readonly string[]): void {
  for (const mark of spreadsheet.getDeveloperMetadata()) if (keys.includes(mark.getKey())) mark.remove();
}

/** Writes a mark of the book in place of the one that is there. */
export function writeBookMark(spreadsheet: Spreadsheet, key: BookMark, value: string): void {
  const [mark, ...surplus] = spreadsheet.getDeveloperMetadata().filter((entry) => entry.getKey() === key);
  for (const entry of surplus) entry.remove();
  if (mark === undefined) {
    spreadsheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  } else mark.setValue(value);
}

function ownMark(spreadsheet: Spreadsheet): string {
  return `${ScriptApp.getScriptId()}:${spreadsheet.getId()}`;
}

/** Does another copy of the code write into this very book? */
export function isForeign(spreadsheet: Spreadsheet, { installation }: BookMarks): boolean {
  if (installation === null || installation === ownMark(spreadsheet)) return false;
  return installation.split(':')[1] === spreadsheet.getId();
}

/**
 * Puts this installation's mark on a book without one, or on a copy of a book.
 * @throws IssueError second-installation when another installation writes into the book
 */
export function claimBook(spreadsheet: Spreadsheet, marks: BookMarks): void {
  if (isForeign(spreadsheet, marks)) throw new IssueError({ code: 'second-installation' });
  if (marks.installation !== ownMark(spreadsheet)) takeOver(spreadsheet);
}

/** Makes this installation the one that writes into the book: a person says that the other is gone. */
export function takeOver(spreadsheet: Spreadsheet): void {
  writeBookMark(spreadsheet, INSTALLATION_MARK, ownMark(spreadsheet));
}
