import { columnName, columnNumber, quoteSheet, unquoteSheet } from './address.ts';

export type Locale = 'ru_RU' | 'en_US';

/** A reference inside a formula; a missing row or column makes it open (`A2:A`, `A:A`, `2:3`). */
interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

interface Reference {
  /** null: the sheet that the formula is on. */
  readonly sheet: string | null;
  readonly first: Corner;
  readonly last: Corner | null;
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'reference'; readonly text: string; readonly reference: Reference };

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CORNER = String.raw`(?:\$?[A-Za-z]{1,3}\$?[1-9][0-9]*|\$?[A-Za-z]{1,3}|\$?[1-9][0-9]*)`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9][0-9]*`;
const REFERENCE = new RegExp(`(${SHEET})?(?:(${CORNER}):(${CORNER})|(${CELL}))(?![\\p{L}\\p{N}_(!.])`, 'uy');
const STRING = /"(?:[^"]|"")*"/y;
const NAME = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const CORNER_PARTS = /^(\$?)([A-Za-z]{1,3})?(\$?)([1-9][0-9]*)?$/;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function parseCorner(text: string): Corner {
  const [, one = '', letters, two = '', digits] = CORNER_PARTS.exec(text) ?? [];
  return {
    column: letters === undefined ? null : columnNumber(letters),
    row: digits === undefined ? null : Number(digits),
    columnFixed: letters !== undefined && one === '$',
    rowFixed: digits !== undefined && (letters === undefined ? one === '$' || two === '$' : two === '$'),
  };
}

/** `decimal` is the mark that may stand inside a number. */
function tokenize(formula: string, decimal: '.' | ','): readonly Token[] {
  const tokens: Token[] = [];
  const number = decimal === '.' ? /[0-9]+(?:\.[0-9]+)?|\.[0-9]+/y : /[0-9]+(?:,[0-9]+)?/y;
  let at = 0;
  while (at < formula.length) {
    const string = matchAt(STRING, formula, at);
    const found =
      string ?? matchAt(REFERENCE, formula, at) ?? matchAt(number, formula, at) ?? matchAt(NAME, formula, at);
    const text = found?.[0] ?? formula.charAt(at);
    if (string !== null) tokens.push({ kind: 'string', text });
    else if (found !== null && (found[2] !== undefined || found[4] !== undefined)) {
      const [, sheet, first, last, single] = found;
      const reference: Reference = {
        sheet: sheet === undefined ? null : unquoteSheet(sheet.slice(0, -1)),
        first: parseCorner(first ?? single ?? ''),
        last: last === undefined ? null : parseCorner(last),
      };
      tokens.push({ kind: 'reference', text, reference });
    } else if (/^[0-9.]/.test(text) && found !== null) tokens.push({ kind: 'number', text });
    else tokens.push({ kind: 'text', text });
    at += text.length;
  }
  return tokens;
}

/**
 * What a person or a script wrote, in canonical en_US form. `;` separates arguments in every
 * locale; a comma in ru_RU is a decimal mark only. null: it does not parse (`#ERROR!`).
 */
export function canonicalFormula(formula: string, locale: Locale): string | null {
  const russian = locale === 'ru_RU';
  const brackets: string[] = [];
  let output = '';
  for (const token of tokenize(formula, russian ? ',' : '.')) {
    const inArray = brackets[brackets.length - 1] === '{';
    if (token.kind === 'number') output += token.text.replace(',', '.');
    else if (token.kind !== 'text') output += token.text;
    else if (token.text === '(' || token.text === '{') {
      brackets.push(token.text);
      output += token.text;
    } else if (token.text === ')' || token.text === '}') {
      if (brackets.pop() !== (token.text === ')' ? '(' : '{')) return null;
      output += token.text;
    } else if (token.text === ',' && russian) return null;
    else if (token.text === '.' && russian) return null;
    else if (token.text === '\\') {
      if (!inArray) return null;
      output += russian ? ',' : token.text;
    } else if (token.text === ';') output += inArray ? ';' : ',';
    else if (token.text === '"') return null;
    else output += token.text;
  }
  return brackets.length === 0 ? output : null;
}

/** The canonical formula as the locale shows it. */
export function localFormula(formula: string, locale: Locale): string {
  if (locale === 'en_US') return formula;
  const brackets: string[] = [];
  return tokenize(formula, '.')
    .map((token) => {
      if (token.kind === 'number') return token.text.replace('.', ',');
      if (token.kind !== 'text') return token.text;
      if (token.text === '(' || token.text === '{') brackets.push(token.text);
      if (token.text === ')' || token.text === '}') brackets.pop();
      if (token.text === ',') return brackets[brackets.length - 1] === '{' ? '\\' : ';';
      return token.text;
    })
    .join('');
}

function cornerText(corner: Corner): string {
  const column = corner.column === null ? '' : (corner.columnFixed ? '$' : '') + columnName(corner.column);
  return column + (corner.row === null ? '' : (corner.rowFixed ? '$' : '') + corner.row);
}

function referenceText(reference: Reference): string {
  const sheet = reference.sheet === null ? '' : `${quoteSheet(reference.sheet)}!`;
  const last = reference.last === null ? '' : `:${cornerText(reference.last)}`;
  return sheet + cornerText(reference.first) + last;
}

/** `change` gives the new reference, null for `#REF!`. */
function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return tokenize(formula, '.')
    .map((token) => {
      if (token.kind !== 'reference') return token.text;
      const changed = change(token.reference);
      if (changed === token.reference) return token.text;
      return changed === null ? '#REF!' : referenceText(changed);
    })
    .join('');
}

