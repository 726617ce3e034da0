import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/domain/checklists/day-cell.ts';
import { readInvitations } from '../../../src/domain/checklists/invitation-cells.ts';
import { TODAY } from './support.ts';

interface InvitationCase {
  sent: CellValue;
  pending: CellValue;
  sentOn: string | null;
  count: number | null;
  issues?: unknown[];
  note: string;
}

const school = 'Школа';

describe('readInvitations', () => {
  it.each<InvitationCase>([
    { sent: '', pending: '', sentOn: null, count: null, note: 'blank' },
    { sent: '2026-11-01', pending: 5, sentOn: '2026-11-01', count: 5, note: 'a date and a number' },
    { sent: '01.11', pending: ' 5 ', sentOn: '2026-11-01', count: 5, note: 'both typed as text' },
    { sent: '2026-11-01', pending: null, sentOn: '2026-11-01', count: null, note: 'number not said' },
    { sent: '2026-11-01', pending: '  ', sentOn: '2026-11-01', count: null, note: 'spaces for a number' },
    { sent: '2026-11-01', pending: '120', sentOn: '2026-11-01', count: 120, note: 'a number as text' },
    { sent: '2026-11-01', pending: undefined, sentOn: '2026-11-01', count: null, note: 'no cell' },
    { sent: '2026-11-01', pending: 1e6, sentOn: '2026-11-01', count: 1e6, note: 'a number, however large' },
    { sent: '', pending: 0, sentOn: null, count: 0, note: 'nobody is pending' },
    {
      sent: '',
      pending: 5,
      sentOn: null,
      count: 5,
      issues: [{ code: 'invitation-date-missing', school, pending: 5 }],
      note: 'it cannot be said when they lapse',
    },
    {
      sent: 'вчера',
      pending: 5,
      sentOn: null,
      count: 5,
      issues: [{ code: 'invitation-date-wrong', school, fault: 'text', found: 'вчера' }],
      note: 'not a date: told once',
    },
    {
      sent: '2026-12-01',
      pending: 5,
      sentOn: null,
      count: 5,
      issues: [{ code: 'invitation-date-wrong', school, fault: 'future', found: '2026-12-01' }],
      note: 'a day that has not come',
    },
    ...[-1, 2.5, 2 ** 60, 'пять', 'до 5', '5 чел.', '1234567', true, ' пять ', Number.NaN].map((pending) => ({
      sent: '2026-11-01',
      pending,
      sentOn: '2026-11-01',
      count: null,
      issues: [{ code: 'invitation-count-wrong', school, found: String(pending).trim() }],
      note: `${String(pending)} is no number of people`,
    })),
  ])('$sent, $pending: $note', ({ sent, pending, sentOn, count, issues = [] }) => {
    expect(readInvitations(sent, pending, school, TODAY)).toEqual({
      invitations: { sentOn, pending: count },
      issues,
    });
  });
});
