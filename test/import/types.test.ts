import { expect, it } from 'vitest';
import { DEFAULT_KIND_WORDS } from '../../src/domain/organisation.ts';
import { recordToRow } from '../../src/domain/record.ts';
import { unknownTypes } from '../../src/import/types.ts';
import { school } from './support.ts';

it('types of organisation that no word tells are counted, known and blank ones are not', () => {
  const types = ['Кванториум', 'Гимназия', '', ' Кванториум ', 'Точка роста', ' '];
  const rows = types.map((orgType, at) => recordToRow(school({ orgId: String(at), orgType })));
  expect(unknownTypes(rows, DEFAULT_KIND_WORDS)).toEqual([
    { type: 'Кванториум', schools: 2 },
    { type: 'Точка роста', schools: 1 },
  ]);
  expect(unknownTypes(rows, { ...DEFAULT_KIND_WORDS, additional: ['кванториум', 'рост'] })).toEqual([]);
  expect(unknownTypes([[]], DEFAULT_KIND_WORDS)).toEqual([]);
});
