import type { AppsScript } from '../../workbench/apps-script/index.ts';

/** What stands in a cell, whichever row it was moved to. */
type Content = string | number | boolean | null | { readonly formula: string };

/**
 * The contents of a book by sheet and row key, to compare two books whatever rows were inserted.
 * Formulas are taken relative to their row. The journal of the commit is left out.
 *
 * @param without names of sheets to leave out too
 */
export function pictureOf(
  app: AppsScript,
  without: readonly string[] = [],
): Record<string, Record<string, unknown>> {
  const picture: Record<string, Record<string, unknown>> = {};
  for (const sheet of app.book.sheets) {
    if (sheet.name.startsWith('Служебный') || without.includes(sheet.name)) continue;
    const rows: Record<string, unknown> = {};
    sheet.cells.forEach((line, index) => {
      const cells: Record<string, unknown> = {};
      line?.forEach((cell, column) => {
        const content = contentOf(cell, index + 1);
        // When something was done differs from run to run.
        const isMoment = sheet.name === 'Журнал' && column === 0 && typeof content === 'number';
        if (content !== null && !isMoment) cells[String(column)] = content;
        if (cell?.note !== undefined && cell.note !== '') cells[`${column} note`] = cell.note;
      });
      if (Object.keys(cells).length > 0) rows[keyOf(sheet.name, cells, rows)] = cells;
    });
    picture[sheet.name] = rows;
  }
  return picture;
}

function contentOf(
  cell: { readonly value?: unknown; readonly formula?: string } | undefined,
  row: number,
): Content {
  if (cell === undefined) return null;
  if (cell.formula !== undefined)
    return {
      formula: cell.formula.replaceAll("'", '').replaceAll(new RegExp(`([A-Z])${row}\\b`, 'g'), '$1#'),
    };
  const value = cell.value ?? null;
  return value === '' ? null : (value as Content);
}

/** Key of a row: the ids of our sheets, else its texts; doubled keys are told apart. */
function keyOf(sheet: string, cells: Record<string, unknown>, rows: Record<string, unknown>): string {
  const columns = { Статистика: [7], Школы: [0], История: [0, 1], 'УБ ЦОК': [0], 'Чек-листы': [0] }[sheet];
  const parts = columns?.map((column) => cells[String(column)]).filter((part) => part !== undefined);
  const key = parts === undefined || parts.length === 0 ? JSON.stringify(cells) : parts.join('|');
  let unique = key;
  for (let number = 2; unique in rows; number += 1) unique = `${key} (${number})`;
  return unique;
}
