import { freeNames } from '../syntax/free-names.ts';
import { placeOf } from '../syntax/tree.ts';
import { PLATFORM_NAMES } from './platform-names.ts';
import type { Rule } from './rule.ts';
import { scriptOf } from './script.ts';

/** Names of browsers and Node (URL, TextDecoder, setTimeout, Buffer …) fail only when the line runs: here they fail now. */
export const ABSENT_NAMES: Rule = {
  name: 'absent-names',
  check: (dist) => {
    const script = scriptOf(dist);
    if (script === null) return [];
    return freeNames(script.program)
      .filter(({ name }) => !PLATFORM_NAMES.has(name))
      .map((node) => `Code.js names ${node.name} at ${placeOf(node)}, which Apps Script does not have.`);
  },
};
