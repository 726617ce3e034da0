/** The next number of a sequence, evenly spread over [0, 1). */
export type Random = () => number;

/**
 * A sequence that a seed determines, the same in every JavaScript engine: the generator mulberry32
 * (Tommy Ettinger, public domain), good enough for sample data and a few lines long.
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}
