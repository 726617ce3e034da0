import { describe, expect, it } from 'vitest';
import { TooBig } from '../../../src/import/xlsx/inflate.ts';
import { readRows } from '../../../src/import/xlsx/sheet-rows.ts';

const FORMS = { sharedStrings: ['Школа', 'МО'], dateStyles: [false, true], dateSystem: 1900 } as const;

function rows(xml: string): string[][] {
  return readRows(`<worksheet><sheetData>${xml}</sheetData></worksheet>`, FORMS);
}

describe('readRows', () => {
  it.each([
    { note: 'nothing', xml: '', read: [] },
    { note: 'blank rows only', xml: '<row r="1"/><row r="5"><c r="A5"/></row>', read: [] },
    {
      note: 'cells and rows that are not there',
      xml: '<row r="2"><c r="B2"><v>5</v></c></row><row r="4"><c r="D4"><v>6</v></c><c r="E4"/></row>',
      read: [
        ['', '', '', ''],
        ['', '5', '', ''],
        ['', '', '', ''],
        ['', '', '', '6'],
      ],
    },
    {
      note: 'no references at all',
      xml: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>',
      read: [
        ['1', '2'],
        ['', '3'],
      ],
    },
    {
      note: 'a reference to begin with',
      xml: '<row r="1"><c r="B1"><v>1</v></c><c><v>2</v></c></row>',
      read: [['', '1', '2']],
    },
    {
      note: 'columns of two letters',
      xml: '<row r="1"><c r="Z1"><v>1</v></c><c r="AA1"><v>2</v></c><c r="$B$1"><v>3</v></c></row>',
      read: [[...new Array<string>(25).fill(''), '1', '2', '3']],
    },
    {
      note: 'a reference that is none: the next place',
      xml: '<row r="1"><c r="B1"><v>1</v></c><c r="d1"><v>2</v></c></row>',
      read: [['', '1', '2']],
    },
    {
      note: 'kinds and styles of cells',
      xml: '<row r="1"><c t="s"><v>1</v></c><c s="1"><v>46176</v></c><c><v>46176</v></c><c t="str"><f>A1</f><v>007</v></c></row>',
      read: [['МО', '2026-06-03', '46176', '007']],
    },
    {
      note: 'a text in parts, its help for reading left out',
      xml: '<row r="1"><c t="inlineStr"><is><r><t>до</t></r><rPh><t>help</t></rPh><r><t>ма</t></r></is></c><c><v>1</v></c></row>',
      read: [['дома', '1']],
    },
    {
      note: 'no text outside of a value',
      xml: '<row r="1"><c><f>1+1</f> <v>2</v> </c><t>x</t><v>9</v><c><v>3</v></c></row>',
      read: [['2', '3']],
    },
    {
      note: 'rows out of order',
      xml: '<row r="2"><c><v>2</v></c></row><row r="1"><c><v>1</v></c></row>',
      read: [['1'], ['2']],
    },
    {
      note: 'a wrong number of a row',
      xml: '<row r="-1"><c><v>1</v></c></row><row r="0"><c><v>2</v></c></row>',
      read: [['1'], ['2']],
    },
    {
      note: 'a later row that is narrower',
      xml: '<row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c><v>2</v></c></row>',
      read: [
        ['', '1'],
        ['2', ''],
      ],
    },
  ])('$note', ({ xml, read }) => {
    expect(rows(xml)).toEqual(read);
  });

  it('the last column there is, and no further one', () => {
    const cell = (reference: string): string => `<row r="1"><c r="${reference}"><v>1</v></c></row>`;
    expect(rows(cell('XFD1'))[0]).toHaveLength(16_384);
    expect(() => rows(cell('XFE1'))).toThrow(TooBig);
  });

  it('as many cells as are read, and no more', () => {
    const far = (row: number, column = 'A'): string =>
      `<row r="${row}"><c r="${column}${row}"><v>1</v></c></row>`;
    expect(() => rows(far(5_000_002))).toThrow(TooBig);
    expect(() => rows('<row r="5000002"/>')).toThrow(TooBig);
    expect(rows(far(1, 'RLT') + far(400))).toHaveLength(400);
    expect(() => rows(far(1, 'RLT') + far(401))).toThrow(TooBig);
  });
});
