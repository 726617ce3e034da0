import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleToTarget, WHOLE } from '../../src/domain/share.ts';
import {
  assess,
  type Measure,
  STATUS_FACES,
  STATUSES,
  type Status,
  statusOfShare,
  type Yardstick,
} from '../../src/domain/status.ts';
import { countOrBlank } from './record-builder.ts';

const RUNS = { seed: 20261118, numRuns: 2000 };
const basisPoints = fc.integer({ min: 0, max: WHOLE });
const TEACHERS: Yardstick = { target: 7500, near: 500 };

const measure = (active: number | null, total: number | null, applicable = true): Measure => ({
  active,
  total,
  applicable,
});

describe('the faces of a status', () => {
  it('are symbol, word and colour as users know them', () => {
    expect(STATUSES.map((status) => [STATUS_FACES[status].label, STATUS_FACES[status].fill])).toEqual([
      ['✓ цель', '#a8ddb5'],
      ['● близко', '#fff3c4'],
      ['▼ ниже', '#f0998b'],
      ['— нет данных', '#ececec'],
      ['не применимо', null],
    ]);
  });

  it('each know their status, and cannot be mistaken for another', () => {
    for (const status of STATUSES) expect(STATUS_FACES[status].status).toBe(status);
    expect(Object.keys(STATUS_FACES).sort()).toEqual([...STATUSES].sort());
    expect(new Set(STATUSES.map((status) => STATUS_FACES[status].label)).size).toBe(STATUSES.length);
  });
});

describe('statusOfShare', () => {
  it.each<{ share: number; yardstick: Yardstick; status: Status; note: string }>([
    { share: 7501, yardstick: TEACHERS, status: 'met', note: 'one step above the target' },
    { share: 7500, yardstick: TEACHERS, status: 'met', note: 'exactly at the target' },
    { share: 7499, yardstick: TEACHERS, status: 'near', note: 'one step below the target' },
    { share: 7000, yardstick: TEACHERS, status: 'near', note: 'exactly at the edge of the band' },
    { share: 6999, yardstick: TEACHERS, status: 'below', note: 'one step below the band' },
    { share: 0, yardstick: TEACHERS, status: 'below', note: 'nobody' },
    { share: 11_000, yardstick: TEACHERS, status: 'met', note: 'above 100 %' },
    { share: 4167, yardstick: { target: 4167, near: 0 }, status: 'met', note: '41,67 %' },
    { share: 4166, yardstick: { target: 4167, near: 0 }, status: 'below', note: 'no band: below at once' },
    { share: 0, yardstick: { target: 300, near: 500 }, status: 'near', note: 'a band wider than the target' },
    { share: 0, yardstick: { target: 0, near: 0 }, status: 'met', note: 'a target of nothing' },
    {
      share: 9000,
      yardstick: { target: null, near: 500 },
      status: 'no-data',
      note: 'no target, no judgement',
    },
  ])('$note', ({ share, yardstick, status }) => {
    expect(statusOfShare(share, yardstick)).toBe(status);
  });
});

describe('assess', () => {
  it.each<{ given: Measure; status: Status; share: number | null; missing: number | null; note: string }>([
    { given: measure(46, 60), status: 'met', share: 7666, missing: 0, note: 'one person above the target' },
    { given: measure(45, 60), status: 'met', share: 7500, missing: 0, note: 'exactly at the target' },
    { given: measure(44, 60), status: 'near', share: 7333, missing: 1, note: 'one person below the target' },
    {
      given: measure(42, 60),
      status: 'near',
      share: 7000,
      missing: 3,
      note: 'exactly at the edge of the band',
    },
    { given: measure(41, 60), status: 'below', share: 6833, missing: 4, note: 'one person below the band' },
    { given: measure(0, 60), status: 'below', share: 0, missing: 45, note: 'nobody active' },
    {
      given: measure(null, 60),
      status: 'no-data',
      share: null,
      missing: null,
      note: 'a blank is no data, never 0',
    },
    { given: measure(41, null), status: 'no-data', share: null, missing: null, note: 'a blank total' },
    {
      given: measure(0, 0),
      status: 'no-data',
      share: null,
      missing: null,
      note: 'zero denominator: not missed',
    },
    {
      given: measure(7, 0),
      status: 'no-data',
      share: null,
      missing: null,
      note: 'zero denominator: not met',
    },
    {
      given: measure(41, 60, false),
      status: 'not-applicable',
      share: null,
      missing: null,
      note: 'not applicable',
    },
    {
      given: measure(null, 0, false),
      status: 'not-applicable',
      share: null,
      missing: null,
      note: 'comes before no data',
    },
  ])('$note', ({ given, status, share, missing }) => {
    expect(assess(given, TEACHERS)).toEqual({ status, share, missing, aboveWhole: false });
  });

  it.each([
    { active: 60, total: 60, above: false, note: 'everybody is not above' },
    { active: 61, total: 60, above: true, note: 'one person more' },
    { active: 40_001, total: 40_000, above: true, note: 'one person more where the share still reads 100 %' },
  ])('above 100 %: $note', ({ active, total, above }) => {
    expect(assess(measure(active, total), TEACHERS)).toMatchObject({
      status: 'met',
      missing: 0,
      aboveWhole: above,
    });
  });

  it('without a target shows the share and judges nothing', () => {
    expect(assess(measure(41, 60), { target: null, near: 500 })).toEqual({
      status: 'no-data',
      share: 6833,
      missing: null,
      aboveWhole: false,
    });
  });

  it('agrees with integer arithmetic on people', () => {
    const expected = ({ active, total }: Measure, target: number, near: number): Status => {
      if (active === null || total === null || total === 0) return 'no-data';
      if (active * WHOLE >= target * total) return 'met';
      return active * WHOLE >= (target - near) * total ? 'near' : 'below';
    };
    fc.assert(
      fc.property(countOrBlank, countOrBlank, basisPoints, basisPoints, (active, total, target, near) => {
        const given = measure(active, total);
        expect(assess(given, { target, near }).status).toBe(expected(given, target, near));
      }),
      RUNS,
    );
  });

  it('status, share and gap never contradict each other', () => {
    fc.assert(
      fc.property(
        countOrBlank,
        countOrBlank,
        fc.boolean(),
        basisPoints,
        (active, total, applicable, target) => {
          const { status, share, missing, aboveWhole } = assess(
            { active, total, applicable },
            { target, near: 500 },
          );
          const judged = status !== 'no-data' && status !== 'not-applicable';
          expect(share !== null).toBe(judged);
          expect(missing !== null).toBe(judged);
          expect(missing === 0).toBe(status === 'met');
          if (aboveWhole) expect(status).toBe('met');
        },
      ),
      RUNS,
    );
  });

  it('the people named reach the target, and one fewer do not', () => {
    const people = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), people, basisPoints, (active, total, target) => {
        const yardstick = { target, near: 0 };
        const missing = peopleToTarget(active, total, target);
        expect(assess(measure(active + missing, total), yardstick).status).toBe('met');
        if (missing > 0) expect(assess(measure(active + missing - 1, total), yardstick).status).toBe('below');
      }),
      RUNS,
    );
  });
});
