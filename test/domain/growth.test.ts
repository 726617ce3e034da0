import { describe, expect, it } from 'vitest';
import { grownMost, growthOf, pointsOf } from '../../src/domain/growth.ts';
import { assessMax, DEFAULT_TARGETS, MAX_INDICATORS } from '../../src/domain/indicators.ts';
import { recordWith } from './record-builder.ts';

function growth(active: number, total: number, before: number | null, totalBefore: number | null) {
  const record = recordWith({ teachersTotal: total, teachersActive: active });
  return growthOf(assessMax(record, 'school', DEFAULT_TARGETS), ({ code }) =>
    code === 'max.teachers' ? { active: before, total: totalBefore } : null,
  ).map(pointsOf);
}

describe('growthOf', () => {
  it.each([
    ['grew', growth(30, 60, 20, 60), [1667]],
    ['fell', growth(20, 60, 30, 60), [-1667]],
    ['stayed', growth(30, 60, 30, 60), [0]],
    ['was not there', growth(30, 60, null, 60), []],
    ['had a total of 0', growth(30, 60, 0, 0), []],
    ['fewer than 10 people: a percent means little', growth(9, 9, 1, 9), []],
    ['of 10 people', growth(10, 10, 9, 10), [1000]],
  ])('%s', (_note, points, expected) => {
    expect(points).toEqual(expected);
  });
});

describe('grownMost', () => {
  it('ranks by the staff’s growth, and leaves out who did not grow', () => {
    const [staff, parents] = MAX_INDICATORS;
    if (staff === undefined || parents === undefined) throw new Error('no indicators');
    const schools = [
      { school: 'a', growth: [{ indicator: staff, before: 1000, now: 1500 }] },
      { school: 'b', growth: [{ indicator: staff, before: 1000, now: 3000 }] },
      { school: 'c', growth: [{ indicator: parents, before: 1000, now: 9000 }] },
      { school: 'd', growth: [{ indicator: staff, before: 1000, now: 1500 }] },
      { school: 'e', growth: [{ indicator: staff, before: 1000, now: 900 }] },
    ];
    expect(grownMost(schools, 2)).toEqual(['b', 'a']);
    expect(grownMost(schools, 9)).toEqual(['b', 'a', 'd']);
  });
});
