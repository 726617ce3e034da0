import { a1Of } from '../apps-script/address.ts';
import type { Line, SheetState } from '../apps-script/book-state.ts';
import type { Area, Cell } from '../apps-script/cell.ts';
import type { EngineCommand } from './batch.ts';
import { NO_STYLE } from './table-styles.ts';

/** 0-based, inclusive: the engine's rectangle. */
export interface Zone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface LineView {
  /** [0-based index, pixels] of lines with a size of their own. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly hidden: readonly number[];
  readonly groups: readonly { readonly start: number; readonly end: number; readonly folded: boolean }[];
}

interface ValidationView {
  readonly criterion: { readonly type: string; readonly values: readonly string[] };
  readonly zones: readonly Zone[];
}

/** Everything of a sheet but its cells, as the engine shows it. */
export interface Layout {
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rows: LineView;
  readonly columns: LineView;
  readonly merges: readonly Zone[];
  readonly filter: Zone | null;
  readonly validations: readonly ValidationView[];
}

const NO_LINES: LineView = { sizes: [], hidden: [], groups: [] };

export const NO_LAYOUT: Layout = {
  frozenRows: 0,
  frozenColumns: 0,
  rows: NO_LINES,
  columns: NO_LINES,
  merges: [],
  filter: null,
  validations: [],
};

export function zoneOf(area: Area): Zone {
  return {
    left: area.column - 1,
    right: area.column + area.columns - 2,
    top: area.row - 1,
    bottom: area.row + area.rows - 2,
  };
}

function zoneName({ left, right, top, bottom }: Zone): string {
  return a1Of({ row: top + 1, column: left + 1, rows: bottom - top + 1, columns: right - left + 1 });
}

function groupsOf(lines: readonly (Line | undefined)[]): LineView['groups'] {
  const groups: { start: number; end: number; folded: boolean }[] = [];
  lines.forEach((line, index) => {
    if ((line?.groupDepth ?? 0) === 0) return;
    const folded = line?.collapsed === true;
    const last = groups[groups.length - 1];
    if (last !== undefined && last.end === index - 1 && last.folded === folded) last.end = index;
    else groups.push({ start: index, end: index, folded });
  });
  return groups;
}

function linesOf(lines: readonly (Line | undefined)[]): LineView {
  const sizes: [number, number][] = [];
  const hidden: number[] = [];
  lines.forEach((line, index) => {
    if (line?.size !== undefined) sizes.push([index, line.size]);
    if (line?.hidden === true || line?.hiddenByFilter === true) hidden.push(index);
  });
  return { sizes, hidden, groups: groupsOf(lines) };
}

function criterionOf(cell: Cell): ValidationView['criterion'] | null {
  const validation = cell.validation;
  if (validation === undefined) return null;
  if (validation.type === 'CHECKBOX') return { type: 'isBoolean', values: [] };
  if (validation.type === 'VALUE_IN_LIST') {
    const values = validation.values.filter((value): value is string => typeof value === 'string');
    return values.length === 0 ? null : { type: 'isValueInList', values };
  }
  return null;
}

/** Cells below each other with the same validation become one zone. */
function validationsOf(cells: SheetState['cells']): ValidationView[] {
  const byCriterion = new Map<string, { criterion: ValidationView['criterion']; zones: Zone[] }>();
  const open = new Map<string, { left: number; right: number; top: number; bottom: number }>();
  cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      const criterion = cell === undefined ? null : criterionOf(cell);
      if (criterion === null) return;
      const key = JSON.stringify(criterion);
      const entry = byCriterion.get(key) ?? { criterion, zones: [] };
      byCriterion.set(key, entry);
      const above = open.get(`${column} ${key}`);
      if (above?.bottom === row - 1) above.bottom = row;
      else {
        const zone = { left: column, right: column, top: row, bottom: row };
        entry.zones.push(zone);
        open.set(`${column} ${key}`, zone);
      }
    });
  });
  return [...byCriterion.values()];
}

