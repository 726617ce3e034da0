import type { SheetArea } from '../cell.ts';
import type { Context } from '../context.ts';
import { NotKnown } from '../errors.ts';
import type { SortValue } from '../structure.ts';

/** Reads what `Range.sort` takes: a column, a key, or a list of either. */
export function sortKeys(keys: unknown) {
  const list: readonly unknown[] = Array.isArray(keys) ? keys : [keys];
  return list.map((key) => {
    if (typeof key === 'number') return { column: key, ascending: true };
    if (typeof key === 'object' && key !== null && 'column' in key && typeof key.column === 'number') {
      return { column: key.column, ascending: !('ascending' in key) || key.ascending !== false };
    }
    throw new NotKnown('the sort specification');
  });
}

/** The values that rows are sorted by, calculated ones included; only asked-for columns are calculated. */
export function sortValues(context: Pick<Context, 'book' | 'results'>, area: SheetArea): SortValue {
  const { sheetId, row: top, rows } = area;
  const columns = new Map<number, ReturnType<Context['results']>>();
  return (row, column) => {
    const known = columns.get(column);
    const results =
      known === undefined ? context.results(sheetId, { row: top, column, rows, columns: 1 }) : known;
    columns.set(column, results);
    const result = results?.[row - top]?.[0];
    return result == null ? context.book.cell(sheetId, row, column).value : result.value;
  };
}
