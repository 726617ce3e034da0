import { type CellForms, cellText } from './cell-text.ts';
import { TooBig } from './inflate.ts';
import { scanXml } from './xml.ts';

/** Cells of one sheet, those left blank between others included: more is no table of schools. */
export const CELL_LIMIT = 5_000_000;
const COLUMN_LIMIT = 16_384;

/**
 * Rows of a sheet as texts, every row of the sheet's width, so that their positions are rows and
 * columns of the sheet. Hidden and filtered rows are rows like others.
 *
 * @throws TooBig
 */
export function readRows(xml: string, forms: CellForms): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let inValue = false;
  let inHelp = false;
  let width = 0;
  let last = 0;

  function startRow(number: number): void {
    const index = number > 0 ? number - 1 : rows.length;
    if (index > CELL_LIMIT) throw new TooBig();
    while (rows.length <= index) rows.push([]);
    row = rows[index] ?? [];
    column = 0;
  }

  function endCell(): void {
    const text = cellText(type, style, value, forms);
    if (text !== '') {
      while (row.length < column) row.push('');
      row[column] = text;
      if (row.length > width) width = row.length;
      last = Math.max(last, rows.length);
      if (width * last > CELL_LIMIT) throw new TooBig();
    }
    column += 1;
  }

  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') startRow(Number(attributes.get('r') ?? 0));
      else if (name === 'c') {
        column = columnOf(attributes.get('r')) ?? column;
        type = attributes.get('t') ?? 'n';
        style = Number(attributes.get('s') ?? 0);
        value = '';
      } else if (name === 'rPh') inHelp = true;
      else if (name === 'v' || (name === 't' && !inHelp)) inValue = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') inHelp = false;
      else if (name === 'c') endCell();
    },
    text: (characters) => {
      if (inValue) value += characters;
    },
  });
  const whole = rows.slice(0, last);
  for (const cells of whole) while (cells.length < width) cells.push('');
  return whole;
}

/** 0-based column of a reference such as `AB12`; null where there is none. */
function columnOf(reference: string | null): number | null {
  let column = 0;
  for (const letter of reference ?? '') {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
    if (column > COLUMN_LIMIT) throw new TooBig();
  }
  return column === 0 ? null : column - 1;
}
