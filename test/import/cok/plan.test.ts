import { describe, expect, it } from 'vitest';
import {
  type CokCountKey,
  type CokCounts,
  type CokRecord,
  DEFAULT_COK_RULES,
  NO_COK_COUNTS,
} from '../../../src/domain/cok.ts';
import { DEFAULT_KIND_WORDS } from '../../../src/domain/organisation.ts';
import { recordToRow } from '../../../src/domain/record.ts';
import { type CokReport, planCok } from '../../../src/import/cok/plan.ts';
import { schoolRecord } from '../../sidebar/fixtures.ts';

const JUDGEMENT = { kindWords: DEFAULT_KIND_WORDS, cok: DEFAULT_COK_RULES };
const PERIOD = { ...JUDGEMENT, cok: { ...DEFAULT_COK_RULES, period: 'period' } } as const;
const NEVER: CokRecord['before'] = {
  date: null,
  teachers: null,
  students: null,
  assigned: null,
  viewed: null,
};
const FIELDS: readonly CokCountKey[] = ['assigned', 'viewed'];
const [WEEK_1, WEEK_2, WEEK_3] = ['2026-11-04', '2026-11-11', '2026-11-18'] as const;

const STATISTICS = [
  recordToRow(schoolRecord({ orgId: '1', teachersTotal: 40, studentsTotal: 300 })),
  recordToRow(
    schoolRecord({
      orgId: '2',
      orgType: 'Дошкольная организация',
      teachersTotal: 10,
      studentsTotal: 100,
    }),
  ),
];

function row(id: string, date: string | null, counts: Partial<CokCounts> = {}, before = NEVER): CokRecord {
  return { id, name: `Школа ${id}`, date, counts: { ...NO_COK_COUNTS, ...counts }, before };
}

function report(
  date: string,
  schools: Readonly<Record<string, Partial<CokCounts>>>,
  fields = FIELDS,
): CokReport {
  return {
    date,
    fields,
    schools: Object.entries(schools).map(([id, counts]) => ({ id, counts: { ...NO_COK_COUNTS, ...counts } })),
  };
}

