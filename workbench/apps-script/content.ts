import type { Calculated } from './calculator.ts';
import { type Area, type Cell, type CellValue, EMPTY_CELL, type Validation } from './cell.ts';
import { NotKnown, RefusedByRule } from './errors.ts';
import { DEFAULT_NUMBER_FORMAT, displayText, isDateFormat } from './format.ts';
import { type Locale, localFormula } from './formula.ts';
import { DATE_FORMAT, DATE_TIME_FORMAT, type Entered, enterText } from './input.ts';
import { isDate } from './signatures.ts';
import type { Book } from './store.ts';
import { momentToSerial, serialToMoment } from './zone.ts';

/** What getValue returns. */
export type ScriptValue = string | number | boolean | Date;

interface Shown {
  readonly value: CellValue;
  readonly error: string | null;
  readonly format: string;
}

function shown(cell: Cell, result: Calculated | null): Shown {
  const format = cell.numberFormat ?? result?.format ?? DEFAULT_NUMBER_FORMAT;
  if (cell.formulaBroken === true) return { value: null, error: '#ERROR!', format };
  if (result === null) return { value: cell.value, error: null, format };
  return { value: result.value, error: result.error, format };
}

/** Error cells read as their text, as most public code expects. */
export function scriptValue(cell: Cell, result: Calculated | null, book: Book): ScriptValue {
  const { value, error, format } = shown(cell, result);
  if (error !== null) return error;
  if (typeof value === 'number' && isDateFormat(format))
    return new Date(serialToMoment(value, book.timeZone));
  return value ?? '';
}

export function cellDisplay(cell: Cell, result: Calculated | null, locale: Locale): string {
  const { value, error, format } = shown(cell, result);
  return error ?? displayText(value, format, locale);
}

export function cellFormula(cell: Cell, locale: Locale): string {
  if (cell.formula === undefined) return '';
  return cell.formulaBroken === true ? cell.formula : localFormula(cell.formula, locale);
}

/** The cell after a script wrote the value: formats, note and validation stay. */
export function writeValue(cell: Cell, value: unknown, book: Book, now: Date): Cell {
  if (value === null || value === undefined) return withContent(cell, { value: null });
  if (typeof value === 'string') return writeEntered(cell, value, book, now);
  if (typeof value === 'boolean') return checked(withContent(cell, { value }));
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotKnown(`setValue(${value})`);
    return checked(withContent(cell, { value }));
  }
  if (isDate(value)) return writeDate(cell, value, book);
  throw new NotKnown(`setValue of a ${Object.prototype.toString.call(value)}`);
}

function writeDate(cell: Cell, date: Date, book: Book): Cell {
  const serial = momentToSerial(date.getTime(), book.timeZone);
  if (cell.numberFormat !== undefined) {
    if (!isDateFormat(cell.numberFormat))
      throw new NotKnown(`a Date written into format ${cell.numberFormat}`);
    return checked(withContent(cell, { value: serial }));
  }
  const format = Number.isInteger(serial) ? DATE_FORMAT[book.locale] : DATE_TIME_FORMAT[book.locale];
  return checked(withContent({ ...cell, numberFormat: format }, { value: serial }));
}

/** The cell after a text was typed, pasted or written. */
export function writeEntered(cell: Cell, text: string, book: Book, now: Date): Cell {
  const format = cell.numberFormat ?? DEFAULT_NUMBER_FORMAT;
  const entered = enterText(text, { locale: book.locale, now, format });
  if (entered.kind === 'number' && entered.format === null && format.includes('%')) {
    throw new NotKnown(`"${text}" entered into a cell of format ${format}`);
  }
  return checked(applyEntered(cell, entered));
}

function applyEntered(cell: Cell, entered: Entered): Cell {
  switch (entered.kind) {
    case 'blank':
      return withContent(cell, { value: null });
    case 'text':
      return withContent(cell, { value: entered.text });
    case 'boolean':
      return withContent(cell, { value: entered.value });
    case 'formula':
      return withContent(cell, {
        value: null,
        formula: entered.formula,
        ...(entered.broken ? { formulaBroken: true } : {}),
      });
    case 'number': {
      const formatted =
        cell.numberFormat === undefined && entered.format !== null
          ? { ...cell, numberFormat: entered.format }
          : cell;
      return withContent(formatted, { value: entered.value });
    }
  }
}

