import { type Answer, evaluate } from './broadcast.ts';
import {
  ACTIVE_PARENTS,
  ACTIVE_STUDENTS,
  ACTIVE_TEACHERS,
  COK_STUDENTS,
  COK_TEACHERS,
  LINKED_PARENTS,
  LINKED_STUDENTS,
  LINKED_TEACHERS,
  PEOPLE_TO_TARGET,
  REGISTERED_PARENTS,
  REGISTERED_STUDENTS,
  REGISTERED_TEACHERS,
  STATUS,
} from './functions.ts';
import { evaluateRows } from './rows.ts';
import { evaluateShare } from './table-form.ts';
import { ORG_COUNTS, orgsShare, SELF_DIAGNOSIS, WORST_STAGE } from './yardsticks.ts';

/*
 * The public surface of the cells bundle: each export becomes a top-level function of Code.js with
 * its JSDoc, which Sheets shows while a formula is typed. Hence literal functions with Latin names.
 */

/**
 * Доля активных педагогов в МАХ: активные ÷ всего, вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_ACTIVE_TEACHERS_PCT(Статистика!X2:X; Статистика!K2:K) или по таблице с заголовками, школе и дате: =MAX_ACTIVE_TEACHERS_PCT(Статистика!A:Y; A2:A)
 *
 * @param {number|Array<Array<any>>} active Активные педагоги: число, диапазон или таблица с заголовками, например Статистика!A:Y
 * @param {number|string|Array<Array<any>>} total Педагогов всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,75 = 75 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_ACTIVE_TEACHERS_PCT(active: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(ACTIVE_TEACHERS, active, total, date);
}

/**
 * Доля активных родителей в МАХ: активные ÷ всего, вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_ACTIVE_PARENTS_PCT(Статистика!V2:V; Статистика!M2:M) или по таблице с заголовками, школе и дате: =MAX_ACTIVE_PARENTS_PCT(Статистика!A:Y; A2:A)
 *
 * @param {number|Array<Array<any>>} active Активные родители: число, диапазон или таблица с заголовками, например Статистика!A:Y
 * @param {number|string|Array<Array<any>>} total Родителей всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,3 = 30 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_ACTIVE_PARENTS_PCT(active: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(ACTIVE_PARENTS, active, total, date);
}

/**
 * Доля активных обучающихся в МАХ: активные ÷ всего, вниз до 0,01 %. К детским садам не применяется.
 * Задайте ячейке формат «Процент». Примеры: =MAX_ACTIVE_STUDENTS_PCT(Статистика!U2:U; Статистика!L2:L) или по таблице с заголовками, школе и дате: =MAX_ACTIVE_STUDENTS_PCT(Статистика!A:Y; A2:A)
 *
 * @param {number|Array<Array<any>>} active Активные обучающиеся: число, диапазон или таблица с заголовками, например Статистика!A:Y
 * @param {number|string|Array<Array<any>>} total Обучающихся всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,3 = 30 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_ACTIVE_STUDENTS_PCT(active: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(ACTIVE_STUDENTS, active, total, date);
}

/**
 * Доля педагогов, зарегистрированных в Сферуме: зарегистрированы ÷ всего, вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_REGISTERED_TEACHERS_PCT(Статистика!O2:O; Статистика!K2:K) или по таблице с заголовками, школе и дате: =MAX_REGISTERED_TEACHERS_PCT(История!A:O; A2:A; ДАТА(2026; 11; 18))
 *
 * @param {number|Array<Array<any>>} registered Зарегистрированные педагоги: число, диапазон или таблица с заголовками, например История!A:O
 * @param {number|string|Array<Array<any>>} total Педагогов всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,95 = 95 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_REGISTERED_TEACHERS_PCT(registered: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(REGISTERED_TEACHERS, registered, total, date);
}

/**
 * Доля родителей, зарегистрированных в Сферуме: зарегистрированы ÷ всего, вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_REGISTERED_PARENTS_PCT(Статистика!S2:S; Статистика!M2:M) или по таблице с заголовками, школе и дате: =MAX_REGISTERED_PARENTS_PCT(История!A:O; A2:A; ДАТА(2026; 11; 18))
 *
 * @param {number|Array<Array<any>>} registered Зарегистрированные родители: число, диапазон или таблица с заголовками, например История!A:O
 * @param {number|string|Array<Array<any>>} total Родителей всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,95 = 95 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_REGISTERED_PARENTS_PCT(registered: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(REGISTERED_PARENTS, registered, total, date);
}

/**
 * Доля обучающихся, зарегистрированных в Сферуме: зарегистрированы ÷ всего, вниз до 0,01 %. К детским садам не применяется.
 * Задайте ячейке формат «Процент». Примеры: =MAX_REGISTERED_STUDENTS_PCT(Статистика!Q2:Q; Статистика!L2:L) или по таблице с заголовками, школе и дате: =MAX_REGISTERED_STUDENTS_PCT(История!A:O; A2:A; ДАТА(2026; 11; 18))
 *
 * @param {number|Array<Array<any>>} registered Зарегистрированные обучающиеся: число, диапазон или таблица с заголовками, например История!A:O
 * @param {number|string|Array<Array<any>>} total Обучающихся всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,95 = 95 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_REGISTERED_STUDENTS_PCT(registered: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(REGISTERED_STUDENTS, registered, total, date);
}

/**
 * Доля педагогов, связавших аккаунты с электронным журналом, среди зарегистрированных (не среди всех), вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_LINKED_TEACHERS_PCT(Статистика!P2:P; Статистика!O2:O) или по таблице с заголовками, школе и дате: =MAX_LINKED_TEACHERS_PCT(Статистика!A:Y; A2:A)
 *
 * @param {number|Array<Array<any>>} linked Связавшие аккаунты педагоги: число, диапазон или таблица с заголовками, например Статистика!A:Y
 * @param {number|string|Array<Array<any>>} registered Зарегистрированные педагоги: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,8 = 80 %); пусто, если данных нет или зарегистрированных 0
 * @customfunction
 */
