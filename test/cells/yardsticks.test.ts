import { describe, expect, it } from 'vitest';
import * as entry from '../../src/cells/entry.ts';
import { lossesOf, worstStage } from '../../src/domain/funnel.ts';
import { stageText } from '../../src/text/stages.ts';
import { type CellCall, ERROR_VALUES } from './cases.ts';

const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\u00a0/g, ' ') : value;

interface Cases {
  readonly name: string;
  readonly call: CellCall;
  readonly usual: readonly { readonly args: readonly unknown[]; readonly answer: unknown }[];
  readonly blank: readonly { readonly args: readonly unknown[]; readonly answer: unknown }[];
  /** Each argument with a value that it does not take, and the Latin name in the sentence. */
  readonly wrong: readonly (readonly [index: number, value: unknown, name: string])[];
}

const TICKED = [700, 190, 200, 475, 500, true, true, true, false];

const CASES: readonly Cases[] = [
  {
    name: 'MAX_WORST_STAGE',
    call: entry.MAX_WORST_STAGE as CellCall,
    usual: [
      { args: [70, 60, 41, 50], answer: 'связали аккаунты 41 из 60 зарегистрированных' },
      { args: [70, 60, 50, 50], answer: 'зарегистрированы 60 из 70' },
      { args: [70, 70, 70, 70], answer: '' },
    ],
    blank: [
      { args: ['', '', '', ''], answer: '' },
      { args: [70, 60, '', 45], answer: 'активны 45 из 60 зарегистрированных' },
    ],
    wrong: [
      [0, 'много', 'total (всего)'],
      [2, 1.5, 'linked (связали аккаунты)'],
      [3, true, 'active (активны)'],
    ],
  },
  {
    name: 'MAX_ORG_COUNTS',
    call: entry.MAX_ORG_COUNTS as CellCall,
    usual: [
      { args: [0.75, 0.3, 0.3, 'Школа'], answer: 'засчитана' },
      { args: [0.7499, 0.3, 0.3, 'Школа'], answer: 'не засчитана' },
      { args: [0.75, 0.3, 0, 'Детский сад'], answer: 'засчитана' },
      { args: [0.75, 0.3, 'не применимо', ''], answer: 'засчитана' },
      { args: [0.75, 0.3, 0.3, 'Иное'], answer: 'нет данных' },
      { args: [0.74, 0.3, 0.3, 'Иное'], answer: 'не засчитана' },
    ],
    blank: [
      { args: ['', '', '', ''], answer: '' },
      { args: [0.75, '', 0.3, ''], answer: 'нет данных' },
      { args: [0.5, '', 0.3, ''], answer: 'не засчитана' },
    ],
    wrong: [
      [0, 'много', 'teachersShare (доля педагогов)'],
      [1, -1, 'parentsShare (доля родителей)'],
      [2, true, 'studentsShare (доля обучающихся)'],
      [3, 5, 'orgType (тип организации)'],
    ],
  },
  {
    name: 'MAX_SELF_DIAGNOSIS',
    call: entry.MAX_SELF_DIAGNOSIS as CellCall,
    usual: [
      { args: TICKED, answer: 3 },
      { args: [700, 180, 200, 475, 500, true, true, true, false], answer: 1 },
      { args: [0, 0, 200, 0, 500, false, false, false, true], answer: 0 },
    ],
    blank: [
      { args: ['', '', '', '', '', '', '', '', ''], answer: '' },
      { args: ['', '', '', '', '', true, false, false, false], answer: 'нет данных' },
      { args: [700, 190, 200, 475, 500, '', '', '', ''], answer: 'не определён' },
    ],
    wrong: [
      [0, 'много', 'registeredTotal (регистраций всего)'],
      [5, 1, 'structure (структура создана)'],
      [8, 'да', 'notRegistered (не зарегистрирована)'],
    ],
  },
];

