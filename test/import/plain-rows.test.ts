import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { plainRows } from '../../src/import/plain-rows.ts';

const COMMA = { delimiter: ',', newline: '\n' } as const;

describe('plainRows', () => {
  const cases: readonly [note: string, text: string, rows: string[][] | null][] = [
    ['a blank row after the last line end', 'a,b\n1,2\n', [['a', 'b'], ['1', '2'], ['']]],
    [
      'a blank last cell',
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['marks and line ends in quotes', '"a,\nb",c', [['a,\nb', 'c']]],
    [
      'doubled quotes',
      '"a ""b""",""""\n"""",""',
      [
        ['a "b"', '"'],
        ['"', ''],
      ],
    ],
    ['a quote inside an unquoted cell', 'ООО "А",b', [['ООО "А"', 'b']]],
    [
      'a shorter row under a longer one, and a longer again',
      'a,b,c\n1\n2,3',
      [['a', 'b', 'c'], ['1'], ['2', '3']],
    ],
    ['a cell like the one above, longer, shorter', 'ab\nab\nabc\na', [['ab'], ['ab'], ['abc'], ['a']]],
    [
      'numbers as they are written',
      '0,00,007,7\n9999,10000,7a,0\n0,0,7,07',
      [
        ['0', '00', '007', '7'],
        ['9999', '10000', '7a', '0'],
        ['0', '0', '7', '07'],
      ],
    ],
    [
      'a cell above with marks of its own',
      '"a,b",c\na,b\n"x\ny"\nx\ny',
      [['a,b', 'c'], ['a', 'b'], ['x\ny'], ['x'], ['y']],
    ],
    [
      'long numbers that differ in the last digit',
      '90071992547409921,90071992547409922',
      [['90071992547409921', '90071992547409922']],
    ],
    ['numbers and what stands beside the digits', '/,:,1:,1/', [['/', ':', '1:', '1/']]],
    ['a quote that is never closed', 'a,"b', null],
    ['a quote closed by the doubled one only', 'a,"b""', null],
    ['text behind a closing quote', '"a"b,c', null],
    ['a space behind a closing quote', '"a" ,c', null],
    ['no text', '', null],
    ['a byte order mark', '\ufeffa,b', null],
  ];
  it.each(cases)('%s', (_note, text, rows) => {
    expect(plainRows(text, COMMA)).toEqual(rows);
  });

  it('leaves a lone carriage return between pairs to the careful parser', () => {
    const pairs = { delimiter: ';', newline: '\r\n' } as const;
    expect(plainRows('a;b\r\n1;"x\ry"\r\n', pairs)).toEqual([['a', 'b'], ['1', 'x\ry'], ['']]);
    expect(plainRows('a;b\r\n1\r2;3\r\n', pairs)).toBeNull();
  });

  it('reads any text as PapaParse does, or not at all', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aб"",;\t\n\r019 '), maxLength: 24 });
    const form = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      newline: fc.constantFrom<'\n' | '\r' | '\r\n'>('\n', '\r', '\r\n'),
    });
    fc.assert(
      fc.property(text, form, (source, written) => {
        const rows = plainRows(source, written);
        const { data, errors } = Papa.parse(source, written);
        if (rows !== null) expect({ rows, errors: [] }).toEqual({ rows: data, errors });
        else expect(source === '' || source.includes('"') || source.includes('\r')).toBe(true);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
