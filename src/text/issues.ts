import type { FileKind, Issue, RowIssue } from '../domain/issues.ts';
import { FILE_KIND_LABELS, GROUP_WORDS } from './labels.ts';
import { counted, formatCount, formatDate } from './numbers.ts';
import { GENITIVE_WORDS, plural, WORDS } from './plurals.ts';
import { quote, quoteList } from './quote.ts';

const OTHER_FILE = 'Скачайте таблицу из отчёта как CSV и выберите этот файл.';
const DOWNLOAD_AGAIN = 'Скачайте отчёт заново.';

const SAVE_AS_CSV: Readonly<Record<FileKind, string>> = {
  xlsx: 'Скачайте отчёт как CSV или сохраните книгу как «CSV UTF-8» и выберите этот файл.',
  xls: 'Скачайте отчёт как CSV или сохраните книгу как «CSV UTF-8» и выберите этот файл.',
  html: OTHER_FILE,
  json: 'Источник прислал сообщение вместо отчёта: скачайте таблицу как CSV ещё раз.',
  pdf: OTHER_FILE,
  binary: OTHER_FILE,
};

/** One issue for a person: where, what was found, what was expected, what to do. */
export function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'file-empty':
      return `Файл пуст, а ожидалась таблица статистики. ${OTHER_FILE}`;
    case 'file-not-table': {
      const excerpt = issue.excerpt === '' ? '' : ` (${quote(issue.excerpt)})`;
      return `Это не таблица CSV, а ${FILE_KIND_LABELS[issue.kind]}${excerpt}. ${SAVE_AS_CSV[issue.kind]}`;
    }
    case 'file-header-only':
      return 'В файле есть заголовки, но нет ни одной школы. Проверьте фильтры отчёта и скачайте его заново.';
    case 'file-bytes-damaged':
      return `Строка ${issue.line}: файл в кодировке UTF-8 повреждён, часть букв потеряна. ${DOWNLOAD_AGAIN}`;
    case 'file-repaired':
      return 'Файл был открыт и сохранён не в той кодировке; русский текст восстановлен. Проверьте названия школ, а впредь загружайте файл таким, каким он скачан.';
    case 'lines-skipped':
      return `Над заголовками пропущены строки ${issue.first}–${issue.last}: данных отчёта в них быть не должно. Проверьте, что это так.`;
    case 'file-too-long':
      return `В файле ${counted(issue.rows, WORDS.organisation)}, а за один раз можно записать не больше ${formatCount(issue.limit)}. Отберите в отчёте свой район или город.`;
    case 'columns-missing':
      return columnsMissing(issue.headings, issue.found);
    case 'column-doubled':
      return `Столбец ${quote(issue.heading)} встречается в файле ${counted(issue.positions.length, WORDS_TIMES)} (столбцы ${issue.positions.join(', ')}), а ожидался один. Удалите лишний и выберите файл снова.`;
    case 'columns-by-position':
      return `Заголовки файла незнакомы (${quoteList(issue.headings)}), поэтому 25 столбцов прочитаны по порядку: содержимое ему не противоречит. Проверьте числа одной-двух школ до записи.`;
    case 'columns-unknown':
      return `${titled(issue.headings.length, 'Незнакомый столбец', 'Незнакомые столбцы')} ${quoteList(issue.headings)}: в книгу не попадут. Остальные столбцы прочитаны.`;
    case 'columns-personal':
      return `${titled(issue.headings.length, 'Столбец', 'Столбцы')} ${quoteList(issue.headings)}: похоже на личные данные. Они не читаются и в книгу не попадут; уберите их из файла.`;
    case 'dates-several':
      return `В файле несколько дат отчёта: ${issue.dates.slice(0, 8).map(formatDate).join(', ')}${issue.dates.length > 8 ? ' и другие' : ''}, а ожидалась одна. Отберите в отчёте одну дату и скачайте его заново.`;
    case 'columns-zero':
      return `${titled(issue.headings.length, 'Столбец', 'Столбцы')} ${quoteList(issue.headings)}: у всех школ (${formatCount(issue.rows)}) стоит 0. Так бывает, когда источник ещё не посчитал неделю; проверьте отчёт до записи.`;
    case 'rows-cut':
      return `В файле ровно ${counted(issue.rows, WORDS.organisation)}: столько строк источник отдаёт самое большее, остальные могли быть отрезаны. Проверьте, все ли школы на месте, или отберите в отчёте свой район.`;
    case 'rows-page':
      return `В файле ровно ${counted(issue.rows, WORDS.organisation)}: похоже на одну страницу отчёта. Проверьте, все ли школы на месте.`;
    case 'issues-omitted':
      return `Ещё ${counted(issue.count, WORDS.remark)} того же рода не показаны: ${OMITTED_NAMES[issue.of]}.`;
    case 'report-older':
      return `Отчёт от ${formatDate(issue.reportDate)}, а в книге уже данные на ${formatDate(issue.bookDate)}. Выберите более новый отчёт: старый не заменяет новый.`;
    case 'book-busy':
      return 'Книгу сейчас меняет кто-то ещё, поэтому ничего не записано. Подождите минуту и повторите.';
    case 'second-installation':
      return 'В этой книге уже работает другая установка надстройки, поэтому ничего не записано. Оставьте одну. Если другая удалена, откройте «МАХ и УБ ЦОК» → «Проверка установки» и нажмите «Писать в книгу отсюда».';
    case 'book-newer':
      return `Книгу изменила более новая версия надстройки: версия книги ${issue.found}, ожидалась не новее ${issue.known}. Ничего не записано; обновите надстройку и повторите.`;
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
    case 'undo-nothing':
      return 'Отменять нечего: после последнего импорта его уже отменили или импорта ещё не было.';
    case 'sample-refused':
      return 'В книге уже есть данные, а пример записывается только в пустую книгу. Создайте для примера новую таблицу.';
    case 'book-empty':
      return 'В книге ещё нет данных. Откройте «Импорт статистики» и загрузите отчёт.';
    case 'request-invalid':
      return `Книга не приняла данные боковой панели: они не того вида, что ожидался (${quote(issue.detail)}). Закройте панель, откройте её снова и повторите импорт.`;
    case 'unexpected':
      return `Случилось непредвиденное: ${quote(issue.detail)}. Повторите; если не поможет, сообщите этот текст тому, кто ведёт надстройку.`;
    default:
      return rowSentence(issue);
  }
}

