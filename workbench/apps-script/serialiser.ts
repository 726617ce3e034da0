import { NotKnown } from './errors.ts';

/** What google.script.run makes of arguments and results. */

const PLAIN = '[object Object]';

function tag(value: unknown): string {
  return Object.prototype.toString.call(value);
}

function isPlain(value: object): boolean {
  if (tag(value) !== PLAIN) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm have that realm's Object.prototype, which has no prototype itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** @throws Error on the caller's side, at once. */
export function serialiseArguments(args: readonly unknown[]): unknown[] {
  return args.map((arg, index) => argument(arg, String(index)));
}

function argument(value: unknown, property: string): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new NotKnown(`${value} as an argument of google.script.run`);
  }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item, index) => argument(item, String(index)));
  if (typeof value === 'object' && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, argument(item, key)]));
  }
  throw new Error(`Failed due to illegal value in property: ${property}`);
}

/** A Date, or an object of the platform, anywhere makes the whole result null. */
export function serialiseResult(value: unknown): unknown {
  const lost = { found: false };
  const copy = result(value, lost);
  return lost.found ? null : copy;
}

function result(value: unknown, lost: { found: boolean }): unknown {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new NotKnown(`${value} as a result of google.script.run`);
      return value;
    case 'boolean':
    case 'string':
      return value;
    case 'function':
      return String(value);
    case 'object':
      break;
    default:
      throw new NotKnown(`a ${typeof value} as a result of google.script.run`);
  }
  if (Array.isArray(value)) return value.map((item) => result(item, lost));
  const kind = tag(value);
  if (kind === '[object Date]' || isPlatformObject(value)) {
    lost.found = true;
    return null;
  }
  if (kind === '[object Map]' || kind === '[object Set]' || kind === '[object RegExp]') return {};
  if (ArrayBuffer.isView(value))
    throw new Error('The script completed but the returned value is not a supported return type.');
  if (!isPlain(value)) throw new NotKnown(`a ${kind} as a result of google.script.run`);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, result(item, lost)]));
}

const platformObjects = new WeakSet<object>();

export function markPlatformObject(object: object): void {
  platformObjects.add(object);
}

function isPlatformObject(value: object): boolean {
  return platformObjects.has(value);
}

/** What a failure handler is given. */
export class ScriptError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScriptError';
  }
}
