import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  innLengthRight,
  plainCount,
  readCount,
  readDigits,
  restoreInn,
  restoreRegionCode,
  trimmed,
} from '../../src/import/values.ts';

describe('readCount', () => {
  const right: readonly [note: string, cell: string, value: number | null][] = [
    ['plain digits', '1234', 1234],
    ['a blank is no zero', '', null],
    ['spaces only', ' \u00a0 ', null],
    ['zero', '0', 0],
    ['spaces around', ' 12 ', 12],
    ['space groups', '1 234', 1234],
    ['no-break space groups (ru-RU)', '1\u00a0234\u00a0567'.slice(0, 5), 1234],
    ['narrow no-break space groups', '12\u202f345', 12345],
    ['figure and thin spaces', '1\u2007234', 1234],
    ['apostrophe groups', "1'234", 1234],
    ['typographic apostrophe groups (Metabase ".’")', '12’345', 12345],
    ['comma groups (Metabase ".,")', '1,234', 1234],
    ['point groups (Metabase ",.")', '12.345', 12345],
    ['two groups', '1,000,000', 1000000],
    ['decimal comma of zeros', '12,0', 12],
    ['decimal point of zeros (Java double)', '12.0', 12],
    ['two zeros', '12,00', 12],
    ['groups and decimals', '1 234,00', 1234],
    ['groups and decimals, American', '1,234.00', 1234],
    ['groups and three decimals', '1 234,000', 1234],
    ['four digits and three decimals of zeros', '1234,000', 1234],
    ['leading zeros', '007', 7],
    ['Java double', '1.234E3', 1234],
    ['the largest count that is believed', '1000000', 1_000_000],
    ['an exponent that only moves the point', '1E+0', 1],
  ];
  it.each(right)('%s: «%s»', (_note, cell, value) => {
    expect(readCount(cell)).toEqual({ ok: true, value });
  });

  const wrong: readonly [note: string, cell: string, fault: string][] = [
    ['a word', 'много', 'count-text'],
    ['a dash for a blank', '—', 'count-text'],
    ['a number with a unit', '12 чел.', 'count-text'],
    ['percent', '68 %', 'count-text'],
    ['hexadecimal', '0x1F', 'count-text'],
    ['Infinity', 'Infinity', 'count-text'],
    ['groups of two', '1 23', 'count-text'],
    ['mixed group marks', "1 234'567", 'count-text'],
    ['a comma at the end', '12,', 'count-text'],
    ['a comma at the start', ',5', 'count-text'],
    ['two decimal marks', '1,2,3', 'count-text'],
    ['a formula', '=1+1', 'count-text'],
    ['a long first group', '1234 567', 'count-text'],
    ['a long group behind a right one', '1 234 5678', 'count-text'],
    ['a short group before a right one', '1 23 456', 'count-text'],
    ['another mark between digits', '12/345', 'count-text'],
    ['a minus behind', '5-', 'count-text'],
    ['a minus alone', '-', 'count-text'],
    ['a minus before a word', '- много', 'count-text'],
    ['a minus and a space', '- 5', 'count-negative'],
    ['one more than is believed', '1000001', 'count-too-large'],
    ['Arabic digits', '٣', 'count-text'],
    ['negative', '-5', 'count-negative'],
    ['negative with a real minus', '−5', 'count-negative'],
    ['negative fraction', '-5,5', 'count-negative'],
    ['a fraction', '12,5', 'count-fraction'],
    ['a fraction with a point', '12.75', 'count-fraction'],
    ['a fraction below one with three decimals', '0,125', 'count-fraction'],
    ['a fraction of four digits', '1234,567', 'count-fraction'],
    ['more people than a city', '7712345678', 'count-too-large'],
    ['Excel lost digits', '1,23457E+11', 'digits-lost'],
  ];
  it.each(wrong)('%s: «%s»', (_note, cell, fault) => {
    expect(readCount(cell)).toEqual({ ok: false, fault });
  });

  it('reads back every whole number in every grouping', () => {
    const mark = fc.constantFrom(' ', '\u00a0', '\u202f', "'", '’', ',', '.');
    const zeros = fc.constantFrom('', ',0', '.0', ',00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), mark, zeros, (value, group, tail) => {
        const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, group);
        fc.pre(!tail.startsWith(group));
        expect(readCount(grouped + tail)).toEqual({ ok: true, value });
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('plainCount', () => {
  it.each([
    ['0', 0],
    ['41', 41],
    ['007', 7],
    ['', -1],
    ['1 234', -1],
    ['-1', -1],
    ['12a', -1],
    ['999999', 999_999],
    ['1/', -1],
    ['1:', -1],
    ['1234567', -1],
  ])('«%s» → %d', (cell, value) => {
    expect(plainCount(cell)).toBe(value);
  });
});

describe('readDigits', () => {
  const cases: readonly [note: string, cell: string, value: string][] = [
    ['as it is', '0780000005', '0780000005'],
    ['blank', '', ''],
    ['spaces around', ' 123 ', '123'],
    ['Metabase groups a numeric INN', '7,712,345,678', '7712345678'],
    ['grouped by spaces', '7 712 345 678', '7712345678'],
    ['a double', '7712345678.0', '7712345678'],
    ['a Java double', '7.712345678E9', '7712345678'],
    ['a Java double leaves trailing zeros out', '7.7123456E9', '7712345600'],
    ['an exponent with every digit there', '7,712345678E+09', '7712345678'],
    ['the apostrophe of a text cell', "'0123", '0123'],
    ['a formula that keeps zeros', '="0123"', '0123'],
    ['not a number at all', 'f1e2-77', 'f1e2-77'],
    ['an id that only looks like an exponent', '12e4', '12e4'],
    ['one digit and an exponent without a sign', '7e4', '7e4'],
    ['a fraction', '7712345678.5', '7712345678.5'],
    ['seven digits of a double', '7.712345E9', '7712345000'],
    ['all digits of a double', '7.71E2', '771'],
    ['as many digits as a double keeps', '7.123456E14', '712345600000000'],
    ['a formula of nothing', '=""', '=""'],
    ['a quote at the end', '№ "5"', '№ "5"'],
    ['half a formula', '="01', '="01'],
    ['a formula with spaces', '=" 01 "', '01'],
    ['an apostrophe inside', "12'345", '12345'],
  ];
  it.each(cases)('%s: «%s»', (_note, cell, value) => {
    expect(readDigits(cell)).toEqual({ ok: true, value });
  });

  it.each([
    '7.71234E9',
    '7.123456E15',
    '7,712345E9',
    '7.712345E+9',
    '7.712345678E8',
    '7,71235E+09',
    '7.71235E+09',
    '1,23457E+11',
    '7.71235E9',
    '7E+9',
  ])('lost digits: «%s»', (cell) => {
    expect(readDigits(cell)).toEqual({ ok: false, fault: 'digits-lost' });
  });
});

describe('innLengthRight', () => {
  it.each([
    ['0780000005', true],
    ['078000000512', true],
    ['078000000', false],
    ['07800000051', false],
    ['07800000A5', false],
    ['', false],
  ])('«%s»: %s', (inn, right) => {
    expect(innLengthRight(inn)).toBe(right);
  });
});

describe('leading zeros', () => {
  it.each([
    ['780000005', '0780000005'],
    ['78000000512', '078000000512'],
    ['7800000051', '7800000051'],
    ['780000005123', '780000005123'],
    ['12345', '12345'],
    ['78000000A', '78000000A'],
    ['', ''],
  ])('INN «%s» → «%s»', (inn, restored) => {
    expect(restoreInn(inn)).toBe(restored);
  });
  it.each([
    ['5', '05'],
    ['78', '78'],
    ['178', '178'],
    ['', ''],
    ['А', 'А'],
  ])('region code «%s» → «%s»', (code, restored) => {
    expect(restoreRegionCode(code)).toBe(restored);
  });
});

describe('trimmed', () => {
  const spaces = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  it('takes away what trim() does, of every character', () => {
    const other = spaces.filter((mark) => trimmed(`${mark}a`) !== `${mark}a`.trim());
    const otherEnd = spaces.filter((mark) => trimmed(`a${mark}`) !== `a${mark}`.trim());
    expect([other, otherEnd]).toEqual([[], []]);
    expect(['', ' ', ' a b '].map(trimmed)).toEqual(['', '', 'a b']);
  });
});
