import type { FileIssue, FileKind, Issue } from '../../domain/issues.ts';
import { FILE_KIND_LABELS } from '../labels.ts';
import { counted, formatCount, formatDate } from '../numbers.ts';
import { WORDS } from '../plurals.ts';
import { quote, quoteList } from '../quote.ts';
import { OMITTED_NAMES } from './omitted.ts';
import { DOWNLOAD_AGAIN, ofOtherArea } from './parts.ts';

const AS_WORKBOOK = 'Откройте её и сохраните как «Книга Excel (.xlsx)» без пароля, затем выберите этот файл.';
const OTHER_FILE = 'Скачайте таблицу из отчёта как CSV и выберите этот файл.';

const SAVE_AS_CSV: Readonly<Record<FileKind, string>> = {
  xls: AS_WORKBOOK,
  xlsb: AS_WORKBOOK,
  ods: AS_WORKBOOK,
  zip: 'Распакуйте архив и выберите файл из него.',
  html: OTHER_FILE,
  json: 'Источник прислал сообщение вместо отчёта: скачайте таблицу как CSV ещё раз.',
  pdf: OTHER_FILE,
  binary: OTHER_FILE,
};

/** Sentence of an issue of the file as a whole; null for others. */
export function fileSentence(issue: Issue): string | null {
  switch (issue.code) {
    case 'file-empty':
      return `Файл пуст, а ожидалась таблица статистики. ${OTHER_FILE}`;
    case 'file-not-table': {
      const excerpt = issue.excerpt === '' ? '' : ` (${quote(issue.excerpt)})`;
      return `Ожидалась таблица CSV или книга Excel (.xlsx), а это ${FILE_KIND_LABELS[issue.kind]}${excerpt}. ${SAVE_AS_CSV[issue.kind]}`;
    }
    case 'file-header-only':
      return 'В файле есть заголовки, но нет ни одной школы. Проверьте фильтры отчёта и скачайте его заново.';
    case 'file-bytes-damaged':
      return `Строка ${issue.line}: файл в кодировке UTF-8 повреждён, часть букв потеряна. ${DOWNLOAD_AGAIN}`;
    case 'file-repaired':
      return 'Файл был открыт и сохранён не в той кодировке; русский текст восстановлен. Проверьте названия школ, а впредь загружайте файл таким, каким он скачан.';
    case 'file-letters-lost':
      return `Русские буквы в файле потеряны: на их месте вопросительные знаки (${quote(issue.excerpt)}), восстановить их нельзя. Файл сохранили в кодировке без кириллицы. ${DOWNLOAD_AGAIN}`;
    case 'workbook-damaged':
      return `Книга Excel повреждена или скачана не до конца, ожидался целый файл .xlsx. ${DOWNLOAD_AGAIN}`;
    case 'workbook-too-big':
      return 'Книга Excel слишком велика: ожидалась таблица школ. Оставьте в книге один лист с отчётом или сохраните его как CSV.';
    case 'sheet-taken': {
      const others =
        issue.others.length === 0 ? '' : `; другие листы книги не читались: ${quoteList(issue.others)}`;
      return `Таблица взята с листа ${quote(issue.sheet)}${issue.hidden ? ' (он скрыт)' : ''}${others}.`;
    }
    case 'lines-skipped':
      return `Над заголовками пропущены строки ${issue.first}–${issue.last}: данных отчёта в них быть не должно. Проверьте, что это так.`;
    case 'file-too-long':
      return `В файле ${counted(issue.rows, WORDS.organisation)}, а за один раз можно записать не больше ${formatCount(issue.limit)}. Отберите в отчёте свой район или город.`;
    case 'columns-missing':
      return columnsMissing(issue.headings, issue.found);
    case 'column-doubled':
      return `Столбец ${quote(issue.heading)} встречается в файле ${counted(issue.positions.length, WORDS.time)} (столбцы ${issue.positions.join(', ')}), а ожидался один. Удалите лишний и выберите файл снова.`;
    case 'columns-by-position':
      return `Заголовки файла незнакомы (${quoteList(issue.headings)}), поэтому 25 столбцов прочитаны по порядку: содержимое ему не противоречит. Проверьте числа одной-двух школ до записи.`;
    case 'columns-chosen':
      return `Столбцы (${issue.columns}) прочитаны так, как вы указали для таких заголовков. Проверьте числа одной-двух школ до записи.`;
    case 'columns-unknown':
      return `${titled(issue.headings.length, 'Незнакомый столбец', 'Незнакомые столбцы')} ${quoteList(issue.headings)}: в книгу не попадут. Остальные столбцы прочитаны.`;
    case 'columns-personal':
      return `${titled(issue.headings.length, 'Столбец', 'Столбцы')} ${quoteList(issue.headings)}: похоже на личные данные. Они не читаются и в книгу не попадут; уберите их из файла.`;
    case 'dates-several':
      return `В файле несколько отчётов: ${issue.dates.slice(0, 8).map(formatDate).join(', ')}${issue.dates.length > 8 ? ' и другие' : ''}. Последний записывается в таблицы, прежние — в «Историю»; можно выбрать и один из них.`;
    case 'columns-zero':
      return `${titled(issue.headings.length, 'Столбец', 'Столбцы')} ${quoteList(issue.headings)}: у всех школ (${formatCount(issue.rows)}) стоит 0. Так бывает, когда источник ещё не посчитал неделю; проверьте отчёт до записи.`;
    case 'rows-cut':
      return `В файле ровно ${counted(issue.rows, WORDS.organisation)}: столько строк источник отдаёт самое большее, остальные могли быть отрезаны. Проверьте, все ли школы на месте, или отберите в отчёте свой район.`;
    case 'rows-page':
      return `В файле ровно ${counted(issue.rows, WORDS.organisation)}: похоже на одну страницу отчёта. Проверьте, все ли школы на месте.`;
    case 'issues-omitted':
      return `Ещё ${counted(issue.count, WORDS.remark)} того же рода не показаны: ${OMITTED_NAMES[issue.of]}.`;
    default:
      return ofOtherArea<Exclude<Issue, FileIssue>>(issue);
  }
}

function titled(count: number, single: string, several: string): string {
  return count === 1 ? single : several;
}

function columnsMissing(headings: readonly string[], found: readonly string[]): string {
  const lacking = `Не найдены нужные столбцы: ${quoteList(headings)}.`;
  const other = found.length === 0 ? '' : ` Незнакомые заголовки файла: ${quoteList(found)}.`;
  return `${lacking}${other} Ожидалась таблица статистики с заголовками в первой строке: скачайте её целиком и не переименовывайте столбцы.`;
}
