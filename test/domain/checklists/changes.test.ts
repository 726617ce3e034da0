import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatMarks,
  type LoggedMark,
  type LoggedMarks,
  readMarks,
  tickChanges,
  tickedDays,
} from '../../../src/domain/checklists/changes.ts';
import { type StepState, stepStates } from '../../../src/domain/checklists/progress.ts';
import type { StepId } from '../../../src/domain/checklists/steps.ts';
import { RUNS, SETTING, schoolChecklist, stepId, TODAY } from './support.ts';

const DATED: StepId = 'organisation.parent-chats';
const PLAIN: StepId = 'cok.access';

interface ChangeCase {
  step: StepId;
  from?: LoggedMark;
  state: StepState;
  to?: LoggedMark;
  kept?: LoggedMark;
  note: string;
}

describe('tickChanges', () => {
  it.each<ChangeCase>([
    { step: PLAIN, state: { state: 'open' }, kept: 'open', note: 'never seen and open: no change' },
    { step: PLAIN, state: { state: 'done', on: null }, to: 'done', note: 'ticked by hand' },
    { step: PLAIN, from: 'done', state: { state: 'done', on: null }, kept: 'done', note: 'ticked before' },
    { step: PLAIN, from: 'done', state: { state: 'open' }, to: 'open', note: 'the tick was taken away' },
    {
      step: PLAIN,
      from: 'done',
      state: { state: 'done', on: '2026-11-01' },
      kept: 'done',
      note: 'the day of the log is no change of an ordinary step',
    },
    {
      step: PLAIN,
      state: { state: 'excepted', reason: 'нет' },
      to: 'excepted',
      note: 'left out by a person',
    },
    {
      step: PLAIN,
      from: 'done',
      state: { state: 'wrong', fault: 'text', found: 'да' },
      kept: 'done',
      note: 'a wrong value is ignored: the last tick is kept',
    },
    {
      step: PLAIN,
      from: 'done',
      state: { state: 'not-applicable' },
      kept: 'done',
      note: 'the type left it out',
    },
    {
      step: DATED,
      state: { state: 'done', on: null },
      to: { on: TODAY },
      note: 'a checkbox of a dated step: the day first seen',
    },
    {
      step: DATED,
      from: { on: '2026-11-11' },
      state: { state: 'done', on: null },
      kept: { on: '2026-11-11' },
      note: 'seen before: its day stays',
    },
    {
      step: DATED,
      from: { on: '2026-11-11' },
      state: { state: 'lapsed', on: '2026-11-11' },
      kept: { on: '2026-11-11' },
      note: 'lapsing is no change that anybody made',
    },
    {
      step: DATED,
      from: { on: '2026-11-11' },
      state: { state: 'done', on: '2026-11-19' },
      to: { on: '2026-11-19' },
      note: 'checked again',
    },
    { step: DATED, from: { on: '2026-11-11' }, state: { state: 'open' }, to: 'open', note: 'taken away' },
  ])('$step: $note', ({ step, from, state, to, kept }) => {
    const logged = new Map<string, LoggedMarks>([['17', from === undefined ? {} : { [step]: from }]]);
    const result = tickChanges(logged, new Map([['17', { [step]: state }]]), TODAY);
    expect(result.changes).toEqual(
      to === undefined ? [] : [{ school: '17', step, from: from ?? 'open', to }],
    );
    expect(result.logged.get('17')?.[step]).toEqual(to ?? kept);
  });

  it('a school that is not seen, and a column that is gone, keep what was logged', () => {
    const logged = new Map<string, LoggedMarks>([
      ['gone', { [PLAIN]: 'done' }],
      ['17', { [PLAIN]: 'done', [DATED]: { on: '2026-11-11' } }],
    ]);
    const { changes, logged: next } = tickChanges(
      logged,
      new Map([['17', { [PLAIN]: { state: 'open' } }]]),
      TODAY,
    );
    expect(changes).toEqual([{ school: '17', step: PLAIN, from: 'done', to: 'open' }]);
    expect(next.get('gone')).toEqual({ [PLAIN]: 'done' });
    expect(next.get('17')?.[DATED]).toEqual({ on: '2026-11-11' });
    expect(logged.get('17')?.[PLAIN]).toBe('done');
  });

  it('a new school is compared with nothing ticked', () => {
    const { changes } = tickChanges(
      new Map(),
      new Map([['17', { [PLAIN]: { state: 'done', on: null } }]]),
      TODAY,
    );
    expect(changes).toEqual([{ school: '17', step: PLAIN, from: 'open', to: 'done' }]);
  });

  it('looked at twice, nothing changed the second time: also through the text in the book', () => {
    fc.assert(
      fc.property(fc.array(schoolChecklist, { maxLength: 4 }), (checklists) => {
        const states = checklists.map((checklist) => stepStates(checklist, SETTING));
        const first = tickChanges(
          new Map(),
          new Map(states.map((row, index) => [String(index), row])),
          TODAY,
        );
        const stored = new Map([...first.logged].map(([id, marks]) => [id, readMarks(formatMarks(marks))]));
        const again = checklists.map((checklist, index) =>
          stepStates({ ...checklist, tickedOn: tickedDays(stored.get(String(index)) ?? {}) }, SETTING),
        );
        const second = tickChanges(stored, new Map(again.map((row, index) => [String(index), row])), TODAY);
        expect(second.changes).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('marks as text', () => {
  const mark = fc.constantFrom<LoggedMark>('done', 'excepted', { on: '2026-11-12' });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.dictionary(stepId, mark, { noNullPrototype: true }), (marks) => {
        expect(readMarks(formatMarks(marks))).toEqual(marks);
      }),
      RUNS,
    );
  });

  it('leaves out what it does not know', () => {
    expect(formatMarks({ [PLAIN]: 'done', [DATED]: { on: '2026-11-12' }, 'cok.export': 'open' })).toBe(
      'cok.access=done;organisation.parent-chats=2026-11-12',
    );
    expect(readMarks('cok.access=done;cok.newer=done;cok.export=??;cok.viewed=2026-02-30;;=')).toEqual({
      [PLAIN]: 'done',
    });
    expect(readMarks('')).toEqual({});
  });

  it('tickedDays are the days of the dated marks', () => {
    expect(tickedDays({ [PLAIN]: 'done', [DATED]: { on: '2026-11-12' } })).toEqual({ [DATED]: '2026-11-12' });
  });
});
