import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_COUNT, COLUMN_INDEX, COLUMNS, columnLetter, STAGE_COUNT } from '../../src/domain/columns.ts';

/** The source's table as the field knows it, written down independently of the code. */
const SOURCE: readonly (readonly [letter: string, heading: string, key: string, kind: string])[] = [
  ['A', 'Дата', 'date', 'date'],
  ['B', 'Краткое название', 'shortName', 'text'],
  ['C', 'Тип ОО', 'orgType', 'text'],
  ['D', 'МО', 'municipality', 'text'],
  ['E', 'Субъект', 'region', 'text'],
  ['F', 'Код региона', 'regionCode', 'digits'],
  ['G', 'Ссылка', 'link', 'text'],
  ['H', 'ID организация', 'orgId', 'digits'],
  ['I', 'Активна', 'activity', 'text'],
  ['J', 'Учителей, учеников и родителей в школе всего', 'peopleTotal', 'count'],
  ['K', 'Учителей в школе всего', 'teachersTotal', 'count'],
  ['L', 'Учеников в школе всего', 'studentsTotal', 'count'],
  ['M', 'Родителей в школе всего', 'parentsTotal', 'count'],
  ['N', 'Регистраций в школе всего', 'registeredTotal', 'count'],
  ['O', 'Учителей зарегистрировано в Сферум', 'teachersRegistered', 'count'],
  ['P', 'Кол-во учителей, связавших аккаунты ЭЖД', 'teachersLinked', 'count'],
  ['Q', 'Учеников зарегистрировано в Сферум', 'studentsRegistered', 'count'],
  ['R', 'Кол-во учеников, связавших аккаунты ЭЖД', 'studentsLinked', 'count'],
  ['S', 'Родителей зарегистрировано в Сферум', 'parentsRegistered', 'count'],
  ['T', 'Кол-во родителей, связавших аккаунты ЭЖД', 'parentsLinked', 'count'],
  ['U', 'Активные ученики', 'studentsActive', 'count'],
  ['V', 'Активные родители', 'parentsActive', 'count'],
  ['W', 'ИНН', 'inn', 'digits'],
  ['X', 'Кол-во активных учителей', 'teachersActive', 'count'],
  ['Y', 'Кол-во учителей, совершивших минимум 1 звонок за неделю', 'teachersCalled', 'count'],
];

describe('the columns', () => {
  it('are the 25 of the source, in its order, with its exact headings', () => {
    expect(COLUMNS.map(({ heading, key, kind }, index) => [columnLetter(index), heading, key, kind])).toEqual(
      SOURCE,
    );
    expect(COLUMN_COUNT).toBe(25);
  });

  it('five headings hold a comma and must be quoted in a CSV with commas', () => {
    expect(COLUMNS.filter(({ heading }) => heading.includes(','))).toHaveLength(5);
  });

  it('are found by key', () => {
    for (const [index, { key }] of COLUMNS.entries()) expect(COLUMN_INDEX[key]).toBe(index);
  });

  it('each say what they mean', () => {
    for (const { meaning } of COLUMNS) expect(meaning).toMatch(/^[А-Я].{6,}[^.]$/);
  });

  it('only the link, which the source leaves empty, and the status may be absent from a file', () => {
    const optional = COLUMNS.filter(({ required }) => !required).map(({ key }) => key);
    expect(optional).toEqual(['link', 'activity']);
  });

  it('the counts of each group and stage are the columns marked so', () => {
    const marked = COLUMNS.flatMap(({ group, stage, key }) =>
      group === undefined || stage === undefined ? [] : [[group, stage, key]],
    );
    const listed = Object.entries(STAGE_COUNT).flatMap(([group, stages]) =>
      Object.entries(stages).map(([stage, key]) => [group, stage, key]),
    );
    expect(listed).toHaveLength(12);
    expect(listed.sort()).toEqual(marked.sort());
  });
});

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [24, 'Y'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [18_277, 'ZZZ'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetter(index)).toBe(letters);
  });

  it('counts on as a spreadsheet does: the letters read back as the position', () => {
    const position = (letters: string): number =>
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    fc.assert(
      fc.property(fc.nat({ max: 500_000 }), (index) => {
        expect(columnLetter(index)).toMatch(/^[A-Z]+$/);
        expect(position(columnLetter(index))).toBe(index);
      }),
      { seed: 20261118, numRuns: 1000 },
    );
  });
});
