import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisPointsOf, peopleToTarget, shareOf, targetOf, WHOLE } from '../../src/domain/share.ts';

const RUNS = { seed: 20261118, numRuns: 2000 };
const part = fc.integer({ min: 0, max: 200_000 });
const total = fc.integer({ min: 1, max: 200_000 });
const target = fc.integer({ min: 0, max: WHOLE });

describe('shareOf', () => {
  it.each([
    { active: 45, total: 60, share: 7500, note: 'exactly 75 %' },
    { active: 44, total: 60, share: 7333, note: 'rounded down' },
    { active: 2, total: 3, share: 6666, note: 'never up' },
    { active: 7499, total: 10_000, share: 7499, note: 'one person below 75 %' },
    { active: 29_999_999, total: 100_000_000, share: 2999, note: 'a country, one person below 30 %' },
    { active: 57, total: 100, share: 5700, note: '0.57 · 10000 would be 5699.999… in floats' },
    { active: 0, total: 5, share: 0, note: 'nobody is a share' },
    { active: 66, total: 60, share: 11_000, note: 'above 100 % as it is' },
    { active: 5, total: 0, share: null, note: 'no denominator' },
    { active: 0, total: 0, share: null, note: 'nobody at all is not 0 %' },
    { active: null, total: 60, share: null, note: 'a blank is not 0' },
    { active: 5, total: null, share: null, note: 'a blank total' },
    { active: null, total: null, share: null, note: 'nothing known' },
    { active: 5, total: -1, share: null, note: 'a total below zero is no denominator' },
  ])('$active of $total: $note', ({ active, total: of, share }) => {
    expect(shareOf(active, of)).toBe(share);
  });

  it('is the integer quotient', () => {
    fc.assert(
      fc.property(part, total, (active, all) => {
        expect(shareOf(active, all)).toBe(Number((BigInt(active) * 10_000n) / BigInt(all)));
      }),
      RUNS,
    );
  });

  it('never reads as the target while it is below it', () => {
    fc.assert(
      fc.property(part, total, target, (active, all, aim) => {
        const reached = BigInt(active) * 10_000n >= BigInt(aim) * BigInt(all);
        expect((shareOf(active, all) ?? 0) >= aim).toBe(reached);
      }),
      RUNS,
    );
  });
});

describe('peopleToTarget', () => {
  it.each([
    { active: 44, total: 60, target: 7500, missing: 1, note: 'one below' },
    { active: 45, total: 60, target: 7500, missing: 0, note: 'exactly there' },
    { active: 46, total: 60, target: 7500, missing: 0, note: 'above, never negative' },
    { active: 0, total: 1, target: 1, missing: 1, note: 'the smallest target takes a whole person' },
    { active: 24, total: 60, target: 4167, missing: 2, note: '41,67 % of 60 is 25,002: 26 people' },
    { active: 4166, total: 10_000, target: 4167, missing: 1, note: '41,67 % to the person' },
    { active: 4167, total: 10_000, target: 4167, missing: 0, note: '41,67 % reached' },
    { active: 0, total: 100, target: 0, missing: 0, note: 'a target of nothing' },
    { active: 0, total: 60, target: 10_000, missing: 60, note: 'everybody' },
    { active: 70, total: 60, target: 10_000, missing: 0, note: 'more than everybody' },
  ])('$active of $total to $target bp: $note', ({ active, total: of, target: aim, missing }) => {
    expect(peopleToTarget(active, of, aim)).toBe(missing);
  });

  it('is the smallest number that reaches the target, found by trying each', () => {
    const smallest = (active: number, all: number, aim: number): number => {
      let n = 0;
      while ((active + n) * WHOLE < aim * all) n++;
      return n;
    };
    const few = fc.integer({ min: 0, max: 2500 });
    fc.assert(
      fc.property(few, few, target, (active, all, aim) => {
        expect(peopleToTarget(active, all, aim)).toBe(smallest(active, all, aim));
      }),
      RUNS,
    );
  });

  it('stays exact for the largest counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900_000_000 }), target, (all, aim) => {
        const needed = (BigInt(aim) * BigInt(all) + 9999n) / 10_000n;
        expect(peopleToTarget(0, all, aim)).toBe(Number(needed));
      }),
      RUNS,
    );
  });
});

describe('basisPointsOf', () => {
  it.each([
    { fraction: 0.75, points: 7500, note: 'exact' },
    { fraction: 0.57, points: 5700, note: '5699.999999999999 in floats' },
    { fraction: 0.29, points: 2900, note: '2900 minus noise' },
    { fraction: 0.4167, points: 4167, note: '41,67 %' },
    { fraction: 0.1 + 0.2, points: 3000, note: 'noise above' },
    { fraction: 5 / 12, points: 4166, note: '41,666… % is rounded down' },
    { fraction: 0.749_999_999, points: 7499, note: 'below by more than noise' },
    { fraction: 2 / 3, points: 6666, note: 'never up' },
    { fraction: 0, points: 0, note: 'nothing' },
    { fraction: 1.1, points: 11_000, note: '11000.000000000002 in floats' },
  ])('$fraction is $points bp: $note', ({ fraction, points }) => {
    expect(basisPointsOf(fraction)).toBe(points);
  });

  it('agrees with the share of the counts, however the cell divided them', () => {
    fc.assert(
      fc.property(part, total, (active, all) => {
        expect(basisPointsOf(active / all)).toBe(shareOf(active, all));
        expect(basisPointsOf((active / all) * 100 * 0.01)).toBe(shareOf(active, all));
      }),
      RUNS,
    );
  });

  it('gives every whole basis point back', () => {
    for (let points = 0; points <= 2 * WHOLE; points++) expect(basisPointsOf(points / WHOLE)).toBe(points);
  });
});

describe('targetOf', () => {
  it.each([
    { fraction: 0.7, points: 7000, note: '0.7 · 10000 = 7000 minus nothing' },
    { fraction: 0.57, points: 5700, note: '5699.999999999999 in floats' },
    { fraction: 0.4167, points: 4167, note: '41,67 %' },
    { fraction: 0.41666, points: 4167, note: 'finer than 0.01 %: the nearest step' },
    { fraction: 1, points: WHOLE, note: 'everybody' },
  ])('$fraction is $points bp: $note', ({ fraction, points }) => {
    expect(targetOf(fraction)).toBe(points);
  });

  it('gives every step of 0.01 % back', () => {
    for (let points = 0; points <= WHOLE; points++) expect(targetOf(points / WHOLE)).toBe(points);
  });
});
