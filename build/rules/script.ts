import type { AnyNode, FunctionDeclaration } from 'acorn';
import type { Dist } from '../dist.ts';
import { type ParsedScript, parseScript, walk } from '../syntax/tree.ts';

interface Script extends ParsedScript {
  readonly nodes: readonly AnyNode[];
}

const known = new WeakMap<Dist, Script | null>();

/** Code.js parsed once for all rules; null when no syntax version can read it, which the rule `syntax` reports. */
export function scriptOf(dist: Dist): Script | null {
  let script = known.get(dist);
  if (script === undefined) {
    script = readScript(dist.code);
    known.set(dist, script);
  }
  return script;
}

function readScript(code: string): Script | null {
  try {
    const parsed = parseScript(code);
    const nodes: AnyNode[] = [];
    walk(parsed.program, (node) => nodes.push(node));
    return { ...parsed, nodes };
  } catch (reason) {
    if (reason instanceof SyntaxError) return null;
    throw reason;
  }
}

/** All nodes of Code.js, in source order. */
export function nodesOf(dist: Dist): readonly AnyNode[] {
  return scriptOf(dist)?.nodes ?? [];
}

export function topLevelFunctions(dist: Dist): Map<string, FunctionDeclaration> {
  const functions = new Map<string, FunctionDeclaration>();
  for (const statement of scriptOf(dist)?.program.body ?? []) {
    if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, statement);
  }
  return functions;
}
