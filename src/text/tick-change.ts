import { isDay } from '../domain/calendar.ts';
import { STEPS, type StepId } from '../domain/checklists/steps.ts';
import type { TickMark } from '../domain/checklists/tick-mark.ts';
import { formatDate, NBSP } from './numbers.ts';
import { stepName } from './step-titles.ts';

/** A tick in the words of «Журнал», which remembers for us what was ticked last. */

const [NO, YES] = ['нет', 'да'] as const;
const CHECKED = 'проверено ';
const ARROW = '→';

function markText(mark: TickMark): string {
  if (mark === 'open') return NO;
  return mark === 'done' ? YES : CHECKED + formatDate(mark);
}

function arrow(from: string, to: string): string {
  return `${from}${NBSP}${ARROW} ${to}`;
}

/** «нет → да», for the column «было → стало». */
export function changeText(from: TickMark, to: TickMark): string {
  return arrow(markText(from), markText(to));
}

const [OFF, ON] = ['не применимо', 'применимо'] as const;

/** «применимо → не применимо»: no tick. */
export function exceptionText(excepted: boolean): string {
  return excepted ? arrow(ON, OFF) : arrow(OFF, ON);
}

/** The column «сведения»: the step, then what a person added. */
export function tickDetails(step: StepId, comment: string): string {
  return comment === '' ? stepName(step) : `${stepName(step)}; ${comment}`;
}

/** A tick or «не применимо» of a step, as the log says it. */
export type LoggedChange =
  | { readonly step: StepId; readonly to: TickMark }
  | { readonly step: StepId; readonly excepted: boolean };

/**
 * The inverse of `changeText`, `exceptionText` and `tickDetails`; null for what is neither, or of a
 * newer version.
 */
export function readChange(change: string, details: string): LoggedChange | null {
  const label = details.split('.')[0] ?? '';
  const step = STEPS.find((candidate) => candidate.label === label)?.id;
  if (step === undefined) return null;
  const word = (change.split(ARROW)[1] ?? '').trim();
  if (word === OFF || word === ON) return { step, excepted: word === OFF };
  const to = readMark(word);
  return to === null ? null : { step, to };
}

function readMark(text: string): TickMark | null {
  if (text === NO) return 'open';
  if (text === YES) return 'done';
  if (!text.startsWith(CHECKED)) return null;
  const day = text.slice(CHECKED.length).split('.').reverse().join('-');
  return isDay(day) ? day : null;
}
