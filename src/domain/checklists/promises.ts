import type { IsoDate } from '../record.ts';
import { type Deadline, deadlineOf, sortedByDay } from './due.ts';
import type { ChecklistIssue } from './issues.ts';
import { dayOf } from './step-cell.ts';

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
const DAY = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?$/;

export function readPromises(
  comment: string,
  school: string,
  today: IsoDate,
): { readonly promises: readonly Promised[]; readonly issues: readonly ChecklistIssue[] } {
  const promises: Promised[] = [];
  const issues: ChecklistIssue[] = [];
  comment.replace(PROMISE, (found: string, day: string, what: string) => {
    const match = DAY.exec(day);
    const until = match === null ? null : dayOf(match[1] ?? '', match[2] ?? '', match[3], today);
    if (until === null) issues.push({ code: 'promise-unclear', school, found: found.trim() });
    else promises.push({ until, what: what.trim() });
    return found;
  });
  return { promises: sortedByDay(promises, ({ until }) => until), issues };
}

/** The comment with a promise in front, so that the newest is read first. */
export function withPromise(comment: string, { until, what }: Promised): string {
  const [year = '', month = '', day = ''] = until.split('-');
  const text = what.replace(/;/g, ',').replace(/\s+/g, ' ').trim();
  const promise = `обещали до ${day}.${month}.${year}${text === '' ? '' : `: ${text}`}`;
  return comment.trim() === '' ? promise : `${promise}; ${comment.trim()}`;
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
