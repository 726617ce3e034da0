import { describe, expect, it } from 'vitest';
import {
  type ColumnChoice,
  choiceFaults,
  headingSignature,
  offeredColumns,
  rememberedChoice,
  type WantedField,
} from '../../src/import/column-choice.ts';

const FIELDS: readonly WantedField[] = [
  { key: 'orgId', title: 'ID организация', hint: '', required: true },
  { key: 'teachersTotal', title: 'Учителей', hint: '', required: true },
  { key: 'link', title: 'Ссылка', hint: '', required: false },
];

describe('headingSignature', () => {
  const one = headingSignature('max', ['Школа', 'Учителей всего']);

  it.each([
    { note: 'letter case, spaces and quotes do not count', headings: [' ШКОЛА', 'учителей\u00a0 всего'] },
    { note: 'the same again', headings: ['Школа', 'Учителей всего'] },
  ])('same: $note', ({ headings }) => {
    expect(headingSignature('max', headings)).toBe(one);
  });

  it.each([
    { note: 'another order', kind: 'max', headings: ['Учителей всего', 'Школа'] },
    { note: 'another table', kind: 'cok', headings: ['Школа', 'Учителей всего'] },
    { note: 'one column more', kind: 'max', headings: ['Школа', 'Учителей всего', ''] },
    { note: 'the border between headings moved', kind: 'max', headings: ['Школа Учителей', 'всего'] },
  ])('different: $note', ({ kind, headings }) => {
    expect(headingSignature(kind, headings)).not.toBe(one);
  });

  it('is a code that «Настройки» and the wire take', () => {
    for (let at = 0; at < 50; at += 1) {
      expect(headingSignature('max', [`Столбец ${at}`, ''])).toMatch(/^max\.2\.[0-9a-f]{16}$/);
    }
  });
});

describe('offeredColumns', () => {
  const rows = [
    ['Отчёт за июнь'],
    [' Школа', '', 'ФИО', ''],
    ['№ 1', ' 5 ', 'Петров', ''],
    ['№ 1', '', 'Сидоров', ''],
    ['№ 2', '7', '', ' '],
  ];

  it('shows headings with different filled cells below them, and leaves out what is blank throughout', () => {
    expect(offeredColumns(rows, 1)).toEqual([
      { position: 0, heading: 'Школа', samples: ['№ 1', '№ 2'] },
      { position: 1, heading: '', samples: ['5', '7'] },
      { position: 2, heading: 'ФИО', samples: ['Петров', 'Сидоров'] },
    ]);
  });

  it('shows the beginning of a long cell', () => {
    const name = 'Муниципальное бюджетное общеобразовательное учреждение';
    expect(offeredColumns([['Школа'], [name]], 0)[0]?.samples).toEqual([name.slice(0, 40)]);
  });

  it('shows three cells of a column, of rows that reach so far', () => {
    const column = [['МО', 'Тип'], ['А'], ...['Б', 'В', 'Г'].map((name) => [name, name])];
    expect(offeredColumns(column, 0).map(({ samples }) => samples)).toEqual([
      ['А', 'Б', 'В'],
      ['Б', 'В', 'Г'],
    ]);
  });

  it('leaves out columns that may not be taken', () => {
    const offered = offeredColumns(rows, 1, (heading) => heading !== 'ФИО');
    expect(offered.map(({ position }) => position)).toEqual([0, 1]);
  });

  it('has nothing to offer without a row of headings', () => {
    expect(offeredColumns([], 0)).toEqual([]);
  });
});

describe('choiceFaults', () => {
  const cases: { note: string; choice: ColumnChoice; faults: string[] }[] = [
    { note: 'whole', choice: { orgId: 0, teachersTotal: 1, link: 2 }, faults: [] },
    { note: 'what is not required may lack', choice: { orgId: 1, teachersTotal: 0 }, faults: [] },
    { note: 'required lacks', choice: { link: 1 }, faults: ['missing orgId', 'missing teachersTotal'] },
    {
      note: 'one column for two',
      choice: { orgId: 1, teachersTotal: 1, link: 1 },
      faults: ['doubled teachersTotal', 'doubled link'],
    },
  ];
  it.each(cases)('$note', ({ choice, faults }) => {
    expect(choiceFaults(FIELDS, choice).map(({ kind, field }) => `${kind} ${field.key}`)).toEqual(faults);
  });
});

describe('rememberedChoice', () => {
  const columns = offeredColumns([['а', 'б', 'в']], 0);
  const question = { signature: 'max.3.1', fields: FIELDS, columns };
  const choice = { orgId: 2, teachersTotal: 0 };

  const cases: { note: string; signature?: string; choice: ColumnChoice; fits: boolean }[] = [
    { note: 'made for these headings', choice, fits: true },
    { note: 'made for other headings', signature: 'max.3.2', choice, fits: false },
    { note: 'edited by hand: a column that is not there', choice: { ...choice, orgId: 3 }, fits: false },
    { note: 'edited by hand: a field that nobody knows', choice: { ...choice, age: 1 }, fits: false },
    { note: 'edited by hand: a required field was taken out', choice: { orgId: 2 }, fits: false },
  ];
  it.each(cases)('$note', ({ signature = 'max.3.1', choice: made, fits }) => {
    expect(rememberedChoice(question, [{ signature, choice: made }])).toEqual(fits ? made : null);
  });
});
