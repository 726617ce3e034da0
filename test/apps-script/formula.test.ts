import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName, columnNumber } from '../../workbench/apps-script/address.ts';
import {
  canonicalFormula,
  localFormula,
  moveFormula,
  renameInFormula,
  shiftFormula,
} from '../../workbench/apps-script/formula.ts';

describe('formulas between locales', () => {
  it.each([
    ['arguments', 'ru_RU', '=IF(A1>0;B1;"a,b;c")', '=IF(A1>0,B1,"a,b;c")'],
    ['decimals', 'ru_RU', '=A1*0,75', '=A1*0.75'],
    ['array columns and rows', 'ru_RU', '={1\\2;3\\4}', '={1,2;3,4}'],
    ['a comma without blanks is a decimal', 'ru_RU', '=SUM(1,2)', '=SUM(1.2)'],
    ['; in a comma locale', 'en_US', '=SUM(1;2)', '=SUM(1,2)'],
    ['arrays in a comma locale', 'en_US', '={1,2;3,4}', '={1,2;3,4}'],
    ['Cyrillic sheets', 'ru_RU', "=SUM(Школы!A1:A;'Мой лист'!B2)", "=SUM(Школы!A1:A,'Мой лист'!B2)"],
  ] as const)('%s', (_note, locale, typed, canonical) => {
    expect(canonicalFormula(typed, locale)).toBe(canonical);
  });

  it.each([
    ['commas between references', 'ru_RU', '=IF(A1,B1,C1)'],
    ['an unclosed bracket', 'en_US', '=SUM(1'],
    ['brackets that cross', 'en_US', '=SUM({1)}'],
    ['an unclosed text', 'en_US', '="a'],
    ['a point as decimal mark', 'ru_RU', '=A1*.5'],
  ] as const)('%s does not parse in %s', (_note, locale, typed) => {
    expect(canonicalFormula(typed, locale)).toBeNull();
  });

  it('shows what was typed', () => {
    for (const typed of ['=IF(A1>0;B1*0,5;"x,y")', '={1\\2;3\\4}', '=SUM(A1:B2;C:C;2:3)']) {
      const canonical = canonicalFormula(typed, 'ru_RU');
      expect(canonical === null ? null : localFormula(canonical, 'ru_RU')).toBe(typed);
    }
  });
});

describe('references that follow their cells', () => {
  const insert = (at: number, count = 1) => ({ dimension: 'ROWS', at, count, kind: 'insert' }) as const;
  const remove = (at: number, count = 1) => ({ dimension: 'ROWS', at, count, kind: 'delete' }) as const;

  it.each([
    ['above', '=A5', insert(2), '=A6'],
    ['at the cell', '=A5', insert(5), '=A6'],
    ['below', '=A5', insert(6), '=A5'],
    ['inside a range', '=SUM(A2:A5)', insert(3, 2), '=SUM(A2:A7)'],
    ['behind a range', '=SUM(A2:A5)', insert(6), '=SUM(A2:A5)'],
    ['an open range', '=SUM(A2:A)', insert(1), '=SUM(A3:A)'],
    ['whole columns', '=SUM(A:B)', insert(1), '=SUM(A:B)'],
    ['fixed rows move too', '=$A$5', insert(1), '=$A$6'],
    ['in a text nothing moves', '="A5"&A5', insert(1), '="A5"&A6'],
    ['a function that looks like a cell', '=LOG10(A5)', insert(1), '=LOG10(A6)'],
    ['deleted', '=A5+A6', remove(5), '=#REF!+A5'],
    ['part of a range deleted', '=SUM(A2:A5)', remove(4, 5), '=SUM(A2:A3)'],
    ['start of a range deleted', '=SUM(A2:A5)', remove(1, 3), '=SUM(A1:A2)'],
    ['another sheet', '=Школы!A5', insert(1), '=Школы!A5'],
    ['the own sheet by name', '=Данные!A5', insert(1), '=Данные!A6'],
  ])('%s', (_note, formula, change, expected) => {
    expect(moveFormula(formula, 'Данные', 'Данные', change)).toBe(expected);
  });

  it.each([
    ['relative', '=A1+$A1+A$1+$A$1', 2, 1, '=B3+$A3+B$1+$A$1'],
    ['a range', '=SUM(A1:B2)', 1, 1, '=SUM(B2:C3)'],
    ['out of the sheet', '=A1', -1, 0, '=#REF!'],
    ['names and numbers stay', '=MAX_STATUS(A1,0.75,10)', 1, 0, '=MAX_STATUS(A2,0.75,10)'],
  ])('copied: %s', (_note, formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });

  it.each([
    ['renamed', '=Школы!A1&"Школы!A1"', 'Школы 2', '=\'Школы 2\'!A1&"Школы!A1"'],
    ['deleted', '=Школы!A1+B1', null, '=#REF!+B1'],
  ])('sheet %s', (_note, formula, to, expected) => {
    expect(renameInFormula(formula, 'Школы', to)).toBe(expected);
  });

  it('go back when what was inserted is deleted again', () => {
    const line = fc.integer({ min: 1, max: 60 });
    const count = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(line, line, line, count, (a, b, at, n) => {
        const formula = `=SUM(C${Math.min(a, b)}:C${Math.max(a, b)})+$D$${a}`;
        const there = moveFormula(formula, 'S', 'S', insert(at, n));
        expect(moveFormula(there, 'S', 'S', remove(at, n))).toBe(formula);
      }),
      { seed: 20251124, numRuns: 1000 },
    );
  });

  it('columns are named and read alike', () => {
    for (const column of [1, 26, 27, 52, 53, 702, 703, 18278])
      expect(columnNumber(columnName(column))).toBe(column);
    expect([columnName(27), columnName(702), columnName(703)]).toEqual(['AA', 'ZZ', 'AAA']);
  });
});
