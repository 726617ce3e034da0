import type { Style } from '@odoo/o-spreadsheet/dist/types/types/misc';
import type { Cell, CellStyle } from '../apps-script/cell.ts';
import type { Book } from '../apps-script/store.ts';
import { engineCell } from '../engine/cell-content.ts';
import { type Model, registries, UIPlugin } from '../engine/o-spreadsheet.ts';
import { bookSheetId } from '../engine/workbook.ts';

/**
 * Actions that the engine does itself (fill, paste, format, delete): it writes its own cells, and
 * what it wrote is read back into the book.
 */

interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** Cells that the engine wrote while an action runs; null between actions. */
let recording: Map<string, Position> | null = null;

class RecorderPlugin extends UIPlugin {
  static override getters = [];

  override handle(command: { readonly type: string }): void {
    if (recording === null || command.type !== 'UPDATE_CELL' || !isPosition(command)) return;
    const { sheetId, col, row } = command;
    recording.set(`${sheetId} ${col} ${row}`, { sheetId, col, row });
  }
}

function isPosition(command: object): command is Position {
  return 'sheetId' in command && 'col' in command && 'row' in command;
}

/** To be called once, before the first model is made. */
export function registerRecorder(): void {
  registries.featurePluginRegistry.add('recorder', RecorderPlugin);
}

function cellStyle(style: Style, before: Cell): CellStyle {
  const kept = before.fontFamily === undefined ? {} : { fontFamily: before.fontFamily };
  return {
    ...kept,
    ...(style.bold === true ? { fontWeight: 'bold' } : {}),
    ...(style.italic === true ? { fontStyle: 'italic' } : {}),
    ...(style.underline === true ? { fontLine: 'underline' } : {}),
    ...(style.strikethrough === true ? { fontLine: 'line-through' } : {}),
    ...(style.align === undefined ? {} : { horizontalAlignment: style.align }),
    ...(style.verticalAlign === undefined ? {} : { verticalAlignment: style.verticalAlign }),
    ...(style.wrapping === 'wrap' ? { wrap: 'WRAP' } : {}),
    ...(style.wrapping === 'clip' ? { wrap: 'CLIP' } : {}),
    ...(style.fillColor === undefined || style.fillColor === ''
      ? {}
      : { background: style.fillColor.toLowerCase() }),
    ...(style.textColor === undefined || style.textColor === ''
      ? {}
      : { fontColor: style.textColor.toLowerCase() }),
    ...(style.fontSize === undefined ? {} : { fontSize: style.fontSize }),
  };
}

type Content = Pick<Cell, 'value' | 'formula' | 'formulaBroken'>;

function contentOf(model: Model, position: Position, before: Cell): Content {
  const cell = model.getters.getCell(position);
  const text = cell?.isFormula ? cell.compiledFormula.toFormulaString(model.getters) : (cell?.content ?? '');
  if (text === engineCell(before).content) {
    return {
      value: before.value,
      ...(before.formula === undefined ? {} : { formula: before.formula }),
      ...(before.formulaBroken === undefined ? {} : { formulaBroken: before.formulaBroken }),
    };
  }
  if (cell === undefined || text === '') return { value: null };
  if (cell.isFormula) return { value: null, formula: text };
  return { value: cell.parsedValue === null ? text : cell.parsedValue };
}

function readCell(model: Model, position: Position, before: Cell): Cell {
  const cell = model.getters.getCell(position);
  return {
    ...cellStyle(cell?.style ?? {}, before),
    ...contentOf(model, position, before),
    ...(cell?.format === undefined || cell.format === '' ? {} : { numberFormat: cell.format }),
    ...(before.note === undefined ? {} : { note: before.note }),
    ...(before.validation === undefined ? {} : { validation: before.validation }),
  };
}

/** Lets the engine do its work, then writes into the book what the work changed. */
export function readBack<T>(model: Model, book: Book, work: () => T): T {
  const touched = new Map<string, Position>();
  recording = touched;
  let result: T;
  try {
    result = work();
  } finally {
    recording = null;
  }
  for (const position of touched.values()) {
    const area = { row: position.row + 1, column: position.col + 1, rows: 1, columns: 1 };
    book.writeCells(bookSheetId(position.sheetId), area, (before) => readCell(model, position, before));
  }
  return result;
}
