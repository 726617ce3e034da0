import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessMax, DEFAULT_TARGETS, MAX_INDICATORS } from '../../src/domain/indicators.ts';
import { organisationKind } from '../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../src/domain/record.ts';
import { type SampleOptions, sampleDistrict } from '../../src/sample/district.ts';

const OPTIONS: SampleOptions = { schools: 130, weeks: 4, seed: 1, lastDate: '2026-11-18' };
const WEEKS = sampleDistrict(OPTIONS);
const LAST: readonly StatisticsRecord[] = WEEKS[3] ?? [];
const BEFORE: readonly StatisticsRecord[] = WEEKS[2] ?? [];
const EVERY = WEEKS.flat();

const ids = (records: readonly StatisticsRecord[]): string[] => records.map(({ orgId }) => orgId);

describe('the sample district', () => {
  it('is determined by its options', () => {
    expect(sampleDistrict(OPTIONS)).toEqual(WEEKS);
    expect(sampleDistrict({ ...OPTIONS, seed: 2 })).not.toEqual(WEEKS);
  });

  it('has the schools asked for in the last report, and weeks seven days apart', () => {
    expect(LAST).toHaveLength(130);
    expect(WEEKS.map((week) => [...new Set(week.map(({ date }) => date))])).toEqual([
      ['2026-10-28'],
      ['2026-11-04'],
      ['2026-11-11'],
      ['2026-11-18'],
    ]);
  });

  it('keeps a week as it is when more weeks or schools are asked for', () => {
    expect(sampleDistrict({ ...OPTIONS, weeks: 2 })).toEqual(WEEKS.slice(2));
    expect(
      sampleDistrict({ ...OPTIONS, schools: 200 })
        .at(-1)
        ?.slice(0, 130),
    ).toEqual(LAST);
  });

  it('names its organisations once', () => {
    for (const week of WEEKS) {
      for (const key of ['orgId', 'shortName', 'inn'] as const) {
        expect(new Set(week.map((record) => record[key])).size).toBe(week.length);
      }
    }
  });

  it('has schools, kindergartens, colleges and additional education, told apart by «Тип ОО»', () => {
    const kinds = LAST.map(({ orgType }) => organisationKind(orgType));
    for (const kind of ['school', 'preschool', 'college', 'additional']) expect(kinds).toContain(kind);
    expect(kinds).not.toContain('unknown');
  });

  it.each<[string, (record: StatisticsRecord) => boolean]>([
    ['a leading zero in the INN', ({ inn }) => inn.startsWith('0')],
    ['an INN of 12 digits', ({ inn }) => inn.length === 12],
    ['a leading zero in the region code', ({ regionCode }) => regionCode.startsWith('0')],
    ['a leading zero in the id', ({ orgId }) => orgId.startsWith('0')],
    ['a quote in the name', ({ shortName }) => shortName.includes('"')],
    ['a name without quotes', ({ shortName }) => !shortName.includes('"')],
    ['a comma in the name', ({ shortName }) => shortName.includes(',')],
    ['a second district', ({ municipality }) => municipality === 'Примерный район'],
    ['blank totals', ({ teachersTotal, parentsTotal }) => teachersTotal === null && parentsTotal === null],
    [
      'blank activity',
      ({ teachersActive, parentsActive }) => teachersActive === null && parentsActive === null,
    ],
    ['a total of zero', ({ studentsTotal, peopleTotal }) => studentsTotal === 0 && peopleTotal === 0],
    [
      'teachers above 100 %',
      (r) => (r.teachersActive ?? 0) > (r.teachersTotal ?? 0) && r.teachersTotal !== 0,
    ],
    ['parents above 100 %', (r) => (r.parentsActive ?? 0) > (r.parentsTotal ?? 0) && r.parentsTotal !== 0],
    ['an inactive organisation', ({ activity }) => activity === 'неактивна'],
    ['more active than linked, which is normal', (r) => (r.teachersActive ?? 0) > (r.teachersLinked ?? 0)],
    ['calls', ({ teachersCalled }) => (teachersCalled ?? 0) > 0],
  ])('has %s', (_trait, has) => {
    expect(LAST.some(has)).toBe(true);
  });

  it('loses and gains organisations between the reports', () => {
    const last = new Set(ids(LAST));
    const before = new Set(ids(BEFORE));
    expect(ids(BEFORE).filter((id) => !last.has(id)).length).toBeGreaterThanOrEqual(3);
    expect(ids(LAST).filter((id) => !before.has(id)).length).toBeGreaterThanOrEqual(3);
  });

  it('grows as a whole from week to week, though not every school does', () => {
    const active = (week: readonly StatisticsRecord[], of: ReadonlySet<string>): number[] =>
      week.filter(({ orgId }) => of.has(orgId)).map(({ parentsActive }) => parentsActive ?? 0);
    for (const [index, week] of WEEKS.slice(1).entries()) {
      const earlier = WEEKS[index] ?? [];
      const common = new Set(ids(week).filter((id) => ids(earlier).includes(id)));
      const [then, now] = [active(earlier, common), active(week, common)];
      const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
      expect(sum(now)).toBeGreaterThan(sum(then));
      expect(now.some((count, school) => count < (then[school] ?? 0))).toBe(true);
    }
  });

  it('has met, near, below and no data in plenty for each indicator', () => {
    for (const indicator of MAX_INDICATORS) {
      const statuses = LAST.map((record) => {
        const all = assessMax(record, organisationKind(record.orgType), DEFAULT_TARGETS);
        return all.find((assessment) => assessment.indicator === indicator)?.status;
      });
      for (const status of ['met', 'near', 'below', 'no-data']) {
        expect(
          statuses.filter((found) => found === status).length,
          `${indicator.code} ${status}`,
        ).toBeGreaterThan(4);
      }
    }
  });
});

