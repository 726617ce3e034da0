/** google.script.run's rules for what may travel. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function copy(value: unknown, property: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item) => copy(item, property));
  if (typeof value === 'object' && isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, property)]));
  }
  throw new Error(`Failed due to illegal value in property: ${property}`);
}

/** @throws Error for a Date, function, Map, element … anywhere in the arguments; undefined becomes null */
export function serialiseArguments(args: readonly unknown[]): unknown[] {
  return args.map((argument, index) => copy(argument, String(index)));
}
