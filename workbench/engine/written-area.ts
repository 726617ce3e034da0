import { registries } from './o-spreadsheet.ts';

/**
 * The engine evaluates every place of every sheet, hundreds of thousands of them in a book of a few
 * thousand cells. Nothing comes from a place without a cell but what a formula spills there, and that
 * is found from the formula; so it evaluates as far as cells stand.
 */

interface Position {
  readonly col: number;
  readonly row: number;
}

interface Getters {
  getCells(sheetId: string): readonly { readonly id: number }[];
  getCellPosition(cellId: number): Position;
}

interface Range {
  readonly sheetId: string;
}

interface Evaluator {
  evaluate(ranges: readonly Range[]): void;
  evaluateAllCells(): void;
}

interface EvaluationPlugin {
  readonly getters: Getters;
  readonly evaluator: Evaluator;
  finalize(): void;
}

const narrowed = new WeakSet<object>();

function writtenZone(getters: Getters, sheetId: string): object {
  const zone = { left: 0, top: 0, right: 0, bottom: 0 };
  for (const { id } of getters.getCells(sheetId)) {
    const { col, row } = getters.getCellPosition(id);
    if (col > zone.right) zone.right = col;
    if (row > zone.bottom) zone.bottom = row;
  }
  return zone;
}

function narrow(evaluator: Evaluator, getters: Getters): void {
  const { evaluate, evaluateAllCells } = evaluator;
  evaluator.evaluateAllCells = () => {
    evaluator.evaluate = (ranges) => {
      evaluator.evaluate = evaluate;
      const written = ranges.map((range) => ({ ...range, zone: writtenZone(getters, range.sheetId) }));
      evaluate.call(evaluator, written);
    };
    evaluateAllCells.call(evaluator);
  };
}

function isEvaluation(candidate: object): candidate is EvaluationPlugin {
  return 'getCorrespondingFormulaCell' in candidate && 'finalize' in candidate;
}

const evaluation = registries.coreViewsPluginRegistry
  .getAll()
  .map(({ prototype }): object => prototype)
  .find(isEvaluation);
if (evaluation === undefined) throw new Error('The engine evaluates cells elsewhere');
const { finalize } = evaluation;
evaluation.finalize = function finalizeWritten(this: EvaluationPlugin): void {
  if (!narrowed.has(this.evaluator)) {
    narrowed.add(this.evaluator);
    narrow(this.evaluator, this.getters);
  }
  finalize.call(this);
};
