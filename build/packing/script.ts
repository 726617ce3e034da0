import { escapeInvisible } from '../invisible.ts';
import { openLines, writeLines } from './checked-lines.ts';
import { packText } from './pack-text.ts';
import { wholeText } from './unpack-text.ts';

/** What the sidebar's page holds packed. */
export interface PackedParts {
  readonly style: string;
  /** The script, in the order in which its parts are needed; see parts.ts. */
  readonly scripts: readonly string[];
}

/** The page's variable: the letters, where each part ends in the text, how many lines there are, the lines. */
export type PackedScript = readonly [
  letters: string,
  ends: readonly number[],
  count: number,
  ...lines: readonly string[],
];

const VARIABLE = 'packedScript';
const PACKED = new RegExp(`^var ${VARIABLE}=(\\[[\\s\\S]*\\]);$`);
/** Signs that some reader of the page could take for something else than a letter of a string. */
const READ_OTHERWISE = /[<>&'`/*]/g;

/** Style and scripts as a statement that holds them packed in one text: so they pack closest. */
export function packScript({ style, scripts }: PackedParts): string {
  const parts = [style, ...scripts];
  const { letters, bytes } = packText(parts.join(''));
  const lines = writeLines(bytes);
  let end = 0;
  const ends = parts.map((part) => {
    end += part.length;
    return end;
  });
  const written = [
    escapeInvisible(JSON.stringify(letters)).replace(READ_OTHERWISE, escaped),
    JSON.stringify(ends),
    String(lines.length),
    ...lines.map(quoted),
  ];
  return `var ${VARIABLE}=[${written.join(',\n')}\n];`;
}

/** The page with its packed parts as they are unpacked: for looking through, not for running. */
export function unpackPage(html: string): string {
  return html.replace(/<script>([\s\S]*?)<\/script>/g, (element, content: string) => {
    const parts = unpackScript(content);
    if (parts === null) return element;
    const scripts = parts.scripts.map((script) => `<script>${script}</script>`);
    return `<style>${parts.style}</style>\n${scripts.join('\n')}`;
  });
}

/** The parts that `packScript` packed; null for any other statement. */
export function unpackScript(statement: string): PackedParts | null {
  const [, list] = PACKED.exec(statement.trim()) ?? [];
  if (list === undefined) return null;
  const [letters, ends, , ...lines]: PackedScript = JSON.parse(list);
  const packed = openLines(lines);
  packed.upTo(packed.bytes.length);
  const text = wholeText(letters, packed.bytes);
  const [style = '', ...scripts] = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  return { style, scripts };
}

/** As JSON writes it, so that the statement can be read back as JSON. */
function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(line: string): string {
  return `"${line}"`;
}
