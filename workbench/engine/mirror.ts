import type { SheetState } from '../apps-script/book-state.ts';
import type { Area } from '../apps-script/cell.ts';
import type { Book, BookChange } from '../apps-script/store.ts';
import { applyCommands, dispatchTo, type EngineCommand } from './batch.ts';
import { Below } from './below.ts';
import { engineCell } from './cell-content.ts';
import { chartCommands } from './charts.ts';
import { cellDifferences, sheetDifferences } from './differences.ts';
import { layoutCommands, layoutOf, loaded, NO_LAYOUT, shortened } from './layout.ts';
import { engineLocale } from './locale.ts';
import { type Model, quietly } from './o-spreadsheet.ts';
import { piecesOf, type Untold } from './pieces.ts';
import { type Look, type PreparedResult, type RestOfBook, UNSEEN_SIZE } from './prepared.ts';
import { describe, seenCells, type Told } from './told.ts';
import { engineSheetId, workbookData } from './workbook.ts';

/** Where the book may differ from what the engine was told. */
interface Stale {
  /** null: anywhere in the sheet. */
  readonly cells: Map<number, Area | null>;
  readonly layout: Set<number>;
  sheets: boolean;
}

function nothingStale(): Stale {
  return { cells: new Map(), layout: new Set(), sheets: false };
}

