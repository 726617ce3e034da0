import type { CellValue } from './day-cell.ts';

/** What a person means by the cell of a step. */
export type StepMark =
  | { readonly mark: 'open' | 'ticked' }
  /** «н/п», with the reason written behind it; '' where there is none. */
  | { readonly mark: 'excepted'; readonly reason: string }
  /** Neither: named to people, counted as open, never overwritten. */
  | { readonly mark: 'wrong'; readonly found: string };

/** Booleans that were stored as text, in the two languages of a book. */
export const YES_WORDS: readonly string[] = ['true', 'истина'];
export const NO_WORDS: readonly string[] = ['', 'false', 'ложь'];
/*
 * Patterns stand in the sheet's formulas too: only what RE2 reads as JavaScript does. The text of
 * the second one is in lower case.
 */
export const BLANKS_PATTERN = '[\\t\\n\\f\\r \u00a0]+';
export const NOT_APPLICABLE_PATTERN = '^(?:н/п|не применимо)(?:[ :;,.—–-]|$)';

const BLANKS = new RegExp(BLANKS_PATTERN, 'g');
const NOT_APPLICABLE = new RegExp(NOT_APPLICABLE_PATTERN);
const BEFORE_REASON = /^(?:н\/п|не применимо)[ :;,.—–-]*/i;

/** Reads the cell of a step: a checkbox, or what people type into one. */
export function readStepCell(cell: CellValue): StepMark {
  const found = cell === null || cell === undefined ? '' : String(cell);
  const text = found.replace(BLANKS, ' ').replace(/^ | $/g, '');
  const word = text.toLowerCase();
  if (NO_WORDS.includes(word)) return { mark: 'open' };
  if (YES_WORDS.includes(word)) return { mark: 'ticked' };
  if (NOT_APPLICABLE.test(word)) return { mark: 'excepted', reason: text.replace(BEFORE_REASON, '') };
  return { mark: 'wrong', found: text };
}
