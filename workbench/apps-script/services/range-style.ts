import type { Cell } from '../cell.ts';
import { colourOf } from '../colours.ts';
import { without } from '../content.ts';
import { EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { DEFAULT_NUMBER_FORMAT } from '../format.ts';
import type { RangeService } from './range.ts';

type StyleKey = Exclude<keyof Cell, 'value' | 'formula' | 'formulaBroken' | 'note' | 'validation'>;

/** One property of the look of a cell with its four methods. */
interface StyleRow {
  readonly key: StyleKey;
  /** Names behind get/set: of one cell, of a matrix. */
  readonly one: string;
  readonly many: string;
  /** What a cell without the property answers. */
  readonly fallback: unknown;
  /** The property for a written value; null: back to the default; undefined: ignored. */
  readonly parse: (value: unknown) => unknown;
  readonly read?: (stored: unknown) => unknown;
}

function oneOf(what: string, allowed: readonly string[], standard: string): (value: unknown) => unknown {
  return (value) => {
    if (value === null || value === standard) return null;
    if (typeof value === 'string' && allowed.includes(value)) return value;
    throw new NotKnown(`${what} ${String(value)}`);
  };
}

function colour(value: unknown): unknown {
  return typeof value === 'string' ? (colourOf(value) ?? undefined) : null;
}

const ROWS: readonly StyleRow[] = [
  { key: 'background', one: 'Background', many: 'Backgrounds', fallback: '#ffffff', parse: colour },
  { key: 'fontColor', one: 'FontColor', many: 'FontColors', fallback: '#000000', parse: colour },
  { key: 'fontFamily', one: 'FontFamily', many: 'FontFamilies', fallback: 'Arial', parse: (value) => value },
  { key: 'fontSize', one: 'FontSize', many: 'FontSizes', fallback: 10, parse: (value) => value },
  {
    key: 'fontStyle',
    one: 'FontStyle',
    many: 'FontStyles',
    fallback: 'normal',
    parse: oneOf('the font style', ['italic'], 'normal'),
  },
  {
    key: 'fontWeight',
    one: 'FontWeight',
    many: 'FontWeights',
    fallback: 'normal',
    parse: oneOf('the font weight', ['bold'], 'normal'),
  },
  {
    key: 'fontLine',
    one: 'FontLine',
    many: 'FontLines',
    fallback: 'none',
    parse: oneOf('the font line', ['underline', 'line-through'], 'none'),
  },
  {
    key: 'horizontalAlignment',
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    fallback: 'general',
    // Live, `normal` reads back as `general-left`.
    parse: (value) =>
      value === 'normal'
        ? 'general-left'
        : oneOf('the alignment', ['left', 'center', 'right'], 'general')(value),
  },
  {
    key: 'verticalAlignment',
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    fallback: 'bottom',
    parse: oneOf('the alignment', ['top', 'middle'], 'bottom'),
  },
  {
    key: 'numberFormat',
    one: 'NumberFormat',
    many: 'NumberFormats',
    fallback: DEFAULT_NUMBER_FORMAT,
    parse: (value) => (String(value).toLowerCase() === 'general' || value === '' ? null : value),
  },
  {
    key: 'wrap',
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    fallback: enumValue('WrapStrategy', 'OVERFLOW'),
    parse: (value) => (value instanceof EnumValue ? value.name() : null),
    read: (stored) => enumValue('WrapStrategy', String(stored)),
  },
  {
    key: 'wrap',
    one: 'Wrap',
    many: 'Wraps',
    // Odd, but live: a cell that was never told anything answers true, and OVERFLOW for the strategy.
    fallback: true,
    parse: (value) => (value === true ? 'WRAP' : 'OVERFLOW'),
    read: (stored) => stored === 'WRAP',
  },
];

function styled(cell: Cell, row: StyleRow, value: unknown): Cell {
  const parsed = row.parse(value ?? null);
  if (parsed === undefined) return cell;
  return parsed === null ? without(cell, row.key) : { ...cell, [row.key]: parsed };
}

/** get/set of one cell's property and of a matrix of them, for every row of the table. */
export function installStyleMethods(prototype: RangeService): void {
  for (const row of ROWS) {
    const read = (cell: Cell): unknown => {
      const stored = cell[row.key];
      return stored === undefined ? row.fallback : (row.read?.(stored) ?? stored);
    };
    const methods: Record<string, (this: RangeService, value: unknown) => unknown> = {
      [`get${row.one}`]() {
        return this.corner().map(read)[0]?.[0];
      },
      [`get${row.many}`]() {
        return this.map(read);
      },
      [`set${row.one}`](value) {
        return this.changeAll((cell) => styled(cell, row, value));
      },
      [`set${row.many}`](values) {
        if (!isMatrix(values)) throw new ServiceException('Cannot convert the argument to Object[][].');
        return this.change(values, (cell, value) => styled(cell, row, value));
      },
    };
    for (const [name, method] of Object.entries(methods)) {
      Object.defineProperty(prototype, name, { value: method, configurable: true });
    }
  }
}

function isMatrix(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.every((row) => Array.isArray(row));
}
