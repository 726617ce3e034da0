/**
 * What @odoo/o-spreadsheet takes for granted (it declares Node 22) and Node 20 lacks. Imported
 * before it, for the side effect.
 */

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

define(
  Object,
  'groupBy',
  (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => PropertyKey) => {
    const groups: Record<PropertyKey, unknown[]> = Object.create(null);
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = groups[key];
      if (group === undefined) groups[key] = [item];
      else group.push(item);
    }
    return groups;
  },
);

define(Set.prototype, 'difference', function difference(this: Set<unknown>, other: Set<unknown>) {
  return new Set([...this].filter((item) => !other.has(item)));
});
