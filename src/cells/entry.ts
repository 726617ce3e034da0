import { type Answer, evaluate } from './broadcast.ts';
import {
  ACTIVE_PARENTS,
  ACTIVE_STUDENTS,
  ACTIVE_TEACHERS,
  COK_STUDENTS,
  COK_TEACHERS,
  PEOPLE_TO_TARGET,
  STATUS,
} from './functions.ts';

/*
 * The public surface of the cells bundle: each export becomes a top-level function of Code.js with
 * its JSDoc, which Sheets shows while a formula is typed. Hence literal functions with Latin names.
 */

/**
 * Доля активных педагогов в МАХ: активные ÷ всего, вниз до 0,01 %. Задайте ячейке формат «Процент».
 * Пример: =MAX_ACTIVE_TEACHERS_PCT(Статистика!X2:X; Статистика!K2:K)
 *
 * @param {number|Array<Array<number>>} active Активные педагоги: число или диапазон, например Статистика!X2:X
 * @param {number|Array<Array<number>>} total Педагогов всего: число или диапазон того же размера, например Статистика!K2:K
 * @return {number|Array<Array<number>>} Доля (0,75 = 75 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_ACTIVE_TEACHERS_PCT(active: unknown, total: unknown): Answer {
  return evaluate(ACTIVE_TEACHERS, active, total);
}

/**
 * Доля активных родителей в МАХ: активные ÷ всего, вниз до 0,01 %. Задайте ячейке формат «Процент».
 * Пример: =MAX_ACTIVE_PARENTS_PCT(Статистика!V2:V; Статистика!M2:M)
 *
 * @param {number|Array<Array<number>>} active Активные родители: число или диапазон, например Статистика!V2:V
 * @param {number|Array<Array<number>>} total Родителей всего: число или диапазон того же размера, например Статистика!M2:M
 * @return {number|Array<Array<number>>} Доля (0,3 = 30 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_ACTIVE_PARENTS_PCT(active: unknown, total: unknown): Answer {
  return evaluate(ACTIVE_PARENTS, active, total);
}

/**
 * Доля активных обучающихся в МАХ: активные ÷ всего, вниз до 0,01 %. К детским садам не применяется.
 * Задайте ячейке формат «Процент».
 * Пример: =MAX_ACTIVE_STUDENTS_PCT(Статистика!U2:U; Статистика!L2:L)
 *
 * @param {number|Array<Array<number>>} active Активные обучающиеся: число или диапазон, например Статистика!U2:U
 * @param {number|Array<Array<number>>} total Обучающихся всего: число или диапазон того же размера, например Статистика!L2:L
 * @return {number|Array<Array<number>>} Доля (0,3 = 30 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function MAX_ACTIVE_STUDENTS_PCT(active: unknown, total: unknown): Answer {
  return evaluate(ACTIVE_STUDENTS, active, total);
}

/**
 * Доля педагогов, вошедших в УБ ЦОК и назначивших хотя бы один урок, вниз до 0,01 %.
 * Задайте ячейке формат «Процент».
 * Пример: =COK_TEACHERS_PCT(E2:E; C2:C)
 *
 * @param {number|Array<Array<number>>} assigned Педагоги, назначившие урок: число или диапазон
 * @param {number|Array<Array<number>>} total Педагогов всего: число или диапазон того же размера
 * @return {number|Array<Array<number>>} Доля (0,6 = 60 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function COK_TEACHERS_PCT(assigned: unknown, total: unknown): Answer {
  return evaluate(COK_TEACHERS, assigned, total);
}

/**
 * Доля обучающихся, просмотревших назначенный урок УБ ЦОК, вниз до 0,01 %.
 * Задайте ячейке формат «Процент».
 * Пример: =COK_STUDENTS_PCT(G2:G; F2:F)
 *
 * @param {number|Array<Array<number>>} viewed Обучающиеся, просмотревшие урок: число или диапазон
 * @param {number|Array<Array<number>>} total Обучающихся всего: число или диапазон того же размера
 * @return {number|Array<Array<number>>} Доля (0,3 = 30 %); пусто, если данных нет или всего 0
 * @customfunction
 */
export function COK_STUDENTS_PCT(viewed: unknown, total: unknown): Answer {
  return evaluate(COK_STUDENTS, viewed, total);
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
