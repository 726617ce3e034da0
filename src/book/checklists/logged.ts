import type { StepId } from '../../domain/checklists/steps.ts';
import type { TickMark } from '../../domain/checklists/tick-mark.ts';
import type { IsoDate } from '../../domain/record.ts';
import { logKindWords } from '../../text/sheets/log.ts';
import { readChange } from '../../text/tick-change.ts';
import { readLog } from '../log.ts';
import type { Sheet } from '../platform.ts';

/** What the log says was ticked last, and when something of a school was. */
export interface LoggedTicks {
  readonly marks: ReadonlyMap<string, Readonly<Partial<Record<StepId, TickMark>>>>;
  /** Steps that were left out («н/п») or taken back. */
  readonly excepted: ReadonlyMap<string, Readonly<Partial<Record<StepId, boolean>>>>;
  readonly lastTick: ReadonlyMap<string, IsoDate>;
  /** Day on which a text to the school was copied last. */
  readonly lastText: ReadonlyMap<string, IsoDate>;
}

/**
 * «Журнал» is what remembers the last state of every tick and «н/п»: of the entries of a step the newest one,
 * wherever people sorted it to. What people deleted there is found in the sheet again and logged anew.
 *
 * @param dayOf day of a moment in the time zone of the spreadsheet
 */
export function readLoggedTicks(log: Sheet, dayOf: (milliseconds: number) => IsoDate): LoggedTicks {
  const marks = new Map<string, Partial<Record<StepId, TickMark>>>();
  const excepted = new Map<string, Partial<Record<StepId, boolean>>>();
  const lastTick = new Map<string, IsoDate>();
  const lastText = new Map<string, IsoDate>();
  const textWord = logKindWords().text;
  const newestFirst = readLog(log).sort((one, other) => (other.when ?? 0) - (one.when ?? 0));
  for (const { schoolId, what, change, details, when } of newestFirst) {
    if (what === textWord && when !== null && !lastText.has(schoolId)) lastText.set(schoolId, dayOf(when));
    const known = schoolId === '' ? null : readChange(change, details);
    if (known === null) continue;
    if ('excepted' in known) {
      const steps = excepted.get(schoolId) ?? {};
      steps[known.step] = steps[known.step] ?? known.excepted;
      excepted.set(schoolId, steps);
      continue;
    }
    if (when !== null && !lastTick.has(schoolId)) lastTick.set(schoolId, dayOf(when));
    const steps = marks.get(schoolId) ?? {};
    steps[known.step] = steps[known.step] ?? known.to;
    marks.set(schoolId, steps);
  }
  return { marks, excepted, lastTick, lastText };
}
