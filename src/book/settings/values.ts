import type { Issue } from '../../domain/issues.ts';
import type { IsoDate } from '../../domain/record.ts';
import { targetOf, WHOLE } from '../../domain/share.ts';
import { type CellOutput, countOf, type DateReader, textOf } from '../platform.ts';

/** Code and value of a row of «Настройки», and the day from which it holds; blank where it always has. */
export type SettingEntry = readonly [code: string, value: CellOutput, from?: CellOutput];

export interface DatedShare {
  readonly from: IsoDate | null;
  readonly share: number | null;
}

/** Values of «Настройки» by code. What cannot be read is named in `issues` and replaced. */
export interface SettingValues {
  /** Share in 0.01 %; `whenMissing` where the cell is blank or wrong. */
  share(code: string, whenMissing: number | null): number | null;
  /** All rows of a code, in the sheet's order. A row whose day cannot be read is named and left out. */
  datedShares(code: string): readonly DatedShare[];
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
  /** Names a value that its reader cannot take, and what is expected. */
  refuse(code: string, expected: string): void;
}

const RUSSIAN_DAY = /^(\d{2})\.(\d{2})\.(\d{4})$/;
const SHARE = 'доля больше 0 % и не больше 100 %';
const DAY = 'дата вида 30.12.2025';
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
  const name = (code: string, value: CellOutput, expected: string): void => {
    const found = textOf(value).trim();
    if (found !== '') issues.push({ code: 'setting-invalid', setting: code, found, expected });
  };
  const invalid = (code: string, expected: string): void => name(code, cell(code), expected);
  const dayOf = (value: CellOutput): IsoDate | null =>
    typeof value === 'string' ? dayOfText(value.trim()) : dateOf(value);
  return {
    share: (code, whenMissing) => {
      const points = pointsOf(cell(code));
      if (points === null) invalid(code, SHARE);
      return points ?? whenMissing;
    },
    datedShares: (code) => {
      const shares: DatedShare[] = [];
      for (const [entry, value, from = ''] of entries) {
        if (entry !== code) continue;
        const share = pointsOf(value);
        const day = dayOf(from);
        if (share === null) name(code, value, SHARE);
        if (day === null) name(code, from, DAY);
        if (day !== null || textOf(from).trim() === '') shares.push({ from: day, share });
      }
      return shares;
    },
    day: (code) => {
      const day = dayOf(cell(code));
      if (day === null) invalid(code, DAY);
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
    refuse: invalid,
  };
}

function pointsOf(value: CellOutput): number | null {
  const points = typeof value === 'number' ? targetOf(value) : 0;
  return points > 0 && points <= WHOLE ? points : null;
}

function dayOfText(text: string): IsoDate | null {
  const [, day, month, year] = RUSSIAN_DAY.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month}-${day}`;
  if (!ISO_DAY.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
