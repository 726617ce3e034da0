import { a1Of, columnName, contains } from '../address.ts';
import { type Area, type Cell, isBlank, type SheetArea } from '../cell.ts';
import {
  cellDisplay,
  cellFormula,
  cellsOf,
  type ScriptValue,
  scriptValue,
  withContent,
  without,
  writeValue,
} from '../content.ts';
import type { Context } from '../context.ts';
import { Emulated, EnumValue } from '../emulated.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { canonicalFormula } from '../formula.ts';
import { sortArea } from '../structure.ts';
import { copyRange, moveRange } from './copy.ts';
import { type DataValidationService, validationService } from './data-validation.ts';
import { createFilter, type FilterService, sheetFilter } from './filter.ts';
import { breakMerges, mergeCells, mergesIn } from './merges.ts';
import { addMetadata, DeveloperMetadataFinderService, metadataAt } from './metadata.ts';
import { assertOpen, type ProtectionService, protectArea } from './protection.ts';
import {
  type ClearOptions,
  checkedState,
  clearing,
  shifted,
  withNote,
  withoutFormat,
  withState,
  withValidation,
} from './range-cells.ts';
import { installStyleMethods } from './range-style.ts';
import { type SheetService, sheetService } from './sheet.ts';
import { changeGroupDepth, setCollapsed } from './sheet-lines.ts';
import { sortKeys, sortValues } from './sorting.ts';

type Matrix<T> = readonly (readonly T[])[];

export class RangeService extends Emulated {
  readonly platformName = 'Range';
  readonly context: Context;
  readonly area: SheetArea;
  /** How the range was named, for questions about open ends. */
  private readonly open: { readonly rows: boolean; readonly columns: boolean };

  constructor(context: Context, area: SheetArea, open = { rows: false, columns: false }) {
    super();
    this.context = context;
    this.area = area;
    this.open = open;
  }

  /** A range may be named beyond the grid; it is refused when it is used. */
  override assertThere(): void {
    const { maxRows, maxColumns } = this.context.book.sheet(this.area.sheetId);
    if (this.getLastRow() <= maxRows && this.getLastColumn() <= maxColumns) return;
    throw new ServiceException('The coordinates of the range are outside the dimensions of the sheet.');
  }

  // Where it is

  getRow(): number {
    return this.area.row;
  }
  getRowIndex(): number {
    return this.area.row;
  }
  getColumn(): number {
    return this.area.column;
  }
  getNumRows(): number {
    return this.area.rows;
  }
  getHeight(): number {
    return this.area.rows;
  }
  getNumColumns(): number {
    return this.area.columns;
  }
  getWidth(): number {
    return this.area.columns;
  }
  getLastRow(): number {
    return this.area.row + this.area.rows - 1;
  }
  getLastColumn(): number {
    return this.area.column + this.area.columns - 1;
  }
  getGridId(): number {
    return this.area.sheetId;
  }
  getSheet(): SheetService {
    return sheetService(this.context, this.area.sheetId);
  }
  getA1Notation(): string {
    const { row, column } = this.area;
    const { rows, columns } = this.open;
    if (rows && columns) return '';
    if (rows && row === 1) return `${columnName(column)}:${columnName(this.getLastColumn())}`;
    if (columns && column === 1) return `${row}:${this.getLastRow()}`;
    if (rows || columns) throw new NotKnown('getA1Notation of a range that is open on one side');
    return a1Of(this.area);
  }
  isStartRowBounded(): boolean {
    return !this.open.rows || this.area.row > 1;
  }
  isEndRowBounded(): boolean {
    return !this.open.rows;
  }
  isStartColumnBounded(): boolean {
    return !this.open.columns || this.area.column > 1;
  }
  isEndColumnBounded(): boolean {
    return !this.open.columns;
  }
  getCell(row: number, column: number): RangeService {
    if (row < 1 || column < 1 || row > this.area.rows || column > this.area.columns) {
      throw new ServiceException('Cell reference out of range');
    }
    return this.part(row - 1, column - 1, 1, 1);
  }
  offset(row: number, column: number, rows = this.area.rows, columns = this.area.columns): RangeService {
    return this.getSheet().getRange(this.area.row + row, this.area.column + column, rows, columns);
  }
  activate(): RangeService {
    this.context.run.write(() => {
      this.context.book.changeBook((state) => {
        state.activeSheetId = this.area.sheetId;
      });
    });
    return this;
  }

  // Values

