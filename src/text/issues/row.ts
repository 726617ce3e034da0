import type { Issue, RowIssue } from '../../domain/issues.ts';
import { GROUP_WORDS } from '../labels.ts';
import { counted, formatCount, formatDate } from '../numbers.ts';
import { GENITIVE_WORDS, plural, WORDS } from '../plurals.ts';
import { quote } from '../quote.ts';
import { DOWNLOAD_AGAIN, ofOtherArea, placeOf, schoolOf } from './parts.ts';

const AS_IS = 'Будет записано как есть; проверьте эту школу в источнике.';

/** Sentence of an issue of one row or cell; null for others. */
export function rowSentence(issue: Issue): string | null {
  switch (issue.code) {
    case 'row-ragged':
      return `Строка ${issue.line}: найдено ${counted(issue.found, WORDS.cell)}, ожидалось ${formatCount(issue.expected)}, по числу заголовков. Строка оборвана или в ней лишний разделитель: ${DOWNLOAD_AGAIN.toLowerCase()}`;
    case 'row-short':
      return `Строка ${issue.line}: найдено ${counted(issue.found, WORDS.cell)}, ожидалось ${formatCount(issue.expected)}. Недостающие в конце приняты за пустые («нет данных»); проверьте эту школу.`;
    case 'row-export-error':
      return `Строка ${issue.line}: вместо школы стоит сообщение об ошибке источника (${quote(issue.excerpt)}), отчёт выгружен не весь. ${DOWNLOAD_AGAIN}`;
    case 'row-quotes':
      return `Строка ${issue.line}: кавычка открыта и не закрыта или стоит не на месте, ожидались парные кавычки вокруг ячейки. ${DOWNLOAD_AGAIN}`;
    case 'row-total':
      return `Строка ${issue.line}${issue.found === '' ? '' : ` (${quote(issue.found)})`}: нет ни ID, ни ИНН, это итог, а не школа. Строка пропущена.`;
    case 'id-missing':
      return `Строка ${issue.line}${schoolOf(issue.school)}: пусто в столбце «ID организация», а по нему узнаётся школа. Впишите ID или удалите строку.`;
    case 'id-doubled':
      return `Строка ${issue.line}${schoolOf(issue.school)}: ID ${quote(issue.id)} уже был в строке ${issue.firstLine}, а ожидалась одна строка на школу. Удалите лишнюю.`;
    case 'count-text':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидалось целое число людей или пустая ячейка. Исправьте ячейку и выберите файл снова.`;
    case 'count-negative':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидалось число не меньше нуля. Исправьте ячейку и выберите файл снова.`;
    case 'count-fraction':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидалось целое число людей. Исправьте ячейку и выберите файл снова.`;
    case 'count-too-large':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидалось не больше ${formatCount(issue.limit)} человек. Проверьте, не сдвинуты ли столбцы.`;
    case 'date-missing':
      return `${placeOf(issue)}: пусто, ожидалась дата отчёта. Впишите её, например 03.06.2026.`;
    case 'date-invalid':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидалась дата вида 03.06.2026 или 2026-06-03. Исправьте ячейку и выберите файл снова.`;
    case 'date-ambiguous':
      return `${placeOf(issue)}: по записи ${quote(issue.found)} не понять, где день, а где месяц; ожидалась дата вида 03.06.2026. Скачайте отчёт без форматирования или исправьте дату.`;
    case 'date-range':
      return `${placeOf(issue)}: найден период ${quote(issue.found)}, ожидался один день. Взят первый: ${formatDate(issue.taken)}; проверьте, что это дата отчёта.`;
    case 'digits-lost':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидались все цифры номера. Таблица Excel сократила число, цифры потеряны: загрузите файл таким, каким он скачан.`;
    case 'inn-length':
      return `${placeOf(issue)}: найдено ${quote(issue.found)}, ожидалось 10 или 12 цифр. Записано как есть; проверьте ИНН в источнике.`;
    case 'text-too-long':
      return `${placeOf(issue)}: текст из ${formatCount(issue.length)} ${plural(issue.length, GENITIVE_WORDS.character)}, в ячейку входит не больше ${formatCount(issue.limit)}. Сократите его и выберите файл снова.`;
    case 'active-above-total':
      return `Строка ${issue.line}${schoolOf(issue.school)}: активных ${GROUP_WORDS[issue.group].genitive} ${formatCount(issue.active)}, больше, чем всего (${formatCount(issue.total)}). Так бывает: всего взято из прошлогодних форм. ${issue.total === 0 ? 'Доли нет, статус — «нет данных».' : 'Доля выше 100 % считается достигнутой.'}`;
    case 'active-above-registered':
      return `Строка ${issue.line}${schoolOf(issue.school)}: активных ${GROUP_WORDS[issue.group].genitive} ${formatCount(issue.found)}, ожидалось не больше, чем зарегистрировано (${formatCount(issue.registered)}). ${AS_IS}`;
    case 'linked-above-registered':
      return `Строка ${issue.line}${schoolOf(issue.school)}: ${GROUP_WORDS[issue.group].genitive}, связавших профиль с журналом, ${formatCount(issue.found)}, ожидалось не больше, чем зарегистрировано (${formatCount(issue.registered)}). ${AS_IS}`;
    case 'registered-above-total':
      return `Строка ${issue.line}${schoolOf(issue.school)}: зарегистрировано ${GROUP_WORDS[issue.group].genitive} ${formatCount(issue.registered)}, больше, чем всего (${formatCount(issue.total)}). Так бывает: всего взято из прошлогодних форм.`;
    case 'registered-sum':
      return `Строка ${issue.line}${schoolOf(issue.school)}: регистраций всего ${formatCount(issue.found)}, а по учителям, ученикам и родителям вместе ${formatCount(issue.sum)}. На показатели это не влияет.`;
    case 'people-sum':
      return `Строка ${issue.line}${schoolOf(issue.school)}: людей всего ${formatCount(issue.found)}, а учителей, учеников и родителей вместе ${formatCount(issue.sum)}. Показатели считаются по группам, не по этому числу.`;
    case 'active-dropped':
      return `Школа с ID ${issue.id}${schoolOf(issue.school)}: активных ${GROUP_WORDS[issue.group].genitive} ${formatCount(issue.after)}, а на ${formatDate(issue.since)} было ${formatCount(issue.before)}: меньше более чем на 20 %. Каникулы так действуют; если их не было, проверьте отчёт.`;
    case 'organisation-inactive':
      return `Строка ${issue.line}${schoolOf(issue.school)}: организация отмечена как неактивная. Строка записана; проверьте, не закрыта ли организация.`;
    default:
      return ofOtherArea<Exclude<Issue, RowIssue>>(issue);
  }
}
