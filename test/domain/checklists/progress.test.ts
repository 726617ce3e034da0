import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/domain/checklists/day-cell.ts';
import {
  isApplicable,
  isOpen,
  makeProgress,
  progressLabel,
  progressOf,
  type StepState,
  stepState,
  stepStates,
} from '../../../src/domain/checklists/progress.ts';
import {
  DEFAULT_SCOPES,
  LISTS,
  STEPS,
  type StepId,
  stepAppliesTo,
  stepOf,
} from '../../../src/domain/checklists/steps.ts';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import { allDone, everyStep, RUNS, SETTING, schoolChecklist, statesWith, stepId } from './support.ts';

interface StateCase {
  step: StepId;
  cell: CellValue;
  kind?: OrganisationKind;
  exception?: string;
  checkedOn?: CellValue;
  state: StepState;
  note: string;
}

describe('stepState', () => {
  it.each<StateCase>([
    { step: 'cok.access', cell: true, state: { state: 'done', on: null }, note: 'ticked' },
    { step: 'cok.access', cell: false, state: { state: 'open' }, note: 'not ticked' },
    {
      step: 'cok.access',
      cell: true,
      kind: 'preschool',
      state: { state: 'not-applicable' },
      note: 'a tick counts nothing where the type leaves the step out',
    },
    {
      step: 'cok.access',
      cell: true,
      exception: 'нет педагогов',
      state: { state: 'excepted', reason: 'нет педагогов' },
      note: 'an exception is stronger than a tick',
    },
    {
      step: 'cok.access',
      cell: 'да',
      exception: '',
      state: { state: 'excepted', reason: '' },
      note: 'an exception without a reason, over a wrong value',
    },
    {
      step: 'cok.access',
      cell: false,
      kind: 'preschool',
      exception: 'лишнее',
      state: { state: 'not-applicable' },
      note: 'the type is stronger than an exception',
    },
    {
      step: 'cok.access',
      cell: 'н/п: филиал',
      state: { state: 'excepted', reason: 'филиал' },
      note: 'an exception typed into the cell',
    },
    {
      step: 'cok.access',
      cell: '12.11',
      state: { state: 'wrong', fault: 'text', found: '12.11' },
      note: 'a day is no tick of an ordinary step',
    },
    {
      step: 'organisation.parent-chats',
      cell: true,
      checkedOn: '2026-11-18',
      state: { state: 'done', on: '2026-11-18' },
      note: 'checked on the day of the report: holds',
    },
    {
      step: 'organisation.parent-chats',
      cell: true,
      checkedOn: '2026-11-17',
      state: { state: 'lapsed', on: '2026-11-17' },
      note: 'checked the day before the report: lapsed',
    },
    {
      step: 'organisation.parent-chats',
      cell: true,
      checkedOn: ' 2026-11-20 ',
      state: { state: 'done', on: '2026-11-20' },
      note: 'checked today, with blanks around',
    },
    ...['', ' ', null, undefined].map(
      (checkedOn): StateCase => ({
        step: 'organisation.parent-chats',
        cell: true,
        checkedOn,
        state: { state: 'done', on: null },
        note: 'a tick whose day nobody knows is not lost',
      }),
    ),
    {
      step: 'organisation.parent-chats',
      cell: true,
      checkedOn: '2026-11-21',
      state: { state: 'wrong', fault: 'future', found: '2026-11-21' },
      note: 'checked tomorrow',
    },
    {
      step: 'organisation.parent-chats',
      cell: true,
      checkedOn: 'вчера',
      state: { state: 'wrong', fault: 'text', found: 'вчера' },
      note: 'no day',
    },
    {
      step: 'organisation.parent-chats',
      cell: false,
      checkedOn: '2026-11-19',
      state: { state: 'open' },
      note: 'a day without a tick',
    },
    {
      step: 'organisation.parent-chats',
      cell: '2026-11-18',
      state: { state: 'wrong', fault: 'text', found: '2026-11-18' },
      note: 'a day in place of the tick',
    },
    {
      step: 'cok.access',
      cell: true,
      checkedOn: '2020-01-01',
      state: { state: 'done', on: null },
      note: 'an ordinary step never lapses',
    },
  ])('$step: $note', ({ step, cell, kind = 'school', exception, checkedOn, state }) => {
    const checklist = {
      kind,
      cells: { [step]: cell },
      exceptions: exception === undefined ? {} : { [step]: exception },
      checkedOn: { [step]: checkedOn },
    };
    expect(stepState(stepOf(step), checklist, SETTING)).toEqual(state);
  });

  it('a setting says which kinds a step leaves out', () => {
    const scopes = { ...DEFAULT_SCOPES, cok: ['school'] } as const;
    const stateOf = (kind: OrganisationKind) =>
      stepState(stepOf('cok.access'), { kind, cells: {}, exceptions: {} }, { ...SETTING, scopes }).state;
    expect([stateOf('school'), stateOf('preschool')]).toEqual(['not-applicable', 'open']);
  });

  it('without a report nothing lapses', () => {
    const checklist = {
      kind: 'school',
      cells: { 'organisation.parent-chats': true },
      exceptions: {},
      checkedOn: { 'organisation.parent-chats': '2020-01-01' },
    } as const;
    const setting = { today: '2026-11-20', reportDate: null };
    expect(stepState(stepOf('organisation.parent-chats'), checklist, setting).state).toBe('done');
  });
});