  getValues(): Matrix<ScriptValue> {
    const results = this.context.results(this.area.sheetId, this.area);
    return this.map((cell, r, c) => scriptValue(cell, results?.[r]?.[c] ?? null, this.context.book));
  }
  getValue(): ScriptValue {
    return this.corner().getValues()[0]?.[0] ?? '';
  }
  getDisplayValues(): Matrix<string> {
    const results = this.context.results(this.area.sheetId, this.area);
    return this.map((cell, r, c) => cellDisplay(cell, results?.[r]?.[c] ?? null, this.context.book.locale));
  }
  getDisplayValue(): string {
    return this.corner().getDisplayValues()[0]?.[0] ?? '';
  }
  getFormulas(): Matrix<string> {
    return this.map((cell) => cellFormula(cell, this.context.book.locale));
  }
  getFormula(): string {
    return this.corner().getFormulas()[0]?.[0] ?? '';
  }
  isBlank(): boolean {
    return this.getValues().every((row) => row.every((value) => value === ''));
  }
  setValues(values: Matrix<unknown>): RangeService {
    const now = this.context.now();
    return this.change(values, (cell, value) => writeValue(cell, value, this.context.book, now));
  }
  setValue(value: unknown): RangeService {
    const now = this.context.now();
    return this.changeAll((cell, row, column) => {
      const written = writeValue(cell, value, this.context.book, now);
      return shifted(written, row, column);
    });
  }
  setFormulas(formulas: Matrix<string | null>): RangeService {
    return this.change(formulas, (cell, formula) => this.withFormula(cell, formula));
  }
  setFormula(formula: string | null): RangeService {
    return this.changeAll((cell, row, column) => shifted(this.withFormula(cell, formula), row, column));
  }
  clearContent(): RangeService {
    return this.changeAll((cell) => withContent(cell, { value: null }));
  }
  clearFormat(): RangeService {
    this.refuseRulesInside();
    return this.changeAll(withoutFormat);
  }
  clearNote(): RangeService {
    return this.changeAll((cell) => without(cell, 'note'));
  }
  clearDataValidations(): RangeService {
    return this.changeAll((cell) => without(cell, 'validation'));
  }
  clear(options?: ClearOptions): RangeService {
    const chosen = clearing(options);
    if (chosen.format) this.refuseRulesInside();
    return this.changeAll((cell) => {
      const content = chosen.contents ? withContent(cell, { value: null }) : cell;
      const bare = chosen.format ? withoutFormat(content) : content;
      const unchecked = chosen.validations ? without(bare, 'validation') : bare;
      return chosen.comments ? without(unchecked, 'note') : unchecked;
    });
  }
  trimWhitespace(): RangeService {
    return this.changeAll((cell) => {
      if (typeof cell.value !== 'string') return cell;
      return withContent(cell, { value: cell.value.trim().replace(/\s+/g, ' ') });
    });
  }
  copyTo(target: RangeService, typeOrOptions?: unknown, transposed?: boolean): void {
    // Live: without the third argument a type is ignored, like any option that is not known.
    const options =
      transposed === undefined && typeOrOptions instanceof EnumValue ? undefined : typeOrOptions;
    copyRange(this.context, this.area, target.area, options, transposed === true);
  }
  sort(keys: unknown): RangeService {
    const parsed = sortKeys(keys);
    const { book, run } = this.context;
    run.flush();
    assertOpen(this.context, this.area);
    run.write(() =>
      sortArea(book, this.area.sheetId, this.area, parsed, sortValues(this.context, this.area)),
    );
    return this;
  }
  moveTo(target: RangeService): void {
    moveRange(this.context, this.area, target.area);
  }
  copyValuesToRange(
    sheet: SheetService | number,
    left: number,
    right: number,
    top: number,
    bottom: number,
  ): void {
    const target = cornersArea(sheet, left, right, top, bottom);
    copyRange(this.context, this.area, target, { contentsOnly: true }, false);
  }
  copyFormatToRange(
    sheet: SheetService | number,
    left: number,
    right: number,
    top: number,
    bottom: number,
  ): void {
    const target = cornersArea(sheet, left, right, top, bottom);
    copyRange(this.context, this.area, target, { formatOnly: true }, false);
  }
  /** As Ctrl+arrow goes. */
  getNextDataCell(direction: EnumValue): RangeService {
    const sheet = this.context.book.sheet(this.area.sheetId);
    const filled = (row: number, column: number): boolean => !isBlank(sheet.cells[row - 1]?.[column - 1]);
    const [down, right] = STEPS[direction.name()] ?? [0, 0];
    let { row, column } = this.area;
    const ahead = (): boolean => {
      const [r, c] = [row + down, column + right];
      return r >= 1 && c >= 1 && r <= sheet.maxRows && c <= sheet.maxColumns;
    };
    const inBlock = filled(row, column) && ahead() && filled(row + down, column + right);
    while (ahead()) {
      if (inBlock && !filled(row + down, column + right)) break;
      row += down;
      column += right;
      if (!inBlock && filled(row, column)) break;
    }
    return new RangeService(this.context, { sheetId: this.area.sheetId, row, column, rows: 1, columns: 1 });
  }

