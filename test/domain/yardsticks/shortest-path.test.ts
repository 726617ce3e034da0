import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleToTarget, shareOf, WHOLE } from '../../../src/domain/share.ts';
import {
  type MonitoredPart,
  monitorDistrict,
  type Verdict,
} from '../../../src/domain/yardsticks/monitoring.ts';
import {
  cheapestToTurn,
  type MonitoredOrganisation,
  type Reach,
  type SchoolMeasure,
  shortestPath,
} from '../../../src/domain/yardsticks/shortest-path.ts';
import { countOrBlank } from '../record-builder.ts';

const SEED = { seed: 10, numRuns: 1000 };

const school = (orgId: string, active: number | null, total: number | null): SchoolMeasure => ({
  orgId,
  active,
  total,
  applicable: true,
});

describe('shortestPath', () => {
  it.each<{
    schools: SchoolMeasure[];
    reach?: Reach;
    gap: number;
    steps: (string | number)[][];
    note: string;
  }>([
    {
      schools: [school('a', 80, 100), school('b', 40, 100), school('c', 60, 100)],
      gap: 45,
      steps: [
        ['b', 1, 35, 35],
        ['c', 2, 15, 50],
      ],
      note: '225 of 300 are needed: the largest reserve first',
    },
    {
      schools: [school('a', 80, 100), school('b', 40, 100), school('c', 60, 100)],
      reach: 'whole',
      gap: 45,
      steps: [['b', 1, 60, 60]],
      note: 'to 100 %: one school is enough',
    },
    {
      schools: [school('b', 74, 100), school('a', 74, 100), school('c', 299, 400)],
      gap: 3,
      steps: [
        ['a', 1, 1, 1],
        ['b', 2, 1, 2],
        ['c', 3, 1, 3],
      ],
      note: 'of equal reserves the smaller school, then the lower id',
    },
    { schools: [school('a', 75, 100)], gap: 0, steps: [], note: 'the target is met: nothing to do' },
    {
      schools: [school('a', 299, 400), school('b', 74, 100), school('c', 320, 400)],
      reach: 'whole',
      gap: 0,
      steps: [],
      note: 'a district that is above its target',
    },
    {
      schools: [school('a', 299, 400), school('b', 74, 100), school('c', 148, 200)],
      gap: 4,
      steps: [
        ['c', 1, 2, 2],
        ['b', 2, 1, 3],
        ['a', 3, 1, 4],
      ],
      note: 'the smaller school, though its id is higher',
    },
    {
      schools: [school('a', 120, 100), school('b', 30, 100)],
      gap: 0,
      steps: [],
      note: 'what is above 100 % counts in the district',
    },
    {
      schools: [school('a', null, 100), school('b', 3, 0), school('c', 0, 4)],
      gap: 3,
      steps: [['c', 1, 3, 3]],
      note: 'schools without data have no reserve',
    },
    {
      schools: [school('a', 0, 100), { ...school('b', 0, 900), applicable: false }],
      gap: 75,
      steps: [['a', 1, 75, 75]],
      note: 'nor those to which it does not apply',
    },
    { schools: [], gap: 0, steps: [], note: 'no school' },
  ])('$note', ({ schools, reach, gap, steps }) => {
    const path = shortestPath(schools, 7500, reach);
    expect(path).toMatchObject({ gap });
    expect(path.steps.map(({ orgId, rank, people, running }) => [orgId, rank, people, running])).toEqual(
      steps,
    );
  });

  /** Fewest reserves of which some set closes the gap, by trying all sets. */
  function bruteForce(reserves: readonly number[], gap: number): number {
    let fewest = Number.POSITIVE_INFINITY;
    for (let set = 0; set < 1 << reserves.length; set++) {
      const chosen = reserves.filter((_, index) => (set & (1 << index)) !== 0);
      const sum = chosen.reduce((total, reserve) => total + reserve, 0);
      if (sum >= gap) fewest = Math.min(fewest, chosen.length);
    }
    return fewest;
  }

  it('is as short as any set of schools that closes the gap', () => {
    const anySchools = fc.array(
      fc.tuple(countOrBlank, countOrBlank).map(([active, total]) => ({ active, total })),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(
        anySchools,
        fc.integer({ min: 1, max: WHOLE }),
        fc.constantFrom<Reach>('target', 'whole'),
        (pairs, target, reach) => {
          const schools = pairs.map(({ active, total }, index) => school(`${index}`, active, total));
          const path = shortestPath(schools, target, reach);
          const goal = reach === 'whole' ? WHOLE : target;
          const reserves = pairs
            .filter(({ active, total }) => shareOf(active, total) !== null)
            .map(({ active, total }) => peopleToTarget(active ?? 0, total ?? 0, goal));
          expect(path.steps).toHaveLength(bruteForce(reserves, path.gap));
          const shuffled = shortestPath([...schools].reverse(), target, reach);
          expect(shuffled).toEqual(path);
        },
      ),
      SEED,
    );
  });
});

