import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCell, dateCell, dateOfSerial, sheetReference, textCell } from '../../src/book/cells.ts';

describe('textCell', () => {
  it('marks every text as text, whatever it begins with', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(textCell(text)).toBe(`'${text}`);
      }),
    );
  });

  it('leaves an empty text empty', () => {
    expect(textCell('')).toBe('');
  });
});

describe('countCell', () => {
  it('keeps 0 and blank apart', () => {
    expect(countCell(0)).toBe(0);
    expect(countCell(null)).toBe('');
  });
});

describe('dateCell', () => {
  it.each([
    ['1899-12-31', 1],
    ['1900-03-01', 61],
    ['2026-11-18', 46344],
    ['2024-02-29', 45351],
  ])('%s is day %i of spreadsheets', (date, serial) => {
    expect(dateCell(date)).toBe(serial);
    expect(dateOfSerial(serial)).toBe(date);
  });

  it('is empty for no date', () => {
    expect(dateCell(null)).toBe('');
    expect(dateCell('')).toBe('');
  });

  it('comes back for every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80_000 }), (serial) => {
        expect(dateCell(dateOfSerial(serial))).toBe(serial);
      }),
    );
  });
});

describe('sheetReference', () => {
  it('doubles quotes of a name', () => {
    expect(sheetReference("Школы '26")).toBe("'Школы ''26'");
  });
});