  // Notes

  getNotes(): Matrix<string> {
    return this.map((cell) => cell.note ?? '');
  }
  getNote(): string {
    return this.corner().getNotes()[0]?.[0] ?? '';
  }
  setNotes(notes: Matrix<string | number | null>): RangeService {
    // Live: a whole number comes back with `.0` from setNotes, without it from setNote.
    const text = (note: string | number | null | undefined) =>
      typeof note === 'number' && Number.isInteger(note) ? note.toFixed(1) : note;
    return this.change(notes, (cell, note) => withNote(cell, text(note)));
  }
  setNote(note: string | number | null): RangeService {
    return this.changeAll((cell) => withNote(cell, note));
  }

  // Checkboxes and validation

  insertCheckboxes(...states: readonly unknown[]): RangeService {
    const values = states.map((state) => {
      if (typeof state === 'string' || typeof state === 'number' || typeof state === 'boolean') return state;
      throw new NotKnown('insertCheckboxes with other than texts, numbers and booleans');
    });
    const unchecked = values.length === 0 ? false : (values[1] ?? '');
    const validation = { type: 'CHECKBOX', values, allowInvalid: false, helpText: null };
    return this.changeAll((cell) => {
      const states = values.length === 0 ? [true, false] : values;
      const keep = cell.value !== null && cell.formula === undefined && states.includes(cell.value);
      const value = keep ? cell.value : unchecked === '' ? null : unchecked;
      return { ...withContent(cell, { value }), validation };
    });
  }
  removeCheckboxes(): RangeService {
    return this.changeAll((cell) =>
      cell.validation?.type === 'CHECKBOX' ? without(withContent(cell, { value: null }), 'validation') : cell,
    );
  }
  isChecked(): boolean | null {
    const states = new Set(this.cells().flat().map(checkedState));
    const [only] = states;
    return states.size === 1 && only !== undefined ? only : null;
  }
  check(): RangeService {
    return this.changeAll((cell) => withState(cell, true));
  }
  uncheck(): RangeService {
    return this.changeAll((cell) => withState(cell, false));
  }
  getDataValidations(): Matrix<DataValidationService | null> {
    return this.map((cell) => validationService(this.context, cell.validation));
  }
  getDataValidation(): DataValidationService | null {
    return this.corner().getDataValidations()[0]?.[0] ?? null;
  }
  setDataValidations(rules: Matrix<DataValidationService | null>): RangeService {
    return this.change(rules, withValidation);
  }
  setDataValidation(rule: DataValidationService | null): RangeService {
    return this.changeAll((cell) => withValidation(cell, rule));
  }

  // What else hangs on ranges

