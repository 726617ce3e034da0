import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of the bench's table. */
export interface Measure {
  readonly what: string;
  readonly measured: number;
  /** null: shown, and not judged. */
  readonly budget: number | null;
  readonly unit: '×' | 'KB' | 'calls' | 'ms' | 's' | 'MB' | 'M cells';
}

/** A part of the bench: it measures and says what it found. */
export type Bench = () => Measure[] | Promise<Measure[]>;

export function isMissed({ measured, budget }: Measure): boolean {
  return budget !== null && measured > budget;
}

export function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * How many times as long `work` takes as `base`: the median of rounds in which both run in turn, so
 * that a machine that grows slow meanwhile is slow for both.
 */
export function ratio(work: () => unknown, base: () => unknown, rounds = 15): number {
  const ratios: number[] = [];
  // The first rounds warm up and do not count.
  for (let round = -2; round < rounds; round += 1) {
    const slow = milliseconds(base);
    const fast = milliseconds(work);
    if (round >= 0) ratios.push(fast / slow);
  }
  return median(ratios);
}

/** What `make` makes, and how much memory it holds: garbage is swept before and after. */
export function held<T>(make: () => T): { readonly made: T; readonly megabytes: number } {
  sweep();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  sweep();
  return { made, megabytes: (process.memoryUsage().heapUsed - before) / 2 ** 20 };
}

/** Throws the garbage out now, so that its sweeping takes no processor from what is measured next. */
export function sweep(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** Text of the table: measured / budget, and their ratio. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const { what, measured, budget, unit } = measure;
    const amount = (value: number): string =>
      `${unit === 'calls' ? Math.round(value) : value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
    if (budget === null) return [what, amount(measured), '', '', ''];
    const share = budget === 0 ? '' : (measured / budget).toFixed(2);
    return [what, amount(measured), amount(budget), share, isMissed(measure) ? 'BEYOND' : 'ok'];
  });
  const all = [['what', 'measured', 'budget', 'ratio', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