function rowSentence(issue: RowIssue): string {
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
  }
}

const AS_IS = 'Будет записано как есть; проверьте эту школу в источнике.';
const WORDS_TIMES = { one: 'раз', few: 'раза', many: 'раз' };

/** What the omitted issues are about, where only their number is told. */
const OMITTED_NAMES: Readonly<Record<RowIssue['code'], string>> = {
  'row-ragged': 'не то число ячеек в строке',
  'row-short': 'в строке не хватает ячеек',
  'row-export-error': 'сообщение источника вместо школы',
  'row-quotes': 'непарные кавычки',
  'row-total': 'итоговая строка',
  'id-missing': 'нет ID организации',
  'id-doubled': 'повторный ID организации',
  'count-text': 'текст вместо числа',
  'count-negative': 'число меньше нуля',
  'count-fraction': 'дробное число людей',
  'count-too-large': 'слишком большое число',
  'date-missing': 'нет даты',
  'date-invalid': 'непонятная дата',
  'date-ambiguous': 'не понять, где день, а где месяц',
  'date-range': 'период вместо даты',
  'digits-lost': 'потеряны цифры номера',
  'inn-length': 'не та длина ИНН',
  'text-too-long': 'слишком длинный текст',
  'active-above-total': 'активных больше, чем всего',
  'active-above-registered': 'активных больше, чем зарегистрировано',
  'linked-above-registered': 'связавших профиль больше, чем зарегистрировано',
  'registered-above-total': 'зарегистрировано больше, чем всего',
  'registered-sum': 'регистрации не сходятся с суммой',
  'people-sum': 'число людей не сходится с суммой',
  'active-dropped': 'активных стало намного меньше',
  'organisation-inactive': 'неактивная организация',
};

function placeOf(place: {
  readonly line: number;
  readonly heading: string;
  readonly school: string;
}): string {
  return `Строка ${place.line}${schoolOf(place.school)}, столбец ${quote(place.heading)}`;
}

function schoolOf(school: string): string {
  return school === '' ? '' : ` (${quote(school)})`;
}

function titled(count: number, single: string, several: string): string {
  return count === 1 ? single : several;
}

function columnsMissing(headings: readonly string[], found: readonly string[]): string {
  const lacking = `Не найдены нужные столбцы: ${quoteList(headings)}.`;
  const other = found.length === 0 ? '' : ` Незнакомые заголовки файла: ${quoteList(found)}.`;
  return `${lacking}${other} Ожидалась таблица статистики с заголовками в первой строке: скачайте её целиком и не переименовывайте столбцы.`;
}
