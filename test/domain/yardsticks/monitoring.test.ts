import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import { WHOLE } from '../../../src/domain/share.ts';
import {
  type DatedCounts,
  DEFAULT_MONITORING,
  monitorDistrict,
  monitorOrganisation,
  monthOfReport,
  monthToEstimate,
  type Verdict,
} from '../../../src/domain/yardsticks/monitoring.ts';
import { anyCounts, counts, KINDS, type Pair } from './organisations.ts';

const SEED = { seed: 8, numRuns: 1000 };
const COMBINED = { ...DEFAULT_MONITORING, reading: 'combined' } as const;
const MONTH = '2026-11';

const report = (date: string, teachers: Pair, students: Pair, parents: Pair): DatedCounts => ({
  date,
  counts: counts(teachers, students, parents),
});

describe('monthOfReport: the window d−7 … d−1 lies wholly inside the month', () => {
  it.each<{ date: string; month: string | null; note: string }>([
    { date: '2026-11-08', month: '2026-11', note: 'the 8th covers 1–7' },
    { date: '2026-11-07', month: null, note: 'the 7th covers 31.10–6.11' },
    { date: '2026-11-02', month: null, note: 'the 2nd covers 26.10–1.11' },
    { date: '2026-11-01', month: '2026-10', note: 'the 1st covers 25–31 of the month before' },
    { date: '2026-11-30', month: '2026-11', note: 'the last day of the month' },
    { date: '2026-12-01', month: '2026-11', note: 'the 1st of the next month' },
    { date: '2027-01-01', month: '2026-12', note: 'over the end of the year' },
    { date: '2028-03-01', month: '2028-02', note: 'the 29 days of a February' },
    { date: '2028-03-07', month: null, note: 'covers 29.02–6.03' },
    { date: '2027-02-08', month: '2027-02', note: 'a short month' },
  ])('$date: $note', ({ date, month }) => {
    expect(monthOfReport(date)).toBe(month);
  });

  it.each([
    ['2026-11-18', '2026-11'],
    ['2026-12-07', '2026-11'],
    ['2026-12-08', '2026-12'],
    ['2027-01-05', '2026-12'],
  ])('%s estimates the month of its first day, %s', (date, month) => {
    expect(monthToEstimate(date)).toBe(month);
  });

  it('says of every day what its seven days say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const date = addDays('2000-01-01', days);
        const months = new Set([1, 2, 3, 4, 5, 6, 7].map((back) => addDays(date, -back).slice(0, 7)));
        expect(monthOfReport(date)).toBe(months.size === 1 ? [...months][0] : null);
      }),
      SEED,
    );
  });
});

