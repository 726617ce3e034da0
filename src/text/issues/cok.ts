import type { CokIssue, Issue } from '../../domain/issues.ts';
import { formatCount, formatDate } from '../numbers.ts';
import { quote } from '../quote.ts';
import { ofOtherArea } from './parts.ts';

const COUNTED = { assigned: 'назначивших урок', viewed: 'просмотревших урок' };

/** Sentence of an issue of УБ ЦОК; null for others. */
export function cokSentence(issue: Issue): string | null {
  switch (issue.code) {
    case 'cok-older':
      return `Отчёт УБ ЦОК от ${formatDate(issue.reportDate)}, а в листе «УБ ЦОК» уже числа на ${formatDate(issue.bookDate)}. Укажите дату не раньше или исправьте дату в листе.`;
    case 'cok-dropped':
      return `Школа ${quote(issue.school)}: ${COUNTED[issue.field]} было ${formatCount(issue.before)} на ${formatDate(issue.since)}, стало ${formatCount(issue.after)}. Накопительные числа не убывают: проверьте отчёт или выберите «за период» в «Настройках» (cok.period).`;
    case 'cok-percent':
      return `Столбец ${quote(issue.heading)}: найдено ${quote(issue.found)}, ожидалось целое число людей. Доля не заменяет число: выберите столбец с людьми или скачайте таблицу с количеством.`;
    case 'cok-no-counts':
      return 'Не выбран ни столбец назначивших урок, ни столбец просмотревших: записывать нечего. Укажите хотя бы один из них.';
    case 'cok-school-doubled':
      return `Школа ${quote(issue.school)} стоит в файле несколько раз: строки ${issue.lines.join(', ')}. Ожидалась одна строка. Оставьте одну или исправьте названия.`;
    default:
      return ofOtherArea<Exclude<Issue, CokIssue>>(issue);
  }
}
