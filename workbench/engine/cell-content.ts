import { type Cell, type CellStyle, isBlank } from '../apps-script/cell.ts';

/** A cell as the engine takes it: text that it parses as en_US, number format, style. */
export interface EngineCell {
  readonly content: string;
  /** '' for the default. */
  readonly format: string;
  readonly style: EngineStyle | null;
}

export interface EngineStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly wrapping?: 'overflow' | 'wrap' | 'clip';
  readonly fillColor?: string;
  readonly textColor?: string;
  readonly fontSize?: number;
}

/** A text that starts with a letter and is no boolean is never parsed as anything else. */
const PLAIN_TEXT = /^\p{L}/u;
const BOOLEAN_TEXT = /^(true|false)$/i;
/** Formats that only show what is there. */
const DEFAULT_FORMATS = new Set(['', 'general', 'General', '0.###############']);
/** Not parseable, so the engine shows its «bad expression» error. */
const BROKEN_FORMULA = '=(';

/**
 * A blank cell without a fill looks like no cell. Sheets have tens of thousands of them (formats of
 * whole columns), so the engine is not told of them until something spills into one.
 */
export function isUnseen(cell: Cell | undefined): boolean {
  return cell === undefined || (isBlank(cell) && cell.background === undefined);
}

export function engineContent(cell: Cell): string {
  if (cell.formulaBroken === true) return BROKEN_FORMULA;
  if (cell.formula !== undefined) return cell.formula;
  const value = cell.value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (value === '') return '';
  return PLAIN_TEXT.test(value) && !BOOLEAN_TEXT.test(value) ? value : `'${value}`;
}

export function engineFormat(numberFormat: string | undefined): string {
  return numberFormat === undefined || DEFAULT_FORMATS.has(numberFormat) ? '' : numberFormat;
}

function oneOf<T extends string>(text: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === text?.toLowerCase());
}

/** Drops what is not set, because the engine takes a present `undefined` for a setting. */
function present(
  style: { readonly [K in keyof EngineStyle]: EngineStyle[K] | undefined },
): EngineStyle | null {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

export function engineStyle(style: CellStyle): EngineStyle | null {
  return present({
    bold: style.fontWeight === 'bold' ? true : undefined,
    italic: style.fontStyle === 'italic' ? true : undefined,
    underline: style.fontLine === 'underline' ? true : undefined,
    strikethrough: style.fontLine === 'line-through' ? true : undefined,
    align: oneOf(style.horizontalAlignment, ['left', 'right', 'center'] as const),
    verticalAlign: oneOf(style.verticalAlignment, ['top', 'middle', 'bottom'] as const),
    wrapping: oneOf(style.wrap, ['wrap', 'clip'] as const),
    fillColor: style.background,
    textColor: style.fontColor,
    fontSize: style.fontSize,
  });
}

export function engineCell(cell: Cell): EngineCell {
  return { content: engineContent(cell), format: engineFormat(cell.numberFormat), style: engineStyle(cell) };
}
