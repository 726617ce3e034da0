import { type AnyNode, type Options, type Program, parse } from 'acorn';

export interface SourceComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ParsedScript {
  readonly program: Program;
  readonly comments: readonly SourceComment[];
}

/**
 * Parses a classic script in the newest syntax, so that rules can name what is too new in it.
 *
 * @throws SyntaxError with acorn's message, place included
 */
export function parseScript(code: string): ParsedScript {
  const comments: SourceComment[] = [];
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'script',
    locations: true,
    onComment: (_isBlock, _text, start, end) => {
      comments.push({ text: code.slice(start, end), start, end });
    },
  });
  return { program, comments };
}

/** Parses a module as the bundler writes it. */
export function parseModule(code: string): Program {
  return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
}

/** Message of acorn for the given syntax version, null when the script parses. */
export function syntaxError(code: string, ecmaVersion: Options['ecmaVersion']): string | null {
  try {
    parse(code, { ecmaVersion, sourceType: 'script' });
    return null;
  } catch (reason) {
    if (reason instanceof SyntaxError) return reason.message;
    throw reason;
  }
}

/** Calls `visit` for the node and every node below it, in source order. */
export function walk(node: AnyNode, visit: (node: AnyNode) => unknown): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

export function placeOf(node: AnyNode): string {
  const start = node.loc?.start;
  return start === undefined ? 'unknown place' : `line ${start.line}, column ${start.column + 1}`;
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value
  );
}
