import type { ChecklistIssue } from '../domain/checklists/issues.ts';
import { stepOf } from '../domain/checklists/steps.ts';
import { stepName } from './checklists.ts';
import { counted } from './numbers.ts';
import { WORDS } from './plurals.ts';
import { quote } from './quote.ts';

/** What is wrong in a row of «Чек-листы»: where, what was found, what was expected, what to do. */
export function checklistSentenceOf(issue: ChecklistIssue): string {
  const place = `Чек-листы, ${quote(issue.school)}`;
  switch (issue.code) {
    case 'step-cell-wrong': {
      const expected = stepOf(issue.step).period === 'report' ? 'отметка, а рядом день проверки' : 'отметка';
      const found =
        issue.fault === 'future'
          ? `день ${quote(issue.found)} ещё не наступил`
          : `найдено ${quote(issue.found)}, ожидалась ${expected}`;
      return `${place}, шаг «${stepName(issue.step)}»: ${found}. Ячейка не тронута и отметкой не считается; исправьте её.`;
    }
    case 'exception-unknown':
      return `${place}, столбец «не применимо»: найдено ${quote(issue.found)}, ожидался номер шага и причина, например «И3 — нет СМИР». Текст не тронут и не учитывается; исправьте его.`;
    case 'exception-doubled':
      return `${place}, столбец «не применимо»: шаг ${stepOf(issue.step).label} назван несколько раз, ожидался один. Учтена первая причина; лишнее удалите.`;
    case 'exception-without-reason':
      return `${place}, столбец «не применимо»: у шага ${stepOf(issue.step).label} нет причины, а ожидалась запись вида «${stepOf(issue.step).label} — причина». Шаг исключён; допишите, почему.`;
    case 'invitation-date-wrong':
      return issue.fault === 'future'
        ? `${place}, приглашения: день ${quote(issue.found)} ещё не наступил, ожидался день отправки. Исправьте дату: без неё не предупредить об истечении срока.`
        : `${place}, приглашения: найдено ${quote(issue.found)}, ожидалась дата вида 12.11.2026. Исправьте дату: без неё не предупредить об истечении срока.`;
    case 'invitation-count-wrong':
      return `${place}, приглашения: найдено ${quote(issue.found)}, ожидалось целое число не принятых приглашений. Исправьте ячейку.`;
    case 'invitation-date-missing':
      return `${place}, приглашения: не принято ${counted(issue.pending, WORDS.invitation)}, но нет даты отправки. Впишите дату самых ранних: через 60 дней ссылки перестанут действовать.`;
    case 'promise-unclear':
      return `${place}, комментарий: найдено ${quote(issue.found)}, ожидалось «обещали до ДД.ММ.ГГГГ: что». Впишите день, тогда обещание напомнит о себе.`;
  }
}
