import {
  type BookState,
  type Chart,
  copySheetState,
  type Line,
  type Metadata,
  newSheetState,
  type SheetState,
} from './book-state.ts';
import { type Area, type Cell, type CriterionValue, EMPTY_CELL, type SheetArea } from './cell.ts';
import { ServiceException } from './errors.ts';
import { type LineChange, moveFormula, moveSpan, renameInFormula, shiftFormula } from './formula.ts';
import type { Book } from './store.ts';

/** Rows and columns that come and go, sheets that come, go and change names, rows that are sorted. */

export const CELL_LIMIT = 10_000_000;

export function moveArea<A extends Area>(area: A, change: LineChange): A | null {
  const rows = change.dimension === 'ROWS';
  const first = rows ? area.row : area.column;
  const size = rows ? area.rows : area.columns;
  const moved = moveSpan(first, first + size - 1, change);
  if (moved?.last == null) return null;
  const newSize = moved.last - moved.first + 1;
  return rows
    ? { ...area, row: moved.first, rows: newSize }
    : { ...area, column: moved.first, columns: newSize };
}

/**
 * Inserts empty lines before `at`, or deletes lines from `at`. Inserted lines take formats and
 * validation, not content, from the line on the side named by `like`.
 */
export function changeLines(
  book: Book,
  sheetId: number,
  change: LineChange,
  like: 'before' | 'after' = 'before',
): void {
  const { dimension, at, count, kind } = change;
  if (kind === 'insert') assertRoom(book, sheetId, dimension, count);
  const name = book.sheet(sheetId).name;
  book.changeStructure(sheetId, (sheet, state) => {
    if (dimension === 'ROWS') {
      if (kind === 'delete') {
        sheet.cells.splice(at - 1, count);
        sheet.rowLines.splice(at - 1, count);
      } else {
        const model = sheet.cells[at - 1 - (like === 'before' ? 1 : 0)] ?? [];
        pad(sheet.cells, at - 1, () => []);
        pad(sheet.rowLines, at - 1, () => undefined);
        sheet.cells.splice(at - 1, 0, ...Array.from({ length: count }, () => model.map(emptied)));
        sheet.rowLines.splice(at - 1, 0, ...emptyLines(count));
      }
      sheet.maxRows += kind === 'insert' ? count : -count;
    } else {
      sheet.cells.forEach((row) => {
        if (kind === 'delete') row.splice(at - 1, count);
        else {
          const model = emptied(row[at - 1 - (like === 'before' ? 1 : 0)]);
          if (model !== undefined) pad(row, at - 1, () => undefined);
          if (row.length >= at - 1) row.splice(at - 1, 0, ...Array.from({ length: count }, () => model));
        }
      });
      if (kind === 'delete') sheet.columnLines.splice(at - 1, count);
      else {
        pad(sheet.columnLines, at - 1, () => undefined);
        sheet.columnLines.splice(at - 1, 0, ...emptyLines(count));
      }
      sheet.maxColumns += kind === 'insert' ? count : -count;
    }
    moveAttached(sheet, state, change);
    for (const other of state.sheets) {
      mapFormulas(other, (formula) => moveFormula(formula, other.name, name, change));
    }
  });
}

function assertRoom(book: Book, sheetId: number, dimension: 'ROWS' | 'COLUMNS', count: number): void {
  const total = book.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  const { maxRows, maxColumns } = book.sheet(sheetId);
  if (total + count * (dimension === 'ROWS' ? maxColumns : maxRows) > CELL_LIMIT) {
    throw new ServiceException(
      `This action would increase the number of cells in the workbook above the limit of ${CELL_LIMIT} cells.`,
    );
  }
}

function emptyLines(count: number): (Line | undefined)[] {
  return Array.from({ length: count }, () => undefined);
}

function pad<T>(list: T[], length: number, make: () => T): void {
  while (list.length < length) list.push(make());
}

function emptied(cell: Cell | undefined): Cell | undefined {
  if (cell === undefined) return undefined;
  const { value: _value, formula: _formula, formulaBroken: _broken, note: _note, ...format } = cell;
  if (Object.keys(format).length === 0) return undefined;
  return { ...EMPTY_CELL, ...format };
}

