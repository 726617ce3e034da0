import type { Area } from './cell.ts';

export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** A range that may be open to the end of the sheet in one direction; 1-based, ends included. */
export interface OpenArea {
  readonly top: number | null;
  readonly left: number | null;
  readonly bottom: number | null;
  readonly right: number | null;
  /** Sheet named before `!`. */
  readonly sheet: string | null;
}

const A1_CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?$/;
const R1C1_CORNER = /^[Rr]([1-9][0-9]*)[Cc]([1-9][0-9]*)$/;

/** A1, A1:B2, A2:A, A:C, 2:4, R1C1, R1C1:R2C2, with `$` and a sheet name; null when it is none. */
export function parseAddress(text: string): OpenArea | null {
  const mark = text.lastIndexOf('!');
  const sheet = mark <= 0 ? null : unquoteSheet(text.slice(0, mark));
  const corners = text.slice(mark + 1).split(':');
  const [firstText = '', lastText = firstText] = corners;
  const first = parseCorner(firstText);
  const last = parseCorner(lastText);
  if (corners.length > 2 || first === null || last === null) return null;
  if (corners.length === 1 && (first.row === null || first.column === null)) return null;
  const rows = order(first.row, last.row);
  const columns = order(first.column, last.column);
  if (rows.from === null && columns.from === null) return null;
  return { top: rows.from, bottom: rows.to, left: columns.from, right: columns.to, sheet };
}

interface Corner {
  readonly row: number | null;
  readonly column: number | null;
}

function parseCorner(text: string): Corner | null {
  const relative = R1C1_CORNER.exec(text);
  if (relative !== null) return { row: Number(relative[1]), column: Number(relative[2]) };
  const match = A1_CORNER.exec(text);
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  return {
    column: match[1] === undefined ? null : columnNumber(match[1]),
    row: match[2] === undefined ? null : Number(match[2]),
  };
}

/** `A2:A` has a start and no end: the missing one is the open end. */
function order(a: number | null, b: number | null): { from: number | null; to: number | null } {
  if (a === null || b === null) return { from: a ?? b, to: null };
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

export function closeArea(open: OpenArea, maxRows: number, maxColumns: number): Area {
  const row = open.top ?? 1;
  const column = open.left ?? 1;
  return {
    row,
    column,
    rows: (open.bottom ?? maxRows) - row + 1,
    columns: (open.right ?? maxColumns) - column + 1,
  };
}

export function unquoteSheet(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !A1_CORNER.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

export function a1Of(area: Area): string {
  const first = columnName(area.column) + area.row;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnName(area.column + area.columns - 1)}${area.row + area.rows - 1}`;
}

export function intersects(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(outer: Area, row: number, column: number): boolean {
  return (
    row >= outer.row &&
    row < outer.row + outer.rows &&
    column >= outer.column &&
    column < outer.column + outer.columns
  );
}