export function MAX_LINKED_TEACHERS_PCT(linked: unknown, registered: unknown, date?: unknown): Answer {
  return evaluateShare(LINKED_TEACHERS, linked, registered, date);
}

/**
 * Доля родителей, связавших аккаунты с электронным журналом, среди зарегистрированных (не среди всех), вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_LINKED_PARENTS_PCT(Статистика!T2:T; Статистика!S2:S) или по таблице с заголовками, школе и дате: =MAX_LINKED_PARENTS_PCT(Статистика!A:Y; A2:A)
 *
 * @param {number|Array<Array<any>>} linked Связавшие аккаунты родители: число, диапазон или таблица с заголовками, например Статистика!A:Y
 * @param {number|string|Array<Array<any>>} registered Зарегистрированные родители: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,8 = 80 %); пусто, если данных нет или зарегистрированных 0
 * @customfunction
 */
export function MAX_LINKED_PARENTS_PCT(linked: unknown, registered: unknown, date?: unknown): Answer {
  return evaluateShare(LINKED_PARENTS, linked, registered, date);
}

/**
 * Доля обучающихся, связавших аккаунты с электронным журналом, среди зарегистрированных (не среди всех), вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =MAX_LINKED_STUDENTS_PCT(Статистика!R2:R; Статистика!Q2:Q) или по таблице с заголовками, школе и дате: =MAX_LINKED_STUDENTS_PCT(Статистика!A:Y; A2:A)
 *
 * @param {number|Array<Array<any>>} linked Связавшие аккаунты обучающиеся: число, диапазон или таблица с заголовками, например Статистика!A:Y
 * @param {number|string|Array<Array<any>>} registered Зарегистрированные обучающиеся: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,8 = 80 %); пусто, если данных нет или зарегистрированных 0
 * @customfunction
 */
export function MAX_LINKED_STUDENTS_PCT(linked: unknown, registered: unknown, date?: unknown): Answer {
  return evaluateShare(LINKED_STUDENTS, linked, registered, date);
}

