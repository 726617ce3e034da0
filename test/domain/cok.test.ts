import { describe, expect, it } from 'vitest';
import { assessCok } from '../../src/domain/assess-cok.ts';
import {
  COK_ROW_WIDTH,
  type CokCounts,
  type CokRecord,
  type CokRules,
  cokApplies,
  cokMeasure,
  cokToRow,
  DEFAULT_COK_RULES,
  NO_COK_COUNTS,
  rowToCok,
} from '../../src/domain/cok.ts';
import { appliesTo, COK_INDICATORS, DEFAULT_TARGETS, indicatorOf } from '../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../src/domain/organisation.ts';
import { recordWith } from './record-builder.ts';

const TEACHERS = indicatorOf('cok.teachers');
const STUDENTS = indicatorOf('cok.students');
const KINDS: readonly OrganisationKind[] = ['school', 'preschool', 'college', 'additional', 'unknown'];

describe('cokApplies', () => {
  it('is by default what the table of indicators says', () => {
    for (const indicator of COK_INDICATORS) {
      for (const kind of KINDS) {
        expect(cokApplies(indicator, kind, DEFAULT_COK_RULES), `${indicator.code} ${kind}`).toBe(
          appliesTo(indicator, kind),
        );
      }
    }
  });

  const cases: {
    note: string;
    rules: Partial<CokRules>;
    kind: OrganisationKind;
    teachers: boolean;
    students: boolean;
  }[] = [
    {
      note: 'teachers of preschools where the setting says so',
      rules: { preschoolTeachers: true },
      kind: 'preschool',
      teachers: true,
      students: false,
    },
    {
      note: 'additional education where the setting excludes it',
      rules: { additional: false },
      kind: 'additional',
      teachers: false,
      students: false,
    },
    {
      note: 'a school whatever the settings say',
      rules: { additional: false, preschoolTeachers: true },
      kind: 'school',
      teachers: true,
      students: true,
    },
    {
      note: 'an unknown type is not left out',
      rules: {},
      kind: 'unknown',
      teachers: true,
      students: true,
    },
  ];
  it.each(cases)('$note', ({ rules, kind, teachers, students }) => {
    const all = { ...DEFAULT_COK_RULES, ...rules };
    expect(cokApplies(TEACHERS, kind, all)).toBe(teachers);
    expect(cokApplies(STUDENTS, kind, all)).toBe(students);
  });
});

describe('cokMeasure', () => {
  const counts: CokCounts = { ...NO_COK_COUNTS, assigned: 12, viewed: 90, studentsAssigned: 200 };
  const totals = { teachersTotal: 40, studentsTotal: 600 };
  const measure = (code: 'cok.teachers' | 'cok.students', own = counts, rules = DEFAULT_COK_RULES) =>
    cokMeasure(indicatorOf(code), own, totals, 'school', rules);

  it('takes totals that УБ ЦОК lacks from the statistics', () => {
    expect(measure('cok.teachers')).toEqual({ active: 12, total: 40, applicable: true });
    expect(measure('cok.students')).toEqual({ active: 90, total: 600, applicable: true });
  });

  it('takes its own totals first, also where they are 0', () => {
    const own = { ...counts, teachersTotal: 0, studentsTotal: 500 };
    expect(measure('cok.teachers', own).total).toBe(0);
    expect(measure('cok.students', own).total).toBe(500);
  });

  it('has no students of a kind that is to be asked about', () => {
    const own = { ...counts, studentsTotal: 500 };
    const unknown = (code: 'cok.teachers' | 'cok.students') =>
      cokMeasure(indicatorOf(code), own, totals, 'unknown', DEFAULT_COK_RULES);
    expect(unknown('cok.students')).toEqual({ active: null, total: null, applicable: true });
    expect(unknown('cok.teachers')).toEqual({ active: 12, total: 40, applicable: true });
  });

  it('counts students to whom a lesson was assigned where the setting says so, and no others in their place', () => {
    const rules: CokRules = { ...DEFAULT_COK_RULES, studentsOf: 'assigned' };
    expect(measure('cok.students', counts, rules).total).toBe(200);
    expect(measure('cok.students', { ...counts, studentsAssigned: null }, rules).total).toBeNull();
  });
});

describe('a row of УБ ЦОК', () => {
  const record: CokRecord = {
    id: '007',
    name: 'Школа № 7',
    date: '2026-11-18',
    counts: {
      teachersTotal: 1,
      loggedIn: 2,
      assigned: 3,
      studentsTotal: 4,
      studentsAssigned: 5,
      viewed: 6,
    },
    before: { date: '2026-11-11', teachers: 7, students: 8, assigned: 9, viewed: 10 },
  };
  const blank: CokRecord = {
    id: '',
    name: '',
    date: null,
    counts: NO_COK_COUNTS,
    before: { date: null, teachers: null, students: null, assigned: null, viewed: null },
  };

  it('has the date first, then school, counts, and the report before', () => {
    const row = cokToRow(record);
    expect(row).toEqual(['2026-11-18', '007', 'Школа № 7', 1, 2, 3, 4, 5, 6, '2026-11-11', 7, 8, 9, 10]);
    expect(row).toHaveLength(COK_ROW_WIDTH);
    expect(rowToCok(row)).toEqual(record);
  });

  it('reads blanks, a short row and foreign cells as not said', () => {
    expect(rowToCok(cokToRow(blank))).toEqual(blank);
    expect(rowToCok([])).toEqual(blank);
    expect(rowToCok(['', null, null, '5'])).toEqual(blank);
  });
});

describe('assessCok', () => {
  const assessed = (counts: Partial<CokCounts> | undefined, kind: OrganisationKind = 'school') =>
    assessCok(
      recordWith({ teachersTotal: 40, studentsTotal: 600 }),
      counts === undefined ? undefined : { counts: { ...NO_COK_COUNTS, ...counts } },
      kind,
      DEFAULT_TARGETS,
      DEFAULT_COK_RULES,
    ).map(({ indicator, status, missing }) => [indicator.code, status, missing]);

  it('says nothing of a school whose counts nobody entered', () => {
    expect(assessed(undefined)).toEqual([]);
    expect(assessed({ loggedIn: 5, teachersTotal: 40 })).toEqual([]);
  });

  it('judges both indicators as soon as one count is there', () => {
    expect(assessed({ assigned: 24 })).toEqual([
      ['cok.teachers', 'met', 0],
      ['cok.students', 'no-data', null],
    ]);
    expect(assessed({ viewed: 100 })).toEqual([
      ['cok.teachers', 'no-data', null],
      ['cok.students', 'below', 80],
    ]);
    expect(assessed({ assigned: 24, viewed: 180 }, 'preschool')).toEqual([
      ['cok.teachers', 'not-applicable', null],
      ['cok.students', 'not-applicable', null],
    ]);
  });
});
