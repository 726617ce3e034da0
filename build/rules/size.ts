import type { Dist } from '../dist.ts';
import { CELLS_BUNDLE } from '../stubs.ts';
import type { Rule } from './rule.ts';
import { topLevelFunctions } from './script.ts';

const KILOBYTE = 1024;

interface SizeLimit {
  readonly rule: string;
  readonly what: string;
  readonly kilobytes: number;
  readonly measure: (dist: Dist) => string;
}

function cellsBundle(dist: Dist): string {
  const built = topLevelFunctions(dist).get(CELLS_BUNDLE);
  return built === undefined ? '' : dist.code.slice(built.start, built.end);
}

export const SIZE_LIMITS: readonly SizeLimit[] = [
  { rule: 'size-cells', what: 'The bundle of custom functions', kilobytes: 20, measure: cellsBundle },
  { rule: 'size-code', what: 'Code.js', kilobytes: 150, measure: ({ code }) => code },
  { rule: 'size-sidebar', what: 'sidebar.html', kilobytes: 120, measure: ({ sidebar }) => sidebar },
];

export const SIZE_RULES: readonly Rule[] = SIZE_LIMITS.map(({ rule, what, kilobytes, measure }) => ({
  name: rule,
  check: (dist) => {
    const size = Buffer.byteLength(measure(dist));
    return size <= kilobytes * KILOBYTE
      ? []
      : [`${what} has ${(size / KILOBYTE).toFixed(1)} KB, at most ${kilobytes} KB are allowed.`];
  },
}));
