import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../record.ts';
import { isOpen, type StepStates } from './progress.ts';
import { STEPS, type StepId } from './steps.ts';

/**
 * Where a day stands against today: `left` days are left (0: today is the last), or it has been
 * over for `late` days.
 */
export type Deadline =
  | { readonly on: IsoDate; readonly is: 'ahead' | 'soon'; readonly left: number }
  | { readonly on: IsoDate; readonly is: 'overdue'; readonly late: number };

/** A due step is named this many days before. */
export const DUE_SOON_DAYS = 7;

export function deadlineOf(on: IsoDate, today: IsoDate, soonDays: number = DUE_SOON_DAYS): Deadline {
  const left = daysBetween(today, on);
  if (left < 0) return { on, is: 'overdue', late: -left };
  return { on, is: left <= soonDays ? 'soon' : 'ahead', left };
}

export interface DueStep {
  readonly step: StepId;
  readonly deadline: Deadline;
}

/** Due days that the book sets otherwise than the table; null takes the due day away. */
export type DueDays = Readonly<Partial<Record<StepId, IsoDate | null>>>;

/** Open steps with a due day, the longest overdue first, then the soonest; a tie keeps the order of the steps. */
export function dueSteps(states: StepStates, today: IsoDate, dueDays: DueDays = {}): DueStep[] {
  const due: DueStep[] = [];
  for (const step of STEPS) {
    const changed = dueDays[step.id];
    const on = changed === undefined ? (step.due ?? null) : changed;
    if (on !== null && isOpen(states[step.id])) due.push({ step: step.id, deadline: deadlineOf(on, today) });
  }
  return sortedByDay(due, ({ deadline }) => deadline.on);
}

/** Earlier days first; rows of one day keep their order. */
export function sortedByDay<T>(rows: readonly T[], dayOfRow: (row: T) => IsoDate): T[] {
  return rows
    .map((row) => ({ row, day: dayOfRow(row) }))
    .sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1))
    .map(({ row }) => row);
}

/** Days for which an invitation on Госуслуги holds, counted from the day it was sent. */
export const INVITATION_DAYS = 60;
/** From this day of its age on an invitation is warned about. */
export const INVITATION_WARNING_DAY = 50;

/** The earliest batch of invitations that is not accepted: its day, and how many people are pending. */
export interface Invitations {
  readonly sentOn: IsoDate | null;
  /** null: not said. */
  readonly pending: number | null;
}

export type InvitationDeadline =
  /** Nobody is pending, or nothing was sent. */
  | { readonly is: 'none' }
  /** `left` days are left to accept them; 0: today is the last. */
  | InvitationDays<'waiting' | 'expiring', 'left'>
  /** The links work no more: send them anew. */
  | InvitationDays<'void', 'late'>;

type InvitationDays<Is extends string, Days extends string> = {
  readonly is: Is;
  readonly lastDay: IsoDate;
  readonly pending: number | null;
} & { readonly [K in Days]: number };

export function invitationDeadline({ sentOn, pending }: Invitations, today: IsoDate): InvitationDeadline {
  if (sentOn === null || pending === 0) return { is: 'none' };
  const lastDay = addDays(sentOn, INVITATION_DAYS);
  const left = daysBetween(today, lastDay);
  if (left < 0) return { is: 'void', lastDay, pending, late: -left };
  const age = daysBetween(sentOn, today);
  return { is: age >= INVITATION_WARNING_DAY ? 'expiring' : 'waiting', lastDay, pending, left };
}

export interface SchoolInvitations {
  readonly school: string;
  readonly deadline: Exclude<InvitationDeadline, { is: 'none' | 'waiting' }>;
}

/** Schools whose invitations have lapsed or are about to, the longest lapsed first. */
export function invitationsToWarn(
  schools: readonly { readonly school: string; readonly invitations: Invitations }[],
  today: IsoDate,
): SchoolInvitations[] {
  const warned: SchoolInvitations[] = [];
  for (const { school, invitations } of schools) {
    const deadline = invitationDeadline(invitations, today);
    if (deadline.is === 'expiring' || deadline.is === 'void') warned.push({ school, deadline });
  }
  return sortedByDay(warned, ({ deadline }) => deadline.lastDay);
}
