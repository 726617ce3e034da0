import { columnName } from '../apps-script/address.ts';
import type { BookState, SheetState } from '../apps-script/book-state.ts';
import { type EngineStyle, engineCell, isUnseen } from './cell-content.ts';
import { type Layout, layoutData } from './layout.ts';
import { engineLocale } from './locale.ts';

/** Version of the library's data format that is written here. */
const DATA_VERSION = '19.3.2';

/** Gives equal values the same number, from 1. */
class Catalogue<T> {
  readonly entries: Record<number, T> = {};
  private readonly numbers = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(key, number);
    this.entries[number] = value;
    return number;
  }
}

/** Cells below each other with the same number become one zone in A1. */
class Stretches {
  readonly zones: Record<string, number> = {};
  private readonly open = new Map<number, { first: number; last: number; number: number }>();

  add(row: number, column: number, number: number): void {
    const stretch = this.open.get(column);
    if (stretch !== undefined && stretch.last === row - 1 && stretch.number === number) {
      stretch.last = row;
      return;
    }
    this.close(column);
    this.open.set(column, { first: row, last: row, number });
  }

  closeAll(): Record<string, number> {
    for (const column of this.open.keys()) this.close(column);
    return this.zones;
  }

  private close(column: number): void {
    const stretch = this.open.get(column);
    if (stretch === undefined) return;
    const name = columnName(column + 1);
    this.zones[`${name}${stretch.first + 1}:${name}${stretch.last + 1}`] = stretch.number;
  }
}

export function engineSheetId(sheetId: number): string {
  return `sheet-${sheetId}`;
}

export function bookSheetId(engineId: string): number {
  return Number(engineId.slice('sheet-'.length));
}

function sheetData(
  sheet: SheetState,
  layout: Layout | undefined,
  styles: Catalogue<EngineStyle>,
  formats: Catalogue<string>,
): object {
  const cells: Record<string, string> = {};
  const styleZones = new Stretches();
  const formatZones = new Stretches();
  sheet.cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell === undefined || isUnseen(cell)) return;
      const { content, format, style } = engineCell(cell);
      if (content !== '') cells[`${columnName(column + 1)}${row + 1}`] = content;
      if (style !== null) styleZones.add(row, column, styles.numberOf(style));
      if (format !== '') formatZones.add(row, column, formats.numberOf(format));
    });
  });
  return {
    id: engineSheetId(sheet.id),
    name: sheet.name,
    rowNumber: sheet.maxRows,
    colNumber: sheet.maxColumns,
    cells,
    styles: styleZones.closeAll(),
    formats: formatZones.closeAll(),
    isVisible: !sheet.hidden,
    ...(sheet.tabColor === null ? {} : { color: sheet.tabColor }),
    ...(layout === undefined ? {} : layoutData(layout)),
  };
}

/**
 * The cells of the whole book as the library loads them, with what it loads of these layouts: much
 * quicker than writing one by one.
 */
export function workbookData(
  book: { readonly sheets: readonly SheetState[]; readonly locale: BookState['locale'] },
  layouts: ReadonlyMap<number, Layout>,
): object {
  const styles = new Catalogue<EngineStyle>();
  const formats = new Catalogue<string>();
  const sheets = book.sheets.map((sheet) => sheetData(sheet, layouts.get(sheet.id), styles, formats));
  return {
    version: DATA_VERSION,
    sheets,
    styles: styles.entries,
    formats: formats.entries,
    settings: { locale: engineLocale(book.locale) },
  };
}