/**
 * Доля педагогов, вошедших в УБ ЦОК и назначивших хотя бы один урок, вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =COK_TEACHERS_PCT(E2:E; C2:C) или по таблице с заголовками, школе и дате: =COK_TEACHERS_PCT('УБ ЦОК'!A:H; A2:A)
 *
 * @param {number|Array<Array<any>>} assigned Педагоги, назначившие урок: число, диапазон или таблица с заголовками, например 'УБ ЦОК'!A:H
 * @param {number|string|Array<Array<any>>} total Педагогов всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,6 = 60 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function COK_TEACHERS_PCT(assigned: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(COK_TEACHERS, assigned, total, date);
}

/**
 * Доля обучающихся, просмотревших назначенный урок УБ ЦОК, вниз до 0,01 %.
 * Задайте ячейке формат «Процент». Примеры: =COK_STUDENTS_PCT(G2:G; F2:F) или по таблице с заголовками, школе и дате: =COK_STUDENTS_PCT('УБ ЦОК'!A:H; A2:A)
 *
 * @param {number|Array<Array<any>>} viewed Обучающиеся, просмотревшие урок: число, диапазон или таблица с заголовками, например 'УБ ЦОК'!A:H
 * @param {number|string|Array<Array<any>>} total Обучающихся всего: число или диапазон того же размера; для таблицы — школы, ID или названия
 * @param {Date|string} date Необязательно, для таблицы: дата отчёта; если не указана — последний отчёт школы
 * @return {number|Array<Array<number>>} Доля (0,3 = 30 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function COK_STUDENTS_PCT(viewed: unknown, total: unknown, date?: unknown): Answer {
  return evaluateShare(COK_STUDENTS, viewed, total, date);
}

/**
 * Статус доли относительно цели: «✓ цель», «● близко» или «▼ ниже». Ровно цель — это «✓ цель».
 * Пример: =MAX_STATUS(A2:A; 75%) или =MAX_STATUS(A2; B$1; 5%)
 *
 * @param {number|Array<Array<number>>} share Доля: 75 % или 0,75; число или диапазон
 * @param {number|Array<Array<number>>} target Цель долей: 75 % или 0,75; число или диапазон того же размера
 * @param {number|Array<Array<number>>} near Необязательно: насколько ниже цели ещё «близко»; если не указано — 5 % (5 п. п.)
 * @return {string|Array<Array<string>>} Статус; пусто, если доли или цели нет
 * @customfunction
 */
export function MAX_STATUS(share: unknown, target: unknown, near?: unknown): Answer {
  return evaluate(STATUS, share, target, near);
}

/**
 * Сколько человек не хватает до цели; 0, если цель достигнута.
 * Пример: =MAX_PEOPLE_TO_TARGET(Статистика!X2:X; Статистика!K2:K; 75%)
 *
 * @param {number|Array<Array<number>>} active Активные: число или диапазон
 * @param {number|Array<Array<number>>} total Всего: число или диапазон того же размера
 * @param {number|Array<Array<number>>} target Цель долей: 75 % или 0,75; число или диапазон того же размера
 * @return {number|Array<Array<number>>} Число людей; пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_PEOPLE_TO_TARGET(active: unknown, total: unknown, target: unknown): Answer {
  return evaluate(PEOPLE_TO_TARGET, active, total, target);
}

/**
 * На каком шаге теряется больше всего людей: «зарегистрированы», «связали аккаунты» или «активны».
 * Последние два считаются от зарегистрированных; при равенстве называется более ранний шаг.
 * Пример: =MAX_WORST_STAGE(Статистика!K2:K; Статистика!O2:O; Статистика!P2:P; Статистика!X2:X)
 *
 * @param {number|Array<Array<number>>} total Всего: число или диапазон
 * @param {number|Array<Array<number>>} registered Зарегистрированы: число или диапазон того же размера
 * @param {number|Array<Array<number>>} linked Связали аккаунты с журналом: число или диапазон того же размера; пусто, если журнала нет
 * @param {number|Array<Array<number>>} active Активны: число или диапазон того же размера
 * @return {string|Array<Array<string>>} Шаг словами, например «зарегистрированы 41 из 60»; пусто, если потерь или данных нет
 * @customfunction
 */
export function MAX_WORST_STAGE(
  total: unknown,
  registered: unknown,
  linked: unknown,
  active: unknown,
): Answer {
  return evaluateRows(WORST_STAGE, [total, registered, linked, active]);
}

