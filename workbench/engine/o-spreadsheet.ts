import './polyfills.ts';
import * as oSpreadsheet from '@odoo/o-spreadsheet';

/** The library with Google's names of errors, and Google's blank where it would show 0. */
export {
  addFunction,
  DispatchResult,
  EvaluationError,
  Model,
  registries,
  Spreadsheet,
  setTranslationMethod,
  stores,
  UIPlugin,
} from '@odoo/o-spreadsheet';

const { CellErrorType, functionCache, registries } = oSpreadsheet;

Object.assign(CellErrorType, {
  InvalidReference: '#REF!',
  SpilledBlocked: '#REF!',
  CircularDependency: '#REF!',
  BadExpression: '#ERROR!',
  GenericError: '#ERROR!',
});
// It writes FALSE over whatever else stands in a new checkbox, which the book does not do.
registries.featurePluginRegistry.remove('datavalidation_insert');
for (const error of ['#REF!', '#ERROR!', '#VALUE!']) registries.errorTypes.add(error);

interface Result {
  readonly value: unknown;
}

/** Called as a method of the compiled formula, which holds its literals. */
type Execute = (this: unknown, ...args: unknown[]) => Result | Result[][];

function blankForNull(result: Result): Result {
  return result.value === null || result.value === undefined ? { ...result, value: '' } : result;
}

/**
 * A formula whose result is a blank cell stays blank in Google Sheets; the library makes it 0. Its
 * compiled formulas all pass through this cache, so each is wrapped where it enters.
 */
function showBlankAsBlank(cache: object): void {
  Object.setPrototypeOf(
    cache,
    new Proxy(Object.prototype, {
      set(_target, key, compiled: Execute, receiver: object) {
        const value: Execute = function wrapped(...args) {
          const result = Reflect.apply(compiled, this, args);
          return Array.isArray(result)
            ? result.map((column) => column.map(blankForNull))
            : blankForNull(result);
        };
        return Reflect.defineProperty(receiver, key, {
          value,
          configurable: true,
          enumerable: true,
          writable: true,
        });
      },
    }),
  );
}
showBlankAsBlank(functionCache);

/** The library reports every step on console.debug. */
export function quietly<T>(work: () => T): T {
  const debug = console.debug;
  console.debug = () => {};
  try {
    return work();
  } finally {
    console.debug = debug;
  }
}

/** Formulas compiled before a function was added would still not know it. */
export function forgetCompiledFormulas(): void {
  for (const key of Object.keys(functionCache)) delete functionCache[key];
}
