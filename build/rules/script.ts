import type { AnyNode, FunctionDeclaration } from 'acorn';
import type { Dist } from '../dist.ts';
import { type ParsedScript, parseScript, walk } from '../syntax/tree.ts';

const parsed = new WeakMap<Dist, ParsedScript | null>();

/** Code.js parsed once for all rules; null when no syntax version can read it, which the rule `syntax` reports. */
export function scriptOf(dist: Dist): ParsedScript | null {
  let script = parsed.get(dist);
  if (script === undefined) {
    try {
      script = parseScript(dist.code);
    } catch (reason) {
      if (!(reason instanceof SyntaxError)) throw reason;
      script = null;
    }
    parsed.set(dist, script);
  }
  return script;
}

/** All nodes of Code.js, in source order. */
export function nodesOf(dist: Dist): AnyNode[] {
  const found: AnyNode[] = [];
  const script = scriptOf(dist);
  if (script !== null) walk(script.program, (node) => found.push(node));
  return found;
}

export function topLevelFunctions(dist: Dist): Map<string, FunctionDeclaration> {
  const functions = new Map<string, FunctionDeclaration>();
  for (const statement of scriptOf(dist)?.program.body ?? []) {
    if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, statement);
  }
  return functions;
}
