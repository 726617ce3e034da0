import path from 'node:path';

/** npm runs its commands there. In a test of the sidebar a module has no address that is a file's. */
export const ROOT = process.cwd();

const CACHE = path.join(ROOT, '.cache/coverage');

/** Code.js with the author's lines, and where each of its pieces comes from. */
export const MAPPED_CODE = path.join(CACHE, 'Code.js');
export const SEGMENTS = path.join(CACHE, 'segments.json');
/** Lines of src that the built code ran through, a file for each test file. */
export const BUNDLE_LINES = path.join(CACHE, 'lines');
/** What vitest found in the modules that tests import. */
export const MODULES = path.join(ROOT, 'coverage/coverage-final.json');
