import type { Issue } from '../../domain/issues.ts';
import type { IsoDate } from '../../domain/record.ts';
import { targetOf, WHOLE } from '../../domain/share.ts';
import { type CellOutput, countOf, type DateReader, textOf } from '../platform.ts';

/** Code and value of a row of «Настройки». */
export type SettingEntry = readonly [code: string, value: CellOutput];

/** Values of «Настройки» by code. What cannot be read is named in `issues` and replaced. */
export interface SettingValues {
  /** Share in 0.01 %; `whenMissing` where the cell is blank or wrong. */
  share(code: string, whenMissing: number | null): number | null;
  day(code: string): IsoDate | null;
  count(code: string): number | null;
  /** The cell's text without outer spaces; '' where it is blank or the row is missing. */
  text(code: string): string;
  /** One of the words, else the first one. */
  choice<Word extends string>(code: string, words: readonly [Word, ...Word[]]): Word;
  /** Words separated by semicolons or commas, in lower case. */
  list(code: string): readonly string[];
  /** All codes with this beginning, in the sheet's order, with their texts. */
  startingWith(prefix: string): readonly (readonly [rest: string, text: string])[];
}

const RUSSIAN_DAY = /^(\d{2})\.(\d{2})\.(\d{4})$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Of two rows with one code the first counts. */
export function settingValues(
  entries: readonly SettingEntry[],
  dateOf: DateReader,
  issues: Issue[],
): SettingValues {
  const values = new Map<string, CellOutput>();
  for (const [code, value] of entries) if (code !== '' && !values.has(code)) values.set(code, value);

  const cell = (code: string): CellOutput => values.get(code) ?? '';
  const text = (code: string): string => textOf(cell(code)).trim();
  const invalid = (code: string, expected: string): void => {
    if (text(code) !== '')
      issues.push({ code: 'setting-invalid', setting: code, found: text(code), expected });
  };
  return {
    share: (code, whenMissing) => {
      const value = cell(code);
      if (typeof value === 'number') {
        const points = targetOf(value);
        if (points > 0 && points <= WHOLE) return points;
      }
      invalid(code, 'доля больше 0 % и не больше 100 %');
      return whenMissing;
    },
    day: (code) => {
      const value = cell(code);
      const day = typeof value === 'string' ? dayOfText(value.trim()) : dateOf(value);
      if (day === null) invalid(code, 'дата вида 30.12.2025');
      return day;
    },
    count: (code) => {
      const count = countOf(cell(code));
      if (count === null) invalid(code, 'целое число, не меньше нуля');
      return count;
    },
    text,
    choice: (code, words) => {
      const found = text(code).toLowerCase();
      const word = words.find((candidate) => candidate === found);
      if (word === undefined) invalid(code, `одно из: ${words.join(', ')}`);
      return word ?? words[0];
    },
    list: (code) =>
      text(code)
        .split(/[;,]/)
        .map((word) => word.trim().toLowerCase())
        .filter((word) => word !== ''),
    startingWith: (prefix) =>
      [...values.keys()]
        .filter((code) => code.startsWith(prefix))
        .map((code) => [code.slice(prefix.length), text(code)] as const),
  };
}

function dayOfText(text: string): IsoDate | null {
  const [, day, month, year] = RUSSIAN_DAY.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month}-${day}`;
  if (!ISO_DAY.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
