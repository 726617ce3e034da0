import type { Count } from './record.ts';

/**
 * A share of people held as a whole number of basis points (1 bp = 0.01 %), rounded down,
 * so that it never reads as the target while it is below it.
 */
export type BasisPoints = number;

/** 100 % in basis points. */
export const WHOLE: BasisPoints = 10_000;

/**
 * ⌊10000 · part / total⌋, or null where there is no share: a blank count or a total of 0.
 * Above 100 % is possible and returned as it is (the totals come from last year's forms).
 */
export function shareOf(part: Count, total: Count): BasisPoints | null {
  if (part === null || total === null || total <= 0) return null;
  return Math.floor((part * WHOLE) / total);
}

/**
 * People missing to the target: the smallest n ≥ 0 with (part + n) · 10000 ≥ target · total.
 * The product is whole, so the threshold is exact.
 */
export function peopleToTarget(part: number, total: number, target: BasisPoints): number {
  return Math.max(0, Math.ceil((target * total) / WHOLE) - part);
}
