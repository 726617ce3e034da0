import type { FileIssue } from '../domain/issues.ts';
import type { Encoding } from './decode.ts';
import type { Layout } from './layout.ts';

/** The sheet of a workbook that a table was taken from. */
export interface TakenSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Names of all sheets with such a table, this one among them: a person may take another. */
  readonly tables: readonly string[];
  /** Names of the other sheets that are not blank. */
  readonly others: readonly string[];
}

/** A table found in a file or a pasted text, with how it was found. */
export interface OpenedTable extends Layout {
  /** `pasted` where there were no bytes, `xlsx` for a workbook. */
  readonly encoding: Encoding | 'xlsx' | 'pasted';
  readonly sheet: TakenSheet | null;
}

export type Opened =
  | { readonly ok: true; readonly opened: OpenedTable }
  | { readonly ok: false; readonly issue: FileIssue };
