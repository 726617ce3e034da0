import type { Calculated, Calculator, CalculatorHost, CustomFunctionResult } from './calculator.ts';
import type { Area } from './cell.ts';
import { cellDisplay, cellFormula, cellsOf, needsResults, scriptValue } from './content.ts';
import type { Context, Locks, Stores } from './context.ts';
import { customFunctionResult } from './custom-function.ts';
import { enumValue } from './enums.ts';
import type { AppsScript, AppsScriptOptions, RunOptions, RunReport } from './environment.ts';
import { NotEmulated, NotKnown } from './errors.ts';
import { type Entry, Execution, type Surroundings } from './execution.ts';
import { DEFAULT_NUMBER_FORMAT } from './format.ts';
import { createHands } from './hands.ts';
import { type LoadedCode, loadCode } from './loading.ts';
import { createBrowserRealm } from './realm-browser.ts';
import { createNodeRealm, isNode } from './realm-node.ts';
import { CallCount, costsWith, type Run } from './run.ts';
import { ScreenRecord } from './screen.ts';
import { ScriptError, serialiseArguments, serialiseResult } from './serialiser.ts';
import { RangeService } from './services/range.ts';
import { SpreadsheetService } from './services/spreadsheet.ts';
import { Book } from './store.ts';

export type * from './calculator.ts';
export type * from './environment.ts';
export { RunKilled } from './environment.ts';
export { NotEmulated, NotKnown, RefusedByRule } from './errors.ts';
export { ScriptError } from './serialiser.ts';
export { Book } from './store.ts';

const DEFAULT_MANIFEST = {
  timeZone: 'Europe/Moscow',
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/script.container.ui',
  ],
};

/** Calls of google.script.run that the platform runs at once; further ones wait. */
const CLIENT_CALLS_AT_ONCE = 10;

/**
 * An emulated Google Sheets document with a script in it: load the built Code.js, then call its
 * functions as the platform would (menu, triggers, sidebar, cells), and look at the book.
 * Whatever the emulator does not vouch for throws NotEmulated or NotKnown, even when the script
 * catches it. Works in Node and in a page.
 */
