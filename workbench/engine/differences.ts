import type { SheetState } from '../apps-script/book-state.ts';
import type { Area } from '../apps-script/cell.ts';
import type { EngineCommand } from './batch.ts';
import { engineCell, isUnseen } from './cell-content.ts';
import { NO_LAYOUT } from './layout.ts';
import { describe, type Told } from './told.ts';
import { engineSheetId } from './workbook.ts';

/**
 * Sheets that came, went, moved or were resized or renamed. All of it before any cell.
 * @param created gets the ids of sheets whose cells are to be told whole
 */
export function sheetDifferences(
  sheets: readonly SheetState[],
  told: Map<number, Told>,
  created: (sheetId: number) => void,
): EngineCommand[] {
  const commands: EngineCommand[] = [];
  const order = [...told.keys()];
  // Names are free for new sheets once old ones went and got their new names.
  for (const sheetId of order.slice()) {
    if (sheets.some(({ id }) => id === sheetId)) continue;
    // The engine counts visible sheets only, and keeps one of them.
    if (told.get(sheetId)?.hidden === true) {
      commands.push({ type: 'SHOW_SHEET', sheetId: engineSheetId(sheetId) });
    }
    commands.push({ type: 'DELETE_SHEET', sheetId: engineSheetId(sheetId), sheetName: '' });
    order.splice(order.indexOf(sheetId), 1);
    told.delete(sheetId);
  }
  commands.push(...nameDifferences(sheets, told));
  for (const [index, sheet] of sheets.entries()) {
    if (told.has(sheet.id)) continue;
    order.splice(index, 0, sheet.id);
    commands.push({
      type: 'CREATE_SHEET',
      sheetId: engineSheetId(sheet.id),
      name: sheet.name,
      position: Math.min(index, order.length - 1),
      rows: sheet.maxRows,
      cols: sheet.maxColumns,
    });
    told.set(sheet.id, {
      ...describe(sheet),
      hidden: false,
      tabColor: null,
      cells: [],
      layout: NO_LAYOUT,
      charts: [],
    });
    created(sheet.id);
  }
  commands.push(...orderDifferences(order, sheets));
  for (const sheet of sheets) {
    const known = told.get(sheet.id);
    if (known === undefined) continue;
    commands.push(...tabDifferences(sheet, known), ...sizeDifferences(sheet, known));
    // In the order of the book.
    told.delete(sheet.id);
    told.set(sheet.id, known);
  }
  return commands;
}

/** Where another sheet still has the new name, it is given up first. */
function nameDifferences(sheets: readonly SheetState[], told: ReadonlyMap<number, Told>): EngineCommand[] {
  const renamed = sheets.flatMap((sheet) => {
    const known = told.get(sheet.id);
    return known === undefined || known.name === sheet.name ? [] : [{ sheet, known }];
  });
  const rename = (sheetId: number, oldName: string, newName: string): EngineCommand => ({
    type: 'RENAME_SHEET',
    sheetId: engineSheetId(sheetId),
    oldName,
    newName,
  });
  const wanted = new Set(renamed.map(({ sheet }) => sheet.name.toLowerCase()));
  const first: EngineCommand[] = [];
  for (const { sheet, known } of renamed) {
    if (!wanted.has(known.name.toLowerCase())) continue;
    const between = `~${engineSheetId(sheet.id)}`;
    first.push(rename(sheet.id, known.name, between));
    known.name = between;
  }
  return [
    ...first,
    ...renamed.map(({ sheet, known }) => {
      const command = rename(sheet.id, known.name, sheet.name);
      known.name = sheet.name;
      return command;
    }),
  ];
}

function orderDifferences(order: number[], sheets: readonly SheetState[]): EngineCommand[] {
  const commands: EngineCommand[] = [];
  sheets.forEach((sheet, index) => {
    const at = order.indexOf(sheet.id);
    if (at === index || at < 0) return;
    order.splice(index, 0, ...order.splice(at, 1));
    commands.push({ type: 'MOVE_SHEET', sheetId: engineSheetId(sheet.id), delta: index - at });
  });
  return commands;
}

