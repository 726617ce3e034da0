import type { IsoDate } from '../record.ts';
import { readDay } from './day-cell.ts';
import { type Deadline, deadlineOf, sortedByDay } from './due.ts';
import type { ChecklistIssue } from './issues.ts';

/**
 * What a school promised, written in the column «комментарий» as «обещали до 25.11: заполнят
 * расписание». It comes back when its day is near, until a person takes it out of the comment.
 */
export interface Promised {
  readonly until: IsoDate;
  /** What was promised; '' where the comment does not say. */
  readonly what: string;
}

const PROMISE = /обещали[ \t]+до[ \t]+([^\s;:,]+)[ \t:,—–-]*([^;\n\r]*)/gi;

/** One «обещали до …» of a comment; `until` is null where its day cannot be read. */
interface Mention {
  readonly text: string;
  readonly until: IsoDate | null;
  readonly what: string;
}

function mentionsIn(comment: string, today: IsoDate): Mention[] {
  const mentions: Mention[] = [];
  const pattern = new RegExp(PROMISE);
  for (let match = pattern.exec(comment); match !== null; match = pattern.exec(comment)) {
    const [text, day = '', what = ''] = match;
    mentions.push({ text, until: readDay(day, today), what: what.trim() });
  }
  return mentions;
}

export function readPromises(
  comment: string,
  school: string,
  today: IsoDate,
): { readonly promises: readonly Promised[]; readonly issues: readonly ChecklistIssue[] } {
  const promises: Promised[] = [];
  const issues: ChecklistIssue[] = [];
  for (const { text, until, what } of mentionsIn(comment, today)) {
    if (until === null) issues.push({ code: 'promise-unclear', school, found: text.trim() });
    else promises.push({ until, what });
  }
  return { promises: sortedByDay(promises, ({ until }) => until), issues };
}

/** The comment with a promise in front, so that the newest is read first. */
export function withPromise(comment: string, { until, what }: Promised): string {
  const day = until.split('-').reverse().join('.');
  const text = what.replace(/;/g, ',').replace(/\s+/g, ' ').trim();
  const promise = `обещали до ${day}${text === '' ? '' : `: ${text}`}`;
  return comment.trim() === '' ? promise : `${promise}; ${comment.trim()}`;
}

/** The comment without a promise that was kept or dropped; everything else stays. */
export function withoutPromise(comment: string, promise: Promised, today: IsoDate): string {
  let rest = comment;
  for (const { text, until, what } of mentionsIn(comment, today)) {
    if (until === promise.until && what === promise.what) rest = rest.replace(text, '');
  }
  return rest
    .split(/;/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join('; ');
}

export interface DuePromise extends Promised {
  readonly school: string;
  readonly deadline: Deadline;
}

/** Promises whose day has come or is over, the longest overdue first. */
export function duePromises(
  schools: readonly { readonly school: string; readonly promises: readonly Promised[] }[],
  today: IsoDate,
): DuePromise[] {
  const due: DuePromise[] = [];
  for (const { school, promises } of schools) {
    for (const promise of promises) {
      if (promise.until <= today)
        due.push({ ...promise, school, deadline: deadlineOf(promise.until, today) });
    }
  }
  return sortedByDay(due, ({ until }) => until);
}
