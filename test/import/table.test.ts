import { describe, expect, it } from 'vitest';
import { LineCounter, parseTable } from '../../src/import/table.ts';

const COMMA = { delimiter: ',', newline: '\n' } as const;

describe('parseTable', () => {
  const cases: readonly [note: string, text: string, rows: string[][], badQuotes: number[]][] = [
    ['plain', 'a,b\n1,2\n', [['a', 'b'], ['1', '2'], ['']], []],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [],
    ],
    ['a delimiter in quotes', '"a,b",c', [['a,b', 'c']], []],
    ['doubled quotes', '"a ""b"" c",d', [['a "b" c', 'd']], []],
    ['a line break in quotes', '"a\nb",c', [['a\nb', 'c']], []],
    ['an empty quoted cell', '"",b', [['', 'b']], []],
    ['quotes inside an unquoted cell stay', 'ООО "А",b', [['ООО "А"', 'b']], []],
    ['undoubled quotes are told', '"a "b" c",d', [['a "b" c', 'd']], [0]],
    ['a quote that is never closed is told', 'a,b\n"c,d\n', [['a', 'b'], ['c,d\n']], [1]],
  ];
  it.each(cases)('%s', (_note, text, rows, badQuotes) => {
    const table = parseTable(text, COMMA);
    expect(table.rows).toEqual(rows);
    expect(table.badQuotes).toEqual(badQuotes);
  });

  it('tells whether the last line is complete', () => {
    expect(parseTable('a\n1\n', COMMA).closed).toBe(true);
    expect(parseTable('a\n1', COMMA).closed).toBe(false);
  });
});

describe('LineCounter', () => {
  it('counts lines of the file, not rows', () => {
    const { rows } = parseTable('a,b\n"x\ny\nz",1\n\nlast,2\n', COMMA);
    const lines = new LineCounter(rows, 1, 6);
    expect(rows.map((_, row) => lines.lineOf(row))).toEqual([1, 2, 5, 6, 7]);
  });

  it('starts after lines that were cut off before', () => {
    expect(new LineCounter([['a']], 2, 0).lineOf(0)).toBe(2);
  });

  it('counts every kind of line end once', () => {
    const lines = new LineCounter([['a\r\nb\r\nc\rd'], ['next']], 1, 4);
    expect(lines.lineOf(1)).toBe(5);
  });
});
