import { describe, expect, it } from 'vitest';
import { cokCounts } from '../../../src/domain/cok.ts';
import { aliasOf, NOT_OURS } from '../../../src/import/cok/alias.ts';
import type { CokFileRow } from '../../../src/import/cok/read.ts';
import { rememberedName, resolveSchools } from '../../../src/import/cok/resolve.ts';

function rowOf(line: number, school: string, code = ''): CokFileRow {
  return { line, school, code, counts: cokCounts(() => null) };
}

describe('schools of a file of УБ ЦОК', () => {
  const cases: { note: string; rows: readonly CokFileRow[]; names: readonly (string | null)[] }[] = [
    { note: 'a name of its own', rows: [rowOf(2, 'Школа № 5', '77')], names: ['Школа № 5'] },
    {
      note: 'namesakes are told apart by code',
      rows: [rowOf(2, 'Сад «Росинка»', '77'), rowOf(3, 'сад "Росинка"', '78')],
      names: ['77', '78'],
    },
    {
      note: 'namesakes without a code are asked about each time',
      rows: [rowOf(2, 'Школа № 5'), rowOf(3, 'Школа №5')],
      names: [null, null],
    },
    { note: 'a code alone', rows: [rowOf(2, '', '77'), rowOf(3, '', '78')], names: ['77', '78'] },
    {
      note: 'a row without a name among others',
      rows: [rowOf(2, 'Школа № 5', '77'), rowOf(3, 'Школа № 7', '77'), rowOf(4, '', '77')],
      names: ['Школа № 5', 'Школа № 7', '77'],
    },
    { note: 'neither a name nor a code', rows: [rowOf(2, '«»')], names: [null] },
    { note: 'one code twice', rows: [rowOf(2, '', '77'), rowOf(3, '', '77')], names: [null, null] },
  ];
  it.each(cases)('are remembered by what tells them apart: $note', ({ rows, names }) => {
    expect(rows.map((row) => rememberedName(row, rows))).toEqual(names);
  });

  it('that are not ours, by a person’s answer, are not asked about', () => {
    const rows = [rowOf(2, 'Школа № 5'), rowOf(3, 'Школа № 7', '78')];
    const schools = [{ id: 'a', name: 'ГБОУ СОШ № 5', inn: '' }];
    const aliases: [string, string][] = [
      [aliasOf('школа №5'), NOT_OURS],
      ['78', NOT_OURS],
    ];
    expect(resolveSchools(rows, schools, aliases)).toEqual({
      sure: [],
      guesses: [],
      several: [],
      unmatched: [],
      foreign: rows,
      issues: [],
    });
  });

  const SCHOOLS = [
    { id: 'a', name: 'ГБОУ СОШ № 525', inn: '' },
    { id: 'b', name: 'ГБОУ СОШ № 9 Невского района', inn: '' },
    { id: 'c', name: 'ГБОУ СОШ № 9 Выборгского района', inn: '' },
    { id: 'd', name: 'ГБОУ лицей № 5 имени Пушкина', inn: '' },
  ];
  /** What each line came to, in short. */
  function told(rows: readonly CokFileRow[]): Record<string, readonly (readonly [number, ...string[]])[]> {
    const { sure, guesses, several, unmatched, foreign } = resolveSchools(rows, SCHOOLS, []);
    expect(foreign).toEqual([]);
    return {
      sure: sure.map(({ row, id }) => [row.line, id]),
      guesses: guesses.map(({ row, id }) => [row.line, id]),
      several: several.map(({ row, ids }) => [row.line, ...ids]),
      unmatched: unmatched.map(({ line }) => [line]),
    };
  }
  const NONE = { sure: [], guesses: [], several: [], unmatched: [] };

  it('are sure, guessed, several or none', () => {
    const rows = [rowOf(2, 'ГБОУ СОШ № 525'), rowOf(3, 'Лицей № 5'), rowOf(4, 'Школа № 9'), rowOf(5, 'Сад')];
    expect(told(rows)).toEqual({
      sure: [[2, 'a']],
      guesses: [[3, 'd']],
      several: [[4, 'b', 'c']],
      unmatched: [[5]],
    });
  });

  it('are not guessed where another row is the school for sure', () => {
    const lyceum = rowOf(2, 'ГБОУ лицей № 5 имени Пушкина');
    expect(told([rowOf(3, 'Лицей № 5'), lyceum])).toEqual({ ...NONE, sure: [[2, 'd']], unmatched: [[3]] });
    const [one, other] = [rowOf(4, '', 'b'), rowOf(5, '', 'c')];
    expect(told([one, rowOf(6, 'Школа № 9')])).toEqual({ ...NONE, sure: [[4, 'b']], several: [[6, 'c']] });
    expect(told([one, rowOf(6, 'Школа № 9'), other])).toEqual({
      ...NONE,
      sure: [
        [4, 'b'],
        [5, 'c'],
      ],
      unmatched: [[6]],
    });
  });

  it('are asked about where two rows would be guessed to be one', () => {
    expect(told([rowOf(2, 'Лицей № 5'), rowOf(3, 'Лицей №5 г. Города')])).toEqual({
      ...NONE,
      several: [
        [2, 'd'],
        [3, 'd'],
      ],
    });
  });

  it('that stand in several rows are named with their lines', () => {
    const rows = [rowOf(2, 'ГБОУ СОШ № 525'), rowOf(3, '', 'b'), rowOf(4, '', 'a'), rowOf(5, 'Школа', 'a')];
    expect(resolveSchools(rows, SCHOOLS, []).issues).toEqual([
      { code: 'cok-school-doubled', school: 'ГБОУ СОШ № 525', lines: [2, 4, 5] },
    ]);
    expect(resolveSchools([rowOf(3, '', 'b'), rowOf(4, '', 'b')], SCHOOLS, []).issues).toEqual([
      { code: 'cok-school-doubled', school: 'b', lines: [3, 4] },
    ]);
  });
});
