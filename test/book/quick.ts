/**
 * The built add-on for thousands of runs in one small book: its code is evaluated once (it keeps
 * nothing between calls), and no formula is calculated. Only for what reads no result of a formula.
 */
import type {
  AppsScript,
  Calculated,
  CalculatorFactory,
  Realm,
  RealmFactory,
  RealmSetting,
} from '../../workbench/apps-script/index.ts';
import { createNodeRealm } from '../../workbench/apps-script/realm-node.ts';
import { openProject } from './project.ts';

export interface Quick {
  readonly app: AppsScript;
  /** Runs something inside of a run that stepped aside: it needs an evaluation of its own. */
  readonly inside: (act: () => void) => void;
}

export function openQuick(book: string): Quick {
  const realms = [keptRealm(), keptRealm()] as const;
  let depth: 0 | 1 = 0;
  const app = openProject({ book, calculator: blanks, realm: (setting) => realms[depth](setting) });
  const inside = (act: () => void): void => {
    depth = 1;
    act();
    depth = 0;
  };
  return { app, inside };
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
