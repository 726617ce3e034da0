import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasOf } from '../../../src/import/cok/alias.ts';
import { type KnownSchool, type Match, SchoolMatcher } from '../../../src/import/cok/match.ts';

const SCHOOLS: readonly KnownSchool[] = [
  { id: '00001005', name: 'ГБОУ СОШ № 5', inn: '7810000005' },
  { id: '00001015', name: 'ГБОУ "Лицей № 15" Московского района', inn: '0781000015' },
  { id: '00001056', name: 'ГБОУ гимназия № 56 «Радуга»', inn: '7810000056' },
  { id: '00002056', name: 'ГБДОУ детский сад № 56 комбинированного вида', inn: '7810002056' },
  { id: '00003001', name: 'ГБПОУ «Колледж Красносельский»', inn: '7810003001' },
  { id: '00004007', name: 'ГБОУ школа № 7, здание 1', inn: '7810004007' },
  { id: '00004008', name: 'ГБОУ школа № 7, здание 2', inn: '7810004007' },
  { id: '00005009', name: 'ГБОУ СОШ № 9 Невского района', inn: '7810005009' },
  { id: '00005010', name: 'ГБОУ СОШ № 9 Выборгского района', inn: '7810005010' },
  { id: '00006002', name: 'ГКОУ школа-интернат № 2 Выборгского района', inn: '' },
  { id: '00006003', name: 'ГБОУ школа № 3 Южного района', inn: '' },
  { id: '00006031', name: 'ГБОУ школа № 31 «Юг»', inn: '' },
  { id: '00006012', name: 'ГБОУ гимназия № 12 «Парус» Невского района', inn: '' },
  { id: '00006080', name: 'ГБОУ «Центр образования № 80»', inn: '80' },
  { id: '00006081', name: 'ГБДОУ детский сад', inn: '' },
  { id: '00006082', name: '', inn: '' },
];

const sure = (id: string): Match => ({ kind: 'sure', id });
const guess = (id: string): Match => ({ kind: 'guess', id });
const NONE: Match = { kind: 'none' };

const CASES: readonly { note: string; texts: readonly string[]; match: Match }[] = [
  { note: 'the id', texts: ['00001005'], match: sure('00001005') },
  {
    note: 'the id beside a name that fits nobody',
    texts: ['00001005', 'Школа неизвестная'],
    match: sure('00001005'),
  },
  { note: 'the id as a spreadsheet keeps its zeros', texts: ["'00001005"], match: sure('00001005') },
  { note: 'the ИНН', texts: ['7810000056'], match: sure('00001056') },
  { note: 'an ИНН that lost its leading zero', texts: ['781000015'], match: sure('00001015') },
  {
    note: 'an ИНН of two buildings is asked about',
    texts: ['7810004007'],
    match: { kind: 'several', ids: ['00004007', '00004008'] },
  },
  {
    note: 'an ИНН that a spreadsheet has rounded, beside the name',
    texts: ['7,81E+09', 'Лицей № 15'],
    match: guess('00001015'),
  },
  { note: 'a number that stands for an ИНН in the book', texts: ['80'], match: guess('00006080') },
  { note: 'the name in the column of codes', texts: ['Лицей № 15', ' '], match: guess('00001015') },
  {
    note: 'the whole name in other quotes, case and spaces',
    texts: ['гбоу  гимназия №56 "радуга"'],
    match: sure('00001056'),
  },
  { note: 'another word for the same kind', texts: ['Школа №5'], match: guess('00001005') },
  {
    note: 'the legal form written out',
    texts: ['Государственное бюджетное общеобразовательное учреждение средняя общеобразовательная школа № 5'],
    match: guess('00001005'),
  },
  { note: 'a leading zero of the number', texts: ['СОШ №05'], match: guess('00001005') },
  {
    note: 'the district that the book leaves out',
    texts: ['ГБОУ СОШ № 5 Московского района Санкт-Петербурга'],
    match: guess('00001005'),
  },
  {
    note: 'the district in another case',
    texts: ['Лицей № 15 (Московский район)'],
    match: guess('00001015'),
  },
  { note: 'a proper name left out', texts: ['Гимназия 56'], match: guess('00001056') },
  { note: 'a kindergarten of the same number', texts: ['Детский сад № 56'], match: guess('00002056') },
  {
    note: 'only a number that two have',
    texts: ['№ 56'],
    match: { kind: 'several', ids: ['00001056', '00002056'] },
  },
  {
    note: 'the same number in two districts is asked about',
    texts: ['Школа № 9'],
    match: { kind: 'several', ids: ['00005009', '00005010'] },
  },
  {
    note: 'the district decides between them',
    texts: ['Школа № 9 Выборгского района'],
    match: guess('00005010'),
  },
  { note: 'another number', texts: ['Школа № 55'], match: NONE },
  { note: 'another kind', texts: ['Гимназия № 5'], match: NONE },
  { note: 'another district', texts: ['Лицей № 15 Невского района'], match: NONE },
  { note: 'one building of two', texts: ['Школа № 7 здание 2'], match: guess('00004008') },
  { note: 'the building named first', texts: ['Здание 2 школы № 7'], match: guess('00004008') },
  { note: 'a number of the same digits', texts: ['Школа № 27'], match: NONE },
  { note: 'a proper name in another case', texts: ['Гимназия «Паруса» № 12'], match: guess('00006012') },
  { note: 'a name without a number', texts: ['Красносельский колледж'], match: guess('00003001') },
  { note: 'a street that sounds as a kind', texts: ['Школа № 5 (Садовая улица)'], match: guess('00001005') },
  { note: 'the city as one letter', texts: ['Гимназия № 56 г. СПб'], match: guess('00001056') },
  { note: 'the district cut short', texts: ['Гимназия 12 Невского р-на'], match: guess('00006012') },
  { note: 'a short word in another case', texts: ['Школа № 3 (Южный район)'], match: guess('00006003') },
  { note: 'another short word', texts: ['Школа № 31 «Юго-Запад»'], match: NONE },
  { note: 'the kind that tells more', texts: ['Интернат № 2'], match: guess('00006002') },
  { note: 'both words for the kind', texts: ['Школа-интернат № 2 СПб'], match: guess('00006002') },
  { note: 'the kind that tells less', texts: ['Школа № 2'], match: NONE },
  { note: 'a kind that the book leaves out', texts: ['Школа № 80'], match: guess('00006080') },
  { note: 'a kind that the file leaves out', texts: ['ГБОУ № 15'], match: guess('00001015') },
  { note: 'a kind that the legal form tells', texts: ['МКДОУ № 5'], match: NONE },
  { note: 'a legal form of a special school', texts: ['ГКОУ № 12 «Парус» СПб'], match: guess('00006012') },
  { note: 'only a kind', texts: ['Детский сад'], match: NONE },
  { note: 'a name where the book has only a kind', texts: ['Детский сад «Солнышко»'], match: NONE },
  { note: 'only quotes where the book has no name', texts: ['«»'], match: NONE },
  { note: 'words of every school', texts: ['Государственное учреждение'], match: NONE },
  { note: 'nothing', texts: ['', ' '], match: NONE },
];

