import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX, columnLetter, STAGE_COUNT } from '../../src/domain/columns.ts';
import {
  appliesTo,
  assessMax,
  DEFAULT_TARGETS,
  INDICATORS,
  type IndicatorCode,
  judgedMeasure,
  MAX_INDICATORS,
  maxMeasure,
  type Targets,
  yardstickOf,
} from '../../src/domain/indicators.ts';
import type { OrganisationKind } from '../../src/domain/organisation.ts';
import { rowToRecord } from '../../src/domain/record.ts';
import { assess, DEFAULT_NEAR } from '../../src/domain/status.ts';
import { recordWith, statisticsRow } from './record-builder.ts';

const KINDS: readonly OrganisationKind[] = ['school', 'preschool', 'college', 'additional', 'unknown'];

describe('the indicators', () => {
  it.each([
    { code: 'max.teachers', target: 7500, group: 'teachers', source: 'max', notFor: [] },
    { code: 'max.parents', target: 3000, group: 'parents', source: 'max', notFor: [] },
    { code: 'max.students', target: 3000, group: 'students', source: 'max', notFor: ['preschool'] },
    { code: 'cok.teachers', target: 6000, group: 'teachers', source: 'cok', notFor: ['preschool'] },
    { code: 'cok.students', target: 3000, group: 'students', source: 'cok', notFor: ['preschool'] },
  ])('$code has the target and the limits of the rule', ({ code, ...rule }) => {
    const indicator = INDICATORS.find((row) => row.code === code);
    expect(indicator).toMatchObject(rule);
    expect(DEFAULT_TARGETS.byIndicator[code as IndicatorCode]).toBe(rule.target);
  });

  it('are five, three of them of MAX, in one order', () => {
    expect(INDICATORS).toHaveLength(5);
    expect(MAX_INDICATORS.map(({ code }) => code)).toEqual(['max.teachers', 'max.parents', 'max.students']);
  });

  it('apply to every kind but those named; students of an unknown kind are no data until it is answered', () => {
    const exempt = INDICATORS.map(({ code, ...rest }) => [
      code,
      KINDS.filter((kind) => !appliesTo({ code, ...rest }, kind)),
    ]);
    expect(exempt).toEqual([
      ['max.teachers', []],
      ['max.parents', []],
      ['max.students', ['preschool']],
      ['cok.teachers', ['preschool']],
      ['cok.students', ['preschool']],
    ]);
    const judged = (kind: OrganisationKind) =>
      INDICATORS.map((indicator) => judgedMeasure(indicator, kind, { active: 3, total: 4 }).total);
    expect(judged('school')).toEqual([4, 4, 4, 4, 4]);
    expect(judged('unknown')).toEqual([4, 4, null, 4, null]);
  });

  it('the band «близко» is 5 percentage points', () => {
    expect([DEFAULT_NEAR, DEFAULT_TARGETS.near]).toEqual([500, 500]);
  });

  it('divide the columns that instructions name by letter', () => {
    const letter = (group: 'teachers' | 'parents' | 'students', stage: 'active' | 'total'): string =>
      columnLetter(COLUMN_INDEX[STAGE_COUNT[group][stage]]);
    expect(MAX_INDICATORS.map(({ group }) => `${letter(group, 'active')}/${letter(group, 'total')}`)).toEqual(
      ['X/K', 'V/M', 'U/L'],
    );
  });
});

const SCHOOL = recordWith({
  teachersActive: 45,
  teachersTotal: 60,
  parentsActive: 179,
  parentsTotal: 600,
  studentsActive: 140,
  studentsTotal: 600,
});

describe('assessMax', () => {
  const brief = (kind: OrganisationKind, targets: Targets = DEFAULT_TARGETS, record = SCHOOL): unknown[] =>
    assessMax(record, kind, targets).map(({ indicator, status, share, missing }) => [
      indicator.code,
      status,
      share,
      missing,
    ]);

  it('judges a school by the three indicators', () => {
    expect(brief('school')).toEqual([
      ['max.teachers', 'met', 7500, 0],
      ['max.parents', 'near', 2983, 1],
      ['max.students', 'below', 2333, 40],
    ]);
  });

  it('does not ask students of a kindergarten, whatever the counts', () => {
    expect(brief('preschool')).toEqual([
      ['max.teachers', 'met', 7500, 0],
      ['max.parents', 'near', 2983, 1],
      ['max.students', 'not-applicable', null, null],
    ]);
  });

  it('takes blanks as no data', () => {
    const blank = recordWith({ ...SCHOOL, teachersActive: null, parentsTotal: null, studentsTotal: 0 });
    expect(brief('school', DEFAULT_TARGETS, blank)).toEqual([
      ['max.teachers', 'no-data', null, null],
      ['max.parents', 'no-data', null, null],
      ['max.students', 'no-data', null, null],
    ]);
  });

  it('follows edited targets, in steps of 0.01 %, and a target that was emptied', () => {
    const targets: Targets = {
      near: 0,
      byIndicator: {
        ...DEFAULT_TARGETS.byIndicator,
        'max.teachers': 7501,
        'max.parents': 2983,
        'max.students': null,
      },
    };
    expect(brief('school', targets)).toEqual([
      ['max.teachers', 'below', 7500, 1],
      ['max.parents', 'met', 2983, 0],
      ['max.students', 'no-data', 2333, null],
    ]);
  });

  it('is `assess` of each indicator’s own counts, with the target told', () => {
    fc.assert(
      fc.property(statisticsRow, fc.constantFrom(...KINDS), (row, kind) => {
        const record = rowToRecord(row);
        const all = assessMax(record, kind, DEFAULT_TARGETS);
        expect(all.map(({ indicator }) => indicator)).toEqual(MAX_INDICATORS);
        for (const { indicator, measure, target, ...assessment } of all) {
          expect(measure).toEqual(maxMeasure(indicator, record, kind));
          expect(target).toBe(indicator.target);
          expect(assessment).toEqual(assess(measure, yardstickOf(indicator, DEFAULT_TARGETS)));
        }
      }),
      { seed: 20261118, numRuns: 1000 },
    );
  });
});
