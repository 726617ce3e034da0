/** Cells of an example, the first row is row 1 of its sheet. */
export type Grid = readonly (readonly unknown[])[];

export type Functions = ReadonlyMap<string, (...args: unknown[]) => unknown>;

const CALL = /^([A-ZА-Я_]+)\((.*)\)$/;
const NUMBER = /^(\d+(?:,\d+)?)(%?)$/;
const TEXT = /^"([^"]*)"$/;
const REFERENCE = /^([A-Z])(\d*)(?::([A-Z])(\d*))?$/;
const LOGICAL: ReadonlyMap<string, boolean> = new Map([
  ['ИСТИНА', true],
  ['ЛОЖЬ', false],
]);

/** Arguments stand between `;` that are in neither quotes nor inner brackets. */
function argumentsOf(text: string): string[] {
  const found = [''];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '(') depth += 1;
    else if (!quoted && character === ')') depth -= 1;
    if (character === ';' && depth === 0 && !quoted) found.push('');
    else found.push(`${found.pop() ?? ''}${character}`);
  }
  return found.map((argument) => argument.trim());
}

function columnOf(letter: string): number {
  return letter.charCodeAt(0) - 'A'.charCodeAt(0);
}

/** A cell is its value; a range, open ranges too, its rows. */
function cellsOf(grid: Grid, [, left = '', top, right, bottom]: RegExpExecArray): unknown {
  const from = Number(top === '' ? 1 : top) - 1;
  if (right === undefined) return grid[from]?.[columnOf(left)];
  const to = bottom === '' || bottom === undefined ? grid.length : Number(bottom);
  return grid.slice(from, to).map((row) => row.slice(columnOf(left), columnOf(right) + 1));
}

function evaluated(text: string, grid: Grid, functions: Functions): unknown {
  const logical = LOGICAL.get(text);
  if (logical !== undefined) return logical;
  const number = NUMBER.exec(text);
  if (number !== null) return Number(number[1]?.replace(',', '.')) / (number[2] === '%' ? 100 : 1);
  const quoted = TEXT.exec(text);
  if (quoted !== null) return quoted[1];
  const reference = REFERENCE.exec(text);
  if (reference !== null) return cellsOf(grid, reference);
  const [, name = '', inner = ''] = CALL.exec(text) ?? [];
  const args = argumentsOf(inner).map((argument) => evaluated(argument, grid, functions));
  if (name === 'ДАТА') return new Date(Number(args[0]), Number(args[1]) - 1, Number(args[2]));
  const called = functions.get(name);
  if (called === undefined) throw new RangeError(`Example not understood: ${text}`);
  return called(...args);
}

/**
 * The answer of a formula of an example, such as `=NAME(A2:A; 75%; "до")`: numbers, shares in %,
 * texts, ИСТИНА and ЛОЖЬ, ДАТА, references within columns A to Z, and the given functions.
 */
export function answerOf(formula: string, grid: Grid, functions: Functions): unknown {
  return evaluated(formula.replace(/^=/, ''), grid, functions);
}
