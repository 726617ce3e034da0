import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, type ColumnKey } from '../../src/domain/columns.ts';
import { severityOf } from '../../src/domain/issues.ts';
import type { StatisticsRecord } from '../../src/domain/record.ts';
import { readStatisticsFile } from '../../src/import/read.ts';
import { statisticsCsv, utf8, utf16le, windows1251 } from './support.ts';

/** Names that break careless readers, markup and formulas among them. */
const NAMES = [
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x";"y")',
  'ГБОУ "Школа № 5"',
  'ООО ";;" и ко',
  'две\nстроки',
  'с, запятой; и\tтабуляцией',
  '"',
  '""',
  "'",
  'ёЁ',
  'sep=;',
  '{"error"',
];

/** Cyrillic text that every encoding has; texts are trimmed by the reader, so are these. */
const letters = fc
  .string({ unit: fc.constantFrom(...'абвГДЁё №"«»,;\t\'=+-@{}<>&09aZ'), maxLength: 30 })
  .map((text) => text.trim());
const text = fc.oneof(letters, fc.constantFrom(...NAMES));
const count = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: 50 }),
);
const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });

function cell(key: ColumnKey): fc.Arbitrary<string | number | null> {
  const column = COLUMNS.find((other) => other.key === key);
  if (key === 'date') return fc.constant('2026-06-03');
  if (key === 'inn') return fc.oneof(digits(10, 10), digits(12, 12), fc.constant(''));
  if (key === 'regionCode') return fc.oneof(digits(2, 3), fc.constant(''));
  if (key === 'orgId') return digits(1, 12);
  return column?.kind === 'count' ? count : text;
}

const record = fc.record(
  Object.fromEntries(COLUMNS.map((column) => [column.key, cell(column.key)])),
) as unknown as fc.Arbitrary<StatisticsRecord>;
const records = fc.uniqueArray(record, { minLength: 1, maxLength: 6, selector: (row) => row.orgId });

const writing = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  finalNewline: fc.boolean(),
});
const encoder = fc.constantFrom(utf8, (source: string) => utf8(`\ufeff${source}`), windows1251, utf16le);

function isPlainTotal(row: StatisticsRecord): boolean {
  return row.orgId === '';
}

describe('any table in any dialect', () => {
  it('comes back equal', () => {
    fc.assert(
      fc.property(records, writing, encoder, (rows, dialect, encode) => {
        fc.pre(!rows.some(isPlainTotal));
        const reading = readStatisticsFile(encode(statisticsCsv(rows, dialect)), 'x.csv');
        expect(reading.issues.filter((issue) => severityOf(issue) === 'error')).toEqual([]);
        // A file that mixes line ends is given one kind of them, inside cells too.
        expect(reading.records).toEqual(rows);
      }),
      { numRuns: 1500, seed: 3 },
    );
  });
});

describe('any bytes', () => {
  const answers = (bytes: Uint8Array): void => {
    const reading = readStatisticsFile(bytes, 'x');
    const refused = reading.issues.some((issue) => severityOf(issue) === 'error');
    expect(refused).toBe(reading.records.length === 0);
  };

  it('random bytes never throw and never pass without an issue', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), answers), { numRuns: 2000, seed: 4 });
  });

  it('mutated files never throw', () => {
    const original = utf8(statisticsCsv([]));
    const mutation = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), cut: fc.boolean() });
    fc.assert(
      fc.property(
        records,
        writing,
        encoder,
        fc.array(mutation, { maxLength: 8 }),
        (rows, dialect, encode, changes) => {
          let bytes = encode(statisticsCsv(rows, dialect));
          for (const { at, byte, cut } of changes) {
            bytes = Uint8Array.from(bytes);
            if (bytes.length > 0) bytes[at % bytes.length] = byte;
            if (cut) bytes = bytes.slice(0, Math.max(original.length, at % (bytes.length + 1)));
          }
          answers(bytes);
        },
      ),
      { numRuns: 1500, seed: 5 },
    );
  });
});