interface Content {
  readonly value: CellValue;
  readonly formula?: string;
  readonly formulaBroken?: true;
}

export function withContent(cell: Cell, content: Content): Cell {
  const { value: _value, formula: _formula, formulaBroken: _broken, ...rest } = cell;
  return { ...rest, ...content };
}

/** Without the named keys. */
export function without(cell: Cell, ...keys: readonly (keyof Cell)[]): Cell {
  const copy: { -readonly [K in keyof Cell]?: Cell[K] } = { ...cell };
  for (const key of keys) delete copy[key];
  return { ...EMPTY_CELL, ...copy };
}

/** A write that the cell's validation refuses. */
function checked(cell: Cell): Cell {
  const rule = cell.validation;
  if (rule === undefined || cell.value === null) return cell;
  if (rule.type === 'CHECKBOX') {
    const states = rule.values.length === 0 ? [true, false] : rule.values;
    if (states.includes(cell.value) || rule.allowInvalid) return cell;
    throw new NotKnown(`${JSON.stringify(cell.value)} written into a checkbox`);
  }
  if (rule.allowInvalid || fitsRule(cell.value, rule)) return cell;
  throw new RefusedByRule(rule.helpText);
}

function fitsRule(value: string | number | boolean, rule: Validation): boolean {
  const [low, high] = rule.values.map(Number);
  const number = typeof value === 'number' ? value : Number.NaN;
  switch (rule.type) {
    case 'VALUE_IN_LIST':
      return rule.values.filter((item) => typeof item === 'string').includes(String(value));
    case 'NUMBER_BETWEEN':
      return number >= Number(low) && number <= Number(high);
    case 'NUMBER_GREATER_THAN':
      return number > Number(low);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return number >= Number(low);
    case 'NUMBER_LESS_THAN':
      return number < Number(low);
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return number <= Number(low);
    default:
      throw new NotKnown(`a write into a cell whose validation ${rule.type} refuses bad values`);
  }
}

/** Rows × columns of cells; blanks where nothing is. */
export function cellsOf(book: Book, sheetId: number, area: Area): Cell[][] {
  const { cells } = book.sheet(sheetId);
  return Array.from({ length: area.rows }, (_row, r) => {
    const line = cells[area.row - 1 + r];
    return Array.from({ length: area.columns }, (_column, c) => line?.[area.column - 1 + c] ?? EMPTY_CELL);
  });
}

const SCALAR = new Set(
  `ABS AND AVERAGE CONCAT CONCATENATE COUNT COUNTA COUNTIF COUNTIFS DATE DAY EXACT FLOOR HYPERLINK IF IFERROR IFNA
   INT ISBLANK ISERROR ISNUMBER ISTEXT JOIN LEN LOOKUP LOWER MATCH MAX MAXIFS MIN MINIFS MOD MONTH N NA NOT OR RANK
   ROUND ROUNDDOWN ROUNDUP SPARKLINE SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TEXT TEXTJOIN TODAY TRIM UPPER VALUE
   VLOOKUP YEAR INDEX`.split(/\s+/),
);

/** Could this formula fill more than its own cell? Errs on the side of yes. */
export function maySpill(formula: string): boolean {
  if (formula.includes('{')) return true;
  const bare = formula.replace(/"[^"]*"/g, '');
  for (const match of bare.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\(/gu)) {
    if (!SCALAR.has((match[1] ?? '').toUpperCase())) return true;
  }
  let depth = 0;
  for (const sign of bare) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === ':' && depth === 0) return true;
  }
  return false;
}

/** Does reading the area need calculated results? */
export function needsResults(book: Book, sheetId: number, area: Area): boolean {
  const { cells } = book.sheet(sheetId);
  const bottom = area.row + area.rows - 1;
  const right = area.column + area.columns - 1;
  for (let row = 1; row <= Math.min(bottom, cells.length); row++) {
    const line = cells[row - 1];
    if (line === undefined) continue;
    for (let column = 1; column <= Math.min(right, line.length); column++) {
      const cell = line[column - 1];
      if (cell?.formula === undefined || cell.formulaBroken === true) continue;
      if (row >= area.row && column >= area.column) return true;
      if (maySpill(cell.formula)) return true;
    }
  }
  return false;
}
