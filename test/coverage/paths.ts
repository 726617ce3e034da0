import { fileURLToPath } from 'node:url';
import { ROOT } from '../../build/sources.ts';

export { ROOT };

function inCache(name: string): string {
  return fileURLToPath(new URL(`../../.cache/coverage/${name}`, import.meta.url));
}

/** Code.js with the author's lines, and where each of its pieces comes from. */
export const MAPPED_CODE = inCache('Code.js');
export const SEGMENTS = inCache('segments.json');
/** Lines of src that the built code ran through, a file for each test file. */
export const BUNDLE_LINES = inCache('lines');
/** What vitest found in the modules that tests import. */
export const MODULES = fileURLToPath(new URL('../../coverage/coverage-final.json', import.meta.url));
