import type { Issue } from '../src/domain/issues.ts';
import { sentenceOf } from '../src/text/issues/sentences.ts';
import type { AppsScript, SheetView } from './apps-script/index.ts';

/** Metadata by which the add-on knows its sheets: `<key>:<sheet id>`. */
const SHEET_MARK = 'maxcok.sheet';

export interface DumpedSheet extends SheetView {
  /** The add-on's name of the sheet, for example `schools`; '' for a sheet that is not its own. */
  readonly key: string;
  readonly name: string;
}

export interface DumpedIssue {
  readonly code: string;
  /** 1-based line of the file; null where the issue is not about a line. */
  readonly row: number | null;
  /** Heading of the column; null where the issue is not about a column. */
  readonly column: string | null;
  readonly message: string;
}

/** Everything a check needs, as 2-D arrays; `fills` are what a person sees, colour rules applied. */
export interface Dump {
  readonly sheets: readonly DumpedSheet[];
  readonly issues: readonly DumpedIssue[];
  readonly calls: { readonly total: number; readonly byMethod: Readonly<Record<string, number>> };
}

/** The add-on's key of a sheet, '' for a sheet of somebody else's. */
export function sheetKey({ book }: AppsScript, sheetId: number): string {
  const marks = book.metadata.filter(
    ({ key, location }) => key === SHEET_MARK && location.type === 'SHEET' && location.sheetId === sheetId,
  );
  // A duplicated tab carries the mark of its original, with the original's id.
  const own = marks.find(({ value }) => value?.split(':')[1] === String(sheetId));
  return (own ?? marks[0])?.value?.split(':')[0] ?? '';
}

export function dumpSheets(environment: AppsScript): DumpedSheet[] {
  return environment.book.sheets.map(({ id, name }) => ({
    key: sheetKey(environment, id),
    name,
    ...environment.view(id),
  }));
}

export function dumpIssue(issue: Issue): DumpedIssue {
  return {
    code: issue.code,
    row: 'line' in issue ? issue.line : null,
    column: 'heading' in issue ? issue.heading : null,
    message: sentenceOf(issue),
  };
}
