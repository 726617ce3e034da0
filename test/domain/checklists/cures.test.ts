import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COK_CURES,
  CURES,
  cokCureOf,
  cureOf,
  isVoluntary,
  stagesCuredBy,
} from '../../../src/domain/checklists/cures.ts';
import { isOpen, stepStates } from '../../../src/domain/checklists/progress.ts';
import { type StepId, stepAppliesTo, stepOf } from '../../../src/domain/checklists/steps.ts';
import type { Group } from '../../../src/domain/columns.ts';
import { LOSS_STAGES, type LossStage, stageLosses } from '../../../src/domain/funnel.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import { howToOf, STEP_WORDS } from '../../../src/text/checklist-steps.ts';
import { recordWith } from '../record-builder.ts';
import { allDone, KINDS, RUNS, SETTING, schoolChecklist, statesWith } from './support.ts';

const GROUPS: readonly Group[] = ['teachers', 'parents', 'students'];

/** Every loss that a school of a kind can have. */
const LOSSES = KINDS.flatMap((kind) =>
  GROUPS.flatMap((group) => {
    const lost = { total: 100, registered: 50, linked: 0, active: 0 };
    const record = recordWith({
      [`${group}Total`]: lost.total,
      [`${group}Registered`]: lost.registered,
      [`${group}Linked`]: lost.linked,
      [`${group}Active`]: lost.active,
    });
    return stageLosses(record, group, kind).map((loss) => ({ kind, group, stage: loss.stage }));
  }),
);

const CURING: readonly StepId[] = [
  ...LOSS_STAGES.flatMap((stage) => GROUPS.flatMap((group) => CURES[stage][group])),
  ...COK_CURES.teachers,
  ...COK_CURES.students,
];

describe('the table of cures', () => {
  it('knows every loss that can happen', () => {
    expect(LOSSES).toHaveLength(9 + 9 + 9 + 4 + 3);
  });

  it.each(LOSSES)('$kind, $group, $stage: opens a step that applies', ({ kind, group, stage }) => {
    const cure = cureOf({ stage, group }, kind);
    expect(cure.opens).not.toBeNull();
    expect(cure.steps.length).toBeGreaterThan(0);
    for (const id of cure.steps) expect(stepAppliesTo(stepOf(id), kind)).toBe(true);
    expect(cure.voluntary).toBe(group !== 'teachers');
  });

  it('names each step once in a cell, and no duty of the district', () => {
    for (const stage of LOSS_STAGES) {
      for (const group of GROUPS) expect(new Set(CURES[stage][group]).size).toBe(CURES[stage][group].length);
    }
    for (const id of CURING) expect(stepOf(id).duty).toBe('school');
  });

  it('never cures by an invitation by link', () => {
    for (const stage of LOSS_STAGES) {
      for (const group of GROUPS) {
        for (const id of CURES[stage][group]) {
          expect(`${STEP_WORDS[id].title} ${howToOf(id)}`).not.toMatch(/ссылк|приглаш/i);
        }
      }
    }
  });

  it('only teachers’ part is not voluntary', () => {
    expect(GROUPS.filter(isVoluntary)).toEqual(['parents', 'students']);
  });

  it('tells what a step cures', () => {
    expect(stagesCuredBy('organisation.student-chats')).toEqual([{ stage: 'active', group: 'students' }]);
    expect(stagesCuredBy('integration.identifiers')).toEqual([
      { stage: 'registered', group: 'teachers' },
      { stage: 'linked', group: 'teachers' },
    ]);
    expect(stagesCuredBy('organisation.local-act')).toEqual([]);
  });
});

interface OpensCase {
  kind?: OrganisationKind;
  group: Group;
  stage: LossStage;
  done?: readonly StepId[];
  excepted?: StepId;
  opens: StepId;
  note: string;
}

describe('the step that opens', () => {
  it.each<OpensCase>([
    {
      group: 'teachers',
      stage: 'linked',
      opens: 'integration.identifiers',
      note: '«связали аккаунты 41 из 60»',
    },
    {
      group: 'teachers',
      stage: 'linked',
      done: ['integration.identifiers'],
      opens: 'integration.export-task',
      note: 'ticked already: the next that waits',
    },
    {
      group: 'teachers',
      stage: 'linked',
      excepted: 'integration.identifiers',
      opens: 'integration.export-task',
      note: 'left out by a person',
    },
    { group: 'teachers', stage: 'active', opens: 'integration.teachers-linked', note: 'a school' },
    {
      kind: 'preschool',
      group: 'teachers',
      stage: 'active',
      opens: 'organisation.community',
      note: 'in a kindergarten activity counts inside the community',
    },
    {
      kind: 'additional',
      group: 'teachers',
      stage: 'registered',
      opens: 'organisation.heads-teachers',
      note: 'without a journal',
    },
    {
      group: 'students',
      stage: 'active',
      opens: 'organisation.student-chats',
      note: 'useful chats every day',
    },
  ])('$stage $group: $note', ({ kind = 'school', group, stage, done = [], excepted, opens }) => {
    const cells = Object.fromEntries(done.map((id) => [id, true]));
    const states = statesWith(cells, kind, excepted === undefined ? {} : { [excepted]: 'нет' });
    expect(cureOf({ stage, group }, kind, states)).toMatchObject({ opens, allDone: false });
  });

  it('is the most direct one again where all are ticked and people are lost all the same', () => {
    const cure = cureOf({ stage: 'linked', group: 'teachers' }, 'school', allDone());
    expect(cure).toMatchObject({ opens: 'integration.identifiers', allDone: true });
  });

  it('is none where a person left all of them out', () => {
    const states = statesWith({ 'organisation.site-section': 'н/п: нет сайта' });
    expect(cureOf({ stage: 'registered', group: 'students' }, 'school', states)).toEqual({
      steps: [],
      opens: null,
      allDone: false,
      voluntary: true,
    });
  });

  it('waits or is the first, for any school', () => {
    const loss = fc.constantFrom(...LOSSES);
    fc.assert(
      fc.property(schoolChecklist, loss, (checklist, { stage, group }) => {
        const states = stepStates(checklist, SETTING);
        const { steps, opens, allDone: done } = cureOf({ stage, group }, checklist.kind, states);
        if (opens === null) expect(steps).toEqual([]);
        else expect(done ? opens === steps[0] : isOpen(states[opens])).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('cures of УБ ЦОК', () => {
  it('follow the way of access', () => {
    const states = statesWith({ 'cok.timetable': true, 'cok.export': true });
    expect(cokCureOf('teachers', 'school', states)).toMatchObject({
      opens: 'cok.invitations',
      voluntary: false,
    });
    expect(cokCureOf('students', 'school', allDone())).toMatchObject({
      opens: 'cok.assigned',
      voluntary: true,
    });
  });

  it('are none for a kindergarten', () => {
    expect(cokCureOf('teachers', 'preschool').opens).toBeNull();
  });
});