function moveAttached(sheet: SheetState, state: BookState, change: LineChange): void {
  const keep = <A extends Area>(areas: readonly A[]): A[] =>
    areas.flatMap((area) => moveArea(area, change) ?? []);
  const onThisSheet = (area: SheetArea): SheetArea | null =>
    area.sheetId === sheet.id ? moveArea(area, change) : area;
  sheet.rules = sheet.rules
    .map((rule) => ({ ...rule, areas: keep(rule.areas) }))
    .filter((rule) => rule.areas.length > 0);
  sheet.merges = keep(sheet.merges);
  sheet.protections = sheet.protections.flatMap((protection) => {
    const area = protection.area === null ? null : moveArea(protection.area, change);
    if (protection.area !== null && area === null) return [];
    return [{ ...protection, area, unprotected: keep(protection.unprotected) }];
  });
  sheet.charts = sheet.charts.map((chart) => moveChart(chart, change));
  if (sheet.filter !== null) {
    const area = moveArea(sheet.filter.area, change);
    sheet.filter = area === null ? null : { area, criteria: moveColumns(sheet.filter.criteria, change) };
  }
  sheet.frozenRows = moveFrozen(sheet.frozenRows, 'ROWS', change);
  sheet.frozenColumns = moveFrozen(sheet.frozenColumns, 'COLUMNS', change);
  for (const other of state.sheets) {
    other.charts = other.charts.map((chart) => ({
      ...chart,
      areas: chart.areas.flatMap((area) => onThisSheet(area) ?? []),
    }));
  }
  state.namedRanges = state.namedRanges.map((named) => ({
    ...named,
    target: named.target === null ? null : onThisSheet(named.target),
  }));
  state.metadata = state.metadata.flatMap((entry) => moveMetadata(entry, sheet.id, change));
}

function moveChart(chart: Chart, change: LineChange): Chart {
  const key = change.dimension === 'ROWS' ? 'row' : 'column';
  const moved = moveSpan(chart.position[key], chart.position[key], change);
  return { ...chart, position: { ...chart.position, [key]: moved?.first ?? Math.max(1, change.at - 1) } };
}

function moveColumns<T>(criteria: Readonly<Record<number, T>>, change: LineChange): Record<number, T> {
  if (change.dimension === 'ROWS') return { ...criteria };
  const moved: Record<number, T> = {};
  for (const [key, value] of Object.entries(criteria)) {
    const span = moveSpan(Number(key), Number(key), change);
    if (span !== null) moved[span.first] = value;
  }
  return moved;
}

function moveFrozen(frozen: number, dimension: 'ROWS' | 'COLUMNS', change: LineChange): number {
  if (dimension !== change.dimension || frozen === 0) return frozen;
  const moved = moveSpan(1, frozen, change);
  return moved?.last ?? 0;
}

function moveMetadata(entry: Metadata, sheetId: number, change: LineChange): Metadata[] {
  const { location } = entry;
  const type = change.dimension === 'ROWS' ? 'ROW' : 'COLUMN';
  if (location.type !== type || location.sheetId !== sheetId) return [entry];
  const moved = moveSpan(location.index, location.index, change);
  return moved === null ? [] : [{ ...entry, location: { ...location, index: moved.first } }];
}

/** Formulas of cells, rules and validations. */
function mapFormulas(sheet: SheetState, change: (formula: string) => string): void {
  const mapped = (value: CriterionValue): CriterionValue =>
    isFormula(value) ? { formula: change(value.formula) } : value;
  sheet.cells.forEach((row) => {
    row.forEach((cell, index) => {
      if (cell === undefined) return;
      let next = cell;
      if (cell.formula !== undefined && cell.formulaBroken !== true) {
        const formula = change(cell.formula);
        if (formula !== cell.formula) next = { ...next, formula };
      }
      if (cell.validation?.values.some(isFormula) === true) {
        next = { ...next, validation: { ...cell.validation, values: cell.validation.values.map(mapped) } };
      }
      if (next !== cell) row[index] = next;
    });
  });
  sheet.rules = sheet.rules.map((rule) =>
    rule.condition === null
      ? rule
      : { ...rule, condition: { ...rule.condition, values: rule.condition.values.map(mapped) } },
  );
}

function isFormula(value: CriterionValue): value is { readonly formula: string } {
  return typeof value === 'object' && 'formula' in value;
}

