import { type Cell, EMPTY_CELL, type SheetArea } from '../cell.ts';
import { cellsOf, withContent } from '../content.ts';
import type { Context } from '../context.ts';
import { EnumValue } from '../emulated.ts';
import { NotKnown } from '../errors.ts';
import { shiftFormula } from '../formula.ts';
import { withoutFormat } from './range-cells.ts';

/** The cell that lands on `target`; `result` is the calculated value of a source formula. */
type Paste = (source: Cell, target: Cell, result: Cell) => Cell;

const PASTES: Readonly<Record<string, Paste>> = {
  PASTE_NORMAL: (source) => source,
  PASTE_VALUES: (_source, target, result) => withContent(target, { value: result.value }),
  PASTE_FORMAT: (source, target) => withFormatOf(target, source),
  PASTE_FORMULA: (source, target) =>
    withContent(target, {
      value: source.value,
      ...(source.formula === undefined ? {} : { formula: source.formula }),
      ...(source.formulaBroken === undefined ? {} : { formulaBroken: source.formulaBroken }),
    }),
  PASTE_DATA_VALIDATION: (source, target) =>
    source.validation === undefined ? target : { ...target, validation: source.validation },
};

function withFormatOf(target: Cell, source: Cell): Cell {
  const { value: _v, formula: _f, formulaBroken: _b, note: _n, validation: _d, ...format } = source;
  return { ...withoutFormat(target), ...format };
}

function pasteFor(typeOrOptions: unknown): Paste {
  if (typeOrOptions instanceof EnumValue) {
    return paste(typeOrOptions.name());
  }
  if (typeof typeOrOptions === 'object' && typeOrOptions !== null) {
    if ('contentsOnly' in typeOrOptions && typeOrOptions.contentsOnly === true) return paste('PASTE_VALUES');
    if ('formatOnly' in typeOrOptions && typeOrOptions.formatOnly === true) return paste('PASTE_FORMAT');
  }
  return paste('PASTE_NORMAL');
}

function paste(name: string): Paste {
  const found = PASTES[name];
  if (found === undefined) throw new NotKnown(`copyTo with ${name}`);
  return found;
}

/**
 * Only whole multiples of the source repeat in a larger target; a smaller target is not cut.
 * Relative references move with the cells.
 */
export function copyRange(
  context: Context,
  source: SheetArea,
  target: SheetArea,
  typeOrOptions: unknown,
  transposed: boolean,
): void {
  const apply = pasteFor(typeOrOptions);
  const [height, width] = transposed ? [source.columns, source.rows] : [source.rows, source.columns];
  const rows = height * Math.max(1, Math.floor(target.rows / height));
  const columns = width * Math.max(1, Math.floor(target.columns / width));
  const { book, run } = context;
  if (typeOrOptions !== undefined) run.flush();
  const results = apply === PASTES.PASTE_VALUES ? context.results(source.sheetId, source) : null;
  run.write(() => {
    const cells = cellsOf(book, source.sheetId, source);
    const area = { ...target, rows, columns };
    book.writeCells(target.sheetId, area, (old, row, column) => {
      const [down, right] = [row % height, column % width];
      const [r, c] = transposed ? [right, down] : [down, right];
      const from = cells[r]?.[c] ?? EMPTY_CELL;
      const result = results?.[r]?.[c];
      const value = result == null ? from.value : (result.error ?? result.value);
      if (transposed && from.formula !== undefined) throw new NotKnown('copyTo of formulas, transposed');
      const moved =
        from.formula === undefined || from.formulaBroken === true
          ? from
          : {
              ...from,
              formula: shiftFormula(
                from.formula,
                target.row + row - source.row - r,
                target.column + column - source.column - c,
              ),
            };
      return apply(moved, old, { ...EMPTY_CELL, value });
    });
  });
}

/** Cells go to the place whose corner `target` names; formulas keep their references. */
export function moveRange(context: Context, source: SheetArea, target: SheetArea): void {
  const { book, run } = context;
  if (
    book.sheets.some((sheet) => sheet.cells.some((row) => row.some((cell) => cell?.formula !== undefined)))
  ) {
    throw new NotKnown('moveTo in a book with formulas');
  }
  run.write(() => {
    const cells = cellsOf(book, source.sheetId, source);
    book.writeCells(source.sheetId, source, () => EMPTY_CELL);
    const area = { ...target, rows: source.rows, columns: source.columns };
    book.writeCells(target.sheetId, area, (_old, row, column) => cells[row]?.[column] ?? EMPTY_CELL);
  });
}
