import type { Calculated, Calculator, CalculatorHost } from '../apps-script/calculator.ts';
import { type Area, isBlank } from '../apps-script/cell.ts';
import './google-functions.ts';
import './row-heights.ts';
import './table-styles.ts';
import './written-area.ts';
import { customContext } from './context.ts';
import { registerCustomFunctions } from './custom-functions.ts';
import { Mirror } from './mirror.ts';
import { Model } from './o-spreadsheet.ts';
import type { Look, RestOfBook } from './prepared.ts';
import { type RuleSource, ruleStyle, ruleStyleAt } from './rules.ts';
import { engineSheetId } from './workbook.ts';

/** The calculator of the emulator, and the model behind it for the page that shows it. */
export interface Engine extends Calculator {
  /** The model equal to the book at this moment. */
  model(): Model;
  /** The model with the first rows of one sheet; the rest comes by `tellMore`, or when it is asked for. */
  firstLook(look: Look, rest: RestOfBook): Model;
  /** Tells the model another piece. False once it knows the whole book. */
  tellMore(): boolean;
  /** True while rows of the sheet that is looked at are still to be told: the next pieces. */
  readonly isCutBelow: boolean;
  /** From now on the model has the charts of the book, too. */
  showCharts(): void;
  /** True when the model would have to be told something before it equals the book. */
  readonly isStale: boolean;
}

export interface EngineOptions {
  /** False: the model has no charts until `showCharts`. */
  readonly withCharts?: boolean;
}

type Position = Parameters<Model['getters']['getEvaluatedCell']>[0];

function positionOf(sheetId: number, row: number, column: number): Position {
  return { sheetId: engineSheetId(sheetId), col: column - 1, row: row - 1 };
}

function grid<T>(area: Area, cell: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (_unused, right) => cell(area.row + down, area.column + right)),
  );
}

class OSpreadsheetEngine implements Engine {
  private readonly host: CalculatorHost;
  private readonly mirror: Mirror;

  constructor(host: CalculatorHost, { withCharts = true }: EngineOptions) {
    this.host = host;
    this.mirror = new Mirror(host.book, withCharts, (data) => this.makeModel(data));
  }

  get isStale(): boolean {
    return this.mirror.isStale;
  }

  model(): Model {
    if (registerCustomFunctions(this.host)) this.mirror.discard();
    return this.mirror.upToDate();
  }

  firstLook(look: Look, rest: RestOfBook): Model {
    registerCustomFunctions(this.host);
    return this.mirror.firstLook(look, rest);
  }

  tellMore(): boolean {
    return this.mirror.tellMore();
  }

  get isCutBelow(): boolean {
    return this.mirror.isCutBelow;
  }

  showCharts(): void {
    this.mirror.showCharts();
  }

  results(sheetId: number, area: Area): (Calculated | null)[][] {
    if (!this.hasFormula(sheetId, area.row + area.rows - 1, area.column + area.columns - 1)) {
      return grid(area, () => null);
    }
    const model = this.model();
    return grid(area, (row, column) => {
      const cell = this.host.book.cell(sheetId, row, column);
      if (cell.formula === undefined && cell.formulaBroken !== true && !isBlank(cell)) return null;
      return calculated(model, positionOf(sheetId, row, column), cell.formula !== undefined);
    });
  }

  ruleStyles(sheetId: number, area: Area): ReturnType<Calculator['ruleStyles']> {
    const rules = this.host.book.sheet(sheetId).rules;
    if (rules.length === 0) return grid(area, () => null);
    const source = ruleSource(this.model(), sheetId);
    return grid(area, (row, column) => ruleStyle(ruleStyleAt(rules, source, row, column)));
  }