const columns = (rows: readonly (readonly unknown[])[]): unknown[][][] =>
  (rows[0] ?? []).map((_, index) => rows.map((row) => [row[index]]));
const replaced = (args: readonly unknown[], index: number, value: unknown): unknown[] =>
  args.map((argument, position) => (position === index ? value : argument));

describe.each(CASES)('$name', ({ call, usual, blank, wrong }) => {
  const args = usual[0]?.args ?? [];
  const answers = usual.map(({ answer }) => [answer]);

  it('usual', () => {
    for (const row of usual) expect(plain(call(...row.args))).toBe(row.answer);
  });

  it.each(wrong)('wrong type: argument %i, %s', (index, value, name) => {
    expect(call(...replaced(args, index, value))).toContain(`в аргументе ${name}`);
  });

  it('a required argument left out is named', () => {
    expect(call(...replaced(args, 0, undefined))).toContain('не указан');
  });

  it('blank', () => {
    for (const row of blank) expect(plain(call(...row.args))).toBe(row.answer);
  });

  it('range and open range, also beside columns of unticked boxes', () => {
    const rows = usual.map((row) => row.args);
    const end = Array.from({ length: 500 }, () =>
      args.map((value) => (typeof value === 'boolean' ? false : '')),
    );
    const spilled = call(...columns([...rows, ...end]));
    expect((spilled as unknown[][]).map((row) => row.map(plain))).toEqual(answers);
    expect(call(...replaced(columns(rows), 1, [[1], [2]]))).toContain('Диапазоны должны быть одного размера');
  });

  it.each(ERROR_VALUES)('error passes through: %s', (error) => {
    for (const index of args.keys()) expect(call(...replaced(args, index, error))).toBe(error);
  });
});

it('MAX_WORST_STAGE says what the core and the texts say', () => {
  const counts = { total: 70, registered: 60, linked: 41, active: 1 };
  const worst = worstStage(lossesOf('teachers', counts, true));
  expect(entry.MAX_WORST_STAGE(70, 60, 41, 1)).toBe(worst === null ? '' : stageText(worst));
});

describe('MAX_ORGS_SHARE', () => {
  const answers = [['засчитана'], ['не засчитана'], ['нет данных'], ['не применимо'], [''], ['']];

  it('usual: k ÷ n of those to which it applies, and the upper end with those without data', () => {
    expect(entry.MAX_ORGS_SHARE(answers)).toBe(0.3333);
    expect(entry.MAX_ORGS_SHARE(answers, 'от')).toBe(0.3333);
    expect(entry.MAX_ORGS_SHARE(answers, 'до')).toBe(0.6666);
    expect(entry.MAX_ORGS_SHARE(answers, [['до']])).toBe(0.6666);
  });

  it('takes the answer of MAX_ORG_COUNTS as it is', () => {
    expect(entry.MAX_ORGS_SHARE(entry.MAX_ORG_COUNTS([[0.8], [0.1]], 0.3, 0.3))).toBe(0.5);
    expect(entry.MAX_ORGS_SHARE('засчитана')).toBe(1);
  });

  it('wrong type', () => {
    expect(entry.MAX_ORGS_SHARE([['да']])).toContain('в аргументе organisations');
    expect(entry.MAX_ORGS_SHARE(answers, 'много')).toContain('в аргументе end (край оценки)');
    expect(entry.MAX_ORGS_SHARE(undefined)).toContain('не указан');
  });

  it('blank: nothing to count', () => {
    expect(entry.MAX_ORGS_SHARE([[''], ['']])).toBe('');
    expect(entry.MAX_ORGS_SHARE([['не применимо']])).toBe('');
  });

  it.each(ERROR_VALUES)('error passes through: %s', (error) => {
    expect(entry.MAX_ORGS_SHARE([['засчитана'], [error]])).toBe(error);
    expect(entry.MAX_ORGS_SHARE(answers, error)).toBe(error);
  });
});