function tabDifferences(sheet: SheetState, told: Told): EngineCommand[] {
  const sheetId = engineSheetId(sheet.id);
  const commands: EngineCommand[] = [];
  if (sheet.hidden !== told.hidden) {
    commands.push({ type: sheet.hidden ? 'HIDE_SHEET' : 'SHOW_SHEET', sheetId });
  }
  if (sheet.tabColor !== told.tabColor) {
    commands.push({ type: 'COLOR_SHEET', sheetId, color: sheet.tabColor ?? undefined });
  }
  Object.assign(told, { hidden: sheet.hidden, tabColor: sheet.tabColor });
  return commands;
}

/**
 * The engine's sheet is only lengthened or shortened at its end; what moved inside is told cell by
 * cell. New lines copy the look of the last one there, so that look is cleared.
 */
function sizeDifferences(sheet: SheetState, told: Told): EngineCommand[] {
  const commands: EngineCommand[] = [];
  const sheetId = engineSheetId(sheet.id);
  const sides = [
    { dimension: 'ROW', before: told.rows, after: sheet.maxRows },
    { dimension: 'COL', before: told.columns, after: sheet.maxColumns },
  ] as const;
  for (const { dimension, before, after } of sides) {
    const common = { sheetId, dimension, sheetName: sheet.name };
    if (after > before) {
      commands.push({
        ...common,
        type: 'ADD_COLUMNS_ROWS',
        position: 'after',
        base: before - 1,
        quantity: after - before,
      });
    } else if (after < before) {
      const elements = Array.from({ length: before - after }, (_, index) => after + index);
      commands.push({ ...common, type: 'REMOVE_COLUMNS_ROWS', elements });
    }
  }
  if (sheet.maxRows > told.rows && (told.cells[told.rows - 1] ?? []).some((cell) => cell !== undefined)) {
    const target = [{ left: 0, right: told.columns - 1, top: told.rows, bottom: sheet.maxRows - 1 }];
    commands.push({ type: 'CLEAR_FORMATTING', sheetId, target });
  }
  if (sheet.maxColumns > told.columns && told.cells.some((row) => row[told.columns - 1] !== undefined)) {
    const target = [{ left: told.columns, right: sheet.maxColumns - 1, top: 0, bottom: sheet.maxRows - 1 }];
    commands.push({ type: 'CLEAR_FORMATTING', sheetId, target });
  }
  told.cells.length = Math.min(told.cells.length, sheet.maxRows);
  for (const row of told.cells) {
    if (row !== undefined) row.length = Math.min(row.length, sheet.maxColumns);
  }
  told.rows = sheet.maxRows;
  told.columns = sheet.maxColumns;
  return commands;
}

/** Cells that differ in the area; null: anywhere in the sheet. */
export function cellDifferences(sheet: SheetState, told: Told, area: Area | null): EngineCommand[] {
  const commands: EngineCommand[] = [];
  const sheetId = engineSheetId(sheet.id);
  const firstRow = area === null ? 0 : area.row - 1;
  const lastRow = area === null ? Math.max(sheet.cells.length, told.cells.length) : firstRow + area.rows;
  for (let row = firstRow; row < Math.min(lastRow, sheet.maxRows); row++) {
    const is = sheet.cells[row] ?? [];
    const was = told.cells[row] ?? [];
    told.cells[row] = was;
    const firstColumn = area === null ? 0 : area.column - 1;
    const lastColumn = area === null ? Math.max(is.length, was.length) : firstColumn + area.columns;
    for (let column = firstColumn; column < Math.min(lastColumn, sheet.maxColumns); column++) {
      const cell = isUnseen(is[column]) ? undefined : is[column];
      if (cell === was[column]) continue;
      was[column] = cell;
      commands.push({
        type: 'UPDATE_CELL',
        sheetId,
        col: column,
        row,
        ...engineCell(cell ?? { value: null }),
      });
    }
  }
  return commands;
}
