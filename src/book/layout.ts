/** Shape of a sheet of ours: what its declaration says, and nothing about the platform. */

/** Sheets that every book has from the first import on. */
export type BookSheetKey =
  | 'summary'
  | 'schools'
  | 'statistics'
  | 'cok'
  | 'checklists'
  | 'history'
  | 'log'
  | 'settings'
  | 'journal'
  | 'summary-data';

/** Sheets that are made when a person asks for them. */
export type SheetOnDemandKey = 'texts' | 'report' | 'reference';

export type SheetKey = BookSheetKey | SheetOnDemandKey;

/**
 * - `id`: identity, written once, never moved
 * - `file`: written by an import as a value
 * - `formula`: same-row native formula, written by us
 * - `hand`: a person's, never touched by us
 */
export type CellKind = 'id' | 'file' | 'formula' | 'hand';

export interface ColumnLayout {
  readonly heading: string;
  /** Note of the heading cell (Russian). */
  readonly note: string;
  /** Id of the paragraph of «Справка» that says more; that of the sheet where absent. */
  readonly reference?: string;
  readonly kind: CellKind;
  /** Pixels. */
  readonly width: number;
  /** Number format of the cells below the heading; the default format where absent. */
  readonly format?: string;
  /** The column came with a later version of the layout: the sheet of an older book may lack it. */
  readonly later?: true;
}

export interface SheetLayout {
  readonly key: SheetKey;
  /** Name at creation; people may rename the sheet. */
  readonly name: string;
  readonly columns: readonly ColumnLayout[];
  /** Id of the paragraph of «Справка» that the notes of its headings name. */
  readonly reference?: string;
  /** 1-based row where the rows of schools begin. */
  readonly firstRow: number;
  readonly frozenColumns: number;
  /** Columns hidden at creation, 1-based. */
  readonly hidden?: readonly number[];
}

export const FORMATS = {
  date: 'dd.mm.yyyy',
  dateTime: 'dd.mm.yyyy hh:mm',
  share: '0.00%',
  points: '+0.00;-0.00;0.00',
  people: '+0;-0;0',
} as const;

export function headingsOf(layout: SheetLayout): string[] {
  return layout.columns.map((column) => column.heading);
}
