import { Bridge } from './bridge.ts';
import type { Context } from './context.ts';
import type { AuthMode, Disturbance, Realm, RealmFactory } from './environment.ts';
import type { LoadedCode } from './loading.ts';
import { Run, type RunSetting } from './run.ts';
import { platformServices } from './services/index.ts';
import { zoneOffset } from './zone.ts';

export interface Entry extends Disturbance {
  readonly authMode: AuthMode;
  readonly simpleTrigger?: boolean;
}

/** What one execution needs besides the run itself. */
export interface Surroundings {
  readonly realm: RealmFactory;
  readonly setting: (entry: Entry) => RunSetting;
  readonly context: (run: Run) => Context;
}

/** One execution: a fresh realm, a fresh evaluation of the code, one run. */
export class Execution {
  readonly run: Run;
  readonly context: Context;
  readonly bridge: Bridge;
  private readonly realm: Realm;

  constructor(surroundings: Surroundings, entry: Entry) {
    this.run = new Run(surroundings.setting(entry));
    this.context = surroundings.context(this.run);
    this.bridge = new Bridge(this.run);
    this.realm = surroundings.realm({
      globals: this.globals(),
      now: () => this.context.now().getTime(),
      offset: (moment) => zoneOffset(this.context.scriptTimeZone, moment),
    });
    this.bridge.realm = this.realm;
  }

  /** The platform's global names, as a script sees them. */
  globals(): Readonly<Record<string, unknown>> {
    const log = (...args: readonly unknown[]): void => this.context.log(args.map(String).join(' '));
    const services = Object.entries(platformServices(this.context)).map(([name, service]) => {
      return [name, name === 'Charts' ? service : this.bridge.outward(service)] as const;
    });
    return {
      ...Object.fromEntries(services),
      console: { log, info: log, warn: log, error: log, time: log, timeEnd: log },
    };
  }

  /**
   * Evaluates the code and calls the function. `read` takes the result out while the run is still
   * alive. @throws what the script throws, RunKilled, NotEmulated, NotKnown.
   */
  call<T>(code: LoadedCode, name: string, args: readonly unknown[], read: (result: unknown) => T): T {
    let result: T;
    try {
      const functions = this.realm.evaluate(code.text, code.functions);
      const target = functions[name];
      if (typeof target !== 'function') throw new Error(`Script function not found: ${name}`);
      const given = args.map((arg) => this.bridge.outward(arg));
      result = read(Reflect.apply(target, undefined, given));
    } catch (error) {
      this.run.end();
      throw error;
    }
    this.run.end();
    return result;
  }
}
