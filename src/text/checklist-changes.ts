import type { StepStates } from '../domain/checklists/progress.ts';
import type { StepId } from '../domain/checklists/steps.ts';
import { stateText, stepName } from './checklists.ts';
import { counted, formatCount, formatDate, NBSP } from './numbers.ts';
import { ACCUSATIVE_WORDS, WORDS } from './plurals.ts';
import { quote } from './quote.ts';

/** A change of a school's row, as far as sentences name it. */
export type NamedChange =
  | { readonly kind: 'tick'; readonly step: StepId; readonly done: boolean }
  | { readonly kind: 'exception'; readonly step: StepId }
  | { readonly kind: 'comment' | 'invitations' | 'coordinator' };

/** «отметка шага «И3. …»» */
export function changeName(change: NamedChange): string {
  switch (change.kind) {
    case 'tick':
      return `${change.done ? 'отметка' : 'снятие отметки'} шага ${quote(stepName(change.step))}`;
    case 'exception':
      return `«не применимо» шага ${quote(stepName(change.step))}`;
    case 'comment':
      return 'комментарий';
    case 'invitations':
      return 'приглашения';
    case 'coordinator':
      return 'координатор';
  }
}

/** What was not written, where, and why. */
export function unwrittenText(school: string, change: NamedChange, why: string): string {
  return `Не записано: ${changeName(change)}, ${school}. ${why}`;
}

/** Somebody else was first with something else; `states` are those of now. */
export function lostChangeText(school: string, change: NamedChange, states: StepStates | undefined): string {
  const now =
    'step' in change && states !== undefined ? ` Сейчас там: ${stateText(states[change.step])}.` : '';
  return (
    `Не записано: ${changeName(change)}, ${school}. Пока вы меняли, это же изменил кто-то другой.` +
    `${now} Показано то, что стоит в книге; если нужно, повторите.`
  );
}

/** «Записываем 2 изменения…» */
export function pendingText(count: number): string {
  return `Записываем ${counted(count, WORDS.change)}…`;
}

/** 2.1 → «▲ 2,1 п. п.», −0.5 → «▼ 0,5 п. п.», 0 → «± 0 п. п.». */
export function pointsText(points: number): string {
  const hundredths = Math.round(Math.abs(points) * 100);
  const sign = hundredths === 0 ? '±' : points > 0 ? '▲' : '▼';
  const rest = hundredths % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return `${sign}${NBSP}${formatCount(Math.floor(hundredths / 100))}${decimals}${NBSP}п.${NBSP}п.`;
}

/** The question before one step is ticked for many schools. */
export function bulkQuestion(step: StepId, schools: number, day: string | null): string {
  const when = day === null ? '' : ` с днём проверки ${formatDate(day)}`;
  return `Отметить шаг ${quote(stepName(step))}${when} за ${counted(schools, ACCUSATIVE_WORDS.school)}? Исключения и ячейки, где написано что-то своё, не изменятся.`;
}

export interface BulkCounts {
  readonly written: number;
  readonly same: number;
  readonly changed: number;
}

/** What a bulk tick (or its undoing) came to. */
export function bulkResultText({ written, same, changed }: BulkCounts, done: boolean): string {
  const parts = [`${done ? 'Отмечено' : 'Отметка снята'}: ${counted(written, WORDS.school)}.`];
  if (same > 0) parts.push(`Так было и раньше: ${counted(same, WORDS.school)}.`);
  if (changed > 0) {
    parts.push(`Не тронуто, потому что ячейку тем временем изменили: ${counted(changed, WORDS.school)}.`);
  }
  return parts.join(' ');
}