  createFilter(): FilterService {
    return createFilter(this.context, this.area);
  }
  getFilter(): FilterService | null {
    return sheetFilter(this.context, this.area.sheetId);
  }
  protect(): ProtectionService {
    return protectArea(this.context, this.area.sheetId, this.area);
  }
  addDeveloperMetadata(...args: readonly unknown[]): RangeService {
    const line = this.wholeLine();
    if (line === null) {
      throw new ServiceException(
        'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
      );
    }
    addMetadata(this.context, line, args);
    return this;
  }
  getDeveloperMetadata() {
    const line = this.wholeLine();
    return line === null ? [] : metadataAt(this.context, line);
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderService {
    return new DeveloperMetadataFinderService(this.context, this.area);
  }
  shiftColumnGroupDepth(delta: number): RangeService {
    changeGroupDepth(this.context, this.area, 'COLUMNS', delta);
    return this;
  }
  shiftRowGroupDepth(delta: number): RangeService {
    changeGroupDepth(this.context, this.area, 'ROWS', delta);
    return this;
  }
  collapseGroups(): RangeService {
    setCollapsed(this.context, this.area, true);
    return this;
  }
  expandGroups(): RangeService {
    setCollapsed(this.context, this.area, false);
    return this;
  }
  merge(): RangeService {
    const { row, column, rows, columns } = this.area;
    return this.merged([{ row, column, rows, columns }]);
  }
  mergeAcross(): RangeService {
    const { row, column, rows, columns } = this.area;
    return this.merged(
      Array.from({ length: rows }, (_row, r) => ({ row: row + r, column, rows: 1, columns })),
    );
  }
  mergeVertically(): RangeService {
    const { row, column, rows, columns } = this.area;
    return this.merged(
      Array.from({ length: columns }, (_c, c) => ({ row, column: column + c, rows, columns: 1 })),
    );
  }
  getMergedRanges(): readonly RangeService[] {
    const { sheetId } = this.area;
    return mergesIn(this.context, this.area).map(
      (merge) => new RangeService(this.context, { ...merge, sheetId }),
    );
  }
  breakApart(): RangeService {
    breakMerges(this.context, this.area);
    return this;
  }
  isPartOfMerge(): boolean {
    const { merges } = this.context.book.sheet(this.area.sheetId);
    return merges.some((merge) => contains(merge, this.area.row, this.area.column));
  }

  // For the other services

  /** The cells of the range. */
  cells(): Cell[][] {
    return cellsOf(this.context.book, this.area.sheetId, this.area);
  }
  map<T>(read: (cell: Cell, row: number, column: number) => T): Matrix<T> {
    return this.cells().map((row, r) => row.map((cell, c) => read(cell, r, c)));
  }
  corner(): RangeService {
    return this.part(0, 0, 1, 1);
  }
  /** Writes a matrix of the range's own size; a hole writes undefined. */
  change<T>(matrix: Matrix<T>, write: (cell: Cell, value: T | undefined) => Cell): RangeService {
    assertSize('rows', matrix.length, this.area.rows);
    for (const row of matrix) assertSize('columns', row.length, this.area.columns);
    return this.changeAll((cell, r, c) => write(cell, matrix[r]?.[c]));
  }
  changeAll(write: (cell: Cell, row: number, column: number) => Cell): RangeService {
    const { run, book } = this.context;
    assertOpen(this.context, this.area);
    run.write(() => book.writeCells(this.area.sheetId, this.area, write));
    return this;
  }

  private part(row: number, column: number, rows: number, columns: number): RangeService {
    const { area } = this;
    return new RangeService(this.context, {
      sheetId: area.sheetId,
      row: area.row + row,
      column: area.column + column,
      rows,
      columns,
    });
  }

  private merged(areas: readonly Area[]): RangeService {
    mergeCells(this.context, this.area, areas);
    return this;
  }

  private withFormula(cell: Cell, formula: string | null | undefined): Cell {
    if (formula == null || formula === '') return withContent(cell, { value: null });
    if (cell.numberFormat === '@') throw new NotKnown('setFormula on a cell of format @');
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    const canonical = canonicalFormula(text, this.context.book.locale);
    return withContent(cell, {
      value: null,
      formula: canonical ?? text,
      ...(canonical === null ? { formulaBroken: true } : {}),
    });
  }

  /** Whole rows or whole columns, as developer metadata wants them. */
  private wholeLine() {
    const { maxRows, maxColumns } = this.context.book.sheet(this.area.sheetId);
    const { row, column, rows, columns, sheetId } = this.area;
    if (rows === 1 && column === 1 && columns === maxColumns)
      return { type: 'ROW', sheetId, index: row } as const;
    if (columns === 1 && row === 1 && rows === maxRows)
      return { type: 'COLUMN', sheetId, index: column } as const;
    return null;
  }

  private refuseRulesInside(): void {
    const { rules } = this.context.book.sheet(this.area.sheetId);
    const inside = rules.some((rule) =>
      rule.areas.some((area) => contains(this.area, area.row, area.column)),
    );
    if (inside) throw new NotKnown('whether clearing formats of a range removes its conditional formatting');
  }
}

function assertSize(what: 'rows' | 'columns', given: number, wanted: number): void {
  if (given === wanted) return;
  throw new ServiceException(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${wanted}.`,
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

function cornersArea(
  sheet: SheetService | number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): SheetArea {
  const sheetId = typeof sheet === 'number' ? sheet : sheet.id;
  return { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

installStyleMethods(RangeService.prototype);
