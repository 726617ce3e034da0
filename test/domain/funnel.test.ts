import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Group } from '../../src/domain/columns.ts';
import {
  LOSS_STAGES,
  type LossStage,
  type StageLoss,
  stageLosses,
  worstStage,
} from '../../src/domain/funnel.ts';
import type { OrganisationKind } from '../../src/domain/organisation.ts';
import { rowToRecord, type StatisticsRecord } from '../../src/domain/record.ts';
import { recordWith, statisticsRow } from './record-builder.ts';

const GROUPS: readonly Group[] = ['teachers', 'parents', 'students'];
const KINDS: readonly OrganisationKind[] = ['school', 'preschool', 'college', 'additional', 'unknown'];

/** Teachers by the stages: total, registered, linked, active. */
const teachers = (
  total: number | null,
  registered: number | null,
  linked: number | null,
  active: number | null,
): StatisticsRecord =>
  recordWith({
    teachersTotal: total,
    teachersRegistered: registered,
    teachersLinked: linked,
    teachersActive: active,
  });

const lost = (losses: readonly StageLoss[]): unknown[] =>
  losses.map(({ stage, lost: people }) => [stage, people]);

describe('stageLosses', () => {
  it('counts the unregistered, the unlinked and the inactive, the last two out of the registered', () => {
    expect(stageLosses(teachers(70, 60, 41, 50), 'teachers', 'school')).toEqual([
      { group: 'teachers', stage: 'registered', reached: 60, of: 70, lost: 10 },
      { group: 'teachers', stage: 'linked', reached: 41, of: 60, lost: 19 },
      { group: 'teachers', stage: 'active', reached: 50, of: 60, lost: 10 },
    ]);
  });

  it('reads the columns of the group asked for', () => {
    const record = recordWith({
      studentsTotal: 900,
      studentsRegistered: 800,
      studentsLinked: 700,
      studentsActive: 200,
      parentsTotal: 500,
      parentsRegistered: 400,
      parentsLinked: 100,
      parentsActive: 350,
    });
    expect(lost(stageLosses(record, 'students', 'school'))).toEqual([
      ['registered', 100],
      ['linked', 100],
      ['active', 600],
    ]);
    expect(lost(stageLosses(record, 'parents', 'school'))).toEqual([
      ['registered', 100],
      ['linked', 300],
      ['active', 50],
    ]);
    expect(stageLosses(record, 'teachers', 'school')).toEqual([]);
  });

  it.each<{ record: StatisticsRecord; losses: unknown[]; note: string }>([
    {
      record: teachers(60, 66, 66, 66),
      losses: [
        ['registered', 0],
        ['linked', 0],
        ['active', 0],
      ],
      note: 'more registered than the forms counted: nobody is lost',
    },
    {
      record: teachers(60, 50, 10, 45),
      losses: [
        ['registered', 10],
        ['linked', 40],
        ['active', 5],
      ],
      note: 'more active than linked is normal',
    },
    {
      record: teachers(60, 50, 55, 52),
      losses: [
        ['registered', 10],
        ['linked', 0],
        ['active', 0],
      ],
      note: 'a stage above the one before it loses nobody',
    },
    { record: teachers(null, 50, 50, null), losses: [['linked', 0]], note: 'blanks leave their stages out' },
    { record: teachers(60, null, 41, 50), losses: [], note: 'without the registered nothing can be said' },
    {
      record: teachers(0, 0, 0, 0),
      losses: [
        ['registered', 0],
        ['linked', 0],
        ['active', 0],
      ],
      note: 'nobody',
    },
  ])('$note', ({ record, losses }) => {
    expect(lost(stageLosses(record, 'teachers', 'school'))).toEqual(losses);
  });

  it.each<{ kind: OrganisationKind; stages: LossStage[] }>([
    { kind: 'school', stages: ['registered', 'linked', 'active'] },
    { kind: 'college', stages: ['registered', 'linked', 'active'] },
    { kind: 'unknown', stages: ['registered', 'linked', 'active'] },
    { kind: 'preschool', stages: ['registered', 'active'] },
    { kind: 'additional', stages: ['registered', 'active'] },
  ])('$kind: linking is asked only where there is an electronic journal', ({ kind, stages }) => {
    expect(stageLosses(teachers(70, 60, 0, 50), 'teachers', kind).map(({ stage }) => stage)).toEqual(stages);
  });

  it('students of a kindergarten are no funnel', () => {
    const record = recordWith({
      studentsTotal: 100,
      studentsRegistered: 0,
      studentsLinked: 0,
      studentsActive: 0,
    });
    expect(stageLosses(record, 'students', 'preschool')).toEqual([]);
    expect(stageLosses(record, 'students', 'unknown')).toEqual([]);
    expect(stageLosses(record, 'students', 'additional')).toHaveLength(2);
  });
});

describe('worstStage', () => {
  it.each<{ record: StatisticsRecord; stage: LossStage | undefined; note: string }>([
    { record: teachers(70, 60, 41, 50), stage: 'linked', note: 'most people are lost at linking' },
    { record: teachers(70, 60, 50, 50), stage: 'registered', note: 'all equal: the earliest' },
    {
      record: teachers(65, 60, 50, 50),
      stage: 'linked',
      note: 'a tie of the later two: the earlier of them',
    },
    { record: teachers(70, 60, 51, 50), stage: 'registered', note: 'a tie of first and last: the first' },
    { record: teachers(70, 60, 51, 49), stage: 'active', note: 'one person decides' },
    { record: teachers(60, 60, 60, 60), stage: undefined, note: 'nobody is lost' },
    { record: teachers(60, 66, 66, 70), stage: undefined, note: 'above 100 % nobody is lost' },
    { record: teachers(null, null, null, null), stage: undefined, note: 'nothing is known' },
  ])('$note', ({ record, stage }) => {
    expect(worstStage(stageLosses(record, 'teachers', 'school'))?.stage).toBe(stage);
  });

  it('loses most, and no earlier stage loses as many', () => {
    fc.assert(
      fc.property(
        statisticsRow,
        fc.constantFrom(...GROUPS),
        fc.constantFrom(...KINDS),
        (row, group, kind) => {
          const losses = stageLosses(rowToRecord(row), group, kind);
          const worst = worstStage(losses);
          const most = Math.max(0, ...losses.map(({ lost: people }) => people));
          expect(worst?.lost ?? 0).toBe(most);
          if (worst === null) return;
          const earlier = LOSS_STAGES.slice(0, LOSS_STAGES.indexOf(worst.stage));
          for (const loss of losses)
            if (earlier.includes(loss.stage)) expect(loss.lost).toBeLessThan(worst.lost);
        },
      ),
      { seed: 20261118, numRuns: 1000 },
    );
  });
});