/**
 * Мотивирующий мониторинг, оценка: засчитывается ли организация. Нужны 75 % педагогов, 30 % родителей и
 * 30 % обучающихся (не для детских садов). Доли — лучшие за месяц.
 * Если обучающиеся и родители считаются вместе, укажите их общую долю в parentsShare, а в studentsShare — «не применимо».
 * Пример: =MAX_ORG_COUNTS(A2:A; B2:B; C2:C; Статистика!C2:C)
 *
 * @param {number|string|Array<Array<any>>} teachersShare Доля педагогов: 75 % или 0,75; число или диапазон; «не применимо» — не требуется
 * @param {number|string|Array<Array<any>>} parentsShare Доля родителей: число или диапазон того же размера
 * @param {number|string|Array<Array<any>>} studentsShare Доля обучающихся: число или диапазон того же размера
 * @param {string|Array<Array<string>>} orgType Необязательно: «Тип ОО»; для детского сада доля обучающихся не требуется, для нераспознанного типа она неизвестна
 * @return {string|Array<Array<string>>} «засчитана», «не засчитана», «нет данных» или «не применимо»
 * @customfunction
 */
export function MAX_ORG_COUNTS(
  teachersShare: unknown,
  parentsShare: unknown,
  studentsShare: unknown,
  orgType?: unknown,
): Answer {
  return evaluateRows(ORG_COUNTS, [teachersShare, parentsShare, studentsShare, orgType]);
}

/**
 * Мотивирующий мониторинг, оценка района: доля засчитанных организаций среди всех, к которым он применим.
 * Организации без данных дают разброс: «от» — без них, «до» — как если бы все они были засчитаны.
 * Пример: =MAX_ORGS_SHARE(MAX_ORG_COUNTS(A2:A; B2:B; C2:C; D2:D)) или =MAX_ORGS_SHARE(E2:E; "до")
 *
 * @param {string|Array<Array<string>>} organisations Ответы MAX_ORG_COUNTS: диапазон
 * @param {string} end Необязательно: «от» (если не указано) или «до»
 * @return {number} Доля (0,5 = 50 %), вниз до 0,01 %; пусто, если организаций нет
 * @customfunction
 */
export function MAX_ORGS_SHARE(organisations: unknown, end?: unknown): Answer {
  return orgsShare(organisations, end);
}

/**
 * Самодиагностика, критерий 8.5, для общеобразовательной школы: уровень.
 * Уровень 2 — зарегистрированы 95 % педагогов и 95 % обучающихся; отметки ставит человек.
 * Пример: =MAX_SELF_DIAGNOSIS(Статистика!N2:N; Статистика!O2:O; Статистика!K2:K; Статистика!Q2:Q; Статистика!L2:L; Z2:Z)
 *
 * @param {number|Array<Array<number>>} registeredTotal Регистраций всего: число или диапазон
 * @param {number|Array<Array<number>>} teachersRegistered Зарегистрировано педагогов: число или диапазон того же размера
 * @param {number|Array<Array<number>>} teachersTotal Педагогов всего: число или диапазон того же размера
 * @param {number|Array<Array<number>>} studentsRegistered Зарегистрировано обучающихся: число или диапазон того же размера
 * @param {number|Array<Array<number>>} studentsTotal Обучающихся всего: число или диапазон того же размера
 * @param {boolean|Array<Array<boolean>>} structure Необязательно: отметка «зарегистрирована, структура создана»
 * @param {boolean|Array<Array<boolean>>} communities Необязательно: отметка «все педагоги в сетевых сообществах»
 * @param {boolean|Array<Array<boolean>>} activeUse Необязательно: отметка «МАХ активно используется»
 * @param {boolean|Array<Array<boolean>>} notRegistered Необязательно: отметка «не зарегистрирована»
 * @return {number|string|Array<Array<number|string>>} Уровень 0–3 или «не определён», «нет данных», «не применимо»
 * @customfunction
 */
export function MAX_SELF_DIAGNOSIS(
  registeredTotal: unknown,
  teachersRegistered: unknown,
  teachersTotal: unknown,
  studentsRegistered: unknown,
  studentsTotal: unknown,
  structure?: unknown,
  communities?: unknown,
  activeUse?: unknown,
  notRegistered?: unknown,
): Answer {
  return evaluateRows(SELF_DIAGNOSIS, [
    registeredTotal,
    teachersRegistered,
    teachersTotal,
    studentsRegistered,
    studentsTotal,
    structure,
    communities,
    activeUse,
    notRegistered,
  ]);
}
