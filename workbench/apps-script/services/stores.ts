import type { Context } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { ServiceException } from '../errors.ts';

export const PROPERTY_VALUE_BYTES = 9 * 1024;
export const PROPERTY_STORE_BYTES = 500 * 1024;
export const CACHE_VALUE_BYTES = 100 * 1024;
export const CACHE_KEY_LENGTH = 250;
const CACHE_DEFAULT_SECONDS = 600;
const CACHE_LONGEST_SECONDS = 21_600;

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

export class PropertiesServiceService extends Emulated {
  readonly platformName = 'PropertiesService';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  getDocumentProperties(): PropertyStore {
    return new PropertyStore(this.context.stores.document);
  }
  getUserProperties(): PropertyStore {
    return new PropertyStore(this.context.stores.user);
  }
  getScriptProperties(): PropertyStore {
    return new PropertyStore(this.context.stores.script);
  }
}

class PropertyStore extends Emulated {
  readonly platformName = 'Properties';
  private readonly store: Map<string, string>;

  constructor(store: Map<string, string>) {
    super();
    this.store = store;
  }

  getProperty(key: string): string | null {
    return this.store.get(key) ?? null;
  }
  getProperties(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.store);
  }
  getKeys(): readonly string[] {
    return [...this.store.keys()];
  }
  setProperty(key: string, value: string): PropertyStore {
    if (bytes(value) > PROPERTY_VALUE_BYTES) {
      throw new ServiceException('Argument too large: value');
    }
    let total = bytes(key) + bytes(value);
    for (const [name, stored] of this.store) if (name !== key) total += bytes(name) + bytes(stored);
    if (total > PROPERTY_STORE_BYTES) {
      throw new ServiceException(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.store.set(key, value);
    return this;
  }
  setProperties(properties: Readonly<Record<string, string>>, deleteAllOthers = false): PropertyStore {
    if (deleteAllOthers) this.store.clear();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this;
  }
  deleteProperty(key: string): PropertyStore {
    this.store.delete(key);
    return this;
  }
  deleteAllProperties(): PropertyStore {
    this.store.clear();
    return this;
  }
}

export class CacheServiceService extends Emulated {
  readonly platformName = 'CacheService';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  getDocumentCache(): CacheStore {
    return new CacheStore(this.context, 'document');
  }
  getUserCache(): CacheStore {
    return new CacheStore(this.context, 'user');
  }
  getScriptCache(): CacheStore {
    return new CacheStore(this.context, 'script');
  }
}

class CacheStore extends Emulated {
  readonly platformName = 'Cache';
  private readonly context: Context;
  private readonly space: string;

  constructor(context: Context, space: string) {
    super();
    this.context = context;
    this.space = space;
  }

  get(key: string): string | null {
    const entry = this.context.stores.cache.get(this.name(key));
    return entry === undefined || entry.until <= this.context.now().getTime() ? null : entry.value;
  }
  getAll(keys: readonly string[]): Readonly<Record<string, string>> {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const value = this.get(key);
        return value === null ? [] : [[key, value]];
      }),
    );
  }
  put(key: string, value: string, seconds = CACHE_DEFAULT_SECONDS): void {
    if (key.length > CACHE_KEY_LENGTH) throw new ServiceException('Argument too large: key');
    if (bytes(value) > CACHE_VALUE_BYTES) throw new ServiceException('Argument too large: value');
    const life = Math.min(Math.max(1, seconds), CACHE_LONGEST_SECONDS);
    this.context.stores.cache.set(this.name(key), {
      value,
      until: this.context.now().getTime() + life * 1000,
    });
  }
  putAll(values: Readonly<Record<string, string>>, seconds = CACHE_DEFAULT_SECONDS): void {
    for (const [key, value] of Object.entries(values)) this.put(key, value, seconds);
  }
  remove(key: string): void {
    this.context.stores.cache.delete(this.name(key));
  }
  removeAll(keys: readonly string[]): void {
    for (const key of keys) this.remove(key);
  }

  private name(key: string): string {
    return `${this.space}:${key}`;
  }
}
