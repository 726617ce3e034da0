import { describe, expect, it } from 'vitest';
import { counted, formatCount, formatDate, formatShare, NBSP } from '../../src/text/numbers.ts';
import { WORDS } from '../../src/text/plurals.ts';

const spaced = (text: string): string => text.split('~').join(NBSP);

describe('numbers in Russian', () => {
  it.each([
    [0, '0'],
    [41, '41'],
    [999, '999'],
    [1000, '1~000'],
    [12345, '12~345'],
    [1234567, '1~234~567'],
    [-5, '−5'],
    [-1234, '−1~234'],
  ])('count %d → %s', (count, text) => {
    expect(formatCount(count)).toBe(spaced(text));
  });

  it.each([
    [0, '0~%'],
    [1, '0,01~%'],
    [10, '0,1~%'],
    [6833, '68,33~%'],
    [7500, '75~%'],
    [7050, '70,5~%'],
    [7499, '74,99~%'],
    [10000, '100~%'],
    [123456, '1~234,56~%'],
  ])('share %d → %s', (share, text) => {
    expect(formatShare(share)).toBe(spaced(text));
  });

  it('date', () => {
    expect(formatDate('2026-06-03')).toBe('03.06.2026');
  });

  it.each([
    [1, '1~человек'],
    [2, '2~человека'],
    [5, '5~человек'],
    [1021, '1~021~человек'],
  ])('%d people', (count, text) => {
    expect(counted(count, WORDS.person)).toBe(spaced(text));
  });
});