describe('SchoolMatcher', () => {
  it.each(CASES)('$note', ({ texts, match }) => {
    expect(new SchoolMatcher(SCHOOLS, new Map()).match(texts)).toEqual(match);
  });

  it('takes what a person has confirmed, unless the school has left the book', () => {
    const aliases = new Map([
      [aliasOf('Пятёрочка'), '00001005'],
      [aliasOf('Закрытая'), '00009999'],
    ]);
    const taught = new SchoolMatcher(SCHOOLS, aliases);
    expect(taught.match(['«ПЯТЕРОЧКА»'])).toEqual(sure('00001005'));
    expect(taught.match(['Закрытая'])).toEqual(NONE);
  });

  const kinds = ['Школа', 'СОШ', 'школа', 'ОШ'] as const;
  const forms = fc.constantFrom(
    '',
    'ГБОУ ',
    'МБОУ ',
    'Государственное бюджетное общеобразовательное учреждение ',
  );
  const places = fc.constantFrom('', ' Московского района', ' г. Санкт-Петербурга', ' (Санкт-Петербург)');
  const signs = fc.constantFrom('№ ', '№', ' ', 'N ');

  it('finds a school however its form, kind, number sign and city are written', () => {
    const name = fc.tuple(forms, fc.constantFrom(...kinds.slice(0, 3)), signs, places);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), name, name, (number, one, other) => {
        const write = ([form, kind, sign, place]: readonly string[]): string =>
          `${form}${kind} ${sign}${number}${place}`;
        const found = new SchoolMatcher([{ id: 'a', name: write(one), inn: '' }], new Map()).match([
          write(other),
        ]);
        expect(['sure', 'guess']).toContain(found.kind);
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a school with another number for one', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), forms, places, signs, (number, other, form, place, sign) => {
        fc.pre(number !== other);
        const known = [{ id: 'a', name: `ГБОУ СОШ № ${number}`, inn: '' }];
        expect(new SchoolMatcher(known, new Map()).match([`${form}Школа ${sign}${other}${place}`])).toEqual(
          NONE,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever stands in the cell', () => {
    const matcher = new SchoolMatcher(SCHOOLS, new Map());
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['sure', 'guess', 'several', 'none']).toContain(matcher.match([text]).kind);
      }),
      { numRuns: 1000 },
    );
  });
});