describe('monitorOrganisation, one report', () => {
  interface Case {
    kind?: OrganisationKind;
    teachers: Pair;
    students: Pair;
    parents: Pair;
    separate: Verdict;
    combined: Verdict;
    note: string;
  }
  it.each<Case>([
    {
      teachers: [75, 100],
      students: [30, 100],
      parents: [30, 100],
      separate: 'counts',
      combined: 'counts',
      note: 'order: ≥ 75 % of teachers AND ≥ 30 % of students AND ≥ 30 % of parents, exactly',
    },
    {
      teachers: [74, 100],
      students: [100, 100],
      parents: [100, 100],
      separate: 'does-not-count',
      combined: 'does-not-count',
      note: 'one teacher is missing',
    },
    {
      teachers: [75, 100],
      students: [29, 100],
      parents: [31, 100],
      separate: 'does-not-count',
      combined: 'counts',
      note: 'one student is missing: combined (U+V)/(L+M) = 30 % is met',
    },
    {
      teachers: [75, 100],
      students: [60, 100],
      parents: [29, 100],
      separate: 'does-not-count',
      combined: 'counts',
      note: 'one parent is missing',
    },
    {
      kind: 'preschool',
      teachers: [9, 12],
      students: [0, 100],
      parents: [30, 100],
      separate: 'counts',
      combined: 'counts',
      note: 'students: preschools excluded; combined: V/M alone',
    },
    {
      kind: 'preschool',
      teachers: [9, 12],
      students: [100, 100],
      parents: [29, 100],
      separate: 'does-not-count',
      combined: 'does-not-count',
      note: 'a preschool cannot make up for parents by students',
    },
    {
      kind: 'preschool',
      teachers: [9, 12],
      students: [null, null],
      parents: [30, 100],
      separate: 'counts',
      combined: 'counts',
      note: 'blank students of a preschool are not asked about',
    },
    {
      teachers: [75, 100],
      students: [null, 100],
      parents: [30, 100],
      separate: 'no-data',
      combined: 'no-data',
      note: 'a blank is no data, never 0',
    },
    {
      teachers: [74, 100],
      students: [null, 100],
      parents: [30, 100],
      separate: 'does-not-count',
      combined: 'does-not-count',
      note: 'one sure «no» decides, whatever is blank',
    },
    {
      teachers: [75, 0],
      students: [30, 100],
      parents: [30, 100],
      separate: 'no-data',
      combined: 'no-data',
      note: 'a denominator of 0 is no data',
    },
    {
      teachers: [80, 100],
      students: [0, 0],
      parents: [30, 100],
      separate: 'no-data',
      combined: 'counts',
      note: 'no students at all: combined they weigh nothing',
    },
    {
      teachers: [120, 100],
      students: [130, 100],
      parents: [140, 100],
      separate: 'counts',
      combined: 'counts',
      note: 'above 100 % counts',
    },
    {
      kind: 'college',
      teachers: [75, 100],
      students: [30, 100],
      parents: [null, null],
      separate: 'no-data',
      combined: 'no-data',
      note: 'a college is asked about parents too',
    },
    {
      kind: 'unknown',
      teachers: [75, 100],
      students: [29, 100],
      parents: [30, 100],
      separate: 'no-data',
      combined: 'no-data',
      note: 'students of an unknown kind are asked about, not guessed',
    },
    {
      kind: 'unknown',
      teachers: [74, 100],
      students: [90, 100],
      parents: [90, 100],
      separate: 'does-not-count',
      combined: 'does-not-count',
      note: 'of whatever kind it is, its teachers decide',
    },
  ])('$note', ({ kind = 'school', teachers, students, parents, separate, combined }) => {
    const reports = [report('2026-11-18', teachers, students, parents)];
    expect(monitorOrganisation(reports, kind, MONTH).verdict).toBe(separate);
    expect(monitorOrganisation(reports, kind, MONTH, COMBINED).verdict).toBe(combined);
  });
});

describe('monitorOrganisation over a month', () => {
  const best: DatedCounts[] = [
    report('2026-11-11', [80, 100], [10, 100], [31, 100]),
    report('2026-11-18', [70, 100], [35, 100], [10, 100]),
    report('2026-12-01', [10, 100], [10, 100], [10, 100]),
  ];

  it('takes the best report for each indicator', () => {
    const { verdict, parts } = monitorOrganisation(best, 'school', MONTH);
    expect(verdict).toBe('counts');
    expect(
      parts.map(({ people, best: week, met, missing }) => [people, week?.date, week?.share, met, missing]),
    ).toEqual([
      ['teachers', '2026-11-11', 8000, true, 0],
      ['students', '2026-11-18', 3500, true, 0],
      ['parents', '2026-11-11', 3100, true, 0],
    ]);
  });

  it('combined: the best week of the group as one, not of its parts', () => {
    const { verdict, parts } = monitorOrganisation(best, 'school', MONTH, COMBINED);
    expect(
      parts.map(({ people, best: week, missing }) => [people, week?.date, week?.share, missing]),
    ).toEqual([
      ['teachers', '2026-11-11', 8000, 0],
      ['learners', '2026-11-18', 2250, 15],
    ]);
    expect(verdict).toBe('does-not-count');
  });

  it('leaves out reports whose window reaches into another month', () => {
    const reports = [
      report('2026-11-07', [100, 100], [100, 100], [100, 100]),
      report('2026-12-02', [100, 100], [100, 100], [100, 100]),
      report('2026-11-25', [10, 100], [10, 100], [10, 100]),
    ];
    expect(monitorOrganisation(reports, 'school', MONTH).verdict).toBe('does-not-count');
    expect(monitorOrganisation(reports.slice(0, 2), 'school', MONTH).verdict).toBe('no-data');
  });

  it('compares weeks as fractions, and takes the later of equal ones', () => {
    const reports = [
      report('2026-11-11', [1, 3], [3333, 10_000], [1, 2]),
      report('2026-11-18', [3333, 10_000], [1, 3], [2, 4]),
    ];
    const dates = monitorOrganisation(reports, 'school', MONTH).parts.map(({ best: week }) => week?.date);
    expect(dates).toEqual(['2026-11-11', '2026-11-18', '2026-11-18']);
    expect(
      monitorOrganisation([...reports].reverse(), 'school', MONTH).parts.map(({ best: week }) => week?.date),
    ).toEqual(dates);
  });

  it('without a report there is no data; an excluded kind is not applicable', () => {
    expect(monitorOrganisation([], 'school', MONTH).verdict).toBe('no-data');
    const settings = { ...DEFAULT_MONITORING, notFor: ['college'] as const };
    expect(monitorOrganisation(best, 'college', MONTH, settings)).toEqual({
      verdict: 'not-applicable',
      parts: [],
    });
  });

  it('flags a group of fewer than 10 people', () => {
    const reports = [report('2026-11-18', [7, 9], [3, 10], [30, 100])];
    const { parts } = monitorOrganisation(reports, 'school', MONTH);
    expect(parts.map(({ small }) => small)).toEqual([true, false, false]);
  });

  it('another report can only raise the estimate', () => {
    const rank: Readonly<Record<Verdict, number>> = {
      'does-not-count': 0,
      'no-data': 1,
      counts: 2,
      'not-applicable': 3,
    };
    const dated = fc.tuple(fc.constantFrom('2026-11-11', '2026-11-18', '2026-11-25'), anyCounts);
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.array(dated, { minLength: 1 }), (kind, rows) => {
        const reports = rows.map(([date, all]) => ({ date, counts: all }));
        const all = monitorOrganisation(reports, kind, MONTH);
        const fewer = monitorOrganisation(reports.slice(1), kind, MONTH);
        all.parts.forEach((part, index) => {
          expect(part.best?.share ?? -1).toBeGreaterThanOrEqual(fewer.parts[index]?.best?.share ?? -1);
        });
        if (fewer.verdict !== 'no-data') {
          expect(rank[all.verdict]).toBeGreaterThanOrEqual(rank[fewer.verdict]);
        }
      }),
      SEED,
    );
  });
});

