import type { CalculatorHost, CellResult, CustomFunctionResult } from '../apps-script/calculator.ts';
import { serialToMoment } from '../apps-script/zone.ts';
import { hostOf } from './context.ts';
import { EvaluationError, forgetCompiledFormulas, registries } from './o-spreadsheet.ts';

/** Names made known to the engine, which has one registry for all books. */
const known = new Set<string>();

/** What a cell hands over: a value, with the number format by which a date is told from a number. */
interface EngineValue {
  readonly value: number | string | boolean | null;
  readonly format?: string;
}

const DATE_FORMAT = /[ymd]/i;
const QUOTED = /"[^"]*"|\\./g;

function isEngineValue(candidate: unknown): candidate is EngineValue {
  return typeof candidate === 'object' && candidate !== null && 'value' in candidate;
}

/** As Sheets hands a cell to a function: '' for a blank, Date for a date. */
function argumentOf(cell: unknown, timeZone: string): unknown {
  if (!isEngineValue(cell) || cell.value === null || cell.value === undefined) return '';
  const isDate =
    typeof cell.value === 'number' &&
    cell.format !== undefined &&
    DATE_FORMAT.test(cell.format.replace(QUOTED, ''));
  return isDate ? new Date(serialToMoment(Number(cell.value), timeZone)) : cell.value;
}

/** The engine's matrices are columns of rows, the platform's are rows of columns. */
function transpose<T, R>(matrix: readonly (readonly T[])[], change: (item: T) => R): R[][] {
  const first = matrix[0] ?? [];
  return first.map((_, inner) => matrix.map((line) => change(line[inner] as T)));
}

function platformArgument(argument: unknown, timeZone: string): unknown {
  if (!Array.isArray(argument)) return argument === undefined ? undefined : argumentOf(argument, timeZone);
  return transpose(argument as unknown[][], (cell) => argumentOf(cell, timeZone));
}

function engineValue(result: CellResult, dateFormat: string): EngineValue {
  if (result === null) return { value: '' };
  if (typeof result === 'object') return { value: result.serial, format: dateFormat };
  return { value: result };
}

function engineResult(result: CustomFunctionResult, dateFormat: string): EngineValue | EngineValue[][] {
  if (!result.ok) throw new EvaluationError(result.message, '#ERROR!');
  if (!isTable(result.value)) return engineValue(result.value, dateFormat);
  if ((result.value[0]?.length ?? 0) === 0) return { value: '' };
  return transpose(result.value, (cell) => engineValue(cell, dateFormat));
}

function isTable(
  value: CellResult | readonly (readonly CellResult[])[],
): value is readonly (readonly CellResult[])[] {
  return Array.isArray(value);
}

function evaluate(host: CalculatorHost | null, name: string, args: readonly unknown[]) {
  const custom = host?.customFunctions().find((candidate) => candidate.name.toUpperCase() === name);
  if (host === null || custom === undefined) {
    throw new EvaluationError(`Unknown function: ${name}`, '#NAME?');
  }
  const zone = host.book.timeZone;
  const dateFormat = host.book.locale === 'ru_RU' ? 'dd.mm.yyyy' : 'm/d/yyyy';
  const given = args.map((argument) => platformArgument(argument, zone));
  return engineResult(host.callCustomFunction(custom.name, given), dateFormat);
}

/**
 * Makes the custom functions of the loaded code known to the engine.
 * @returns true when a name is new, so that models made before do not know it
 */
export function registerCustomFunctions(host: CalculatorHost): boolean {
  const fresh = host.customFunctions().filter(({ name }) => !known.has(name.toUpperCase()));
  for (const { name, parameters } of fresh) {
    const upper = name.toUpperCase();
    known.add(upper);
    registries.functionRegistry.replace(upper, {
      description: name,
      category: 'Функции надстройки',
      args: parameters.map((parameter) => ({
        name: parameter,
        description: '',
        type: ['ANY'],
        acceptMatrix: true,
        acceptErrors: true,
        optional: true,
      })),
      compute(...args) {
        return evaluate(hostOf(this), upper, args);
      },
    });
  }
  if (fresh.length > 0) forgetCompiledFormulas();
  return fresh.length > 0;
}