/** As copying does: relative parts move, fixed ones stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const shift = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
    column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
  });
  const inside = (corner: Corner): boolean => (corner.row ?? 1) > 0 && (corner.column ?? 1) > 0;
  return mapReferences(formula, (reference) => {
    const first = shift(reference.first);
    const last = reference.last === null ? null : shift(reference.last);
    return inside(first) && (last === null || inside(last)) ? { ...reference, first, last } : null;
  });
}

/** Lines `at … at+count-1` come (before what was at `at`) or go. */
export interface LineChange {
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly at: number;
  readonly count: number;
  readonly kind: 'insert' | 'delete';
}

/** Where an inclusive span goes; `last` null is open. null: nothing of it is left. */
export function moveSpan(
  first: number,
  last: number | null,
  change: LineChange,
): { first: number; last: number | null } | null {
  const { at, count } = change;
  if (change.kind === 'insert') {
    return {
      first: first >= at ? first + count : first,
      last: last !== null && last >= at ? last + count : last,
    };
  }
  const end = at + count - 1;
  if (last !== null && first >= at && last <= end) return null;
  const newFirst = first > end ? first - count : first >= at ? at : first;
  if (last === null) return { first: newFirst, last };
  return { first: newFirst, last: last > end ? last - count : last >= at ? at - 1 : last };
}

/** False: no reference to the sheet is in the formula, which need not be read (most of a book need not). */
function mentions(formula: string, sheet: string): boolean {
  return formula.includes(sheet.replace(/'/g, "''"));
}

/** The formula after lines of the sheet `changed` came or went; `own` is the formula's sheet. */
export function moveFormula(formula: string, own: string, changed: string, change: LineChange): string {
  if (own !== changed && !mentions(formula, changed)) return formula;
  const key = change.dimension === 'ROWS' ? 'row' : 'column';
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? own) !== changed) return reference;
    const first = reference.first[key];
    const lastCorner = reference.last ?? reference.first;
    if (first === null) return reference;
    const moved = moveSpan(first, lastCorner[key], change);
    if (moved === null) return null;
    if (moved.first === first && moved.last === lastCorner[key]) return reference;
    const last = reference.last === null ? null : { ...reference.last, [key]: moved.last };
    return { ...reference, first: { ...reference.first, [key]: moved.first }, last };
  });
}

/** The formula after a sheet got another name, or (null) was deleted. */
export function renameInFormula(formula: string, from: string, to: string | null): string {
  if (!mentions(formula, from)) return formula;
  return mapReferences(formula, (reference) => {
    if (reference.sheet !== from) return reference;
    return to === null ? null : { ...reference, sheet: to };
  });
}
