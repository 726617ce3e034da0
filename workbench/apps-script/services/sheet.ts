import { closeArea, parseAddress } from '../address.ts';
import type { SheetState } from '../book-state.ts';
import { colourOf } from '../colours.ts';
import { without, writeValue } from '../content.ts';
import type { Context } from '../context.ts';
import { Emulated, type EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { changeLines, deleteSheet, duplicateSheet, renameSheet } from '../structure.ts';
import {
  chartsOf,
  EmbeddedChartBuilderService,
  type EmbeddedChartService,
  placeChart,
  removeChart,
} from './charts.ts';
import { ConditionalFormatRuleService } from './conditional-format.ts';
import { type FilterService, sheetFilter } from './filter.ts';
import {
  addMetadata,
  DeveloperMetadataFinderService,
  type DeveloperMetadataService,
  metadataAt,
} from './metadata.ts';
import { type ProtectionService, protectArea, protectionsOf } from './protection.ts';
import { RangeService } from './range.ts';
import { type ClearOptions, clearing, withoutFormat } from './range-cells.ts';
import { RangeListService } from './range-list.ts';
import {
  changeLineProperties,
  DEFAULT_COLUMN_WIDTH,
  DEFAULT_ROW_HEIGHT,
  type Dimension,
  lineAt,
  setHidden,
} from './sheet-lines.ts';
import { SpreadsheetService } from './spreadsheet.ts';

export class SheetService extends Emulated {
  readonly platformName = 'Sheet';
  readonly context: Context;
  readonly id: number;

  constructor(context: Context, id: number) {
    super();
    this.context = context;
    this.id = id;
  }

  // What it is

  getSheetId(): number {
    return this.state().id;
  }
  getName(): string {
    return this.state().name;
  }
  getSheetName(): string {
    return this.state().name;
  }
  getIndex(): number {
    return this.context.book.sheets.findIndex(({ id }) => id === this.id) + 1;
  }
  getParent(): SpreadsheetService {
    return new SpreadsheetService(this.context);
  }
  getType(): EnumValue {
    return enumValue('SheetType', 'GRID');
  }
  setName(name: string): SheetService {
    return this.write(() => renameSheet(this.context.book, this.id, name));
  }
  activate(): SheetService {
    this.state();
    return this.write(() =>
      this.context.book.changeBook((state) => {
        state.activeSheetId = this.id;
      }),
    );
  }
  isSheetHidden(): boolean {
    return this.state().hidden;
  }
  hideSheet(): SheetService {
    const visible = this.context.book.sheets.filter((sheet) => !sheet.hidden);
    if (visible.length === 1 && visible[0]?.id === this.id) {
      throw new ServiceException("You can't hide all the sheets in a document.");
    }
    return this.setVisibility(true);
  }
  showSheet(): SheetService {
    return this.setVisibility(false);
  }
  getTabColor(): string | null {
    return this.state().tabColor;
  }
  setTabColor(colour: string | null): SheetService {
    const parsed = colour === null ? null : colourOf(colour);
    return this.layout((sheet) => {
      if (colour === null || parsed !== null) sheet.tabColor = parsed;
    });
  }
  copyTo(target: SpreadsheetService): SheetService {
    const { book } = this.context;
    const prefix = book.locale === 'ru_RU' ? 'Копия ' : 'Copy of ';
    const id = book.nextId();
    if (target.getId() !== book.id) throw new NotKnown('copying a sheet into another spreadsheet');
    this.write(() => duplicateSheet(book, this.id, id, prefix + this.state().name));
    return new SheetService(this.context, id);
  }

  // Size

  getMaxRows(): number {
    return this.state().maxRows;
  }
  getMaxColumns(): number {
    return this.state().maxColumns;
  }
  getLastRow(): number {
    return this.extent().rows;
  }
  getLastColumn(): number {
    return this.extent().columns;
  }

  // Ranges

  getRange(rowOrName: number | string, column = 1, rows = 1, columns = 1): RangeService {
    if (typeof rowOrName === 'string') return this.named(rowOrName);
    for (const number of [rowOrName, column, rows, columns]) {
      if (!Number.isInteger(number)) throw new NotKnown(`getRange with ${number}`);
    }
    if (rowOrName < 1) throw new ServiceException('The starting row of the range is too small.');
    if (column < 1) throw new ServiceException('The starting column of the range is too small.');
    if (rows < 1) throw new ServiceException('The number of rows in the range must be at least 1.');
    if (columns < 1) throw new ServiceException('The number of columns in the range must be at least 1.');
    return new RangeService(this.context, { sheetId: this.id, row: rowOrName, column, rows, columns });
  }
  getDataRange(): RangeService {
    const { rows, columns } = this.extent();
    return this.getRange(1, 1, Math.max(1, rows), Math.max(1, columns));
  }
  getSheetValues(row: number, column: number, rows: number, columns: number) {
    return this.getRange(row, column, rows, columns).getValues();
  }
  appendRow(values: readonly unknown[]): SheetService {
    const { book } = this.context;
    if (values.length === 0) throw new NotKnown('appendRow of no values');
    const now = this.context.now();
    // The row is found where the call is made, but where its turn comes in a run that others overtake.
    return this.write(() => {
      const sheet = this.state();
      const row = this.extent().rows + 1;
      if (values.length > sheet.maxColumns) {
        changeLines(book, this.id, {
          dimension: 'COLUMNS',
          at: sheet.maxColumns + 1,
          count: values.length - sheet.maxColumns,
          kind: 'insert',
        });
      }
      if (row > sheet.maxRows) {
        changeLines(book, this.id, { dimension: 'ROWS', at: sheet.maxRows + 1, count: 1, kind: 'insert' });
      }
      const area = { row, column: 1, rows: 1, columns: values.length };
      book.writeCells(this.id, area, (cell, _row, column) => {
        const value = values[column];
        if (cell.numberFormat === '@' && typeof value === 'string' && value !== '') {
          throw new NotKnown('appendRow of a text into a cell of format @');
        }
        return writeValue(cell, value, book, now);
      });
    });
  }

  // Lines

  insertRowsAfter(after: number, count: number): SheetService {
    return this.insert('ROWS', after + 1, count, 'before', after);
  }
  insertRowsBefore(before: number, count: number): SheetService {
    return this.insert('ROWS', before, count, 'after', before);
  }
  insertRowAfter(after: number): SheetService {
    return this.insertRowsAfter(after, 1);
  }
  insertRowBefore(before: number): SheetService {
    return this.insertRowsBefore(before, 1);
  }
  insertColumnsAfter(after: number, count: number): SheetService {
    return this.insert('COLUMNS', after + 1, count, 'before', after);
  }
  insertColumnsBefore(before: number, count: number): SheetService {
    return this.insert('COLUMNS', before, count, 'after', before);
  }
  insertColumnAfter(after: number): SheetService {
    return this.insertColumnsAfter(after, 1);
  }
  insertColumnBefore(before: number): SheetService {
    return this.insertColumnsBefore(before, 1);
  }
  deleteRows(first: number, count: number): void {
    this.delete('ROWS', first, count);
  }
  deleteRow(row: number): SheetService {
    this.delete('ROWS', row, 1);
    return this;
  }
  deleteColumns(first: number, count: number): void {
    this.delete('COLUMNS', first, count);
  }
  deleteColumn(column: number): SheetService {
    this.delete('COLUMNS', column, 1);
    return this;
  }
  setFrozenRows(rows: number): void {
    if (rows > this.state().maxRows) throw new ServiceException("You can't freeze all rows.");
    this.layout((sheet) => {
      sheet.frozenRows = rows;
    });
  }
  getFrozenRows(): number {
    return this.state().frozenRows;
  }
  setFrozenColumns(columns: number): void {
    if (columns > this.state().maxColumns) throw new ServiceException("You can't freeze all columns.");
    this.layout((sheet) => {
      sheet.frozenColumns = columns;
    });
  }
  getFrozenColumns(): number {
    return this.state().frozenColumns;
  }
  hideRows(first: number, count = 1): void {
    this.lines('ROWS', first, count, (line) => setHidden(line, true));
  }
  showRows(first: number, count = 1): void {
    this.lines('ROWS', first, count, (line) => setHidden(line, false));
  }
  hideColumns(first: number, count = 1): void {
    this.lines('COLUMNS', first, count, (line) => setHidden(line, true));
  }
  showColumns(first: number, count = 1): void {
    this.lines('COLUMNS', first, count, (line) => setHidden(line, false));
  }
  isRowHiddenByUser(row: number): boolean {
    return lineAt(this.state(), 'ROWS', row).hidden === true;
  }
  isRowHiddenByFilter(row: number): boolean {
    return lineAt(this.state(), 'ROWS', row).hiddenByFilter === true;
  }
  isColumnHiddenByUser(column: number): boolean {
    return lineAt(this.state(), 'COLUMNS', column).hidden === true;
  }
  setRowHeight(row: number, size: number): SheetService {
    return this.lines('ROWS', row, 1, (line) => ({ ...line, size }));
  }
  setRowHeights(first: number, count: number, size: number): SheetService {
    return this.lines('ROWS', first, count, (line) => ({ ...line, size }));
  }
  setRowHeightsForced(first: number, count: number, size: number): SheetService {
    return this.setRowHeights(first, count, size);
  }
  getRowHeight(row: number): number {
    return lineAt(this.state(), 'ROWS', row).size ?? DEFAULT_ROW_HEIGHT;
  }
  setColumnWidth(column: number, size: number): SheetService {
    return this.lines('COLUMNS', column, 1, (line) => ({ ...line, size }));
  }
  setColumnWidths(first: number, count: number, size: number): SheetService {
    return this.lines('COLUMNS', first, count, (line) => ({ ...line, size }));
  }
  getColumnWidth(column: number): number {
    return lineAt(this.state(), 'COLUMNS', column).size ?? DEFAULT_COLUMN_WIDTH;
  }
  getColumnGroupDepth(column: number): number {
    return lineAt(this.state(), 'COLUMNS', column).groupDepth ?? 0;
  }
  getRowGroupDepth(row: number): number {
    return lineAt(this.state(), 'ROWS', row).groupDepth ?? 0;
  }

  /** The header is sorted too, unless it is frozen. */
  sort(column: number, ascending = true): SheetService {
    const { rows, columns } = this.extent();
    const top = this.state().frozenRows + 1;
    if (rows > top) this.getRange(top, 1, rows - top + 1, columns).sort({ column, ascending });
    return this;
  }
  getRangeList(names: readonly string[]): RangeListService {
    return new RangeListService(names.map((name) => this.named(name)));
  }
  hideRow(range: RangeService): void {
    this.hideRows(range.area.row, range.area.rows);
  }
  unhideRow(range: RangeService): void {
    this.showRows(range.area.row, range.area.rows);
  }
  hideColumn(range: RangeService): void {
    this.hideColumns(range.area.column, range.area.columns);
  }
  unhideColumn(range: RangeService): void {
    this.showColumns(range.area.column, range.area.columns);
  }

  // Clearing

  clear(options?: ClearOptions): SheetService {
    const chosen = clearing(options);
    if (chosen.format && this.state().rules.length > 0) {
      throw new NotKnown('whether Sheet.clear removes conditional formatting');
    }
    this.everywhere((range) => range.clear(options));
    return this;
  }
  clearContents(): SheetService {
    this.everywhere((range) => range.clearContent());
    return this;
  }
  clearFormats(): SheetService {
    if (this.state().rules.length > 0)
      throw new NotKnown('whether clearFormats removes conditional formatting');
    this.everywhere((range) => range.changeAll(withoutFormat));
    return this;
  }
  clearNotes(): SheetService {
    this.everywhere((range) => range.changeAll((cell) => without(cell, 'note')));
    return this;
  }

  // Rules, filter, protection, metadata, charts

  getConditionalFormatRules(): readonly ConditionalFormatRuleService[] {
    return this.state().rules.map((rule) => new ConditionalFormatRuleService(this.context, this.id, rule));
  }
  setConditionalFormatRules(rules: readonly ConditionalFormatRuleService[]): void {
    if (rules.some(({ sheetId }) => sheetId !== this.id)) {
      throw new ServiceException('Conditional format rule cannot reference a different sheet.');
    }
    this.layout((sheet) => {
      sheet.rules = rules.map(({ rule }) => rule);
    });
  }
  clearConditionalFormatRules(): void {
    this.layout((sheet) => {
      sheet.rules = [];
    });
  }
  getFilter(): FilterService | null {
    return sheetFilter(this.context, this.id);
  }
  protect(): ProtectionService {
    return protectArea(this.context, this.id, null);
  }
  getProtections(type: EnumValue): readonly ProtectionService[] {
    return protectionsOf(this.context, this.id, type.name());
  }
  addDeveloperMetadata(...args: readonly unknown[]): SheetService {
    this.state();
    addMetadata(this.context, { type: 'SHEET', sheetId: this.id }, args);
    return this;
  }
  getDeveloperMetadata(): readonly DeveloperMetadataService[] {
    return metadataAt(this.context, { type: 'SHEET', sheetId: this.id });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderService {
    return new DeveloperMetadataFinderService(this.context, { sheetId: this.id, whole: true });
  }
  newChart(): EmbeddedChartBuilderService {
    return new EmbeddedChartBuilderService(this.context, this.id);
  }
  insertChart(chart: EmbeddedChartService): void {
    placeChart(this.context, this.id, chart, 'insert');
  }
  updateChart(chart: EmbeddedChartService): void {
    placeChart(this.context, this.id, chart, 'update');
  }
  removeChart(chart: EmbeddedChartService): void {
    removeChart(this.context, this.id, chart);
  }
  getCharts(): readonly EmbeddedChartService[] {
    return chartsOf(this.context, this.id);
  }

  // For the other services

  /** @throws ServiceException when the sheet was deleted. */
  state(): SheetState {
    return this.context.book.sheet(this.id);
  }
  remove(): void {
    const { book } = this.context;
    if (book.sheets.length === 1)
      throw new ServiceException("You can't remove all the sheets in a document.");
    this.write(() => deleteSheet(book, this.id));
  }

  private write(apply: () => void): SheetService {
    this.context.run.write(apply);
    return this;
  }
  private layout(change: (sheet: SheetState) => void): SheetService {
    return this.write(() => this.context.book.changeLayout(this.id, change));
  }
  private lines(
    dimension: Dimension,
    first: number,
    count: number,
    change: Parameters<typeof changeLineProperties>[5],
  ) {
    changeLineProperties(this.context, this.id, dimension, first, count, change);
    return this;
  }
  private setVisibility(hidden: boolean): SheetService {
    return this.write(() =>
      this.context.book.changeSheets(() => {
        this.state().hidden = hidden;
      }),
    );
  }
  private extent(): { rows: number; columns: number } {
    const { book } = this.context;
    const own = book.extent(this.id);
    const whole = { row: 1, column: 1, rows: this.state().maxRows, columns: this.state().maxColumns };
    if (this.context.results(this.id, { ...whole, row: whole.rows, rows: 1 }) === null) return own;
    const spilled = this.context.calculator().spillExtent(this.id);
    return { rows: Math.max(own.rows, spilled.rows), columns: Math.max(own.columns, spilled.columns) };
  }
  private named(name: string): RangeService {
    const open = parseAddress(name);
    const other = open?.sheet == null ? undefined : this.context.book.sheetByName(open.sheet);
    if (open === null || (open.sheet !== null && other === undefined))
      throw new ServiceException('Range not found');
    const sheet = other ?? this.state();
    const area = closeArea(open, sheet.maxRows, sheet.maxColumns);
    if (area.rows < 1 || area.columns < 1) throw new ServiceException('Range not found');
    const ends = { rows: open.bottom === null, columns: open.right === null };
    return new RangeService(this.context, { ...area, sheetId: sheet.id }, ends);
  }
  private insert(dimension: Dimension, at: number, count: number, like: 'before' | 'after', named: number) {
    const max = dimension === 'ROWS' ? this.state().maxRows : this.state().maxColumns;
    if (named < 1 || named > max) throw new ServiceException(`Those ${word(dimension)} are out of bounds.`);
    if (count < 1) throw new ServiceException(`The number of ${word(dimension)} must be at least 1.`);
    return this.write(() =>
      changeLines(this.context.book, this.id, { dimension, at, count, kind: 'insert' }, like),
    );
  }
  private delete(dimension: Dimension, at: number, count: number): void {
    const sheet = this.state();
    const max = dimension === 'ROWS' ? sheet.maxRows : sheet.maxColumns;
    if (at < 1 || count < 1 || at + count - 1 > max) {
      throw new ServiceException(`Those ${word(dimension)} are out of bounds.`);
    }
    if (count === max) {
      throw new ServiceException(`You can't delete all the ${word(dimension)} on the sheet.`);
    }
    this.write(() => changeLines(this.context.book, this.id, { dimension, at, count, kind: 'delete' }));
  }
  private everywhere(act: (range: RangeService) => void): void {
    const { cells } = this.state();
    const columns = Math.max(1, ...cells.map((row) => row?.length ?? 0));
    const rows = Math.max(1, cells.length);
    act(new RangeService(this.context, { sheetId: this.id, row: 1, column: 1, rows, columns }));
  }
}

function word(dimension: Dimension): string {
  return dimension === 'ROWS' ? 'rows' : 'columns';
}

export function sheetService(context: Context, sheetId: number): SheetService {
  return new SheetService(context, sheetId);
}
