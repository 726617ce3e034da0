import type { Count } from '../domain/record.ts';
import { splitGrouped } from './grouping.ts';
import { COUNT_LIMIT } from './limits.ts';
import { fromScientific } from './scientific.ts';

export type CountFault =
  | 'count-text'
  | 'count-negative'
  | 'count-fraction'
  | 'count-too-large'
  | 'digits-lost';

export type CountReading =
  | { readonly ok: true; readonly value: Count }
  | { readonly ok: false; readonly fault: CountFault };

/** Digits of a number that the hot path reads; longer ones go the careful way. */
const PLAIN_DIGITS = 6;

/** A count of plain digits, −1 where the cell needs `readCount`. Without allocation: it runs a million times. */
export function plainCount(cell: string): number {
  const length = cell.length;
  if (length === 0 || length > PLAIN_DIGITS) return -1;
  let value = 0;
  for (let index = 0; index < length; index += 1) {
    const digit = cell.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `trim()` of a cell; nearly all have nothing to take away, and the engine need not be called for them. */
export function trimmed(cell: string): string {
  const last = cell.length - 1;
  const bare = last < 0 || (isInk(cell.charCodeAt(0)) && isInk(cell.charCodeAt(last)));
  return bare ? cell : cell.trim();
}

/** Surely no space; of the marks further on, some are. */
function isInk(unit: number): boolean {
  return unit > 0x20 && unit < 0x1680 && unit !== 0xa0;
}

const MINUS = /^[-‐‑‒–—−]\s*(?=\d)/;

/** A count as people and programs write it: grouped, with a decimal part of zeros; a blank is null. */
export function readCount(cell: string): CountReading {
  const text = cell.trim();
  if (text === '') return { ok: true, value: null };
  const unsigned = text.replace(MINUS, '');
  const digits = fromScientific(unsigned);
  if (digits === 'lost') return { ok: false, fault: 'digits-lost' };
  const number = digits === null ? splitGrouped(unsigned) : { whole: digits, fraction: '' };
  if (number === null) return { ok: false, fault: 'count-text' };
  if (unsigned !== text) return { ok: false, fault: 'count-negative' };
  if (!onlyZeros(number.fraction)) return { ok: false, fault: 'count-fraction' };
  const value = Number(number.whole);
  return value > COUNT_LIMIT ? { ok: false, fault: 'count-too-large' } : { ok: true, value };
}

function onlyZeros(digits: string): boolean {
  for (const digit of digits) {
    if (digit !== '0') return false;
  }
  return true;
}

export type DigitsReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly fault: 'digits-lost' };

/** An identifier: the marks that spreadsheets add around digits are taken away, other text is kept. */
export function readDigits(cell: string): DigitsReading {
  const text = unwrapped(cell.trim());
  const digits = fromScientific(text);
  if (digits === 'lost') return { ok: false, fault: 'digits-lost' };
  if (digits !== null) return { ok: true, value: digits };
  const grouped = splitGrouped(text);
  const whole = grouped !== null && onlyZeros(grouped.fraction);
  return { ok: true, value: whole ? grouped.whole : text };
}

/** `'0123` and `="0123"`: how spreadsheets are told to keep the zeros. */
function unwrapped(text: string): string {
  if (text.startsWith('="') && text.endsWith('"') && text.length > 3) return text.slice(2, -1).trim();
  return text.startsWith("'") ? text.slice(1) : text;
}

export function allDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

/** Restores a leading zero that a spreadsheet took: an ИНН has 10 digits (organisation) or 12 (person). */
export function restoreInn(inn: string): string {
  return (inn.length === 9 || inn.length === 11) && allDigits(inn) ? `0${inn}` : inn;
}

export function innLengthRight(inn: string): boolean {
  return (inn.length === 10 || inn.length === 12) && allDigits(inn);
}

/** Region codes have two digits at least. */
export function restoreRegionCode(code: string): string {
  return code.length === 1 && allDigits(code) ? `0${code}` : code;
}