describe('planCok', () => {
  it('tells rows that are filled, updated, unchanged and kept apart; an empty one outside the report is none', () => {
    const current = [
      row('1', null),
      row('2', WEEK_1, { assigned: 3, viewed: 5 }),
      row('3', WEEK_2, { assigned: 3, viewed: 5 }),
      row('4', WEEK_1, { assigned: 1 }),
      row('5', null),
      row('6', WEEK_2, { assigned: 3, viewed: 5 }),
    ];
    const same = { assigned: 3, viewed: 5 };
    const plan = planCok(
      current,
      STATISTICS,
      report(WEEK_2, { 1: same, 2: same, 3: same, 6: { assigned: 3, viewed: 6 } }),
      JUDGEMENT,
    );
    expect(plan).toMatchObject({ filled: ['1'], updated: ['2', '6'], unchanged: ['3'], kept: ['4'] });
    expect(plan.rows.map(({ before }) => before)).toEqual([current[0], current[1], current[2], current[5]]);
    expect(plan.rows.map(({ after }) => [after.id, after.name, after.date, after.counts.viewed])).toEqual([
      ['1', 'Школа 1', WEEK_2, 5],
      ['2', 'Школа 2', WEEK_2, 5],
      ['3', 'Школа 3', WEEK_2, 5],
      ['6', 'Школа 6', WEEK_2, 6],
    ]);
    expect(plan.issues).toEqual([]);
  });

  it.each([
    { note: 'the same day: stay, so two files make one report', date: WEEK_2, loggedIn: 7 },
    { note: 'a new day: become blank', date: WEEK_3, loggedIn: null },
  ])('counts without a column of the file, $note', ({ date, loggedIn }) => {
    const current = [row('1', WEEK_2, { loggedIn: 7, assigned: 3, viewed: 5 })];
    const [planned] = planCok(current, STATISTICS, report(date, { 1: { assigned: 4 } }), JUDGEMENT).rows;
    expect(planned?.after.counts).toEqual({ ...NO_COK_COUNTS, loggedIn, assigned: 4, viewed: null });
  });

  it('does not take a count that the file has no column for', () => {
    const read = report(WEEK_2, { 1: { assigned: 4, loggedIn: 9 } }, ['assigned']);
    const [planned] = planCok([row('1', null)], STATISTICS, read, JUDGEMENT).rows;
    expect(planned?.after.counts).toEqual({ ...NO_COK_COUNTS, assigned: 4 });
  });

  describe('what it was before', () => {
    const held = { date: WEEK_1, teachers: 1234, students: 567, assigned: 1, viewed: 2 };

    it.each([
      { note: 'shares of the totals of the statistics', counts: {}, teachers: 5000, students: 1000 },
      {
        note: 'of its own totals where it has them',
        counts: { teachersTotal: 50, studentsTotal: 600 },
        teachers: 4000,
        students: 500,
      },
    ])('$note', ({ counts, teachers, students }) => {
      const current = [row('1', WEEK_2, { assigned: 20, viewed: 30, ...counts }, held)];
      const [planned] = planCok(current, STATISTICS, report(WEEK_3, { 1: {} }), JUDGEMENT).rows;
      expect(planned?.after.before).toEqual({ date: WEEK_2, teachers, students, assigned: 20, viewed: 30 });
    });

    it('of whom a lesson was assigned to, where «Настройки» say so', () => {
      const current = [row('1', WEEK_2, { viewed: 30, studentsAssigned: 40 })];
      const judgement = { ...JUDGEMENT, cok: { ...DEFAULT_COK_RULES, studentsOf: 'assigned' } } as const;
      const [planned] = planCok(current, STATISTICS, report(WEEK_3, { 1: {} }), judgement).rows;
      expect(planned?.after.before.students).toBe(7500);
    });

    it('has no share of students where the school is not in the statistics: its kind is not known', () => {
      const counts = { teachersTotal: 50, assigned: 20, studentsTotal: 600, viewed: 30 };
      const current = [row('9', WEEK_2, counts), row('8', WEEK_2, { assigned: 20, viewed: 30 })];
      const { rows } = planCok(current, STATISTICS, report(WEEK_3, { 9: {}, 8: {} }), JUDGEMENT);
      expect(rows.map(({ after }) => after.before)).toMatchObject([
        { teachers: 4000, students: null },
        { teachers: null, students: null },
      ]);
    });

    it.each([
      { note: 'the same day', date: WEEK_2 },
      { note: 'nothing yet', date: null },
    ])('stays where there was $note', ({ date }) => {
      const current = [row('1', date, { assigned: 20 }, held)];
      const [planned] = planCok(current, STATISTICS, report(WEEK_2, { 1: {} }), JUDGEMENT).rows;
      expect(planned?.after.before).toEqual(held);
    });
  });

  describe('what is wrong', () => {
    it.each([
      { note: 'older than the latest row', date: WEEK_1, older: true },
      { note: 'the latest day', date: WEEK_2, older: false },
      { note: 'newer', date: WEEK_3, older: false },
    ])('a report $note', ({ date, older }) => {
      const current = [row('1', WEEK_1), row('2', WEEK_2), row('3', null)];
      const plan = planCok(current, STATISTICS, report(date, {}), JUDGEMENT);
      expect(plan.bookDate).toBe(WEEK_2);
      expect(plan.issues).toEqual(older ? [{ code: 'cok-older', reportDate: WEEK_1, bookDate: WEEK_2 }] : []);
    });

    it('is nothing in an empty book', () => {
      const plan = planCok([], STATISTICS, report(WEEK_1, {}), JUDGEMENT);
      expect(plan).toEqual({
        rows: [],
        filled: [],
        updated: [],
        unchanged: [],
        kept: [],
        bookDate: null,
        issues: [],
      });
    });

    it('counts that only grow and fell are named, each with the day since when; the older report first', () => {
      const current = [row('1', WEEK_3, { assigned: 20, viewed: 30 })];
      const fallen = { 1: { assigned: 19, viewed: 29 } };
      const since = { code: 'cok-dropped', school: 'Школа 1', since: WEEK_3 };
      expect(planCok(current, STATISTICS, report(WEEK_2, fallen), JUDGEMENT).issues).toEqual([
        { code: 'cok-older', reportDate: WEEK_2, bookDate: WEEK_3 },
        { ...since, field: 'assigned', before: 20, after: 19 },
        { ...since, field: 'viewed', before: 30, after: 29 },
      ]);
      expect(planCok(current, STATISTICS, report('2026-11-25', fallen), PERIOD).issues).toEqual([]);
    });

    it.each([
      { note: 'the same count', counts: { assigned: 20, viewed: 30 }, date: '2026-11-25' },
      { note: 'a blank now', counts: {}, date: '2026-11-25' },
      { note: 'a correction of the same day', counts: { assigned: 1, viewed: 1 }, date: WEEK_3 },
      { note: 'a count that had no day', counts: { assigned: 1 }, date: WEEK_3, since: null },
    ])('no fall is $note', ({ counts, date, since = WEEK_3 }) => {
      const current = [row('1', since, { assigned: 20, viewed: 30 })];
      expect(planCok(current, STATISTICS, report(date, { 1: counts }), JUDGEMENT).issues).toEqual([]);
    });

    it('no fall is a blank before', () => {
      const plan = planCok([row('1', WEEK_1)], STATISTICS, report(WEEK_2, { 1: { assigned: 1 } }), JUDGEMENT);
      expect(plan.issues).toEqual([]);
    });
  });
});
