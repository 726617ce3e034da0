import type { Cure } from '../domain/checklists/cures.ts';
import type { StandingSchool, StepProgress } from '../domain/checklists/district.ts';
import type { Deadline, InvitationDeadline } from '../domain/checklists/due.ts';
import { type Progress, progressLabel, type StepState } from '../domain/checklists/progress.ts';
import type { DuePromise, Promised } from '../domain/checklists/promises.ts';
import { type ChecklistList, type StepId, stepOf } from '../domain/checklists/steps.ts';
import type { Suggestion } from '../domain/checklists/suggestions.ts';
import type { IsoDate } from '../domain/record.ts';

import { counted, formatCount, formatDate, formatShare } from './numbers.ts';
import { GENITIVE_WORDS, WORDS } from './plurals.ts';
import { stepName } from './step-titles.ts';

export { stepName };

export const LIST_TITLES: Readonly<Record<ChecklistList, string>> = {
  integration: 'Интеграция Параграф ↔ Сферум в МАХ',
  cok: 'Доступ к УБ ЦОК',
  organisation: 'Организационные меры',
};

/** For narrow columns: «Интеграция: 5 из 9». */
export const LIST_SHORT_TITLES: Readonly<Record<ChecklistList, string>> = {
  integration: 'Интеграция',
  cok: 'УБ ЦОК',
  organisation: 'Меры',
};

/** «рекомендуется», «обязанность района»; '' for what is required of a school. */
export function dutyText(id: StepId): string {
  const step = stepOf(id);
  if (step.duty === 'district') return 'обязанность района';
  return step.weight === 'recommended' ? 'рекомендуется' : '';
}

/** «5 из 9 (55,55 %)». */
export function progressText(progress: Progress): string {
  const label = progressLabel(progress);
  return progress.share === null ? label : `${label} (${formatShare(progress.share)})`;
}

/** `2026-11-12` → «12.11»: the day of a check, whose year is this one. */
function shortDate(date: IsoDate): string {
  return formatDate(date).slice(0, 'дд.мм'.length);
}

export function stateText(state: StepState): string {
  switch (state.state) {
    case 'done':
      return state.on === null ? 'выполнено' : `проверено ${shortDate(state.on)}`;
    case 'open':
      return 'не выполнено';
    case 'lapsed':
      return `проверено ${shortDate(state.on)}, с тех пор вышел новый отчёт: проверьте снова`;
    case 'wrong':
      return 'в ячейке не отметка: исправьте её в листе «Чек-листы»';
    case 'not-applicable':
      return 'не применимо к этому типу организаций';
    case 'excepted':
      return state.reason === '' ? 'не применимо (причина не указана)' : `не применимо: ${state.reason}`;
  }
}

/** «просрочено на 3 дня», «срок сегодня», «срок через 2 дня», «срок 26.11.2026». */
export function deadlineText(deadline: Deadline): string {
  if (deadline.is === 'overdue') return `просрочено на ${counted(deadline.late, WORDS.day)}`;
  if (deadline.left === 0) return 'срок сегодня';
  if (deadline.is === 'ahead') return `срок ${formatDate(deadline.on)}`;
  return `срок через ${counted(deadline.left, WORDS.day)}`;
}

/** Invitations of УБ ЦОК in words; '' where nothing is pending. */
export function invitationText(deadline: InvitationDeadline): string {
  if (deadline.is === 'none') return '';
  const whom = pendingText(deadline.pending);
  if (deadline.is === 'void') {
    return `${whom}: срок истёк ${counted(deadline.late, WORDS.day)} назад, отправьте заново`;
  }
  if (deadline.left === 0) return `${whom}: срок истекает сегодня`;
  if (deadline.is === 'waiting') return `${whom}: действуют до ${formatDate(deadline.lastDay)}`;
  return `${whom}: срок истекает через ${counted(deadline.left, WORDS.day)}`;
}

function pendingText(pending: number | null): string {
  return pending === null ? 'приглашения не приняты' : `не принято ${counted(pending, WORDS.invitation)}`;
}

/** «обещали до 25.11.2026: заполнят расписание». */
export function promiseText({ until, what }: Promised): string {
  return `обещали до ${formatDate(until)}${what === '' ? '' : `: ${what}`}`;
}

/** «обещали до 25.11.2026: заполнят расписание — просрочено на 3 дня». */
export function duePromiseText(promise: DuePromise): string {
  return `${promiseText(promise)} — ${deadlineText(promise.deadline)}`;
}

/** «Похоже, выполнено: связанных аккаунтов педагогов — 41. Проверьте и отметьте.» */
export function suggestionText({ step, count }: Suggestion): string {
  const shown = SHOWN_BY[step];
  return `Похоже, выполнено${shown === undefined ? '' : `: ${shown(count)}`}. Проверьте и отметьте.`;
}

/** What a count that suggests a step says of it. */
const SHOWN_BY: Readonly<Partial<Record<StepId, (count: number) => string>>> = {
  'integration.identifiers': (count) => `связанных аккаунтов педагогов — ${formatCount(count)}`,
};

/** What leads from a stage to its step: for parents and students an offer, never a demand. */
export function cureText({ opens, allDone, voluntary }: Cure): string {
  if (opens === null) return '';
  const name = stepName(opens);
  const offer = voluntary ? 'Можно предложить помощь тем, кто хочет: участие добровольное. ' : '';
  if (allDone) return `${offer}Шаги отмечены, но на этой стадии ещё есть потери. Посмотрите снова: ${name}`;
  return voluntary ? `${offer}Шаг: ${name}` : `Поможет шаг: ${name}`;
}

/** «И3. Token и group_id введены в СМИР — сделано: 12 из 60 школ (20 %)». */
export function stepProgressText(progress: StepProgress): string {
  const share = progress.share === null ? '' : ` (${formatShare(progress.share)})`;
  const done = `сделано: ${progress.done} из ${counted(progress.applicable, GENITIVE_WORDS.school)}${share}`;
  return `${stepName(progress.step)} — ${done}`;
}

/** «нет отметок 21 день», «ни одной отметки». */
export function standstillText({ days }: StandingSchool): string {
  return days === null ? 'ни одной отметки' : `нет новых отметок ${counted(days, WORDS.day)}`;
}
