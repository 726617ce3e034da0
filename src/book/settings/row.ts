import type { SettingWords } from '../../text/sheets/settings.ts';
import type { CellInput } from '../cells.ts';

/**
 * - `share`: a number of the format 0.00 %, held to 0.01 % … 100 % by a validation
 * - `portion`: the same, and 0 % too
 * - `day`: a date
 * - `count`: a whole number
 * - `choice`: one of `words`, chosen from a list
 * - `text`: words, lists, templates, links
 */
export type SettingKind = 'share' | 'portion' | 'day' | 'count' | 'choice' | 'text';

/** One row of «Настройки» as it is made. */
export interface SettingRow {
  /** Never changes: rows are found by it. */
  readonly code: string;
  readonly kind: SettingKind;
  /** Words of a `choice`. */
  readonly words?: readonly string[];
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
