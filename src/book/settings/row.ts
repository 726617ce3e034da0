import type { SettingWords } from '../../text/sheets/settings.ts';
import type { CellInput } from '../cells.ts';

/**
 * - `share`: a number of the format 0.00 %, held to 0.01 % … 100 % by a validation
 * - `day`: a date
 * - `count`: a whole number
 * - `text`: words, lists, templates, links
 */
export type SettingKind = 'share' | 'day' | 'count' | 'text';

/** One row of «Настройки» as it is made. */
export interface SettingRow {
  /** Never changes: rows are found by it. */
  readonly code: string;
  readonly kind: SettingKind;
  /** Written as it is: a text from elsewhere goes through `textCell`. */
  readonly initial: CellInput;
}

/** The settings of one part of the product. */
export interface SettingArea {
  readonly rows: readonly SettingRow[];
  /** Beginnings of codes that the product or people add while working, for example `alias.`. */
  readonly prefixes?: readonly string[];
  /** Texts of the rows; taken only when rows are written. */
  readonly words: () => SettingWords;
}