/** The part of an area that is in the sheet: the engine refuses one that reaches out of it. */
function inside(area: Area, { maxRows, maxColumns }: SheetState): Area {
  return {
    ...area,
    rows: Math.min(area.rows, maxRows - area.row + 1),
    columns: Math.min(area.columns, maxColumns - area.column + 1),
  };
}

export function layoutOf(sheet: SheetState, withValidations = true): Layout {
  return {
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    rows: linesOf(sheet.rowLines),
    columns: linesOf(sheet.columnLines),
    merges: sheet.merges.map(zoneOf),
    filter: sheet.filter === null ? null : zoneOf(inside(sheet.filter.area, sheet)),
    validations: withValidations ? validationsOf(sheet.cells) : [],
  };
}

/** A layout as the engine has it once the sheet was shortened: its filter is cut with the sheet. */
export function shortened(layout: Layout, { maxRows, maxColumns }: SheetState): Layout {
  const { filter } = layout;
  if (filter === null) return layout;
  const bottom = Math.min(filter.bottom, maxRows - 1);
  const right = Math.min(filter.right, maxColumns - 1);
  return { ...layout, filter: { ...filter, bottom, right } };
}

function headersData({ sizes, hidden }: LineView): Record<number, object> {
  const headers: Record<number, object> = {};
  for (const [index, size] of sizes) headers[index] = { size };
  for (const index of hidden) headers[index] = { ...headers[index], isHidden: true };
  return headers;
}

function groupsData({ groups }: LineView): object[] {
  return groups.map(({ start, end, folded }) => ({ start, end, ...(folded ? { isFolded: true } : {}) }));
}

/** What the engine loads of a layout with the cells; `layoutCommands` from `loaded` on bring the rest. */
export function layoutData({ frozenRows, frozenColumns, rows, columns, filter }: Layout): object {
  return {
    panes: { xSplit: frozenColumns, ySplit: frozenRows },
    rows: headersData(rows),
    cols: headersData(columns),
    headerGroups: { ROW: groupsData(rows), COL: groupsData(columns) },
    tables: filter === null ? [] : [{ range: zoneName(filter), type: 'static', config: FILTER_CONFIG }],
  };
}

export function loaded(layout: Layout): Layout {
  return {
    ...layout,
    merges: [],
    validations: [],
  };
}

type Dimension = 'ROW' | 'COL';

function sizeCommands(
  sheetId: string,
  dimension: Dimension,
  before: LineView,
  after: LineView,
): EngineCommand[] {
  const was = new Map(before.sizes);
  const is = new Map(after.sizes);
  const bySize = new Map<number | null, number[]>();
  for (const index of new Set([...was.keys(), ...is.keys()])) {
    const size = is.get(index) ?? null;
    if (size === (was.get(index) ?? null)) continue;
    bySize.set(size, [...(bySize.get(size) ?? []), index]);
  }
  return [...bySize].map(([size, elements]) => ({
    type: 'RESIZE_COLUMNS_ROWS',
    sheetId,
    dimension,
    elements,
    size,
  }));
}

function hiddenCommands(
  sheetId: string,
  dimension: Dimension,
  before: LineView,
  after: LineView,
): EngineCommand[] {
  const shown = before.hidden.filter((index) => !after.hidden.includes(index));
  const gone = after.hidden.filter((index) => !before.hidden.includes(index));
  const commands: EngineCommand[] = [];
  if (shown.length > 0) {
    commands.push({ type: 'UNHIDE_COLUMNS_ROWS', sheetId, dimension, elements: shown });
  }
  if (gone.length > 0) commands.push({ type: 'HIDE_COLUMNS_ROWS', sheetId, dimension, elements: gone });
  return commands;
}

