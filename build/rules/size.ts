import type { Dist } from '../dist.ts';
import { CELLS_BUNDLE } from '../stubs.ts';
import type { Rule } from './rule.ts';
import { topLevelFunctions } from './script.ts';

const KILOBYTE = 1024;

function limits(name: string, what: string, kilobytes: number, measure: (dist: Dist) => string): Rule {
  return {
    name,
    check: (dist) => {
      const size = Buffer.byteLength(measure(dist));
      return size <= kilobytes * KILOBYTE
        ? []
        : [`${what} has ${(size / KILOBYTE).toFixed(1)} KB, at most ${kilobytes} KB are allowed.`];
    },
  };
}

function cellsBundle(dist: Dist): string {
  const built = topLevelFunctions(dist).get(CELLS_BUNDLE);
  return built === undefined ? '' : dist.code.slice(built.start, built.end);
}

export const SIZE_RULES: readonly Rule[] = [
  limits('size-cells', 'The bundle of custom functions', 20, cellsBundle),
  limits('size-code', 'Code.js', 150, ({ code }) => code),
  limits('size-sidebar', 'sidebar.html', 120, ({ sidebar }) => sidebar),
];
