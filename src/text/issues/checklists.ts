import type { ChecklistSheetIssue, Issue } from '../../domain/issues.ts';
import { quote } from '../quote.ts';
import { ofOtherArea } from './parts.ts';

/** Sentence of an issue of the sheet «Чек-листы»; null for others. */
export function checklistSheetSentence(issue: Issue): string | null {
  switch (issue.code) {
    case 'checklists-missing':
      return 'Листа «Чек-листы» в книге нет: его удалили, поэтому ничего не записано. Верните его через «Файл» → «История версий» или откройте чек-листы заново: надстройка сделает новый, пустой лист.';
    case 'checklist-school-missing':
      return `Лист ${quote(issue.sheet)}: строки этой школы больше нет, поэтому ничего не записано. Верните строку («Отменить») или откройте чек-листы заново: надстройка добавит школу из отчёта.`;
    case 'checklist-column-missing':
      return `Лист ${quote(issue.sheet)}: столбца ${quote(issue.column)} больше нет, поэтому ничего не записано. Верните столбец («Отменить» или «История версий») и повторите.`;
    case 'coordinator-place-missing':
      return `Лист ${quote(issue.sheet)}: нет столбца «Координатор» или строки этой школы, поэтому ничего не записано. Верните их на место и повторите.`;
    default:
      return ofOtherArea<Exclude<Issue, ChecklistSheetIssue>>(issue);
  }
}
