import { isDay } from '../calendar.ts';
import type { IsoDate } from '../record.ts';
import type { StepState } from './progress.ts';
import { isStepId, STEPS, type Step, type StepId } from './steps.ts';

/**
 * A tick as the log remembers it: not ticked, ticked, ticked on a day, left out by a person.
 * A lapsed tick is still the tick of its day: time passing is no change that anybody made.
 */
export type LoggedMark = 'open' | 'done' | 'excepted' | { readonly on: IsoDate };

/** Last logged marks of a school. A step that is absent was never seen, which is the same as open. */
export type LoggedMarks = Readonly<Partial<Record<StepId, LoggedMark>>>;

export interface TickChange {
  /** Id of the organisation. */
  readonly school: string;
  readonly step: StepId;
  readonly from: LoggedMark;
  readonly to: LoggedMark;
}

export interface TickComparison {
  /** In the order of the schools, then of the steps. */
  readonly changes: readonly TickChange[];
  /** What to remember now: schools and steps that are out of sight are kept as they were. */
  readonly logged: ReadonlyMap<string, LoggedMarks>;
}

/**
 * The mark of a state; null where nothing can be said (wrong value, or not applicable by type). Only
 * a step that is checked for each report has a day: that of its cell, else the day first seen.
 */
function markOf(step: Step, state: StepState, before: LoggedMark, today: IsoDate): LoggedMark | null {
  switch (state.state) {
    case 'open':
    case 'excepted':
      return state.state;
    case 'lapsed':
      return { on: state.on };
    case 'done':
      if (step.period !== 'report') return 'done';
      if (state.on !== null) return { on: state.on };
      return typeof before === 'string' ? { on: today } : before;
    default:
      return null;
  }
}

/**
 * Compares the last logged ticks with the present ones. `present` gives, by school, the states of
 * the steps whose columns are there; what is missing in it was not seen and changes nothing.
 */
export function tickChanges(
  logged: ReadonlyMap<string, LoggedMarks>,
  present: ReadonlyMap<string, Readonly<Partial<Record<StepId, StepState>>>>,
  today: IsoDate,
): TickComparison {
  const changes: TickChange[] = [];
  const next = new Map(logged);
  for (const [school, states] of present) {
    const before = logged.get(school) ?? {};
    const marks: Partial<Record<StepId, LoggedMark>> = { ...before };
    for (const step of STEPS) {
      const state = states[step.id];
      const from = before[step.id] ?? 'open';
      const to = state === undefined ? null : markOf(step, state, from, today);
      if (to === null) continue;
      marks[step.id] = to;
      if (!sameMark(from, to)) changes.push({ school, step: step.id, from, to });
    }
    next.set(school, marks);
  }
  return { changes, logged: next };
}

/** Days of the logged ticks, for `SchoolChecklist.tickedOn`. */
export function tickedDays(marks: LoggedMarks): Partial<Record<StepId, IsoDate>> {
  const days: Partial<Record<StepId, IsoDate>> = {};
  for (const { id } of STEPS) {
    const mark = marks[id];
    if (mark !== undefined && typeof mark !== 'string') days[id] = mark.on;
  }
  return days;
}

function sameMark(one: LoggedMark, other: LoggedMark): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.on === other.on;
}

/**
 * The marks of a school as one short text for the book, by id, so that steps may come and go:
 * `cok.timetable=done;organisation.parent-chats=2026-11-12`. Open steps are left out.
 */
export function formatMarks(marks: LoggedMarks): string {
  return STEPS.filter(({ id }) => (marks[id] ?? 'open') !== 'open')
    .map(({ id }) => `${id}=${formatMark(marks[id] ?? 'open')}`)
    .join(';');
}

function formatMark(mark: LoggedMark): string {
  return typeof mark === 'string' ? mark : mark.on;
}

/** The inverse of `formatMarks`; what it does not know (a step of a newer version) is left out. */
export function readMarks(text: string): LoggedMarks {
  const marks: Partial<Record<StepId, LoggedMark>> = {};
  for (const entry of text.split(';')) {
    const [id = '', mark = ''] = entry.split('=');
    if (!isStepId(id)) continue;
    if (mark === 'done' || mark === 'excepted') marks[id] = mark;
    else if (isDay(mark)) marks[id] = { on: mark };
  }
  return marks;
}
