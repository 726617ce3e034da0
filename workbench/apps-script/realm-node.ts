import type VmModule from 'node:vm';
import type { Realm, RealmSetting } from './environment.ts';
import { DATE_PRELUDE } from './realm-prelude.ts';

const compiled = new Map<string, VmModule.Script>();
const COMPILED_LIMIT = 8;

/** A script is compiled once and evaluated anew in each realm. */
function scriptOf(vm: typeof VmModule, code: string): VmModule.Script {
  const known = compiled.get(code);
  if (known !== undefined) return known;
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  const script = new vm.Script(code, { filename: 'Code.gs' });
  compiled.set(code, script);
  return script;
}

/** null outside of Node; found without an import, so that this module loads in a page too. */
function vmModule(): typeof VmModule | null {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return null;
  return process.getBuiltinModule('node:vm');
}

export function isNode(): boolean {
  return vmModule() !== null;
}

/** A bare V8 context: the language and nothing else. */
export function createNodeRealm(setting: RealmSetting): Realm {
  const vm = vmModule();
  if (vm === null) throw new Error('createNodeRealm needs Node 20.16 or newer');
  const context = vm.createContext({ ...setting.globals });
  const run = (code: string): unknown => scriptOf(vm, code).runInContext(context);
  const install: unknown = run(DATE_PRELUDE);
  const date: unknown = typeof install === 'function' ? install(setting.now, setting.offset) : undefined;
  Object.defineProperty(context, 'Date', { value: date, writable: true, configurable: true });
  const intrinsic = run('({ Array: Array, Object: Object, Date: Date, Error: Error })') as Omit<
    Realm,
    'evaluate'
  >;
  return {
    ...intrinsic,
    evaluate(code, names) {
      run(code);
      return Object.fromEntries(names.map((name) => [name, Reflect.get(context, name)]));
    },
  };
}
