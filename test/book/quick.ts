/**
 * The built add-on for thousands of runs in one small book: its code is evaluated once (it keeps
 * nothing between calls), and no formula is calculated. Only for what reads no result of a formula.
 */
import {
  type AppsScript,
  type Calculated,
  type CalculatorFactory,
  type Realm,
  type RealmFactory,
  type RealmSetting,
  RunKilled,
} from '../../workbench/apps-script/index.ts';
import { createNodeRealm } from '../../workbench/apps-script/realm-node.ts';
import { openProject } from './project.ts';

export interface Quick {
  readonly app: AppsScript;
  /** Runs something inside of a run that stepped aside: it needs an evaluation of its own. */
  readonly inside: (act: () => void) => void;
}

export function openQuick(book?: string): Quick {
  const realms = [keptRealm(), keptRealm()] as const;
  let depth: 0 | 1 = 0;
  const app = openProject({
    ...(book === undefined ? {} : { book }),
    calculator: blanks,
    realm: (setting) => realms[depth](setting),
  });
  const inside = (act: () => void): void => {
    depth = 1;
    act();
    depth = 0;
  };
  return { app, inside };
}

interface Action {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/**
 * Kills an action at each of its service calls, in the same book every time, with one prefix of its
 * unflushed writes stored, another one each time.
 */
export function killedAtCalls(
  book: string,
  { functionName, args }: Action,
  after: (app: AppsScript, call: number) => void,
  step = 1,
): void {
  const { app } = openQuick(book);
  const start = app.book.snapshot();
  for (let call = 1; ; call += step) {
    app.book.restore(start);
    try {
      app.runWith({ killAt: { call, keepWrites: call % 13 } }, functionName, ...args);
      return;
    } catch (error) {
      if (!(error instanceof RunKilled)) throw error;
    }
    after(app, call);
  }
}

/** A realm in which the code is evaluated once, and whose services are those of the present run. */
function keptRealm(): RealmFactory {
  let present: RealmSetting | null = null;
  let kept: Realm | null = null;
  const now = (): RealmSetting => {
    if (present === null) throw new Error('no run');
    return present;
  };
  return (setting) => {
    present = setting;
    kept ??= evaluatedOnce(
      createNodeRealm({
        globals: Object.fromEntries(
          Object.keys(setting.globals).map((name) => [
            name,
            new Proxy({}, { get: (_, key) => Reflect.get(Object(now().globals[name]), key) }),
          ]),
        ),
        now: () => now().now(),
        offset: (moment) => now().offset(moment),
      }),
    );
    return kept;
  };
}

function evaluatedOnce(realm: Realm): Realm {
  let functions: ReturnType<Realm['evaluate']> | null = null;
  return {
    ...realm,
    evaluate: (code, names) => {
      functions ??= realm.evaluate(code, names);
      return functions;
    },
  };
}

const blanks: CalculatorFactory = ({ book }) => ({
  results: (sheetId, { row, column, rows, columns }) =>
    Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: columns }, (_column, right): Calculated | null =>
        book.cell(sheetId, row + down, column + right).formula === undefined
          ? null
          : { value: '', error: null, format: null },
      ),
    ),
  ruleStyles: (_sheetId, { rows, columns }) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => null)),
  spillExtent: () => ({ rows: 0, columns: 0 }),
  dispose: () => undefined,
});
