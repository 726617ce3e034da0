import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_INDICATORS } from '../../../src/domain/indicators.ts';
import { shareOf } from '../../../src/domain/share.ts';
import type { Measure } from '../../../src/domain/status.ts';
import {
  assessDistrict,
  measureOf,
  measureOfSum,
  sumPeople,
} from '../../../src/domain/yardsticks/district.ts';
import { learnersMeasure } from '../../../src/domain/yardsticks/learners.ts';
import { anyOrganisation, organisation } from './organisations.ts';

const SEED = { seed: 7, numRuns: 1000 };
const YARDSTICK = { target: 3000, near: 500 };

const measure = (active: number | null, total: number | null, applicable = true): Measure => ({
  active,
  total,
  applicable,
});

describe('sumPeople', () => {
  it.each<{ measures: Measure[]; sum: (number | string)[]; note: string }>([
    {
      measures: [measure(1, 2), measure(90, 100)],
      sum: [91, 102, 2, 0, 0],
      note: 'by people, not by means of percents (50 % and 90 % are 89,21 %)',
    },
    {
      measures: [measure(10, 20), measure(null, 500), measure(7, null)],
      sum: [10, 20, 1, 2, 0],
      note: 'a blank is no data: the school is in neither sum',
    },
    {
      measures: [measure(10, 20), measure(3, 0)],
      sum: [10, 20, 1, 1, 0],
      note: 'a denominator of 0 is no data',
    },
    {
      measures: [measure(10, 20), measure(5, 50, false)],
      sum: [10, 20, 1, 0, 1],
      note: 'not applicable is not in the sums',
    },
    {
      measures: [measure(30, 20), measure(0, 20)],
      sum: [30, 40, 2, 0, 0],
      note: 'above 100 % counts as it is',
    },
    { measures: [], sum: [0, 0, 0, 0, 0], note: 'no school' },
  ])('$note', ({ measures, sum }) => {
    const { active, total, measured, withoutData, notApplicable } = sumPeople(measures);
    expect([active, total, measured, withoutData, notApplicable]).toEqual(sum);
  });

  it('every school is in exactly one of the three numbers', () => {
    const [teachers, , students] = MAX_INDICATORS;
    fc.assert(
      fc.property(fc.array(anyOrganisation), (organisations) => {
        for (const indicator of [teachers, students]) {
          if (indicator === undefined) throw new Error('an indicator is missing');
          const sum = sumPeople(organisations.map((one) => measureOf(indicator, one)));
          expect(sum.measured + sum.withoutData + sum.notApplicable).toBe(organisations.length);
        }
      }),
      SEED,
    );
  });
});

describe('assessDistrict', () => {
  it('judges the sum, and counts the schools by their own status', () => {
    const measures = [
      measure(30, 100),
      measure(29, 100),
      measure(0, 100),
      measure(null, 100),
      measure(1, 1, false),
    ];
    expect(assessDistrict(measures, YARDSTICK)).toMatchObject({
      status: 'below',
      share: 1966,
      missing: 31,
      schools: { met: 1, near: 1, below: 1, 'no-data': 1, 'not-applicable': 1 },
    });
  });

  it.each<{ measures: Measure[]; status: string; note: string }>([
    { measures: [], status: 'no-data', note: 'an empty district' },
    { measures: [measure(null, 10)], status: 'no-data', note: 'no school has data' },
    { measures: [measure(1, 10, false)], status: 'not-applicable', note: 'it applies to no school' },
    { measures: [measure(1, 10, false), measure(null, 10)], status: 'no-data', note: 'it applies to one' },
    { measures: [measure(3, 10)], status: 'met', note: 'exactly at the target' },
  ])('$note: $status', ({ measures, status }) => {
    expect(assessDistrict(measures, YARDSTICK).status).toBe(status);
  });
});

describe('learnersMeasure: students and parents as one group', () => {
  it.each<{ kind: 'school' | 'preschool' | 'unknown'; measured: (number | null)[]; note: string }>([
    { kind: 'school', measured: [70, 300], note: '(U + V) ÷ (L + M)' },
    { kind: 'preschool', measured: [50, 100], note: 'a preschool gives no U and L' },
    { kind: 'unknown', measured: [null, null], note: 'an unknown kind is asked about first' },
  ])('$note', ({ kind, measured }) => {
    const { active, total } = learnersMeasure(organisation(kind, [null, null], [20, 200], [50, 100]));
    expect([active, total]).toEqual(measured);
  });

  it('a blank among the counts that are needed leaves no count', () => {
    expect(learnersMeasure(organisation('school', [1, 2], [null, 200], [50, 100]))).toMatchObject({
      active: null,
      total: 300,
    });
    expect(learnersMeasure(organisation('preschool', [1, 2], [null, null], [50, 100]))).toMatchObject({
      active: 50,
      total: 100,
    });
  });

  it('the district in the combined reading is Σ(U + V) ÷ Σ(L + M) over complete schools', () => {
    const organisations = [
      organisation('school', [1, 2], [20, 200], [50, 100]),
      organisation('preschool', [1, 2], [99, 99], [30, 100]),
    ];
    const { active, total } = measureOfSum(sumPeople(organisations.map(learnersMeasure)));
    expect(shareOf(active, total)).toBe(2500);
  });
});
