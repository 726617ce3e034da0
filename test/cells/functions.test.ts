import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as entry from '../../src/cells/entry.ts';
import { DEFAULT_TARGETS } from '../../src/domain/indicators.ts';
import { WHOLE } from '../../src/domain/share.ts';
import { assess, STATUS_FACES, type Status } from '../../src/domain/status.ts';

const SEED = { seed: 20261118, numRuns: 2000 };
const count = fc.integer({ min: 0, max: 5000 });
const basisPoints = fc.integer({ min: 0, max: WHOLE });

const SHARES = [
  entry.MAX_ACTIVE_TEACHERS_PCT,
  entry.MAX_ACTIVE_PARENTS_PCT,
  entry.MAX_ACTIVE_STUDENTS_PCT,
  entry.COK_TEACHERS_PCT,
  entry.COK_STUDENTS_PCT,
];

describe('shares', () => {
  it.each([
    { active: 2999, total: 10_000, share: 0.2999, note: 'one person below 30 %' },
    { active: 29_999, total: 100_000, share: 0.2999, note: 'rounded down, never up to the target' },
    { active: 5, total: 0, share: '', note: 'nobody to count' },
    { active: 0, total: 0, share: '', note: 'nobody at all' },
    { active: 0, total: 7, share: 0, note: 'nobody active is a share, not a blank' },
    { active: 700, total: 600, share: 1.1666, note: 'above 100 % is returned as it is' },
    { active: 99_999_999, total: 100_000_000, share: 0.9999, note: 'a country' },
  ])('$active of $total is $share: $note', ({ active, total, share }) => {
    for (const fn of SHARES) expect(fn(active, total)).toBe(share);
  });

  it('half a person is not a count', () => {
    for (const fn of SHARES) {
      expect(fn(12.5, 60)).toContain('Нужно целое число людей');
      expect(fn(12.5, 60)).toContain('стоит 12,5');
    }
  });

  it('equal the core for every pair of counts', () => {
    fc.assert(
      fc.property(count, count, (active, total) => {
        const core = assess({ active, total, applicable: true }, { target: 7500, near: 500 }).share;
        for (const fn of SHARES) expect(fn(active, total)).toBe(core === null ? '' : core / WHOLE);
      }),
      SEED,
    );
  });
});

