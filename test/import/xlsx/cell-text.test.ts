import { describe, expect, it } from 'vitest';
import { cellText, dateStylesOf } from '../../../src/import/xlsx/cell-text.ts';
import { isDateFormat, textOfSerial } from '../../../src/import/xlsx/serial-date.ts';

const FORMS = {
  sharedStrings: ['Школа', ' с пробелами '],
  dateStyles: [false, true],
  dateSystem: 1900,
} as const;

describe('cellText', () => {
  it.each([
    { note: 'a shared text', type: 's', value: '1', text: ' с пробелами ' },
    { note: 'a shared text that is not there', type: 's', value: '9', text: '' },
    { note: 'a text of its own', type: 'inlineStr', value: '00123', text: '00123' },
    { note: 'a control character in a text', type: 'inlineStr', value: 'а_x000D_\nб', text: 'а\r\nб' },
    { note: 'the result of a formula, a text', type: 'str', value: 'Итого', text: 'Итого' },
    { note: 'true', type: 'b', value: '1', text: 'true' },
    { note: 'true in a word, with spaces', type: 'b', value: ' true ', text: 'true' },
    { note: 'true with spaces', type: 'b', value: ' 1\n', text: 'true' },
    { note: 'false in a word', type: 'b', value: 'false', text: 'false' },
    { note: 'false', type: 'b', value: '0', text: 'false' },
    { note: 'an error stays to be named', type: 'e', value: '#REF!', text: '#REF!' },
    { note: 'a day in ISO form', type: 'd', value: '2026-06-03T00:00:00', text: '2026-06-03T00:00:00' },
    { note: 'an error that looks like a number', type: 'e', value: '007', text: '007' },
    { note: 'a day of four digits', type: 'd', value: '02026', text: '02026' },
    { note: 'a result that looks like a number', type: 'str', value: '007', text: '007' },
    { note: 'a control character in a result', type: 'str', value: '_x0041__X000a_', text: 'A\n' },
    { note: 'what only begins like a control character', type: 'str', value: 'a_x00_', text: 'a_x00_' },
    { note: 'spaces only', type: 'n', value: ' \n', text: '' },
    {
      note: 'the longest number with all digits',
      type: 'n',
      value: '999999999999999',
      text: '999999999999999',
    },
    { note: 'a number one digit longer', type: 'n', value: '1000000000000000', text: '1.00000000000000E+15' },
    { note: 'the same below zero', type: 'n', value: '-1000000000000000', text: '-1.00000000000000E+15' },
    { note: 'no number at all', type: 'n', value: 'Infinity', style: 1, text: 'Infinity' },
    { note: 'a style that is not there', type: 'n', value: '46176', style: 7, text: '46176' },
    { note: 'a count', type: 'n', value: '60', text: '60' },
    { note: 'no value', type: 'n', value: '', text: '' },
    { note: 'a count as a double', type: 'n', value: '12.0', text: '12' },
    {
      note: 'an ИНН with 17 digits of a double',
      type: 'n',
      value: '7.7123456780000002E9',
      text: '7712345678',
    },
    { note: 'arithmetic leaves dust', type: 'n', value: '0.30000000000000004', text: '0.3' },
    {
      note: 'a number that lost digits says so',
      type: 'n',
      value: '1234567890123456789',
      text: '1.23456789012346E+18',
    },
    { note: 'a number in words', type: 'n', value: 'много', text: 'много' },
    { note: 'a day', type: 'n', value: '46176', style: 1, text: '2026-06-03' },
    {
      note: 'a day and a time',
      type: 'n',
      value: '46176.427083333336',
      style: 1,
      text: '2026-06-03T10:15:00',
    },
    { note: 'no day', type: 'n', value: '-5', style: 1, text: '-5' },
  ])('$note', ({ type, value, style = 0, text }) => {
    expect(cellText(type, style, value, FORMS)).toBe(text);
  });
});

describe('textOfSerial', () => {
  it.each([
    { serial: 1, system: 1900, day: '1900-01-01' },
    { serial: 59, system: 1900, day: '1900-02-28' },
    { serial: 60, system: 1900, day: '1900-02-28' },
    { serial: 61, system: 1900, day: '1900-03-01' },
    { serial: 0, system: 1900, day: '1899-12-31' },
    { serial: 0.5, system: 1904, day: '1904-01-01T12:00:00' },
    { serial: 59, system: 1904, day: '1904-02-29' },
    { serial: 2_958_465, system: 1900, day: '9999-12-31' },
    { serial: 2_958_465.5, system: 1900, day: null },
    { serial: -0.5, system: 1900, day: null },
    { serial: 0, system: 1904, day: '1904-01-01' },
    { serial: 44_714, system: 1904, day: '2026-06-03' },
    { serial: 46_176.999_999_9, system: 1900, day: '2026-06-04' },
    { serial: 3_000_000, system: 1900, day: null },
    { serial: Number.NaN, system: 1900, day: null },
  ] as const)('$serial of $system is $day', ({ serial, system, day }) => {
    expect(textOfSerial(serial, system)).toBe(day);
  });
});

describe('isDateFormat', () => {
  it.each([
    { id: 14, code: undefined, date: true },
    { id: 22, code: undefined, date: true },
    { id: 0, code: undefined, date: false },
    { id: 3, code: undefined, date: false },
    { id: 49, code: undefined, date: false },
    ...[13, 23, 26, 37, 44, 48, 59].map((id) => ({ id, code: undefined, date: false })),
    ...[27, 36, 45, 47, 50, 58].map((id) => ({ id, code: undefined, date: true })),
    { id: 14, code: '0.00', date: false },
    { id: 170, code: 'STANDARD', date: false },
    { id: 170, code: 'yy', date: true },
    { id: 170, code: 'D', date: true },
    { id: 170, code: '*y0', date: false },
    { id: 170, code: '\\d0', date: false },
    { id: 170, code: 'dd.mm.yyyy', date: true },
    { id: 170, code: '[$-419]d mmmm yyyy;@', date: true },
    { id: 170, code: 'yyyy\\-mm\\-dd', date: true },
    { id: 170, code: 'General', date: false },
    { id: 170, code: '#,##0" day"', date: false },
    { id: 170, code: '# ##0_d;[Red]-0', date: false },
    { id: 170, code: '[h]:mm:ss', date: false },
    { id: 170, code: '0000000000', date: false },
    { id: 170, code: '0.00E+00', date: false },
    { id: 170, code: '@', date: false },
  ])('$id $code: $date', ({ id, code, date }) => {
    expect(isDateFormat(id, code)).toBe(date);
  });
});

it('styles tell days by their formats, and own codes go before built-in ones', () => {
  const codes = new Map([
    [164, 'dd.mm.yy'],
    [14, '0.00'],
  ]);
  expect(dateStylesOf([0, 22, 164, 14, 165], codes)).toEqual([false, true, true, false, false]);
});