export function createAppsScript(options: AppsScriptOptions = {}): AppsScript {
  const manifest = options.manifest ?? DEFAULT_MANIFEST;
  const book =
    options.book === undefined
      ? Book.create({ locale: options.locale ?? 'ru_RU', timeZone: options.timeZone ?? 'Europe/Moscow' })
      : typeof options.book === 'string'
        ? Book.fromJSON(options.book)
        : new Book(options.book);
  const now = options.now ?? (() => new Date());
  const screen = new ScreenRecord();
  const count = new CallCount();
  const costs = costsWith(options.callCost);
  const logs: string[] = [];
  const locks: Locks = { document: { holder: null }, script: { holder: null }, user: { holder: null } };
  const stores: Stores = { document: new Map(), user: new Map(), script: new Map(), cache: new Map() };
  let code: LoadedCode = { text: '', functions: [], customFunctions: [] };
  let calculator: Calculator | null = null;
  let lastRun: RunReport = { calls: 0, milliseconds: 0, unflushedAtKill: 0 };

  const host: CalculatorHost = {
    book,
    customFunctions: () => code.customFunctions,
    callCustomFunction,
    now,
  };

  function calculatorOrThrow(): Calculator {
    if (calculator !== null) return calculator;
    if (options.calculator === undefined) {
      throw new Error(
        'A formula was read, and no calculator is attached: pass `calculator` to createAppsScript.',
      );
    }
    calculator = options.calculator(host);
    return calculator;
  }

  function results(sheetId: number, area: Area): readonly (readonly (Calculated | null)[])[] | null {
    if (calculator === null && !needsResults(book, sheetId, area)) return null;
    return calculatorOrThrow().results(sheetId, area);
  }

  const surroundings: Surroundings = {
    realm: options.realm ?? (isNode() ? createNodeRealm : createBrowserRealm),
    setting: (entry) => ({
      ...entry,
      book,
      simpleTrigger: entry.simpleTrigger === true,
      viewer: options.viewer === true,
      scopes: manifest.oauthScopes,
      count,
      costs,
      onEnd,
    }),
    context: (run): Context => ({
      run,
      book,
      screen,
      locks,
      stores,
      html: options.html ?? {},
      scriptTimeZone: manifest.timeZone,
      scriptId: options.scriptId ?? 'script-1',
      userLocale: options.userLocale ?? 'ru',
      uuid: options.uuid ?? (() => globalThis.crypto.randomUUID()),
      now,
      log: (text) => void logs.push(text),
      calculator: calculatorOrThrow,
      results,
    }),
  };

  function onEnd(run: Run): void {
    for (const lock of Object.values(locks)) if (lock.holder === run) lock.holder = null;
    lastRun = run.report;
  }

  function execute<T>(
    entry: Entry,
    name: string,
    args: (execution: Execution) => readonly unknown[],
    read: (result: unknown) => T,
  ): T {
    const execution = new Execution(surroundings, entry);
    return execution.call(code, name, args(execution), read);
  }

  function runWith(runOptions: RunOptions, name: string, ...args: readonly unknown[]): unknown {
    assertPublic(name);
    return execute(
      { authMode: 'FULL', ...runOptions },
      name,
      () => args,
      (result) => result,
    );
  }

  /** A simple trigger: nothing happens when the script has no such function. */
  function trigger(
    name: string,
    authMode: 'NONE' | 'LIMITED' | 'FULL',
    extra: (context: Context) => object,
  ): void {
    if (!code.functions.includes(name)) return;
    const event = ({ context }: Execution): readonly unknown[] => {
      const source = authMode === 'NONE' ? {} : { source: new SpreadsheetService(context) };
      return [{ authMode: enumValue('AuthMode', authMode), ...source, ...extra(context) }];
    };
    execute({ authMode, simpleTrigger: authMode !== 'FULL' }, name, event, () => undefined);
  }

  function callCustomFunction(name: string, args: readonly unknown[]): CustomFunctionResult {
    const wanted = name.toUpperCase();
    const known = code.customFunctions.find((custom) => custom.name.toUpperCase() === wanted);
    if (known === undefined) return { ok: false, message: `Unknown function: '${name}'.` };
    try {
      const value = execute(
        { authMode: 'CUSTOM_FUNCTION', simpleTrigger: true },
        known.name,
        () => args,
        (result) => customFunctionResult(result, book.timeZone),
      );
      return { ok: true, value };
    } catch (error) {
      if (error instanceof NotEmulated || error instanceof NotKnown) throw error;
      return { ok: false, message: messageOf(error) };
    }
  }

  let clientCalls = 0;
  const waiting: (() => void)[] = [];

  function clientRun(name: string, ...args: readonly unknown[]): Promise<unknown> {
    if (!code.functions.includes(name) || name.endsWith('_')) {
      throw new TypeError(`google.script.run.${name} is not a function`);
    }
    const given = serialiseArguments(args);
    return new Promise((resolve, reject) => {
      const start = (): void => {
        clientCalls++;
        queueMicrotask(() => {
          try {
            resolve(execute({ authMode: 'FULL' }, name, () => given, serialiseResult));
          } catch (error) {
            reject(error instanceof NotEmulated || error instanceof NotKnown ? error : scriptError(error));
          }
          clientCalls--;
          waiting.shift()?.();
        });
      };
      if (clientCalls < CLIENT_CALLS_AT_ONCE) start();
      else waiting.push(start);
    });
  }

  const hands = createHands({ book, now, results });

  return {
    book,
    hands,
    get globals() {
      return new Execution(surroundings, { authMode: 'FULL' }).globals();
    },
    load(given) {
      code = typeof given === 'string' ? loadCode(given) : given;
    },
    run: (name, ...args) => runWith({}, name, ...args),
    runWith,
    get lastRun() {
      return lastRun;
    },
    open(authMode = 'LIMITED') {
      screen.clearMenus();
      trigger('onOpen', authMode, () => ({}));
    },
    install() {
      screen.clearMenus();
      trigger('onInstall', 'FULL', () => ({}));
    },
    edit(sheet, a1, text) {
      hands.type(sheet, a1, text);
      trigger('onEdit', 'LIMITED', (context) => {
        const range = new SpreadsheetService(context).getSheetByName(sheet)?.getRange(a1);
        return range instanceof RangeService ? { range } : {};
      });
    },
    menu: screen.menuView((item) => void runWith({}, item.functionName)),
    get sidebar() {
      return screen.sidebar;
    },
    dialogs: screen.dialogs,
    toasts: screen.toasts,
    answer: (...answers) => void screen.answers.push(...answers),
    clientRun,
    get customFunctions() {
      return code.customFunctions;
    },
    callCustomFunction,
    get calculator() {
      return calculatorOrThrow();
    },
    calls: {
      get total() {
        return count.total;
      },
      get byMethod() {
        return { ...count.byMethod };
      },
      get milliseconds() {
        return count.milliseconds;
      },
      reset: () => count.reset(),
    },
    logs,
    view(sheetId, area) {
      const extent = book.extent(sheetId);
      const whole = {
        row: 1,
        column: 1,
        rows: Math.max(1, extent.rows),
        columns: Math.max(1, extent.columns),
      };
      const shown = area ?? whole;
      const calculated = results(sheetId, shown);
      const { rules } = book.sheet(sheetId);
      const styles = rules.length === 0 ? null : calculatorOrThrow().ruleStyles(sheetId, shown);
      const cells = cellsOf(book, sheetId, shown);
      return {
        values: cells.map((row, r) =>
          row.map((cell, c) => scriptValue(cell, calculated?.[r]?.[c] ?? null, book)),
        ),
        display: cells.map((row, r) =>
          row.map((cell, c) => cellDisplay(cell, calculated?.[r]?.[c] ?? null, book.locale)),
        ),
        formulas: cells.map((row) => row.map((cell) => cellFormula(cell, book.locale))),
        fills: cells.map((row, r) =>
          row.map((cell, c) => styles?.[r]?.[c]?.background ?? cell.background ?? '#ffffff'),
        ),
        notes: cells.map((row) => row.map((cell) => cell.note ?? '')),
        formats: cells.map((row) => row.map((cell) => cell.numberFormat ?? DEFAULT_NUMBER_FORMAT)),
      };
    },
    dispose() {
      calculator?.dispose();
      calculator = null;
    },
  };
}

function assertPublic(name: string): void {
  if (name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

/** Errors of the script come from another realm: they are known by their shape. */
function scriptError(error: unknown): ScriptError {
  const name =
    typeof error === 'object' && error !== null && 'name' in error ? `${String(error.name)}: ` : '';
  return new ScriptError(name + messageOf(error));
}