function groupCommands(
  sheetId: string,
  dimension: Dimension,
  before: LineView,
  after: LineView,
): EngineCommand[] {
  if (JSON.stringify(before.groups) === JSON.stringify(after.groups)) return [];
  const commands: EngineCommand[] = before.groups.map(({ start, end }) => ({
    type: 'UNGROUP_HEADERS',
    sheetId,
    dimension,
    start,
    end,
  }));
  for (const { start, end, folded } of after.groups) {
    commands.push({ type: 'GROUP_HEADERS', sheetId, dimension, start, end });
    if (folded) commands.push({ type: 'FOLD_HEADER_GROUP', sheetId, dimension, start, end });
  }
  return commands;
}

function lineCommands(
  sheetId: string,
  dimension: Dimension,
  before: LineView,
  after: LineView,
): EngineCommand[] {
  return [sizeCommands, hiddenCommands, groupCommands].flatMap((commandsFor) =>
    commandsFor(sheetId, dimension, before, after),
  );
}

function freezeCommands(sheetId: string, before: Layout, after: Layout): EngineCommand[] {
  const commands: EngineCommand[] = [];
  if (before.frozenRows !== after.frozenRows) {
    commands.push(
      after.frozenRows === 0
        ? { type: 'UNFREEZE_ROWS', sheetId }
        : { type: 'FREEZE_ROWS', sheetId, quantity: after.frozenRows },
    );
  }
  if (before.frozenColumns !== after.frozenColumns) {
    commands.push(
      after.frozenColumns === 0
        ? { type: 'UNFREEZE_COLUMNS', sheetId }
        : { type: 'FREEZE_COLUMNS', sheetId, quantity: after.frozenColumns },
    );
  }
  return commands;
}

function rangeData(sheetId: string, zone: Zone): { _sheetId: string; _zone: Zone } {
  return { _sheetId: sheetId, _zone: zone };
}

const FILTER_CONFIG = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  automaticAutofill: false,
  styleId: NO_STYLE,
};

function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function filterCommands(sheetId: string, before: Layout, after: Layout): EngineCommand[] {
  if (same(before.filter, after.filter)) return [];
  const commands: EngineCommand[] = [];
  if (before.filter !== null) commands.push({ type: 'REMOVE_TABLE', sheetId, target: [before.filter] });
  if (after.filter !== null) {
    commands.push({
      type: 'CREATE_TABLE',
      sheetId,
      ranges: [rangeData(sheetId, after.filter)],
      config: FILTER_CONFIG,
      tableType: 'static',
    });
  }
  return commands;
}

function mergeCommands(sheetId: string, before: Layout, after: Layout): EngineCommand[] {
  if (same(before.merges, after.merges)) return [];
  const commands: EngineCommand[] = [];
  if (before.merges.length > 0) commands.push({ type: 'REMOVE_MERGE', sheetId, target: before.merges });
  if (after.merges.length > 0) {
    commands.push({ type: 'ADD_MERGE', sheetId, target: after.merges, force: true });
  }
  return commands;
}

function validationCommands(sheetId: string, before: Layout, after: Layout): EngineCommand[] {
  if (same(before.validations, after.validations)) return [];
  const idOf = (index: number): string => `${sheetId}-validation-${index}`;
  return [
    ...before.validations.map((_, index) => ({
      type: 'REMOVE_DATA_VALIDATION_RULE',
      sheetId,
      id: idOf(index),
    })),
    ...after.validations.map(({ criterion, zones }, index) => ({
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId,
      ranges: zones.map((zone) => rangeData(sheetId, zone)),
      rule: { id: idOf(index), criterion: { ...criterion, displayStyle: 'arrow' }, isBlocking: false },
    })),
  ];
}

/** Commands that take the engine's sheet from one layout to the other. */
export function layoutCommands(sheetId: string, before: Layout, after: Layout): EngineCommand[] {
  return [
    ...lineCommands(sheetId, 'COL', before.columns, after.columns),
    ...lineCommands(sheetId, 'ROW', before.rows, after.rows),
    ...freezeCommands(sheetId, before, after),
    ...mergeCommands(sheetId, before, after),
    ...filterCommands(sheetId, before, after),
    ...validationCommands(sheetId, before, after),
  ];
}
