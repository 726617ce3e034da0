import * as entry from '../../src/cells/entry.ts';

/** A function in cells, called as a cell calls it: with whatever the cells hold. */
export type CellCall = (...args: unknown[]) => unknown;

export interface FunctionCases {
  readonly name: string;
  readonly call: CellCall;
  /** Arguments of an ordinary call with single values, and its answer. */
  readonly args: readonly unknown[];
  readonly answer: unknown;
  /** A second ordinary row, for the ranges. */
  readonly otherArgs: readonly unknown[];
  readonly otherAnswer: unknown;
  /** Names of the arguments in the sentences: Latin name and Russian title. */
  readonly names: readonly string[];
}

const call = (fn: (...args: never[]) => unknown): CellCall => fn as CellCall;

/** One row a function: the same five cases are made of each. */
export const FUNCTIONS: readonly FunctionCases[] = [
  {
    name: 'MAX_ACTIVE_TEACHERS_PCT',
    call: call(entry.MAX_ACTIVE_TEACHERS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [45, 60],
    otherAnswer: 0.75,
    names: ['active (активные педагоги)', 'total (всего)'],
  },
  {
    name: 'MAX_ACTIVE_PARENTS_PCT',
    call: call(entry.MAX_ACTIVE_PARENTS_PCT),
    args: [250, 600],
    answer: 0.4166,
    otherArgs: [0, 600],
    otherAnswer: 0,
    names: ['active (активные родители)', 'total (всего)'],
  },
  {
    name: 'MAX_ACTIVE_STUDENTS_PCT',
    call: call(entry.MAX_ACTIVE_STUDENTS_PCT),
    args: [57, 100],
    answer: 0.57,
    otherArgs: [29, 100],
    otherAnswer: 0.29,
    names: ['active (активные обучающиеся)', 'total (всего)'],
  },
  {
    name: 'COK_TEACHERS_PCT',
    call: call(entry.COK_TEACHERS_PCT),
    args: [3, 5],
    answer: 0.6,
    otherArgs: [2, 3],
    otherAnswer: 0.6666,
    names: ['assigned (назначили урок)', 'total (всего)'],
  },
  {
    name: 'COK_STUDENTS_PCT',
    call: call(entry.COK_STUDENTS_PCT),
    args: [1, 3],
    answer: 0.3333,
    otherArgs: [660, 600],
    otherAnswer: 1.1,
    names: ['viewed (просмотрели урок)', 'total (всего)'],
  },
  {
    name: 'MAX_REGISTERED_TEACHERS_PCT',
    call: call(entry.MAX_REGISTERED_TEACHERS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [57, 60],
    otherAnswer: 0.95,
    names: ['registered (зарегистрированные педагоги)', 'total (всего)'],
  },
  {
    name: 'MAX_LINKED_TEACHERS_PCT',
    call: call(entry.MAX_LINKED_TEACHERS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [57, 60],
    otherAnswer: 0.95,
    names: ['linked (связавшие аккаунты педагоги)', 'registered (зарегистрированные педагоги)'],
  },
  {
    name: 'MAX_REGISTERED_PARENTS_PCT',
    call: call(entry.MAX_REGISTERED_PARENTS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [57, 60],
    otherAnswer: 0.95,
    names: ['registered (зарегистрированные родители)', 'total (всего)'],
  },
  {
    name: 'MAX_LINKED_PARENTS_PCT',
    call: call(entry.MAX_LINKED_PARENTS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [57, 60],
    otherAnswer: 0.95,
    names: ['linked (связавшие аккаунты родители)', 'registered (зарегистрированные родители)'],
  },
  {
    name: 'MAX_REGISTERED_STUDENTS_PCT',
    call: call(entry.MAX_REGISTERED_STUDENTS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [57, 60],
    otherAnswer: 0.95,
    names: ['registered (зарегистрированные обучающиеся)', 'total (всего)'],
  },
  {
    name: 'MAX_LINKED_STUDENTS_PCT',
    call: call(entry.MAX_LINKED_STUDENTS_PCT),
    args: [41, 60],
    answer: 0.6833,
    otherArgs: [57, 60],
    otherAnswer: 0.95,
    names: ['linked (связавшие аккаунты обучающиеся)', 'registered (зарегистрированные обучающиеся)'],
  },
  {
    name: 'MAX_STATUS',
    call: call(entry.MAX_STATUS),
    args: [0.7499, 0.75, 0.05],
    answer: '● близко',
    otherArgs: [0.75, 0.75, 0.05],
    otherAnswer: '✓ цель',
    names: ['share (доля)', 'target (цель)', 'near (ширина полосы «близко»)'],
  },
  {
    name: 'MAX_PEOPLE_TO_TARGET',
    call: call(entry.MAX_PEOPLE_TO_TARGET),
    args: [41, 60, 0.75],
    answer: 4,
    otherArgs: [45, 60, 0.75],
    otherAnswer: 0,
    names: ['active (активные)', 'total (всего)', 'target (цель)'],
  },
];

export const BLANKS: readonly (readonly [string, unknown])[] = [
  ['an empty cell', ''],
  ['null', null],
];

export const ERROR_VALUES: readonly string[] = [
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#ERROR!',
  '#SPILL!',
  'Loading...',
];

/** Wrong types, and how the sentence names what was found. */
export const WRONG_TYPES: readonly (readonly [string, unknown, string])[] = [
  ['text', 'много', 'текст «много»'],
  ['a number kept as text', '41', 'число, записанное текстом: «41»'],
  ['a percentage kept as text', '75%', 'число, записанное текстом: «75%»'],
  ['a text of 30 letters is told whole', 'ы'.repeat(30), `текст «${'ы'.repeat(30)}»`],
  ['a long text is cut', 'ы'.repeat(80), `текст «${'ы'.repeat(30)}…»`],
  ['true is not 1', true, 'логическое значение ИСТИНА'],
  ['false is not 0', false, 'логическое значение ЛОЖЬ'],
  ['a date', new Date(0), 'дата'],
  ['not a number', Number.NaN, 'стоит NaN'],
  ['below zero', -1, 'стоит -1'],
  ['below zero, decimal comma', -0.5, 'стоит -0,5'],
  ['infinity', Number.POSITIVE_INFINITY, 'стоит Infinity'],
  ['an object', {}, 'не число'],
];
