import { IssueError } from '../domain/issues.ts';

/**
 * Readers of plain values that came over the wire: each gives the value back with its type, or
 * throws `Mismatch`. A schema library weighs a fifth of Code.js, which the platform reads anew for
 * every cell; these few lines check a city's rows ten times as fast.
 */
export type Reader<T> = (value: unknown) => T;

/** What was expected, and where in the value. */
export class Mismatch extends Error {
  readonly path: string;

  constructor(expected: string, path = '') {
    super(expected);
    this.path = path;
  }
}

/**
 * Reads a request, or a part of one called `what`.
 * @throws IssueError `request-invalid` with the place and what was expected there
 */
export function readRequest<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    if (!(reason instanceof Mismatch)) throw reason;
    const detail = `${what}${reason.path}: expected ${reason.message}`;
    throw new IssueError({ code: 'request-invalid', detail });
  }
}

/** A text of at most `most` UTF-16 units. */
export function text(most: number, pattern?: RegExp): Reader<string> {
  return (value) => {
    if (typeof value !== 'string') throw new Mismatch('text');
    if (value.length > most) throw new Mismatch(`text of at most ${most} characters`);
    if (pattern !== undefined && !pattern.test(value)) throw new Mismatch(`text like ${pattern.source}`);
    return value;
  };
}

/** A whole number in a range. */
export function whole(least: number, most: number): Reader<number> {
  return (value) => {
    if (typeof value === 'number' && Math.floor(value) === value && value >= least && value <= most) {
      return value;
    }
    throw new Mismatch(`a whole number from ${least} to ${most}`);
  };
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Mismatch('true or false');
  return value;
}

/** One of these texts. */
export function oneOf<T extends string>(choices: readonly T[]): Reader<T> {
  return (value) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new Mismatch(`one of ${choices.join(', ')}`);
    return chosen;
  };
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value));
}

/** What was left out, or null, is undefined. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value) => (value === undefined || value === null ? undefined : read(value));
}

export function list<T>(read: Reader<T>, most: number, least = 0): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new Mismatch('a list');
    if (value.length < least || value.length > most) throw new Mismatch(`${least} to ${most} items`);
    return value.map((item: unknown, index) => within(`[${index}]`, () => read(item)));
  };
}

/** An object with these fields; others are left out. */
export function fields<T extends object>(readers: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  return (value) => {
    const source = recordOf(value);
    const read: Partial<T> = {};
    for (const key of keysOf(readers)) {
      read[key] = within(`.${String(key)}`, () => readers[key](source[String(key)]));
    }
    return read as T;
  };
}

/** An object used as a map; `__proto__` and its like are no keys. */
export function mapOf<T>(key: RegExp, read: Reader<T>): Reader<Record<string, T>> {
  return (value) => {
    const entries = Object.entries(recordOf(value)).map(([name, item]): [string, T] => {
      if (!key.test(name)) throw new Mismatch(`keys like ${key.source}`);
      return [name, within(`.${name}`, () => read(item))];
    });
    return Object.fromEntries(entries);
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Mismatch('an object');
  return value as Readonly<Record<string, unknown>>;
}

function keysOf<T extends object>(readers: T): (keyof T)[] {
  return Object.keys(readers) as (keyof T)[];
}

function within<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof Mismatch) throw new Mismatch(reason.message, place + reason.path);
    throw reason;
  }
}
