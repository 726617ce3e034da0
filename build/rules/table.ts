import { CUSTOM_FUNCTION_RULES } from './custom-functions.ts';
import { FILE_RULES } from './files.ts';
import { GLOBAL_RULES } from './globals.ts';
import { MANIFEST_RULES } from './manifest.ts';
import { ABSENT_NAMES } from './names.ts';
import { REGULAR_EXPRESSION_RULES } from './regular-expressions.ts';
import type { Rule } from './rule.ts';
import { SIDEBAR_RULES } from './sidebar.ts';
import { SIZE_RULES } from './size.ts';
import { SYNTAX_RULES } from './syntax.ts';

/** Every demand on dist/; test/build/check-dist.test.ts shows each of them failing. */
export const RULES: readonly Rule[] = [
  ...FILE_RULES,
  ...SYNTAX_RULES,
  ...REGULAR_EXPRESSION_RULES,
  ...GLOBAL_RULES,
  ABSENT_NAMES,
  ...CUSTOM_FUNCTION_RULES,
  ...SIDEBAR_RULES,
  ...MANIFEST_RULES,
  ...SIZE_RULES,
];