describe('MAX_STATUS', () => {
  const label = (status: Status): string => STATUS_FACES[status].label;

  it.each<{ share: number; target: number; near?: unknown; status: Status; note: string }>([
    { share: 0.75, target: 0.75, status: 'met', note: 'exactly at the target' },
    { share: 0.7499, target: 0.75, status: 'near', note: 'one step below' },
    { share: 0.7, target: 0.75, status: 'near', note: 'exactly at the lower edge of the band' },
    { share: 0.6999, target: 0.75, status: 'below', note: 'one step below the band' },
    { share: 0.57, target: 0.57, status: 'met', note: '0.57 · 10000 = 5699.999…' },
    { share: 0.29, target: 0.29, status: 'met', note: '0.29 · 10000 = 2899.999…' },
    { share: 0.4167, target: 0.4167, status: 'met', note: 'a regional maximum of 41,67 %' },
    { share: 0.4166, target: 0.4167, near: 0, status: 'below', note: 'one step below 41,67 %, no band' },
    { share: 5 / 12, target: 0.4167, near: 0, status: 'below', note: '41,666… % is not 41,67 %' },
    { share: 0.416_699_999, target: 0.4167, near: 0, status: 'below', note: 'below by 0,0000001 %' },
    { share: 0.1 + 0.2, target: 0.3, status: 'met', note: '0.30000000000000004' },
    { share: 0.7 + 0.05, target: 0.75, status: 'met', note: 'a sum of floats' },
    { share: 1 - 0.25 - 1e-16, target: 0.75, status: 'met', note: 'float noise below the target' },
    { share: 1.2, target: 1, status: 'met', note: 'above 100 %' },
    { share: 0, target: 0, status: 'met', note: 'a target of nothing' },
    { share: 0.65, target: 0.75, near: 0.1, status: 'near', note: 'a wider band' },
    { share: 0.7, target: 0.75, near: '', status: 'near', note: 'a blank band is the default one' },
    { share: 0.7, target: 0.75, near: null, status: 'near', note: 'likewise null' },
    { share: 0.7499, target: 0.75, near: 0, status: 'below', note: 'a band of 0 is a band' },
  ])('$share against $target: $note', ({ share, target, near, status }) => {
    expect(entry.MAX_STATUS(share, target, near)).toBe(label(status));
  });

  it('a target in percent is refused with what to write', () => {
    expect(entry.MAX_STATUS(0.8, 75)).toBe(
      'Цель задаётся долей: 75 % или 0,75, а в аргументе target (цель) стоит 75',
    );
    expect(entry.MAX_STATUS(0.8, 1.01)).toContain('стоит 1,01');
    expect(entry.MAX_STATUS(0.8, 0.75, 5)).toBe(
      'Полоса «близко» задаётся долей: 5 % или 0,05, а в аргументе near (ширина полосы «близко») стоит 5',
    );
  });

  it('blanks in a range of bands are the default band', () => {
    expect(entry.MAX_STATUS([[0.7], [0.7], [0.7]], 0.75, [[''], [0], [0.05]])).toEqual([
      [label('near')],
      [label('below')],
      [label('near')],
    ]);
  });

  it('judges a share made by …_PCT as the core judges the counts', () => {
    const { near } = DEFAULT_TARGETS;
    fc.assert(
      fc.property(count, count, basisPoints, (active, total, target) => {
        const { status } = assess({ active, total, applicable: true }, { target, near });
        const share = entry.MAX_ACTIVE_PARENTS_PCT(active, total);
        expect(entry.MAX_STATUS(share, target / WHOLE)).toBe(status === 'no-data' ? '' : label(status));
      }),
      SEED,
    );
  });

  it('judges a share made by division in a cell as the core judges the counts', () => {
    fc.assert(
      fc.property(
        count,
        fc.integer({ min: 1, max: 5000 }),
        basisPoints,
        basisPoints,
        (active, total, target, near) => {
          const { status } = assess({ active, total, applicable: true }, { target, near });
          expect(entry.MAX_STATUS(active / total, target / WHOLE, near / WHOLE)).toBe(label(status));
        },
      ),
      SEED,
    );
  });

  it('every whole basis point meets itself as target', () => {
    const steps = Array.from({ length: WHOLE + 1 }, (_, step) => [step / WHOLE]);
    const met = steps.map(() => [label('met')]);
    expect(entry.MAX_STATUS(steps, steps, 0)).toEqual(met);
  });
});

describe('MAX_PEOPLE_TO_TARGET', () => {
  it.each([
    { active: 44, total: 60, target: 0.75, missing: 1, note: 'one person below' },
    { active: 45, total: 60, target: 0.75, missing: 0, note: 'exactly at the target' },
    { active: 46, total: 60, target: 0.75, missing: 0, note: 'above' },
    { active: 0, total: 60, target: 0.4167, missing: 26, note: '25,002 people are 26' },
    { active: 0, total: 10_000, target: 0.57, missing: 5700, note: '0.57 · 10000 = 5699.999…' },
    { active: 0, total: 60, target: 0, missing: 0, note: 'a target of nothing' },
    { active: 3, total: 0, target: 0.75, missing: '', note: 'nobody to count' },
  ])('$active of $total to $target: $note', ({ active, total, target, missing }) => {
    expect(entry.MAX_PEOPLE_TO_TARGET(active, total, target)).toBe(missing);
  });

  it('equals the core', () => {
    fc.assert(
      fc.property(count, count, basisPoints, (active, total, target) => {
        const { missing } = assess({ active, total, applicable: true }, { target, near: 0 });
        expect(entry.MAX_PEOPLE_TO_TARGET(active, total, target / WHOLE)).toBe(missing ?? '');
      }),
      SEED,
    );
  });

  it('a range of targets goes with a range of counts', () => {
    expect(entry.MAX_PEOPLE_TO_TARGET([[1], [2]], 10, [[0.5], ['']])).toEqual([[4], ['']]);
  });
});
