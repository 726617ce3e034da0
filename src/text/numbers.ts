import type { IsoDate } from '../domain/record.ts';
import type { BasisPoints } from '../domain/share.ts';
import { type CountedWord, plural } from './plurals.ts';

/** Keeps a number and its unit, or groups of digits, on one line. */
export const NBSP = '\u00a0';

/** 1234567 → «1 234 567» with no-break spaces. Made here, as Apps Script and browsers group differently. */
export function formatCount(count: number): string {
  const digits = String(Math.abs(count));
  let grouped = '';
  for (let index = 0; index < digits.length; index += 1) {
    if (index > 0 && (digits.length - index) % 3 === 0) grouped += NBSP;
    grouped += digits[index] ?? '';
  }
  return count < 0 ? `−${grouped}` : grouped;
}

/** «5 школ», «1 234 человека»: number and word, kept together. */
export function counted(count: number, word: CountedWord): string {
  return `${formatCount(count)}${NBSP}${plural(count, word)}`;
}

/** Basis points → «68,33 %», «75 %»: at most two decimals, no zeros at the end. */
export function formatShare(share: BasisPoints): string {
  const whole = Math.floor(share / 100);
  const rest = share % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return `${formatCount(whole)}${decimals}${NBSP}%`;
}

/** `2026-06-03` → «03.06.2026». */
export function formatDate(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}.${month}.${year}`;
}
