import { describe, expect, it } from 'vitest';
import { DEFAULT_KIND_WORDS } from '../../src/domain/organisation.ts';
import { recordToRow } from '../../src/domain/record.ts';
import { unknownTypes } from '../../src/import/types.ts';
import { recordWith } from '../domain/record-builder.ts';

const rows = (...types: string[]) => types.map((orgType) => recordToRow(recordWith({ orgType })));

describe('unknownTypes', () => {
  it('says nothing where every type is told by a word', () => {
    const known = rows('Общеобразовательная организация', 'Дошкольная образовательная организация', 'СПО');
    expect(unknownTypes(known, DEFAULT_KIND_WORDS)).toEqual([]);
    expect(unknownTypes([], DEFAULT_KIND_WORDS)).toEqual([]);
  });

  it('names each unknown type once, a blank one too, and counts their schools', () => {
    const found = rows('Кадетский корпус', 'Общеобразовательная организация', ' ', 'Кадетский корпус');
    expect(unknownTypes(found, DEFAULT_KIND_WORDS)).toEqual([
      { code: 'types-unknown', types: ['Кадетский корпус', ''], schools: 3 },
    ]);
  });

  it('is told by the words that the user gave', () => {
    const words = { ...DEFAULT_KIND_WORDS, school: ['кадетский'] };
    expect(unknownTypes(rows('Кадетский корпус'), words)).toEqual([]);
  });
});
