import type { AnyNode } from 'acorn';
import type { Dist } from '../dist.ts';
import { placeOf } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { nodesOf } from './script.ts';

interface Expression {
  readonly pattern: string;
  readonly flags: string;
  readonly node: AnyNode;
}

/**
 * Regular expressions as literals, and as `RegExp('…', '…')` of literal strings: esbuild turns a
 * literal that it deems too new into such a call without a word.
 */
function expressionsOf(dist: Dist): Expression[] {
  return nodesOf(dist).flatMap((node): Expression[] => {
    if (node.type === 'Literal' && node.regex) return [{ ...node.regex, node }];
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return [];
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return [];
    const [pattern = '', flags = ''] = node.arguments.map(textOf);
    return [{ pattern, flags, node }];
  });
}

function textOf(node: AnyNode): string {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

function forbids(name: string, what: string, isForbidden: (expression: Expression) => boolean): Rule {
  return {
    name,
    check: (dist) =>
      expressionsOf(dist)
        .filter(isForbidden)
        .map(({ pattern, flags, node }) => `/${pattern}/${flags} at ${placeOf(node)} has ${what}.`),
  };
}

export const REGULAR_EXPRESSION_RULES: readonly Rule[] = [
  forbids('regexp-flags', 'a flag newer than ES2019', ({ flags }) => /[dv]/.test(flags)),
  forbids('regexp-lookbehind', 'a lookbehind', ({ pattern }) => /\(\?<[=!]/.test(pattern)),
  forbids('regexp-properties', 'a \\p{…} class', ({ pattern, flags }) =>
    /[uv]/.test(flags) ? /(^|[^\\])(\\\\)*\\[pP]\{/.test(pattern) : false,
  ),
];
