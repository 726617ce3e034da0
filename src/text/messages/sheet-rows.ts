import type { IsoDate } from '../../domain/record.ts';

/** A school's text as the sheet «Тексты» keeps it. */
export interface SchoolText {
  readonly id: string;
  readonly school: string;
  readonly about: string;
  readonly date: IsoDate;
  readonly text: string;
}

/** How a row of the page for a head is shown; `text` runs over all columns. */
export const ROW_LOOKS = ['title', 'heading', 'head', 'cells', 'text'] as const;
export type RowLook = (typeof ROW_LOOKS)[number];

export const PAGE_COLUMNS = 5;

export interface PageRow {
  readonly look: RowLook;
  /** At most `PAGE_COLUMNS`. */
  readonly cells: readonly string[];
}
