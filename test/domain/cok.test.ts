import { describe, expect, it } from 'vitest';
import {
  type CokCounts,
  type CokRules,
  cokApplies,
  cokMeasure,
  DEFAULT_COK_RULES,
  NO_COK_COUNTS,
} from '../../src/domain/cok.ts';
import { appliesTo, COK_INDICATORS, indicatorOf } from '../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../src/domain/organisation.ts';

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