function union(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/**
 * An o-spreadsheet model that follows the book. It is made at the first need and brought up to date
 * at each later one, by telling it the differences in one batch.
 */
export class Mirror {
  private readonly book: Book;
  private withCharts: boolean;
  private readonly makeModel: (data: object) => Model;
  private readonly stopListening: () => void;
  private model: Model | null = null;
  private toldLocale: Book['locale'];
  private told = new Map<number, Told>();
  private stale = nothingStale();
  private untold: Untold[] = [];
  /** Until the cells of the book are read. */
  private rest: RestOfBook | null = null;
  private below: Below | null = null;

  constructor(book: Book, withCharts: boolean, makeModel: (data: object) => Model) {
    this.book = book;
    this.withCharts = withCharts;
    this.makeModel = makeModel;
    this.toldLocale = book.locale;
    this.stopListening = book.onChange((change) => this.note(change));
  }

  /** The model, equal to the book at this moment. */
  upToDate(): Model {
    return quietly(() => {
      if (this.model === null) return this.build();
      this.rest?.read();
      if (this.below !== null) this.stale.sheets = true;
      this.below = null;
      for (const { sheetId } of this.untold.splice(0)) this.noteSheet(sheetId);
      if (!this.isStale) return this.model;
      const commands = this.differences();
      this.stale = nothingStale();
      applyCommands(dispatchTo(this.model), commands);
      this.tellSpilledFormats(this.model);
      return this.model;
    });
  }

  /**
   * A model that shows the first rows of one sheet, with results calculated elsewhere, and knows no
   * more of the others than their names. `tellMore` brings the rest piece by piece, `upToDate` all of it.
   */
  firstLook({ sheetId, rows, layout, data }: Look, rest: RestOfBook): Model {
    return quietly(() => {
      const model = this.makeModel(data);
      this.beginWith(model);
      for (const sheet of this.book.sheets) {
        const size = sheet.id === sheetId ? {} : UNSEEN_SIZE;
        this.told.set(sheet.id, { ...describe(sheet), ...size, cells: [], layout: NO_LAYOUT, charts: [] });
      }
      const told = this.told.get(sheetId);
      if (told !== undefined) told.layout = layout;
      applyCommands(dispatchTo(model), layoutCommands(engineSheetId(sheetId), loaded(layout), layout));
      this.rest = rest;
      rest.whenRead((results) => this.noteRest(sheetId, rows, results));
      return model;
    });
  }

  /** The cells of the book are read, and nobody changed one yet. */
  private noteRest(sheetId: number, rows: number, results: readonly PreparedResult[]): void {
    this.rest = null;
    const told = this.told.get(sheetId);
    if (told === undefined) throw new Error(`The model does not show the sheet ${sheetId}.`);
    this.below = new Below(this.book.sheet(sheetId), told, rows, results);
    this.untold = piecesOf(this.book.sheets);
  }

  /** Rows of the sheet that is looked at; after them the sizes of others, so that formulas find their cells. */
  private tellBelow(model: Model, below: Below): void {
    const rows = below.next();
    if (rows === null) this.below = null;
    const resized = (id: number): unknown => this.stale.cells.set(id, null);
    applyCommands(dispatchTo(model), rows ?? sheetDifferences(this.book.sheets, this.told, resized));
  }

  /** @returns false once the model knows the whole book */
  tellMore(): boolean {
    const { model } = this;
    if (model === null) return false;
    if (this.rest !== null) {
      this.rest.read();
      return true;
    }
    // Somebody changed the book meanwhile: what is left could stand elsewhere by now.
    if (this.isStale) this.upToDate();
    const { below } = this;
    if (below !== null) {
      quietly(() => this.tellBelow(model, below));
      return true;
    }
    const piece = this.untold.shift();
    if (piece !== undefined) quietly(() => this.tellPiece(model, piece));
    return this.untold.length > 0;
  }

  /** True while a first look lacks rows of its sheet. */
  get isCutBelow(): boolean {
    return this.rest !== null || this.below !== null;
  }

  showCharts(): void {
    this.withCharts = true;
    // The last piece of a book that is being told brings them.
    if (this.model === null || this.rest !== null || this.untold.length > 0) return;
    for (const { id, charts } of this.book.sheets) if (charts.length > 0) this.stale.layout.add(id);
  }

  /** True when the book changed since the engine was told of it. */
  get isStale(): boolean {
    const { cells, layout, sheets } = this.stale;
    return this.model === null || cells.size > 0 || layout.size > 0 || sheets;
  }

  /** The next read makes a new model: for what an existing one cannot learn. */
  discard(): void {
    this.model = null;
  }

  dispose(): void {
    this.stopListening();
    this.model = null;
    this.told.clear();
  }

  private note(change: BookChange): void {
    if (this.model === null) return;
    if (change.kind === 'cells') {
      const known = this.stale.cells.get(change.sheetId);
      if (known === null) return;
      const area = known === undefined ? change.area : union(known, change.area);
      this.stale.cells.set(change.sheetId, area);
      return;
    }
    if (change.kind === 'layout') {
      this.stale.layout.add(change.sheetId);
      return;
    }
    // Formulas of any sheet may have followed what moved, was renamed or went.
    this.stale.sheets = true;
    for (const sheet of this.book.sheets) this.noteSheet(sheet.id);
  }

  private noteSheet(sheetId: number): void {
    this.stale.cells.set(sheetId, null);
    this.stale.layout.add(sheetId);
  }

  private build(): Model {
    const { sheets, locale } = this.book;
    const layouts = new Map(sheets.map((sheet) => [sheet.id, layoutOf(sheet)]));
    const model = this.makeModel(workbookData({ locale, sheets }, layouts));
    this.beginWith(model);
    const commands: EngineCommand[] = [];
    for (const sheet of sheets) {
      const layout = layouts.get(sheet.id) ?? NO_LAYOUT;
      commands.push(...layoutCommands(engineSheetId(sheet.id), loaded(layout), layout));
      this.told.set(sheet.id, { ...describe(sheet), cells: seenCells(sheet), layout, charts: [] });
    }
    applyCommands(dispatchTo(model), [...commands, ...this.chartDifferences()]);
    this.tellSpilledFormats(model);
    return model;
  }

  private beginWith(model: Model): void {
    this.model = model;
    this.told = new Map();
    this.toldLocale = this.book.locale;
    this.stale = nothingStale();
    this.untold = [];
    this.rest = null;
    this.below = null;
  }

  private tellPiece(model: Model, { sheetId, area, isLast }: Untold): void {
    const told = this.told.get(sheetId);
    if (told === undefined) return;
    const sheet = this.book.sheet(sheetId);
    const commands = cellDifferences(sheet, told, area);
    if (isLast) commands.push(...this.layoutDifferences(sheet, told));
    if (this.untold.length === 0) commands.push(...this.chartDifferences());
    applyCommands(dispatchTo(model), commands);
    if (this.untold.length === 0) this.tellSpilledFormats(model);
  }

  private layoutDifferences(sheet: SheetState, told: Told): EngineCommand[] {
    const layout = layoutOf(sheet);
    const commands = layoutCommands(engineSheetId(sheet.id), shortened(told.layout, sheet), layout);
    told.layout = layout;
    return commands;
  }

  /** A value that spilled into a blank cell is shown in that cell's format and style. */
  private tellSpilledFormats(model: Model): void {
    const commands: EngineCommand[] = [];
    for (const sheet of this.book.sheets) {
      const told = this.told.get(sheet.id);
      if (told === undefined) continue;
      for (const position of model.getters.getEvaluatedCellsPositions(engineSheetId(sheet.id))) {
        const cell = sheet.cells[position.row]?.[position.col];
        if (cell === undefined || told.cells[position.row]?.[position.col] === cell) continue;
        if (model.getters.getEvaluatedCell(position).type === 'empty') continue;
        const row = told.cells[position.row] ?? [];
        row[position.col] = cell;
        told.cells[position.row] = row;
        commands.push({ type: 'UPDATE_CELL', ...position, ...engineCell(cell) });
      }
    }
    if (commands.length > 0) applyCommands(dispatchTo(model), commands);
  }

  private differences(): EngineCommand[] {
    const commands: EngineCommand[] = [];
    if (this.toldLocale !== this.book.locale) {
      this.toldLocale = this.book.locale;
      commands.push({ type: 'UPDATE_LOCALE', locale: engineLocale(this.book.locale) });
    }
    if (this.stale.sheets) {
      const { sheets } = this.book;
      commands.push(...sheetDifferences(sheets, this.told, (id) => this.stale.cells.set(id, null)));
    }
    const layouts: EngineCommand[] = [];
    for (const sheet of this.book.sheets) {
      const told = this.told.get(sheet.id);
      if (told === undefined) continue;
      const area = this.stale.cells.get(sheet.id);
      // One by one: a city's cells are more than a call takes arguments.
      if (area !== undefined)
        for (const command of cellDifferences(sheet, told, area)) commands.push(command);
      if (area !== undefined || this.stale.layout.has(sheet.id)) {
        layouts.push(...this.layoutDifferences(sheet, told));
      }
    }
    return [...commands, ...layouts, ...this.chartDifferences()];
  }

  /** Charts look at cells of any sheet, so they come when all of them stand. */
  private chartDifferences(): EngineCommand[] {
    if (!this.withCharts) return [];
    const nameOf = (sheetId: number): string => this.book.findSheet(sheetId)?.name ?? '';
    return this.book.sheets.flatMap((sheet) => {
      const told = this.told.get(sheet.id);
      if (told === undefined || told.charts === sheet.charts) return [];
      const commands = chartCommands(sheet, told.charts, nameOf);
      told.charts = sheet.charts;
      return commands;
    });
  }
}
