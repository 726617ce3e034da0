import { contains } from '../apps-script/address.ts';
import type { ColourRule } from '../apps-script/book-state.ts';
import type { RuleStyle } from '../apps-script/calculator.ts';
import type { Area, Criterion, CriterionValue } from '../apps-script/cell.ts';
import { shiftFormula } from '../apps-script/formula.ts';

/** The value that a rule judges, as calculated. `error` cells are judged by formulas only. */
export interface JudgedCell {
  readonly value: number | string | boolean | null;
  readonly isError: boolean;
}

/** What rules ask of the engine. Positions are 1-based. */
export interface RuleSource {
  cell(row: number, column: number): JudgedCell;
  /** Value of a canonical formula as if it stood in that cell. */
  formula(formula: string, row: number, column: number): unknown;
}

type Operand = number | string | boolean;

function compare(cell: JudgedCell, operand: Operand): number | null {
  if (typeof cell.value !== 'number' || typeof operand !== 'number') return null;
  return cell.value - operand;
}

type Test = (cell: JudgedCell, operands: readonly Operand[]) => boolean;

function numeric(test: (difference: number) => boolean): Test {
  return (cell, [operand = '']) => {
    const difference = compare(cell, operand);
    return difference !== null && test(difference);
  };
}

function textual(test: (text: string, operand: string) => boolean): Test {
  return (cell, [operand = '']) =>
    !cell.isError && test(String(cell.value ?? '').toLowerCase(), String(operand).toLowerCase());
}

function isBetween(cell: JudgedCell, [low = '', high = '']: readonly Operand[]): boolean {
  const above = compare(cell, low);
  const below = compare(cell, high);
  return above !== null && below !== null && above >= 0 && below <= 0;
}

const TESTS: Readonly<Record<string, Test>> = {
  CELL_EMPTY: (cell) => !cell.isError && (cell.value === null || cell.value === ''),
  CELL_NOT_EMPTY: (cell) => cell.isError || (cell.value !== null && cell.value !== ''),
  TEXT_EQUAL_TO: textual((text, operand) => text === operand),
  TEXT_CONTAINS: textual((text, operand) => text.includes(operand)),
  TEXT_DOES_NOT_CONTAIN: textual((text, operand) => !text.includes(operand)),
  TEXT_STARTS_WITH: textual((text, operand) => text.startsWith(operand)),
  TEXT_ENDS_WITH: textual((text, operand) => text.endsWith(operand)),
  NUMBER_EQUAL_TO: numeric((difference) => difference === 0),
  NUMBER_NOT_EQUAL_TO: numeric((difference) => difference !== 0),
  NUMBER_GREATER_THAN: numeric((difference) => difference > 0),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: numeric((difference) => difference >= 0),
  NUMBER_LESS_THAN: numeric((difference) => difference < 0),
  NUMBER_LESS_THAN_OR_EQUAL_TO: numeric((difference) => difference <= 0),
  NUMBER_BETWEEN: isBetween,
  NUMBER_NOT_BETWEEN: (cell, operands) => typeof cell.value === 'number' && !isBetween(cell, operands),
  DATE_EQUAL_TO: numeric((difference) => Math.floor(difference) === 0),
  DATE_AFTER: numeric((difference) => difference >= 1),
  DATE_BEFORE: numeric((difference) => difference < 0),
};

function operandOf(value: CriterionValue, evaluate: (formula: string) => unknown): Operand {
  if (typeof value !== 'object') return value;
  if ('serial' in value) return value.serial;
  if ('area' in value) throw new Error('A colour rule cannot compare with a range.');
  const result = evaluate(value.formula);
  return typeof result === 'number' || typeof result === 'boolean' ? result : String(result ?? '');
}

/** Formulas of a rule are written for the first cell of its first area. */
function holds(criterion: Criterion, origin: Area, source: RuleSource, row: number, column: number): boolean {
  const evaluate = (formula: string): unknown =>
    source.formula(shiftFormula(formula, row - origin.row, column - origin.column), row, column);
  if (criterion.type === 'CUSTOM_FORMULA') {
    const value = criterion.values[0];
    const formula = typeof value === 'object' && 'formula' in value ? value.formula : String(value ?? '');
    const result = evaluate(formula);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  const test = TESTS[criterion.type];
  if (test === undefined) throw new Error(`The engine does not know the colour rule ${criterion.type}.`);
  return test(
    source.cell(row, column),
    criterion.values.map((value) => operandOf(value, evaluate)),
  );
}

/** What the rules lay over one cell; of each property the first rule that matches decides. */
export function ruleStyleAt(
  rules: readonly ColourRule[],
  source: RuleSource,
  row: number,
  column: number,
): ColourRule['style'] | null {
  let style: ColourRule['style'] | undefined;
  for (const rule of rules) {
    const origin = rule.areas[0];
    if (origin === undefined || rule.condition === null) continue;
    if (!rule.areas.some((area) => contains(area, row, column))) continue;
    if (!holds(rule.condition, origin, source, row, column)) continue;
    style = { ...rule.style, ...(style ?? {}) };
  }
  return style ?? null;
}

export function ruleStyle(style: ColourRule['style'] | null): RuleStyle | null {
  if (style === null) return null;
  return {
    ...(style.background === undefined ? {} : { background: style.background }),
    ...(style.fontColor === undefined ? {} : { fontColor: style.fontColor }),
  };
}
