import path from 'node:path';
import type { AnyNode } from 'acorn';
import { deflateSync } from 'fflate';
import { type Bundle, bundleStatements } from './bundle.ts';
import { BuildFailure } from './failure.ts';
import { ROOT } from './sources.ts';
import { parseScript, walk } from './syntax/tree.ts';

/** A shorter text costs about as much as the reference to it. */
const LEAST_BYTES = 14;
const LINE = 300;
const CYRILLIC = /[\u0400-\u04ff]/;
const STRICT = '"use strict";';

/** A text of the script, and what to write in its place. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly source: (reference: string) => string;
}

/**
 * Takes the Russian texts out of a script and puts them before it compressed, all in one, to be
 * unpacked when the script is evaluated: words are most of what a bundle for the server weighs.
 * The same script gives the same bytes.
 *
 * @param bundle statements that begin with "use strict"
 */
export async function packWords(bundle: Bundle): Promise<Bundle> {
  const script = bundle.code;
  const pieces = wordsOf(script);
  const texts = [...new Set(pieces.map(({ text }) => text))];
  if (texts.length === 0) return bundle;
  if (!script.startsWith(STRICT)) throw new BuildFailure('A bundle does not begin with "use strict".');
  const variable = freeName(script);
  const index = new Map(texts.map((text, position) => [text, position]));
  let rest = '';
  let end = STRICT.length;
  for (const { start, end: next, text, source } of pieces) {
    rest += script.slice(end, start) + source(`${variable}[${index.get(text)}]`);
    end = next;
  }
  const unpacking = await bundleStatements(
    path.join(ROOT, 'build'),
    `import { unpackWords } from './unpack-words.ts';\n${variable} = unpackWords(${pack(texts)});`,
  );
  const start = unpacking.code.startsWith(STRICT) ? STRICT.length : 0;
  return {
    code: `${STRICT}var ${variable};${unpacking.code.slice(start)}\n${rest}${script.slice(end)}`,
    packages: [...new Set([...bundle.packages, ...unpacking.packages])].sort(),
  };
}

/** Arguments of `unpackWords`: a byte a letter packs closer than UTF-8, which has two for Cyrillic. */
function pack(texts: readonly string[]): string {
  const letters = [...new Set(texts.join(''))].join('');
  if (letters.length > 0xff) throw new BuildFailure('The words of Code.js use more than 255 letters.');
  const bytes = texts.flatMap((text, index) => [
    ...(index === 0 ? [] : [0]),
    ...Array.from(text, (letter) => letters.indexOf(letter) + 1),
  ]);
  const base64 = Buffer.from(deflateSync(Uint8Array.from(bytes), { level: 9, mem: 9 })).toString('base64url');
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `${JSON.stringify(letters)}, ${JSON.stringify(lines)}`;
}

/** Texts worth packing, in source order. Names of properties and directives stay. */
function wordsOf(script: string): Piece[] {
  const pieces: Piece[] = [];
  const kept = new Set<AnyNode>();
  walk(parseScript(script).program, (node) => {
    if (node.type === 'ExpressionStatement' && typeof node.directive === 'string') kept.add(node.expression);
    if (node.type === 'Property' && !node.computed) kept.add(node.key);
    if (node.type === 'TaggedTemplateExpression') for (const part of node.quasi.quasis) kept.add(part);
    if (kept.has(node)) return;
    const { start, end } = node;
    if (node.type === 'Literal' && typeof node.value === 'string' && isWorth(node.value)) {
      // `return"текст"` needs a space when the quotation mark goes.
      const before = /[\w$]/.test(script.charAt(start - 1)) ? ' ' : '';
      pieces.push({ start, end, text: node.value, source: (reference) => before + reference });
    }
    const cooked = node.type === 'TemplateElement' ? node.value.cooked : null;
    if (typeof cooked === 'string' && isWorth(cooked)) {
      pieces.push({ start, end, text: cooked, source: (reference) => `\${${reference}}` });
    }
  });
  return pieces.sort((one, other) => one.start - other.start);
}

function isWorth(text: string): boolean {
  return CYRILLIC.test(text) && !/[\0\ud800-\udfff]/.test(text) && Buffer.byteLength(text) >= LEAST_BYTES;
}

/** A name that the script does not use. */
function freeName(script: string): string {
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? 'T_' : `T${number}_`;
    if (!script.includes(name)) return name;
  }
}
