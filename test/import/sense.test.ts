import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/domain/issues.ts';
import { recordToRow, type StatisticsRecord } from '../../src/domain/record.ts';
import { compareWithBook } from '../../src/import/drops.ts';
import { ISSUES_LISTED } from '../../src/import/limits.ts';
import { addRecordIssues, reportIssues } from '../../src/import/sense.ts';
import { school } from './support.ts';

interface Case {
  readonly note: string;
  readonly change: Partial<StatisticsRecord>;
  readonly found: readonly string[];
}

const CASES: readonly Case[] = [
  { note: 'nothing odd', change: {}, found: [] },
  { note: 'as many active as registered', change: { teachersActive: 50 }, found: [] },
  {
    note: 'one active too many',
    change: { teachersActive: 51 },
    found: ['active-above-registered teachers 51 > 50'],
  },
  {
    note: 'one linked too many',
    change: { studentsLinked: 201 },
    found: ['linked-above-registered students 201 > 200'],
  },
  {
    note: 'more registered than there are: the sum of registrations follows',
    change: { parentsRegistered: 501, registeredTotal: 751 },
    found: ['registered-above-total parents 501 > 500'],
  },
  {
    note: 'active above total says it all: registered above total is not told beside it',
    change: { teachersTotal: 40, peopleTotal: 1040 },
    found: ['active-above-total teachers 41 > 40'],
  },
  {
    note: 'registrations do not add up',
    change: { registeredTotal: 421 },
    found: ['registered-sum 421 ≠ 420'],
  },
  { note: 'people do not add up', change: { peopleTotal: 1061 }, found: ['people-sum 1061 ≠ 1060'] },
  {
    note: 'blank registered: neither stage nor sum is compared',
    change: { teachersRegistered: null, teachersActive: 55, teachersLinked: 55 },
    found: [],
  },
  {
    note: 'a blank sum is not compared',
    change: { peopleTotal: null },
    found: [],
  },
  {
    note: 'a sum of blanks is not compared',
    change: { studentsRegistered: null, teachersTotal: null },
    found: [],
  },
  {
    note: 'nor one whose last part is blank',
    change: { parentsRegistered: null, parentsTotal: null },
    found: [],
  },
  {
    note: 'blank totals are not compared',
    change: { peopleTotal: null, registeredTotal: null, studentsTotal: null },
    found: [],
  },
];

describe('counts of one school', () => {
  it.each(CASES)('$note', ({ change, found }) => {
    const issues: Issue[] = [];
    addRecordIssues(
      school(change),
      () => 7,
      (issue) => issues.push(issue),
    );
    expect(issues.map(shortly)).toEqual(found);
  });
});

describe('report as a whole', () => {
  it.each([
    { note: 'Metabase shows 2,000', rows: 2000, code: ['rows-cut'] },
    { note: 'one fewer', rows: 1999, code: [] },
    { note: 'one more', rows: 2001, code: [] },
    { note: 'DataLens page', rows: 100, code: ['rows-page'] },
    { note: 'a thousand', rows: 1000, code: ['rows-page'] },
    { note: 'ten thousand', rows: 10_000, code: ['rows-cut'] },
  ])('$note', ({ rows, code }) => {
    const records = Array.from({ length: rows }, () => school());
    expect(reportIssues(records).map((issue) => issue.code)).toEqual(code);
  });

  it.each([
    { note: 'zeros everywhere', counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], told: true },
    { note: 'one school has people', counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], told: false },
    {
      note: 'blank is not zero, but no evidence against it',
      counts: [...Array(10).fill(0), null],
      told: true,
    },
    { note: 'all blank', counts: Array(12).fill(null), told: false },
    { note: 'too few schools to tell', counts: [0, 0, 0], told: false },
  ])('column: $note', ({ counts, told }) => {
    const records = counts.map((studentsActive: number | null) => school({ studentsActive }));
    const issue = { code: 'columns-zero', headings: ['Активные ученики'], rows: counts.length };
    expect(reportIssues(records)).toEqual(told ? [issue] : []);
  });

  it('lets a week without calls pass', () => {
    const records = Array.from({ length: 20 }, () => school({ teachersCalled: 0 }));
    expect(reportIssues(records)).toEqual([]);
  });
});

describe('against the book', () => {
  const last = school({ date: '2026-05-27', parentsActive: 100 });
  it.each([
    { note: 'exactly a fifth is no drop', change: { parentsActive: 80 }, found: [] },
    { note: 'more than a fifth', change: { parentsActive: 79 }, found: ['active-dropped parents 100 → 79'] },
    { note: 'rise', change: { parentsActive: 200 }, found: [] },
    { note: 'blank is not compared', change: { parentsActive: null }, found: [] },
    { note: 'the same week again', change: { date: '2026-05-27', parentsActive: 1 }, found: [] },
    { note: 'another school', change: { orgId: '100006', parentsActive: 1 }, found: [] },
    { note: 'no date', change: { date: '', parentsActive: 1 }, found: [] },
    { note: 'five people of eight', change: { teachersActive: 36 }, found: [] },
  ])('$note', ({ change, found }) => {
    const issues = compareWithBook([recordToRow(last)], [recordToRow(school(change))]);
    expect(issues.map(shortly)).toEqual(found);
  });

  it('does not count a handful of people in a small school', () => {
    const small = school({ date: '2026-05-27', teachersActive: 8 });
    const issues = compareWithBook([recordToRow(small)], [recordToRow(school({ teachersActive: 4 }))]);
    expect(issues).toEqual([]);
    const five = compareWithBook([recordToRow(small)], [recordToRow(school({ teachersActive: 3 }))]);
    expect(five.map(shortly)).toEqual(['active-dropped teachers 8 → 3']);
  });

  it('does not compare with a school that has no date in the book', () => {
    const rows = [recordToRow(school({ parentsActive: 1 }))];
    expect(compareWithBook([recordToRow({ ...last, date: '' })], rows)).toEqual([]);
  });

  it('lists no more than others and counts the rest', () => {
    const ids = Array.from({ length: ISSUES_LISTED + 5 }, (_, at) => String(at));
    const before = ids.map((orgId) => recordToRow({ ...last, orgId }));
    const after = ids.map((orgId) => recordToRow(school({ orgId, parentsActive: 10 })));
    const issues = compareWithBook(before, after);
    expect(issues).toHaveLength(ISSUES_LISTED + 1);
    expect(compareWithBook(before, after.slice(5))).toHaveLength(ISSUES_LISTED);
    expect(issues[0]).toEqual({
      code: 'active-dropped',
      id: '0',
      school: last.shortName,
      group: 'parents',
      before: 100,
      after: 10,
      since: '2026-05-27',
    });
    expect(issues[ISSUES_LISTED]).toEqual({ code: 'issues-omitted', of: 'active-dropped', count: 5 });
  });
});

function shortly(issue: Issue): string {
  switch (issue.code) {
    case 'active-above-registered':
    case 'linked-above-registered':
      return `${issue.code} ${issue.group} ${issue.found} > ${issue.registered}`;
    case 'registered-above-total':
      return `${issue.code} ${issue.group} ${issue.registered} > ${issue.total}`;
    case 'active-above-total':
      return `${issue.code} ${issue.group} ${issue.active} > ${issue.total}`;
    case 'registered-sum':
    case 'people-sum':
      return `${issue.code} ${issue.found} ≠ ${issue.sum}`;
    case 'active-dropped':
      return `${issue.code} ${issue.group} ${issue.before} → ${issue.after}`;
    default:
      return issue.code;
  }
}
