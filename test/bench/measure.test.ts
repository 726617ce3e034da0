import { describe, expect, it } from 'vitest';
import { held, isMissed, type Measure, median, ratio, tableOf } from './measure.ts';

const MEASURES: readonly Measure[] = [
  { what: 'within', measured: 36, budget: 40, unit: 'calls' },
  { what: 'at the budget', measured: 40, budget: 40, unit: 'calls' },
  { what: 'beyond', measured: 3.5, budget: 3, unit: '×' },
  { what: 'only shown', measured: 1234.5, budget: null, unit: 'ms' },
];

describe('the bench', () => {
  it('misses a budget only beyond it', () => {
    expect(MEASURES.map(isMissed)).toEqual([false, false, true, false]);
  });

  it('says measured / budget, ratio and verdict', () => {
    expect(tableOf(MEASURES).split('\n').slice(1)).toEqual([
      'within         36 calls  40 calls   0.90      ok',
      'at the budget  40 calls  40 calls   1.00      ok',
      'beyond           3.50 ×    3.00 ×   1.17  BEYOND',
      'only shown      1235 ms',
    ]);
  });

  it('takes the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([])).toBeNaN();
  });

  it('weighs what is held, and not what was only made on the way', () => {
    const { made, megabytes } = held(() => {
      const onTheWay = Array.from({ length: 200_000 }, (_, index) => [index]);
      return Array.from({ length: onTheWay.length }, (_, index) => index + 0.5);
    });
    expect(made).toHaveLength(200_000);
    expect(megabytes).toBeGreaterThan(1.4);
    expect(megabytes).toBeLessThan(5);
  });

  it('runs both sides equally often', () => {
    const runs = { work: 0, base: 0 };
    const found = ratio(
      () => (runs.work += 1),
      () => (runs.base += 1),
      3,
    );
    expect(runs).toEqual({ work: 5, base: 5 });
    expect(found).toBeGreaterThanOrEqual(0);
  });
});
