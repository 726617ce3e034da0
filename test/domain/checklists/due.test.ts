import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import {
  deadlineOf,
  dueSteps,
  type InvitationDeadline,
  type Invitations,
  invitationDeadline,
  invitationsToWarn,
  sortedByDay,
} from '../../../src/domain/checklists/due.ts';
import { allDone, statesWith } from './support.ts';

describe('deadlineOf', () => {
  it.each([
    { today: '2025-11-18', is: 'ahead', left: 8, note: 'more than a week' },
    { today: '2025-11-19', is: 'soon', left: 7, note: 'a week before' },
    { today: '2025-11-26', is: 'soon', left: 0, note: 'the last day is in time' },
    { today: '2025-11-27', is: 'overdue', late: 1, note: 'the day after' },
    { today: '2026-03-01', is: 'overdue', late: 95, note: 'over the turn of the year' },
  ])('$today: $note', ({ note: _note, today, ...expected }) => {
    expect(deadlineOf('2025-11-26', today)).toEqual({ on: '2025-11-26', ...expected });
  });
});

describe('dueSteps', () => {
  it('names the district form while it is open', () => {
    expect(dueSteps(statesWith({}), '2025-11-29')).toEqual([
      { step: 'organisation.district-form', deadline: { on: '2025-11-26', is: 'overdue', late: 3 } },
    ]);
  });

  it('names nothing that is done, left out or not applicable', () => {
    expect(dueSteps(allDone(), '2025-11-29')).toEqual([]);
    expect(dueSteps(statesWith({ 'organisation.district-form': 'н/п: филиал' }), '2025-11-29')).toEqual([]);
    expect(dueSteps(statesWith({}, 'preschool'), '2025-11-29', { 'cok.access': '2025-11-01' })).toHaveLength(
      1,
    );
  });

  it('a wrong value is open still', () => {
    expect(dueSteps(statesWith({ 'organisation.district-form': 'ок' }), '2025-11-29')).toHaveLength(1);
  });

  it('takes the days of the book, earliest first, a tie in the order of the steps', () => {
    const days = {
      'cok.access': '2025-12-01',
      'cok.timetable': '2025-12-01',
      'organisation.local-act': '2025-10-01',
      'organisation.district-form': null,
    } as const;
    expect(dueSteps(statesWith({}), '2025-11-29', days).map(({ step }) => step)).toEqual([
      'organisation.local-act',
      'cok.timetable',
      'cok.access',
    ]);
  });
});

describe('invitationDeadline', () => {
  const SENT = '2026-09-01';
  it.each<{ age: number; pending?: number | null; expected: Partial<InvitationDeadline>; note: string }>([
    { age: 0, expected: { is: 'waiting', left: 60 }, note: 'the day of sending' },
    { age: 49, expected: { is: 'waiting', left: 11 }, note: 'the day before the warning' },
    { age: 50, expected: { is: 'expiring', left: 10 }, note: 'warned from day 50' },
    { age: 60, expected: { is: 'expiring', left: 0 }, note: 'the last day' },
    { age: 61, expected: { is: 'void', late: 1 }, note: 'after 60 days' },
    { age: 61, pending: 0, expected: { is: 'none' }, note: 'everybody accepted' },
    { age: 61, pending: null, expected: { is: 'void', late: 1, pending: null }, note: 'number not said' },
  ])('day $age: $note', ({ age, pending = 5, expected }) => {
    const deadline = invitationDeadline({ sentOn: SENT, pending }, addDays(SENT, age));
    expect(deadline).toMatchObject(expected);
    if (deadline.is !== 'none') expect(deadline.lastDay).toBe('2026-10-31');
  });

  it('nothing was sent', () => {
    expect(invitationDeadline({ sentOn: null, pending: 5 }, SENT)).toEqual({ is: 'none' });
  });

  it('lists the schools to warn, the longest lapsed first', () => {
    const school = (name: string, sentOn: string | null): { school: string; invitations: Invitations } => ({
      school: name,
      invitations: { sentOn, pending: 3 },
    });
    const warned = invitationsToWarn(
      [
        school('fresh', '2026-11-01'),
        school('near', '2026-09-30'),
        school('void', '2026-08-01'),
        school('none', null),
      ],
      '2026-11-20',
    );
    expect(warned.map(({ school: name, deadline }) => [name, deadline.is])).toEqual([
      ['void', 'void'],
      ['near', 'expiring'],
    ]);
  });
});

it('sortedByDay puts earlier days first and leaves rows of one day in their order', () => {
  const rows = ['2026-11-20 a', '2026-11-18 b', '2026-11-20 c', '2026-11-19 d', '2026-11-18 e'];
  const sorted = sortedByDay(rows, (row) => row.slice(0, 10));
  expect(sorted.map((row) => row.slice(-1)).join('')).toBe('bedac');
});
