import type { Realm, RealmSetting } from './environment.ts';
import { ABSENT, DATE_PRELUDE } from './realm-prelude.ts';

type Shadowed = (...values: readonly unknown[]) => Readonly<Record<string, unknown>>;

let frame: HTMLIFrameElement | null = null;
const compiled = new Map<string, Shadowed>();

interface FrameWindow extends Window {
  readonly Function: FunctionConstructor;
  readonly eval: (code: string) => unknown;
}

/** One hidden same-origin frame gives intrinsics of its own; absent names are shadowed. */
function frameWindow(): FrameWindow {
  if (frame === null) {
    frame = document.createElement('iframe');
    frame.hidden = true;
    document.body.append(frame);
  }
  const inner = frame.contentWindow;
  if (inner === null) throw new Error('The frame of the emulator was removed.');
  return inner as FrameWindow;
}

/** Each evaluation runs the code anew inside a function, so nothing survives between runs. */
export function createBrowserRealm(setting: RealmSetting): Realm {
  const inner = frameWindow();
  clock.now = setting.now;
  clock.offset = setting.offset;
  const intrinsic = intrinsics(inner);
  return {
    ...intrinsic,
    evaluate(code, names) {
      const services = { ...setting.globals, Date: intrinsic.Date };
      // Lives as long as the run, like the global object of the platform.
      const given = { ...services, globalThis: { ...services } };
      const parameters = [...ABSENT.filter((name) => !(name in given)), ...Object.keys(given)];
      const body = `${code}\n;return { ${names.join(', ')} };`;
      const key = `${parameters.join()}\n${body}`;
      const shadowed = compiled.get(key) ?? (new inner.Function(...parameters, body) as Shadowed);
      compiled.clear();
      compiled.set(key, shadowed);
      return shadowed(...parameters.map((name) => Reflect.get(given, name)));
    },
  };
}

const clock = { now: (): number => Date.now(), offset: (_moment: number): number => 0 };
/** The frame's intrinsics are shared: their clock is that of the realm made last. */
let known: Omit<Realm, 'evaluate'> | null = null;

function intrinsics(inner: FrameWindow): Omit<Realm, 'evaluate'> {
  if (known !== null) return known;
  const install = inner.eval(DATE_PRELUDE) as (
    now: () => number,
    offset: (moment: number) => number,
  ) => DateConstructor;
  const date = install(
    () => clock.now(),
    (moment) => clock.offset(moment),
  );
  const own = inner.eval('({ Array: Array, Object: Object, Error: Error })') as Omit<Realm, 'evaluate'>;
  known = { Array: own.Array, Object: own.Object, Error: own.Error, Date: date };
  return known;
}