describe('every sample district', () => {
  const districts = fc.record({
    schools: fc.integer({ min: 1, max: 90 }),
    weeks: fc.integer({ min: 1, max: 60 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    lastDate: fc.constantFrom('2026-11-18', '2026-01-05', '2024-02-29'),
  });

  it('makes sense: wholes, sums, stages, digits', () => {
    fc.assert(
      fc.property(districts, (options) => {
        const weeks = sampleDistrict(options);
        expect(weeks).toHaveLength(options.weeks);
        expect(weeks.at(-1)).toHaveLength(options.schools);
        for (const record of weeks.flat()) makesSense(record);
      }),
      { seed: 20261118, numRuns: 60 },
    );
  });
});

it('the four weeks make sense', () => {
  for (const record of EVERY) makesSense(record);
});

/** Throws where a record could not have come from the source; cheaper than an expectation a field. */
function makesSense(record: StatisticsRecord): void {
  const wrong: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };
  check(/^\d{4}-\d{2}-\d{2}$/.test(record.date), 'date');
  check(/^\d{8}$/.test(record.orgId), 'id');
  check(/^(\d{10}|\d{12})$/.test(record.inn), 'INN');
  check(/^\d{2}$/.test(record.regionCode), 'region code');
  for (const value of Object.values(record)) {
    if (typeof value === 'number') check(Number.isInteger(value) && value >= 0, 'count');
  }
  for (const group of ['teachers', 'students', 'parents'] as const) {
    const registered = record[`${group}Registered`] ?? 0;
    check((record[`${group}Linked`] ?? 0) <= registered, `${group} linked > registered`);
    check((record[`${group}Active`] ?? 0) <= registered, `${group} active > registered`);
  }
  check((record.teachersCalled ?? 0) <= (record.teachersActive ?? 0), 'called > active');
  const { teachersTotal, studentsTotal, parentsTotal } = record;
  const people =
    teachersTotal === null || studentsTotal === null || parentsTotal === null
      ? null
      : teachersTotal + studentsTotal + parentsTotal;
  check(record.peopleTotal === people, 'J = K + L + M');
  const { teachersRegistered, studentsRegistered, parentsRegistered } = record;
  check(
    record.registeredTotal ===
      (teachersRegistered ?? 0) + (studentsRegistered ?? 0) + (parentsRegistered ?? 0),
    'N = O + Q + S',
  );
  if (organisationKind(record.orgType) === 'preschool')
    check((record.studentsActive ?? 0) === 0, 'preschool');
  if (wrong.length > 0) throw new Error(`${record.shortName}, ${record.date}: ${wrong.join('; ')}`);
}
