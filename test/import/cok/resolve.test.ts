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
});
