import { withException, withoutException } from '../../domain/checklists/exceptions.ts';
import type { StepId } from '../../domain/checklists/steps.ts';
import type { ChecklistAnswer, ChecklistChange, TickCells } from '../../server/contract-checklists.ts';
import { lostChangeText, unwrittenText } from '../../text/checklist-changes.ts';
import { sentenceFor } from '../failure.ts';
import { inTime } from '../patience.ts';
import type { Server } from '../server.ts';
import type { ChecklistSchool, SchoolList } from './school-list.ts';

type Unsigned<T> = T extends unknown ? Omit<T, 'who' | 'hints'> : never;
type TickDraft = Omit<Unsigned<Extract<ChecklistChange, { kind: 'tick' }>>, 'saw'>;
type ExceptionDraft = Omit<Unsigned<Extract<ChecklistChange, { kind: 'exception' }>>, 'saw' | 'text'>;
type OtherDraft = Unsigned<Exclude<ChecklistChange, { kind: 'tick' | 'exception' }>>;

/** What a person changed, before it is signed and sent. What a tick or an exception saw is known when it is sent. */
export type ChangeDraft = TickDraft | ExceptionDraft | OtherDraft;

/** A change that is not in the book, and why. */
export interface Problem {
  readonly draft: ChangeDraft;
  readonly sentence: string;
}

export interface QueueHooks {
  readonly server: Pick<Server, 'sidebarChangeChecklist'>;
  list(): SchoolList;
  /** Role name or short code; '' where nobody was picked. */
  who(): string;
  /** Something is shown otherwise now: a change was taken, written or refused. */
  moved(draft: ChangeDraft): void;
}

export interface ChangeQueue {
  submit(draft: ChangeDraft): void;
  /** What a step will be once its tick is written; null where no tick of it is under way. */
  wanted(school: string, step: StepId): boolean | null;
  /** Changes that are not answered yet. */
  pending(): number;
  /** Changes ever taken: tells whether a reading of the book may be older than one of them. */
  taken(): number;
  problems(): readonly Problem[];
  retry(problem: Problem): void;
  dismiss(problem: Problem): void;
}

/**
 * Sends changes one after the other, in the order in which they were made. A tick that waits is
 * replaced by a later one of the same step, so that quick clicks end where the person stopped.
 */
export function createChangeQueue(hooks: QueueHooks): ChangeQueue {
  const waiting: ChangeDraft[] = [];
  let current: ChangeDraft | null = null;
  let problems: readonly Problem[] = [];
  let taken = 0;

  function submit(draft: ChangeDraft): void {
    taken += 1;
    problems = problems.filter((problem) => !isSame(problem.draft, draft));
    const place = waiting.findIndex((other) => isSame(other, draft));
    if (place < 0) waiting.push(draft);
    else waiting[place] = draft;
    hooks.moved(draft);
    if (current === null) void work();
  }

  async function work(): Promise<void> {
    for (let draft = waiting.shift(); draft !== undefined; draft = waiting.shift()) {
      current = draft;
      const problem = await send(draft);
      current = null;
      if (problem !== null) problems = [...problems, { draft, sentence: problem }];
      hooks.moved(draft);
    }
  }

  /** The sentence of what went wrong, null where it is written. */
  async function send(draft: ChangeDraft): Promise<string | null> {
    const school = hooks.list().byId(draft.school);
    const name = school?.name ?? draft.school;
    const answer = hooks.server.sidebarChangeChecklist(signed(draft, school));
    const seen = taken;
    const reply = await inTime(answer, (late) => {
      // Upon what was changed since, only the next look at the book can be trusted.
      if (!late.ok || taken !== seen) return;
      take(late.value);
      problems = problems.filter((problem) => problem.draft !== draft);
      hooks.moved(draft);
    });
    if (!reply.ok) return unwrittenText(name, draft, sentenceFor(reply.issue));
    take(reply.value);
    if (reply.value.outcome !== 'changed') return null;
    return lostChangeText(name, draft, hooks.list().byId(draft.school)?.reading.states);
  }

  function signed(draft: ChangeDraft, school: ChecklistSchool | undefined): ChecklistChange {
    const signature = { who: hooks.who(), hints: hooks.list().state.hints };
    if (draft.kind === 'tick') return { ...draft, ...signature, saw: cellsOf(school, draft.step) };
    if (draft.kind !== 'exception') return { ...draft, ...signature };
    const { step, reason } = draft;
    const saw = school?.row.exceptions ?? '';
    const text = reason === null ? withoutException(saw, step) : withException(saw, step, reason);
    return { ...draft, ...signature, saw, text };
  }

  function take({ row, coordinator }: ChecklistAnswer): void {
    hooks.list().put(row);
    if (coordinator !== undefined) hooks.list().assign(row.id, coordinator);
  }

  function without(problem: Problem): void {
    problems = problems.filter((other) => other !== problem);
  }

  return {
    submit,
    wanted: (school, step) => {
      const ticks = [...(current === null ? [] : [current]), ...waiting].filter(
        (draft): draft is TickDraft =>
          draft.kind === 'tick' && draft.school === school && draft.step === step,
      );
      return ticks[ticks.length - 1]?.done ?? null;
    },
    pending: () => waiting.length + (current === null ? 0 : 1),
    taken: () => taken,
    problems: () => problems,
    retry: (problem) => {
      without(problem);
      submit(problem.draft);
    },
    dismiss: (problem) => {
      without(problem);
      hooks.moved(problem.draft);
    },
  };
}

/** What the client holds of a step's cells. */
export function cellsOf(school: ChecklistSchool | undefined, step: StepId): TickCells {
  return { cell: school?.row.steps[step] ?? null, checkedOn: school?.row.checkedOn[step] ?? null };
}

/** True where the later draft makes the earlier one needless. */
function isSame(one: ChangeDraft, other: ChangeDraft): boolean {
  if (one.kind !== other.kind || one.school !== other.school) return false;
  return !('step' in one) || !('step' in other) || one.step === other.step;
}
