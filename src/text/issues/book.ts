import type { BookIssue, Issue } from '../../domain/issues.ts';
import { formatDate } from '../numbers.ts';
import { quote } from '../quote.ts';
import { ofOtherArea } from './parts.ts';

/** Sentence of an issue of the spreadsheet or the server; null for others. */
export function bookSentence(issue: Issue): string | null {
  switch (issue.code) {
    case 'report-older':
      return `Отчёт от ${formatDate(issue.reportDate)}, а в книге уже данные на ${formatDate(issue.bookDate)}. Он будет записан только в «Историю»: более новые данные он не заменяет.`;
    case 'book-busy':
      return 'Книгу сейчас меняет кто-то ещё, поэтому ничего не записано. Подождите минуту и повторите.';
    case 'second-installation':
      return 'В этой книге уже работает другая установка надстройки, поэтому ничего не записано. Оставьте одну. Если другая удалена, откройте «МАХ и УБ ЦОК» → «Проверка установки» и нажмите «Писать в книгу отсюда».';
    case 'book-newer':
      return `Книгу изменила более новая версия надстройки: версия книги ${issue.found}, ожидалась не новее ${issue.known}. Ничего не записано; обновите надстройку и повторите.`;
    case 'sheet-closed':
      return `От вас защищено: ${issue.closed.join(', ')}. ${issue.whole ? 'Ничего не записано' : 'Сделано не всё'}. Попросите владельца таблицы: «Данные» → «Защитить листы и диапазоны» → добавить вас в редакторы или только предупреждать. Потом повторите${issue.whole ? '' : ': начатое будет закончено'}.`;
    case 'sheet-damaged':
      return `Лист ${quote(issue.sheet)}, ячейка ${issue.cell}: найдено ${quote(issue.found)}, ожидалось ${quote(issue.expected)}. Лист не тронут; верните на место заголовок и повторите.`;
    case 'journal-damaged':
      return `Лист ${quote(issue.sheet)} изменён: по нему нельзя завершить или отменить импорт. Удалите этот лист и загрузите последний отчёт ещё раз.`;
    case 'sheet-id-doubled':
      return `Лист ${quote(issue.sheet)}: ID ${quote(issue.id)} стоит в строках ${issue.rows.join(', ')}, а ожидался один раз. Удалите лишнюю строку и повторите.`;
    case 'setting-invalid':
      return `Настройка ${quote(issue.setting)}: найдено ${quote(issue.found)}, ожидалось: ${issue.expected}. Взято значение по умолчанию; исправьте его на листе «Настройки».`;
    case 'setting-unknown':
      return `Лист «Настройки»: код ${quote(issue.setting)} незнаком, ожидался один из кодов, которые записала надстройка. Строка не учитывается; удалите её или верните код.`;
    case 'preview-stale':
      return 'Книга изменилась, пока вы смотрели, что изменится; ничего не записано. Ниже — как это выглядит теперь: проверьте и нажмите «Записать» ещё раз.';
    case 'who-personal':
      return `Кто: найдено ${quote(issue.found)}, ожидались роль или короткий код без почты и телефона, например «координатор 1». Исправьте и повторите.`;
    case 'undo-nothing':
      return 'Отменять нечего: после последнего импорта его уже отменили или импорта ещё не было.';
    case 'sample-refused':
      return 'В книге уже есть данные, а пример записывается только в пустую книгу. Создайте для примера новую таблицу.';
    case 'sample-in-book':
      return 'В книге пример: выдуманные школы не смешиваются с настоящими, поэтому ничего не записано. Нажмите «Убрать пример» и повторите.';
    case 'book-empty':
      return 'В книге ещё нет данных. Откройте «Импорт статистики» и загрузите отчёт.';
    case 'request-invalid':
      return `Книга не приняла данные боковой панели: они не того вида, что ожидался (${quote(issue.detail)}). Закройте панель, откройте её снова и повторите импорт.`;
    case 'unexpected':
      return `Случилось непредвиденное: ${quote(issue.detail)}. Повторите; если не поможет, сообщите этот текст тому, кто ведёт надстройку.`;
    default:
      return ofOtherArea<Exclude<Issue, BookIssue>>(issue);
  }
}
