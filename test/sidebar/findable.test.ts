import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchSchools } from '../../src/sidebar/findable.ts';
import { schoolsOf } from '../../src/sidebar/schools.ts';
import { bookOf, manyRecords, schoolRecord } from './fixtures.ts';

const SCHOOLS = schoolsOf(
  bookOf([
    schoolRecord({ shortName: 'ГБОУ СОШ № 525', orgId: '1000001' }),
    schoolRecord({ shortName: 'ГБОУ гимназия № 52', orgId: '1000002' }),
    schoolRecord({ shortName: 'ГБДОУ детский сад № 5 «Ёлочка»', orgId: '1000003' }),
    schoolRecord({ shortName: 'ГБОУ лицей № 1525', orgId: '52' }),
  ]),
);

function namesOf(query: string, limit = 50): string[] {
  return searchSchools(SCHOOLS, query, limit).schools.map((school) => school.record.shortName);
}

describe('search of schools', () => {
  it.each([
    [
      'whole words first, then beginnings, then the rest',
      '52',
      ['ГБОУ гимназия № 52', 'ГБОУ лицей № 1525', 'ГБОУ СОШ № 525'],
    ],
    [
      'a number stands before longer numbers',
      '5',
      ['ГБДОУ детский сад № 5 «Ёлочка»', 'ГБОУ СОШ № 525', 'ГБОУ гимназия № 52', 'ГБОУ лицей № 1525'],
    ],
    ['by id', '1000002', ['ГБОУ гимназия № 52']],
    ['by part of the name, case and ё aside', 'елоч', ['ГБДОУ детский сад № 5 «Ёлочка»']],
    ['ё in the query', 'ЁЛОЧКА', ['ГБДОУ детский сад № 5 «Ёлочка»']],
    ['all parts must be met', 'гимн 52', ['ГБОУ гимназия № 52']],
    ['signs between words do not matter', '«Ёлочка», № 5', ['ГБДОУ детский сад № 5 «Ёлочка»']],
    ['nothing found', 'школа искусств', []],
  ])('%s', (_note, query, expected) => {
    expect(namesOf(query)).toEqual(expected);
  });

  it('gives the book’s order for an empty query, capped, and says how many there are', () => {
    const result = searchSchools(SCHOOLS, '  ', 2);
    expect(result.schools).toEqual(SCHOOLS.slice(0, 2));
    expect(result.total).toBe(4);
  });

  it('takes any query as plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const { schools, total } = searchSchools(SCHOOLS, query, 3);
        expect(schools.length).toBe(Math.min(3, total));
      }),
      { numRuns: 1000, seed: 8 },
    );
  });

  it('finds every one of 2,500 schools by its id', () => {
    const schools = schoolsOf(bookOf(manyRecords(2500)));
    for (const school of schools.slice(0, 2500).filter((_, index) => index % 97 === 0)) {
      expect(searchSchools(schools, school.record.orgId, 50)).toEqual({ schools: [school], total: 1 });
    }
  });
});