export function assertFreeName(book: Book, name: string): void {
  if (book.sheetByName(name) === undefined) return;
  throw new ServiceException(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

/** `index` is 0-based among the sheets. */
export function addSheet(book: Book, id: number, name: string, index: number): void {
  assertFreeName(book, name);
  book.changeSheets((state) => {
    state.sheets.splice(index, 0, newSheetState(id, name));
    state.activeSheetId = id;
  });
}

export function renameSheet(book: Book, sheetId: number, name: string): void {
  const before = book.sheet(sheetId).name;
  if (before === name) return;
  assertFreeName(book, name);
  book.changeSheets((state) => {
    for (const sheet of state.sheets) {
      if (sheet.id === sheetId) sheet.name = name;
      mapFormulas(sheet, (formula) => renameInFormula(formula, before, name));
    }
  });
}

export function deleteSheet(book: Book, sheetId: number): void {
  const { name } = book.sheet(sheetId);
  if (book.sheets.length === 1) throw new ServiceException("You can't remove all the sheets in a document.");
  book.changeSheets((state) => {
    state.sheets = state.sheets.filter((sheet) => sheet.id !== sheetId);
    state.metadata = state.metadata.filter(
      ({ location }) => location.type === 'SPREADSHEET' || location.sheetId !== sheetId,
    );
    state.namedRanges = state.namedRanges.map((named) =>
      named.target?.sheetId === sheetId ? { ...named, target: null } : named,
    );
    for (const sheet of state.sheets) {
      mapFormulas(sheet, (formula) => renameInFormula(formula, name, null));
      sheet.charts = sheet.charts.map((chart) => ({
        ...chart,
        areas: chart.areas.filter((area) => area.sheetId !== sheetId),
      }));
    }
    if (state.activeSheetId === sheetId) state.activeSheetId = state.sheets[0]?.id ?? 0;
  });
}

/** The copy carries cells, rules, protections, charts and the sheet's developer metadata. */
export function duplicateSheet(book: Book, sheetId: number, copyId: number, name: string): void {
  assertFreeName(book, name);
  book.changeSheets((state) => {
    const index = state.sheets.findIndex((sheet) => sheet.id === sheetId);
    const original = state.sheets[index];
    if (original === undefined) throw new Error(`Sheet ${sheetId} not found`);
    const copy: SheetState = { ...copySheetState(original), id: copyId, name };
    copy.charts = copy.charts.map((chart) => ({
      ...chart,
      id: state.nextId++,
      areas: chart.areas.map((area) => (area.sheetId === sheetId ? { ...area, sheetId: copyId } : area)),
    }));
    copy.protections = copy.protections.map((protection) => ({ ...protection, id: state.nextId++ }));
    state.sheets.splice(index + 1, 0, copy);
    state.metadata = [
      ...state.metadata,
      ...state.metadata.flatMap((entry) =>
        entry.location.type !== 'SPREADSHEET' && entry.location.sheetId === sheetId
          ? [{ ...entry, id: state.nextId++, location: { ...entry.location, sheetId: copyId } }]
          : [],
      ),
    ];
  });
}

export interface SortKey {
  /** Absolute column. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Value by which a cell sorts. */
export type SortValue = (row: number, column: number) => string | number | boolean | null;

/** Cells move with their formats and notes; validation stays with its place. */
export function sortArea(
  book: Book,
  sheetId: number,
  area: Area,
  keys: readonly SortKey[],
  value: SortValue,
): void {
  const order = Array.from({ length: area.rows }, (_row, index) => area.row + index);
  order.sort((a, b) => {
    for (const key of keys) {
      const compared = compareForSort(value(a, key.column), value(b, key.column), key.ascending);
      if (compared !== 0) return compared;
    }
    return a - b;
  });
  const before = order.map((row) =>
    Array.from({ length: area.columns }, (_column, index) => book.cell(sheetId, row, area.column + index)),
  );
  book.writeCells(sheetId, area, (place, row, column) => {
    const moved = before[row]?.[column] ?? EMPTY_CELL;
    const { validation: _left, ...content } = moved;
    const shifted =
      content.formula === undefined || content.formulaBroken === true
        ? content
        : { ...content, formula: shiftFormula(content.formula, area.row + row - (order[row] ?? 0), 0) };
    return place.validation === undefined ? shifted : { ...shifted, validation: place.validation };
  });
}

/** Numbers, then texts, then booleans; blanks last in both directions. */
function compareForSort(
  a: string | number | boolean | null,
  b: string | number | boolean | null,
  ascending: boolean,
): number {
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b));
  const direction = ascending ? 1 : -1;
  const rank = (item: unknown): number => (typeof item === 'number' ? 0 : typeof item === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return (rank(a) - rank(b)) * direction;
  if (typeof a === 'string' && typeof b === 'string')
    return a.localeCompare(b, 'ru', { sensitivity: 'base' }) * direction;
  return (Number(a) - Number(b)) * direction;
}

function isNothing(value: unknown): boolean {
  return value === null || value === '';
}
