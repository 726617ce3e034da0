import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src/book/fingerprint.ts';
import { DEFAULT_SETTINGS } from '../../src/book/settings/areas.ts';
import { sampleWeeks } from './project.ts';

const [week = []] = sampleWeeks(30);

it('is the same however the sheet is sorted', () => {
  const sorted = [...week].reverse();
  expect(fingerprintOf(sorted, DEFAULT_SETTINGS)).toBe(fingerprintOf(week, DEFAULT_SETTINGS));
});

it('changes with any cell of any school', () => {
  const before = fingerprintOf(week, DEFAULT_SETTINGS);
  fc.assert(
    fc.property(fc.nat(week.length - 1), fc.nat(24), fc.nat(), (at, column, value) => {
      const rows = week.map((row) => [...row]);
      const row = rows[at] ?? [];
      fc.pre(row[column] !== value);
      row[column] = value;
      expect(fingerprintOf(rows, DEFAULT_SETTINGS)).not.toBe(before);
    }),
    { numRuns: 300 },
  );
});

it('changes with the words of the types', () => {
  const kindWords = { ...DEFAULT_SETTINGS.kindWords, school: ['гимназия'] };
  expect(fingerprintOf(week, { ...DEFAULT_SETTINGS, kindWords })).not.toBe(
    fingerprintOf(week, DEFAULT_SETTINGS),
  );
});
