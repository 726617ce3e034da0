import { callKind } from './calls.ts';
import { Emulated, EnumValue } from './emulated.ts';
import type { Realm } from './environment.ts';
import { NotEmulated, NotKnown, ServiceException } from './errors.ts';
import type { Run } from './run.ts';
import { markPlatformObject } from './serialiser.ts';
import { checkSignature, isDate, isPublished } from './signatures.ts';

/**
 * Stands between the script's realm and the emulator: every platform object is a proxy that shows
 * only published methods, arguments and results are copied between the realms, and exceptions
 * arrive as errors of the script's realm.
 */
export class Bridge {
  private readonly run: Run;
  /** Set as soon as the realm exists: globals are needed to make it. */
  realm: Realm | null = null;
  private readonly outside = new WeakMap<object, object>();
  private readonly inside = new WeakMap<object, object>();

  constructor(run: Run) {
    this.run = run;
  }

  /** An emulator's value as the script sees it. */
  outward(value: unknown): unknown {
    if (value instanceof Emulated) return this.proxyOf(value);
    if (typeof value !== 'object' || value === null || value instanceof EnumValue) return value;
    if (this.inside.has(value) || this.realm === null) return value;
    if (Array.isArray(value)) {
      const copy: unknown[] = new this.realm.Array();
      for (const item of value) copy.push(this.outward(item));
      return copy;
    }
    if (isDate(value)) return new this.realm.Date(value.getTime());
    const copy: object = new this.realm.Object();
    for (const [key, item] of Object.entries(value)) {
      Reflect.defineProperty(copy, key, {
        value: this.outward(item),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return copy;
  }

  /** A script's value as the emulator works with it. */
  inward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || value instanceof EnumValue) return value;
    const own = this.inside.get(value);
    if (own !== undefined) return own;
    if (Array.isArray(value)) return Array.from(value, (item: unknown) => this.inward(item));
    if (isDate(value)) return new Date(value.getTime());
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.inward(item)]));
  }

  private proxyOf(object: Emulated): object {
    const known = this.outside.get(object);
    if (known !== undefined) return known;
    const proxy = new Proxy(object, {
      get: (_target, key) => this.member(object, key),
      set: (_target, key, value) => {
        if (typeof key === 'string' && object.assign(key, this.inward(value))) return true;
        throw this.loud(new NotKnown(`setting ${object.platformName}.${String(key)}`));
      },
      has: (_target, key) => typeof key === 'string' && isPublished(object.platformName, key),
      ownKeys: () => [],
      getOwnPropertyDescriptor: () => undefined,
      getPrototypeOf: () => Object.prototype,
    });
    this.outside.set(object, proxy);
    this.inside.set(proxy, object);
    markPlatformObject(proxy);
    return proxy;
  }

  private member(object: Emulated, key: string | symbol): unknown {
    if (typeof key === 'symbol') return undefined;
    if (key === 'toString') return () => object.platformName;
    const property = object.properties()[key];
    if (property !== undefined) return property;
    if (!isPublished(object.platformName, key)) return undefined;
    const method: unknown = Reflect.get(object, key);
    if (!isMethod(method)) throw this.loud(new NotEmulated(`${object.platformName}.${key}`));
    return (...args: readonly unknown[]) => this.call(object, key, method, args);
  }

  private call(object: Emulated, name: string, method: Method, args: readonly unknown[]): unknown {
    try {
      const own = args.map((arg) => this.inward(arg));
      checkSignature(object.platformName, name, own);
      this.run.enter(object.platformName, name);
      if (callKind(object.platformName, name) !== 'free') object.assertThere();
      const result: unknown = Reflect.apply(method, object, own);
      return this.outward(result);
    } catch (error) {
      throw this.outwardError(error);
    }
  }

  /** Only what the platform itself throws becomes an error of the script. */
  private outwardError(error: unknown): unknown {
    if (error instanceof NotEmulated || error instanceof NotKnown) return this.loud(error);
    if (!(error instanceof ServiceException) || this.realm === null) return error;
    const made = new this.realm.Error(error.message);
    made.name = error.name;
    return made;
  }

  /** Remembered, so that a script's `catch` cannot hide it. */
  private loud<E extends Error>(error: E): E {
    this.run.complaint ??= error;
    return error;
  }
}

type Method = (...args: readonly unknown[]) => unknown;

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}