describe('monitorDistrict', () => {
  const verdicts = (...list: Verdict[]) => list.map((verdict, index) => ({ orgId: `${index}`, verdict }));

  it('share k of n applicable, m without data named, range k/n … (k+m)/n', () => {
    const organisations = verdicts('counts', 'no-data', 'does-not-count', 'not-applicable');
    expect(monitorDistrict(organisations)).toEqual({
      counted: 1,
      applicable: 3,
      withoutData: ['1'],
      low: 3333,
      high: 6666,
      met: null,
    });
  });

  it.each<{ list: Verdict[]; target: number | null; met: boolean | null; note: string }>([
    { list: ['counts', 'does-not-count'], target: null, met: null, note: 'no target is given' },
    { list: ['counts', 'does-not-count'], target: 5000, met: true, note: 'exactly at the target' },
    { list: ['counts', 'does-not-count'], target: 5001, met: false, note: 'one step below' },
    { list: ['counts', 'no-data'], target: 5001, met: null, note: 'the missing data decide' },
    { list: ['counts', 'no-data'], target: 5000, met: true, note: 'met without them' },
    { list: ['does-not-count', 'no-data'], target: 6000, met: false, note: 'not met even with them' },
    { list: ['does-not-count', 'no-data'], target: 5000, met: null, note: 'just met with them' },
    { list: ['not-applicable'], target: 5000, met: null, note: 'nobody applies' },
    { list: [], target: 5000, met: null, note: 'no organisation' },
  ])('against $target: $note', ({ list, target, met }) => {
    expect(monitorDistrict(verdicts(...list), target).met).toBe(met);
  });

  it('the share that the data would give lies between the ends of the range', () => {
    const verdict = fc.constantFrom<Verdict>('counts', 'does-not-count', 'no-data', 'not-applicable');
    fc.assert(
      fc.property(fc.array(fc.tuple(verdict, fc.boolean()), { minLength: 1 }), (rows) => {
        const known = monitorDistrict(verdicts(...rows.map(([one]) => one)));
        const filled = rows.map(([one, would]): Verdict => {
          if (one !== 'no-data') return one;
          return would ? 'counts' : 'does-not-count';
        });
        const revealed = monitorDistrict(verdicts(...filled));
        expect(revealed.low).toBe(revealed.high);
        if (revealed.low === null) return;
        expect(known.low).toBeLessThanOrEqual(revealed.low);
        expect(known.high).toBeGreaterThanOrEqual(revealed.low);
        expect(known.high).toBeLessThanOrEqual(WHOLE);
      }),
      SEED,
    );
  });
});