describe('progressOf', () => {
  it('counts each list and all of them', () => {
    const states = statesWith(
      { 'integration.datagate': true, 'integration.token': true, 'cok.timetable': true, 'cok.export': 'да' },
      'school',
      { 'integration.smir': 'нет СМИР' },
    );
    expect(progressOf(states, 'integration')).toEqual({ done: 2, applicable: 8, share: 2500 });
    expect(progressOf(states, 'cok')).toEqual({ done: 1, applicable: 6, share: 1666 });
    expect(progressOf(states, 'organisation')).toEqual({ done: 0, applicable: 13, share: 0 });
    expect(progressOf(states)).toEqual({ done: 3, applicable: 27, share: 1111 });
  });

  it('a list that does not apply has no share', () => {
    const states = statesWith({}, 'preschool');
    expect(progressOf(states, 'integration')).toEqual({ done: 0, applicable: 0, share: null });
    expect(progressOf(states, 'cok').applicable).toBe(0);
    expect(progressOf(states).applicable).toBe(12);
  });

  it('everything excepted: nothing to count', () => {
    const states = statesWith(everyStep('н/п: закрыта'));
    expect(progressOf(states)).toEqual({ done: 0, applicable: 0, share: null });
  });

  it('a lapsed check counts as open', () => {
    const states = stepStates(
      {
        kind: 'school',
        cells: { 'organisation.parent-chats': true, 'organisation.student-chats': true },
        exceptions: {},
        checkedOn: {
          'organisation.parent-chats': '2026-11-11',
          'organisation.student-chats': '2026-11-19',
        },
      },
      SETTING,
    );
    expect(progressOf(states, 'organisation').done).toBe(1);
  });

  it('all done is 100 % exactly', () => {
    expect(progressOf(allDone()).share).toBe(10_000);
  });
});

describe('progress of 1,000 random schools', () => {
  it('done ≤ applicable, lists add up, shares are floored, every step has one place', () => {
    fc.assert(
      fc.property(schoolChecklist, (checklist) => {
        const states = stepStates(checklist, SETTING);
        const all = progressOf(states);
        const parts = LISTS.map((list) => progressOf(states, list));
        for (const { done, applicable, share } of [all, ...parts]) {
          expect(done).toBeLessThanOrEqual(applicable);
          expect(share).toBe(applicable === 0 ? null : Math.floor((done * 10_000) / applicable));
        }
        expect(parts.reduce((sum, { done }) => sum + done, 0)).toBe(all.done);
        expect(parts.reduce((sum, { applicable }) => sum + applicable, 0)).toBe(all.applicable);
        expect(STEPS.filter(({ id }) => isOpen(states[id])).length).toBe(all.applicable - all.done);
      }),
      RUNS,
    );
  });

  it('what does not apply, by type or exception, is never in the denominator', () => {
    fc.assert(
      fc.property(schoolChecklist, (checklist) => {
        const states = stepStates(checklist, SETTING);
        for (const step of STEPS) {
          const left = !stepAppliesTo(step, checklist.kind) || checklist.exceptions[step.id] !== undefined;
          if (left) expect(isApplicable(states[step.id])).toBe(false);
        }
        const without = {
          ...checklist,
          cells: { ...checklist.cells },
          checkedOn: { ...checklist.checkedOn },
        };
        for (const step of STEPS) {
          if (isApplicable(states[step.id])) continue;
          without.cells[step.id] = true;
          without.checkedOn[step.id] = '';
        }
        expect(progressOf(stepStates(without, SETTING)).done).toBe(
          progressOf(states).done +
            STEPS.filter(
              ({ id }) => states[id].state === 'excepted' && checklist.exceptions[id] === undefined,
            ).length,
        );
      }),
      RUNS,
    );
  });

  it('the order of the columns does not matter', () => {
    fc.assert(
      fc.property(schoolChecklist, fc.infiniteStream(fc.nat()), (checklist, order) => {
        const keys = Object.keys(checklist.cells) as StepId[];
        const shuffled = keys
          .map((id) => ({ id, rank: order.next().value ?? 0 }))
          .sort((one, other) => one.rank - other.rank)
          .map(({ id }) => [id, checklist.cells[id]]);
        const other = { ...checklist, cells: Object.fromEntries(shuffled) };
        expect(stepStates(other, SETTING)).toEqual(stepStates(checklist, SETTING));
      }),
      RUNS,
    );
  });

  it('one more tick moves progress by one step at most, and never back', () => {
    fc.assert(
      fc.property(schoolChecklist, stepId, (checklist, id) => {
        const before = progressOf(stepStates(checklist, SETTING));
        const ticked = { ...checklist, cells: { ...checklist.cells, [id]: true } };
        const after = progressOf(stepStates(ticked, SETTING));
        expect(after.done - before.done).toBeGreaterThanOrEqual(0);
        expect(after.done - before.done).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});

describe('progressLabel', () => {
  it.each([
    { done: 5, applicable: 9, label: '5 из 9' },
    { done: 0, applicable: 9, label: '0 из 9' },
    { done: 0, applicable: 0, label: 'не применимо' },
  ])('$label', ({ done, applicable, label }) => {
    expect(progressLabel(makeProgress(done, applicable))).toBe(label);
  });
});
