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

/** Float noise of a fraction read from a cell: far below the least distance of a real share from a step. */
const FLOAT_NOISE = 1e-9;

/**
 * A share as a cell holds it (0.4167) in basis points, rounded down like `shareOf`; a fraction that
 * misses a whole basis point only by float noise (0.57 · 10000 = 5699.999…) is that basis point.
 */
export function basisPointsOf(fraction: number): BasisPoints {
  const scaled = fraction * WHOLE;
  const nearest = Math.round(scaled);
  return Math.abs(scaled - nearest) <= FLOAT_NOISE ? nearest : Math.floor(scaled);
}

/** A target as a cell holds it (0.75) in basis points; targets are set in steps of 0.01 %. */
export function targetOf(fraction: number): BasisPoints {
  return Math.round(fraction * WHOLE);
}
