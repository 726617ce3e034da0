import { type Comment, type Node, parse, type Token } from 'acorn';
import type { CustomFunction } from './calculator.ts';

export interface LoadedCode {
  readonly text: string;
  /** Top-level function declarations: the only functions that the platform finds. */
  readonly functions: readonly string[];
  readonly customFunctions: readonly CustomFunction[];
}

/** The parser that checks a file on saving is older than the engine. */
const SYNTAX = 2019;

/** The file that was loaded last: reading it is slow, and most environments load the same one. */
let last: LoadedCode | null = null;

/** @throws Error with the line when the platform would not save the file. */
export function loadCode(text: string): LoadedCode {
  if (last?.text !== text) last = readCode(text);
  return last;
}

function readCode(text: string): LoadedCode {
  const comments: Comment[] = [];
  const program = parseScript(text, comments);
  const functions = program.body.flatMap((node) =>
    node.type === 'FunctionDeclaration' && node.id !== null ? [node] : [],
  );
  return {
    text,
    functions: functions.map(({ id }) => id.name),
    customFunctions: functions
      .filter((node) => hasCustomTag(node, comments, text))
      .map(({ id, params }) => ({
        name: id.name,
        parameters: params.map((param) =>
          param.type === 'Identifier' ? param.name : text.slice(param.start, param.end),
        ),
      })),
  };
}

function parseScript(text: string, comments: Comment[]) {
  try {
    return parse(text, {
      ecmaVersion: SYNTAX,
      sourceType: 'script',
      locations: true,
      onComment: comments,
      onToken: refuseNewRegExp,
    });
  } catch (error) {
    throw new Error(`Syntax error: ${error instanceof Error ? error.message : String(error)} file: Code.gs`);
  }
}

/** Lookbehind and property classes are in the grammar of 2018, but not verified on the platform. */
function refuseNewRegExp(token: Token): void {
  const pattern: unknown = token.type.label === 'regexp' && 'value' in token ? token.value : null;
  if (typeof pattern !== 'object' || pattern === null || !('pattern' in pattern)) return;
  if (!/\(\?<[=!]|\\[pP]\{/.test(String(pattern.pattern))) return;
  throw new Error(`a regular expression of line ${token.loc?.start.line} is newer than ES2017.`);
}

function hasCustomTag(node: Node, comments: readonly Comment[], text: string): boolean {
  const above = comments.filter(({ type, end }) => type === 'Block' && end <= node.start).pop();
  if (above === undefined || text.slice(above.end, node.start).trim() !== '') return false;
  return above.value.startsWith('*') && /@customfunction\b/i.test(above.value);
}
