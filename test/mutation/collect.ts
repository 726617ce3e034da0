export { expect } from 'vitest';

/** A test as the mutation run needs it: a name that no other has, and what it does. */
export interface CollectedTest {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly run: () => unknown;
}

export const collected: CollectedTest[] = [];

const suites: string[] = [];
let file = '';

/** The tests that are declared from now on stand in this file. */
export function collectFrom(path: string): void {
  file = path;
}

export function describe(name: string, declare: () => void): void {
  suites.push(name);
  declare();
  suites.pop();
}

export function it(name: string, run: () => unknown): void {
  const full = [...suites, name].join(' ');
  collected.push({ id: `${file}#${collected.length}`, name: full, file, run });
}

/** Rows of a table, each a test of its own; a row that is a list is spread, as vitest spreads it. */
it.each =
  (rows: readonly unknown[]) =>
  (name: string, run: (...row: unknown[]) => unknown): void => {
    for (const row of rows) it(name, () => (Array.isArray(row) ? run(...row) : run(row)));
  };