  spillExtent(sheetId: number): { rows: number; columns: number } {
    if (!this.hasFormula(sheetId)) return { rows: 0, columns: 0 };
    const model = this.model();
    const extent = { rows: 0, columns: 0 };
    for (const position of model.getters.getEvaluatedCellsPositions(engineSheetId(sheetId))) {
      if (!isBlank(this.host.book.cell(sheetId, position.row + 1, position.col + 1))) continue;
      if (model.getters.getEvaluatedCell(position).type === 'empty') continue;
      extent.rows = Math.max(extent.rows, position.row + 1);
      extent.columns = Math.max(extent.columns, position.col + 1);
    }
    return extent;
  }

  dispose(): void {
    this.mirror.dispose();
  }

  /** Formulas fill cells at, below and right of their own only, so the model need not be asked of others. */
  private hasFormula(sheetId: number, rows = Number.POSITIVE_INFINITY, columns = rows): boolean {
    return this.host.book
      .sheet(sheetId)
      .cells.some(
        (line, row) =>
          row < rows &&
          line?.some(
            (cell, column) =>
              column < columns && (cell?.formula !== undefined || cell?.formulaBroken === true),
          ),
      );
  }

  private makeModel(data: object): Model {
    const model = new Model(data, { custom: customContext(this.host) });
    followRules(model, this.host);
    sendWhole(model);
    return model;
  }
}

/**
 * The library shortens commands for other editors of the same document. Here are none, and it throws
 * over a formula that differs from its neighbour in a lost reference alone.
 */
function sendWhole(model: Model): void {
  const session: unknown = Reflect.get(model, 'session');
  if (typeof session !== 'object' || session === null || !Reflect.has(session, 'commandSquisher')) {
    throw new Error('The engine keeps the commands of its session elsewhere');
  }
  const asItIs = (commands: unknown): unknown => commands;
  Reflect.set(session, 'commandSquisher', { squish: asItIs, unsquish: asItIs });
}

function calculated(model: Model, position: Position, isFormula: boolean): Calculated | null {
  const evaluated = model.getters.getEvaluatedCell(position);
  if (evaluated.type === 'empty') return isFormula ? { value: null, error: null, format: null } : null;
  const format = evaluated.format ?? null;
  if (evaluated.type === 'error') return { value: null, error: evaluated.value, format };
  return { value: evaluated.value, error: null, format };
}

export function ruleSource(model: Model, sheetId: number): RuleSource {
  return {
    cell: (row, column) => {
      const evaluated = model.getters.getEvaluatedCell(positionOf(sheetId, row, column));
      return evaluated.type === 'error'
        ? { value: null, isError: true }
        : { value: evaluated.value, isError: false };
    },
    formula: (formula, row, column) => {
      const result = model.getters.evaluateFormula(
        engineSheetId(sheetId),
        formula,
        positionOf(sheetId, row, column),
      );
      return Array.isArray(result) ? result[0]?.[0] : result;
    },
  };
}

/**
 * Colour rules are judged here, cell by cell as they come into view: the engine would judge every
 * cell of every rule after each edit.
 */
function followRules(model: Model, host: CalculatorHost): void {
  const getters: { getCellConditionalFormatStyle: unknown } = model.getters;
  getters.getCellConditionalFormatStyle = (position: Position) => {
    const sheet = host.book.sheets.find((candidate) => engineSheetId(candidate.id) === position.sheetId);
    if (sheet === undefined || sheet.rules.length === 0) return undefined;
    const style = ruleStyleAt(sheet.rules, ruleSource(model, sheet.id), position.row + 1, position.col + 1);
    if (style === null) return undefined;
    return {
      ...(style.background === undefined ? {} : { fillColor: style.background }),
      ...(style.fontColor === undefined ? {} : { textColor: style.fontColor }),
      ...(style.bold === undefined ? {} : { bold: style.bold }),
      ...(style.italic === undefined ? {} : { italic: style.italic }),
      ...(style.underline === undefined ? {} : { underline: style.underline }),
      ...(style.strikethrough === undefined ? {} : { strikethrough: style.strikethrough }),
    };
  };
}

export function createEngine(host: CalculatorHost, options: EngineOptions = {}): Engine {
  return new OSpreadsheetEngine(host, options);
}
