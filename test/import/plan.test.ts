import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordToRow, type StatisticsRow } from '../../src/domain/record.ts';
import { planImport } from '../../src/import/plan.ts';
import { school } from './support.ts';

const row = (id: string, overrides: Parameters<typeof school>[0] = {}): StatisticsRow =>
  recordToRow(school({ orgId: id, ...overrides }));

describe('planImport', () => {
  it('fills an empty book', () => {
    const plan = planImport([], [row('1'), row('2')]);
    expect(plan).toMatchObject({
      date: '2026-06-03',
      bookDate: null,
      added: ['1', '2'],
      updated: [],
      issues: [],
    });
    expect(plan.rows.map(({ change }) => change)).toEqual(['added', 'added']);
  });

  it('tells new, changed, equal and missing schools apart, in the order of the book', () => {
    const book = [row('3'), row('1'), row('9'), row('2')];
    const report = [row('1', { teachersActive: 59 }), row('2'), row('4'), row('3')];
    const plan = planImport(book, report);
    expect(plan).toMatchObject({ added: ['4'], updated: ['1'], unchanged: ['3', '2'], vanished: ['9'] });
    expect(plan.rows.map(({ id }) => id)).toEqual(['3', '1', '9', '2', '4']);
    expect(plan.rows[1]?.row).toEqual(report[0]);
  });

  it('keeps the identity of a missing school and empties the rest', () => {
    const plan = planImport([row('9')], [row('1')]);
    const { shortName, orgType, municipality, region, orgId, inn } = school({ orgId: '9' });
    expect(plan.rows[0]?.row).toEqual([
      ...['', shortName, orgType, municipality, region, '', '', orgId, ''],
      ...Array<null>(13).fill(null),
      inn,
      null,
      null,
    ]);
  });

  it('keeps a school that is missing again as it stands', () => {
    const once = planImport([row('9')], [row('1')]).rows.map((planned) => planned.row);
    const twice = planImport(once, [row('1')]);
    expect(twice.rows.map((planned) => planned.row)).toEqual(once);
    expect(twice).toMatchObject({ vanished: ['9'], unchanged: ['1'], updated: [] });
  });

  it('takes a blank for a blank, however it is stored', () => {
    const stored = row('1', { link: '', teachersCalled: null }).map((cell) => (cell === '' ? null : cell));
    expect(planImport([stored], [row('1', { link: '', teachersCalled: null })]).unchanged).toEqual(['1']);
  });

  it('does not take a blank count for a zero', () => {
    expect(
      planImport([row('1', { teachersActive: null })], [row('1', { teachersActive: 0 })]).updated,
    ).toEqual(['1']);
  });

  it.each([
    {
      note: 'older',
      date: '2026-05-27',
      issues: [{ code: 'report-older', reportDate: '2026-05-27', bookDate: '2026-06-03' }],
    },
    { note: 'of the same day', date: '2026-06-03', issues: [] },
    { note: 'newer', date: '2026-06-10', issues: [] },
  ])('a report that is $note', ({ date, issues }) => {
    expect(planImport([row('1')], [row('1', { date })]).issues).toEqual(issues);
  });

  it('leaves rows without an id to the users, and finds ids such as __proto__', () => {
    const plan = planImport([row(''), row('__proto__')], [row('__proto__'), row('constructor')]);
    expect(plan).toMatchObject({ added: ['constructor'], unchanged: ['__proto__'], vanished: [] });
  });

  it('imported twice is imported once, whatever the order of rows', () => {
    const rows = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 })), {
        maxLength: 12,
        selector: ([id]) => id,
      })
      .map((pairs) => pairs.map(([id, active]) => row(String(id), { teachersActive: active })));
    fc.assert(
      fc.property(rows, rows, (book, report) => {
        const plan = planImport(book, report);
        const after = plan.rows.map((planned) => planned.row);
        const again = planImport(after, [...report].reverse());
        expect(again.rows.map((planned) => planned.row)).toEqual(after);
        expect([...again.added, ...again.updated]).toEqual([]);
        expect(again.unchanged).toHaveLength(report.length);
        const parts = [plan.added, plan.updated, plan.unchanged, plan.vanished].flat();
        expect(new Set(parts).size).toBe(plan.rows.length);
        expect(parts).toHaveLength(plan.rows.length);
      }),
      { numRuns: 1000, seed: 6 },
    );
  });
});
