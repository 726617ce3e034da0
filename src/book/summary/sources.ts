import { columnLetter } from '../../domain/columns.ts';
import { type Indicator, MAX_INDICATORS } from '../../domain/indicators.ts';
import { STATUS_FACES } from '../../domain/status.ts';
import { sheetReference } from '../cells.ts';
import type { ColumnKey } from '../checklists/columns.ts';
import type { ChecklistsPlace } from '../checklists/outward.ts';
import { indicatorLetter, SCHOOLS_LAYOUT, TARGET_ROW } from '../schools.ts';

/** Sheets that the formulas look at. */
export const SOURCE_KEYS = [
  'schools',
  'statistics',
  'history',
  'settings',
  'journal',
  'checklists',
  'cok',
  'summary-data',
] as const;
export type SourceKey = (typeof SOURCE_KEYS)[number];

export type SheetKey = SourceKey | 'summary';

/** Names of the sheets, or their placeholders. */
export type SheetNames = Readonly<Record<SheetKey, string>>;

/** Stands for the name of a sheet in a formula, until the formula is written. */
export function placeholder(key: SheetKey): string {
  return `{${key}}`;
}

/** Stands for the row of the cell. */
export const ROW = '{row}';

/** A placeholder as a formula holds it. */
export const PLACEHOLDER = /'\{[a-z-]+\}'/g;

/** Stands for the letter of a column of «Чек-листы»: people move them, so they are found when it is written. */
function columnPlaceholder(key: ColumnKey): string {
  return `{@${key}}`;
}

export const COLUMN_PLACEHOLDER = /\{@([a-z.-]+)\}/gi;

type SchoolField = Parameters<typeof indicatorLetter>[1];

/** References as the formulas write them. */
export interface Sources {
  readonly names: SheetNames;
  /** A column of «Школы» from the row of targets down: rows inserted above the first school stay inside. */
  readonly school: (letter: string) => string;
  readonly field: (indicator: Indicator, field: SchoolField) => string;
  /** Column of ids: rows without an id are people's own and count nowhere. */
  readonly ids: string;
  readonly target: (indicator: Indicator) => string;
  readonly nearEdge: (indicator: Indicator) => string;
  readonly column: (key: SourceKey, letter: string) => string;
  readonly data: (address: string) => string;
  readonly checklists: ChecklistsPlace;
}

export function sourcesOf(names: SheetNames): Sources {
  const sheet = (key: SourceKey): string => sheetReference(names[key]);
  const column = (key: SourceKey, letter: string): string => `${sheet(key)}!$${letter}$2:$${letter}`;
  const school = (letter: string): string => column('schools', letter);
  const inTargetRow = (letter: string): string => `${sheet('schools')}!$${letter}$${TARGET_ROW}`;
  return {
    names,
    school,
    field: (indicator, field) => school(indicatorLetter(indicator, field)),
    ids: school('A'),
    target: (indicator) => inTargetRow(indicatorLetter(indicator, 'share')),
    nearEdge: (indicator) => inTargetRow(indicatorLetter(indicator, 'status')),
    column,
    data: (address) => `${sheet('summary-data')}!${address}`,
    checklists: { name: names.checklists, letter: columnPlaceholder },
  };
}

/** Letter of a column of «Школы» by its heading. */
export function schoolLetter(heading: string): string {
  return columnLetter(SCHOOLS_LAYOUT.columns.findIndex((column) => column.heading === heading));
}

/** How many indicators of МАХ lack data, for each row of «Школы». */
export function withoutData({ field }: Sources): string {
  return MAX_INDICATORS.map(
    (indicator) => `(${field(indicator, 'status')}="${STATUS_FACES['no-data'].label}")`,
  ).join('+');
}
