import { type Issue, type IssueCode, type Severity, severityOf } from '../domain/issues.ts';

/** Issues of one kind, as the preview shows them: one line that opens. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly title: string;
  readonly issues: readonly Issue[];
  /** How many there are, with those that the reader counted without listing. */
  readonly total: number;
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Groups by code, errors first; inside a severity in the order of the file. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const byCode = new Map<IssueCode, Issue[]>();
  const omitted = new Map<IssueCode, number>();
  for (const issue of issues) {
    if (issue.code === 'issues-omitted') {
      omitted.set(issue.of, issue.count);
      continue;
    }
    const same = byCode.get(issue.code);
    if (same === undefined) byCode.set(issue.code, [issue]);
    else same.push(issue);
  }
  const groups: IssueGroup[] = [];
  for (const [code, same] of byCode) {
    const first = same[0];
    if (first === undefined) continue;
    const total = same.length + (omitted.get(code) ?? 0);
    groups.push({ code, severity: severityOf(first), title: ISSUE_TITLES[code], issues: same, total });
  }
  return SEVERITIES.flatMap((severity) => groups.filter((group) => group.severity === severity));
}

/** What a group is called; the sentences of its issues come from src/text. */
export const ISSUE_TITLES: Readonly<Record<IssueCode, string>> = {
  'file-empty': 'Пустой файл',
  'file-not-table': 'Это не таблица',
  'file-header-only': 'В файле только заголовки',
  'file-bytes-damaged': 'Файл повреждён',
  'file-repaired': 'Кодировка исправлена',
  'file-letters-lost': 'Буквы потеряны',
  'workbook-damaged': 'Книга Excel повреждена',
  'workbook-too-big': 'Книга Excel слишком велика',
  'sheet-taken': 'Из книги взят один лист',
  'lines-skipped': 'Строки над заголовками пропущены',
  'file-too-long': 'Слишком много строк',
  'columns-missing': 'Не хватает столбцов',
  'column-doubled': 'Столбец повторяется',
  'columns-unknown': 'Лишние столбцы',
  'columns-by-position': 'Столбцы узнаны по порядку',
  'columns-chosen': 'Столбцы указаны вами',
  'columns-personal': 'Столбцы с личными данными',
  'dates-several': 'Несколько отчётов',
  'row-ragged': 'Другое число ячеек в строке',
  'issues-omitted': 'Остальные замечания',
  'row-short': 'Ячеек меньше, чем заголовков',
  'row-export-error': 'Выгрузка оборвалась',
  'row-quotes': 'Кавычки не на месте',
  'row-total': 'Строка итогов пропущена',
  'id-missing': 'Нет ID организации',
  'id-doubled': 'ID организации повторяется',
  'count-text': 'Текст вместо числа',
  'count-negative': 'Отрицательное число',
  'count-fraction': 'Дробное число людей',
  'count-too-large': 'Слишком большое число',
  'date-missing': 'Нет даты отчёта',
  'date-invalid': 'Непонятная дата',
  'date-ambiguous': 'День и месяц неразличимы',
  'date-range': 'Период вместо даты',
  'digits-lost': 'Номер потерял цифры',
  'inn-length': 'Длина ИНН',
  'text-too-long': 'Слишком длинный текст',
  'active-above-total': 'Активных больше, чем всего',
  'active-above-registered': 'Активных больше, чем зарегистрировано',
  'linked-above-registered': 'Связавших профиль больше, чем зарегистрировано',
  'registered-above-total': 'Зарегистрировано больше, чем всего',
  'registered-sum': 'Регистрации не сходятся с суммой',
  'people-sum': 'Число людей не сходится с суммой',
  'active-dropped': 'Активных стало намного меньше',
  'columns-zero': 'Столбцы из одних нулей',
  'rows-cut': 'Список мог быть обрезан',
  'rows-page': 'Круглое число строк',
  'organisation-inactive': 'Организация неактивна',
  'book-busy': 'Книга занята',
  'second-installation': 'Вторая установка надстройки',
  'book-newer': 'Книга новее надстройки',
  'sheet-closed': 'Лист защищён',
  'sheet-damaged': 'Лист повреждён',
  'sheet-id-doubled': 'Школа повторяется на листе',
  'setting-invalid': 'Неверная настройка',
  'setting-unknown': 'Неизвестная настройка',
  'report-older': 'Отчёт старше данных книги: только в «Историю»',
  'cok-older': 'Отчёт УБ ЦОК старше листа',
  'cok-dropped': 'Накопительные числа уменьшились',
  'cok-percent': 'Доли вместо людей',
  'cok-no-counts': 'Нет столбцов с числами',
  'cok-school-doubled': 'Школа в файле несколько раз',
  'sample-refused': 'Пример данных отклонён',
  'sample-in-book': 'В книге пример',
  'preview-stale': 'Книга изменилась',
  'who-personal': 'Личные данные в «кто»',
  'undo-nothing': 'Нечего отменять',
  'journal-damaged': 'Служебный лист изменён',
  'book-empty': 'Книга пуста',
  'checklists-missing': 'Нет листа «Чек-листы»',
  'checklist-school-missing': 'Нет строки школы',
  'checklist-column-missing': 'Нет столбца',
  'coordinator-place-missing': 'Некуда записать координатора',
  'request-invalid': 'Неверный запрос',
  'template-field-unknown': 'Неизвестное поле в тексте',
  'template-refused': 'Текст не принят',
  unexpected: 'Неожиданная ошибка',
};