describe('cheapestToTurn', () => {
  const part = (missing: number | null): MonitoredPart => ({
    people: 'teachers',
    target: 7500,
    best: null,
    met: missing === null ? null : missing === 0,
    missing,
    small: false,
  });
  const organisation = (
    orgId: string,
    verdict: Verdict,
    ...missing: (number | null)[]
  ): MonitoredOrganisation => ({ orgId, verdict, parts: missing.map(part) });

  const DISTRICT = [
    organisation('a', 'counts', 0, 0),
    organisation('b', 'does-not-count', 5, 10),
    organisation('c', 'does-not-count', 0, 3),
    organisation('d', 'does-not-count', 15, 0),
    organisation('e', 'does-not-count', 1, null),
    organisation('f', 'no-data', 0, null),
    organisation('g', 'not-applicable'),
  ];
  const rows = (target: number | null) =>
    cheapestToTurn(DISTRICT, target).steps.map((step) => [step.rank, step.orgId, step.people, step.running]);

  it('ranks those that do not count by the people missing over all their parts', () => {
    expect(rows(null)).toEqual([
      [1, 'c', 3, 3],
      [2, 'b', 15, 18],
      [3, 'd', 15, 33],
    ]);
    expect(cheapestToTurn(DISTRICT)).toMatchObject({ needed: null, reaches: null });
  });

  it.each<{ target: number; needed: number; ids: string[]; reaches: boolean; note: string }>([
    { target: 1666, needed: 0, ids: [], reaches: true, note: '1 of 6 is 16,66 %' },
    { target: 1667, needed: 1, ids: ['c'], reaches: true, note: 'one step more' },
    { target: 5000, needed: 2, ids: ['c', 'b'], reaches: true, note: '3 of 6' },
    { target: 10_000, needed: 5, ids: ['c', 'b', 'd'], reaches: false, note: 'the others cannot be priced' },
  ])('to $target: $note', ({ target, needed, ids, reaches }) => {
    const turn = cheapestToTurn(DISTRICT, target);
    expect(turn).toMatchObject({ needed, reaches });
    expect(turn.steps.map(({ orgId }) => orgId)).toEqual(ids);
  });

  it('turning its organisations reaches the target of the share', () => {
    const anyOne = fc.tuple(
      fc.constantFrom<Verdict>('counts', 'does-not-count', 'not-applicable'),
      fc.integer({ min: 1, max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(anyOne, { minLength: 1 }), fc.integer({ min: 1, max: WHOLE }), (list, target) => {
        const before = list.map(([verdict, missing], index) => organisation(`${index}`, verdict, missing));
        const turned = new Set(cheapestToTurn(before, target).steps.map(({ orgId }) => orgId));
        const after = before.map((one) =>
          turned.has(one.orgId) ? { ...one, verdict: 'counts' as const } : one,
        );
        const { applicable, met } = monitorDistrict(after, target);
        expect(met).toBe(applicable === 0 ? null : true);
      }),
      SEED,
    );
  });
});
