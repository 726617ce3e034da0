import type { Line, SheetState } from '../book-state.ts';
import type { SheetArea } from '../cell.ts';
import type { Context } from '../context.ts';
import { ServiceException } from '../errors.ts';

/** Heights, widths, hidden lines and groups of rows and columns. */

export type Dimension = 'ROWS' | 'COLUMNS';

export const DEFAULT_ROW_HEIGHT = 21;
export const DEFAULT_COLUMN_WIDTH = 100;
const DEEPEST_GROUP = 8;

export function lineAt(sheet: SheetState, dimension: Dimension, index: number): Line {
  return (dimension === 'ROWS' ? sheet.rowLines : sheet.columnLines)[index - 1] ?? {};
}

export function changeLineProperties(
  context: Context,
  sheetId: number,
  dimension: Dimension,
  first: number,
  count: number,
  change: (line: Line) => Line,
): void {
  const { maxRows, maxColumns } = context.book.sheet(sheetId);
  if (first < 1 || count < 1 || first + count - 1 > (dimension === 'ROWS' ? maxRows : maxColumns)) {
    throw new ServiceException(`Those ${dimension === 'ROWS' ? 'rows' : 'columns'} are out of bounds.`);
  }
  context.run.write(() =>
    context.book.changeLayout(sheetId, (sheet) => {
      const lines = dimension === 'ROWS' ? sheet.rowLines : sheet.columnLines;
      for (let index = first; index < first + count; index++) {
        while (lines.length < index) lines.push(undefined);
        const line = change(lines[index - 1] ?? {});
        lines[index - 1] = Object.keys(line).length === 0 ? undefined : line;
      }
    }),
  );
}

export function setHidden(line: Line, hidden: boolean): Line {
  const { hidden: _before, ...rest } = line;
  return hidden ? { ...rest, hidden: true } : rest;
}

export function changeGroupDepth(
  context: Context,
  area: SheetArea,
  dimension: Dimension,
  delta: number,
): void {
  const [first, count] = dimension === 'ROWS' ? [area.row, area.rows] : [area.column, area.columns];
  changeLineProperties(context, area.sheetId, dimension, first, count, (line) => {
    const depth = Math.max(0, (line.groupDepth ?? 0) + delta);
    if (depth > DEEPEST_GROUP)
      throw new ServiceException(`Groups can be at most ${DEEPEST_GROUP} levels deep.`);
    const { groupDepth: _depth, collapsed, ...rest } = line;
    if (depth === 0) return setHidden(rest, rest.hidden === true && collapsed !== true);
    return { ...rest, groupDepth: depth, ...(collapsed === true ? { collapsed } : {}) };
  });
}

/** A collapsed group hides its lines. */
export function setCollapsed(context: Context, area: SheetArea, collapsed: boolean): void {
  const sheet = context.book.sheet(area.sheetId);
  for (const dimension of ['ROWS', 'COLUMNS'] as const) {
    const [first, count] = dimension === 'ROWS' ? [area.row, area.rows] : [area.column, area.columns];
    const indexes = Array.from({ length: count }, (_line, index) => first + index);
    for (const index of indexes.filter((at) => (lineAt(sheet, dimension, at).groupDepth ?? 0) > 0)) {
      changeLineProperties(context, area.sheetId, dimension, index, 1, (line) => {
        const { collapsed: _before, ...rest } = setHidden(line, collapsed);
        return collapsed ? { ...rest, collapsed: true } : rest;
      });
    }
  }
}
