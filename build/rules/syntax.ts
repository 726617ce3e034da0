import type { AnyNode } from 'acorn';
import { placeOf, syntaxError } from '../syntax/tree.ts';
import type { Rule } from './rule.ts';
import { nodesOf } from './script.ts';

/*
 * The platform's engine is recent, its save-time parser is not: a file with a construct that the
 * parser does not know cannot be saved at all (apps-script facts §12).
 */

const SYNTAX: Rule = {
  name: 'syntax',
  check: ({ code }) => {
    const error = syntaxError(code, 2019);
    return error === null ? [] : [`Code.js is not a script of ES2019: ${error}.`];
  },
};

function forbids(name: string, what: string, isForbidden: (node: AnyNode) => boolean): Rule {
  return {
    name,
    check: (dist) =>
      nodesOf(dist)
        .filter(isForbidden)
        .map((node) => `Code.js has ${what} at ${placeOf(node)}.`),
  };
}

const LOGICAL_ASSIGNMENTS: readonly string[] = ['&&=', '||=', '??='];

export const SYNTAX_RULES: readonly Rule[] = [
  SYNTAX,
  forbids('class-fields', 'a class field', ({ type }) => type === 'PropertyDefinition'),
  forbids('static-blocks', 'a static block', ({ type }) => type === 'StaticBlock'),
  forbids('private-names', 'a #private name', ({ type }) => type === 'PrivateIdentifier'),
  forbids('optional-chaining', '?.', ({ type }) => type === 'ChainExpression'),
  forbids('nullish-coalescing', '??', (node) => node.type === 'LogicalExpression' && node.operator === '??'),
  forbids(
    'logical-assignment',
    'a logical assignment',
    (node) => node.type === 'AssignmentExpression' && LOGICAL_ASSIGNMENTS.includes(node.operator),
  ),
  forbids(
    'numeric-separators',
    'a numeric separator',
    (node) => node.type === 'Literal' && typeof node.value === 'number' && /_/.test(node.raw ?? ''),
  ),
  forbids('bigint', 'a BigInt literal', (node) => node.type === 'Literal' && typeof node.bigint === 'string'),
  forbids('dynamic-import', 'import()', ({ type }) => type === 'ImportExpression'),
];
