import { isDateFormat, textOfSerial } from './serial-date.ts';

/** What the cells of a workbook have in common. */
export interface CellForms {
  readonly sharedStrings: readonly string[];
  /** By number of a cell's style: is a number in it a day? */
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: 1900 | 1904;
}

/** Excel keeps 15 digits of a number; what stands beyond was lost before. */
const DIGITS = 15;
const TOO_LONG = 1e15;

/**
 * A cell as the text that a CSV export of it would have: days in ISO form, numbers with a point and
 * without grouping, a long number that lost digits with an exponent, as spreadsheets show it.
 *
 * @param type attribute `t` of the cell
 * @param value what stands in the cell; of a formula, its result
 */
export function cellText(type: string, style: number, value: string, forms: CellForms): string {
  switch (type) {
    case 's':
      return forms.sharedStrings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false';
    case 'd':
    case 'e':
      return value;
    default:
      return value.trim() === '' ? '' : numberText(value, forms.dateStyles[style] === true, forms.dateSystem);
  }
}

function numberText(value: string, isDate: boolean, system: 1900 | 1904): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const day = isDate ? textOfSerial(number, system) : null;
  if (day !== null) return day;
  if (Math.abs(number) >= TOO_LONG) return number.toExponential(DIGITS - 1).replace('e', 'E');
  return String(Number(number.toPrecision(DIGITS)));
}

/** `_x000D_` is how a carriage return and other controls stand in a cell's text. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** By number of a cell's style: does its number format show a day? */
export function dateStylesOf(
  formats: readonly number[],
  codes: ReadonlyMap<number, string>,
): readonly boolean[] {
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}
