import { escapeInvisible } from '../invisible.ts';
import { packText } from './pack-text.ts';
import { unpackText } from './unpack-text.ts';

/** What the sidebar's page holds packed. */
export interface PackedParts {
  readonly style: string;
  readonly script: string;
}

/** Variable of the page: the letters, then lines of packed text. */
const VARIABLE = 'packedScript';
const LINE = 2000;
const PACKED = new RegExp(`^var ${VARIABLE}=(\\[[\\s\\S]*\\]);$`);
/** Signs that some reader of the page could take for something else than a letter of a string. */
const READ_OTHERWISE = /[<>&'`/*]/g;

/** Style and script, each with an end, as a statement that holds them packed. */
export function packScript({ style, script }: PackedParts): string {
  const { letters, lines } = packText(`${JSON.stringify(style)}\0${script}\0`, LINE);
  const written = [
    escapeInvisible(JSON.stringify(letters)).replace(READ_OTHERWISE, escaped),
    ...lines.map(quoted),
  ];
  return `var ${VARIABLE}=[${written.join(',\n')}\n];`;
}

/** The page with its packed parts as they are unpacked: for looking through, not for running. */
export function unpackPage(html: string): string {
  return html.replace(/<script>([\s\S]*?)<\/script>/g, (element, content: string) => {
    const parts = unpackScript(content);
    return parts === null ? element : `<style>${parts.style}</style>\n<script>${parts.script}</script>`;
  });
}

/** The parts that `packScript` packed; null for any other statement. */
export function unpackScript(statement: string): PackedParts | null {
  const [, list] = PACKED.exec(statement.trim()) ?? [];
  if (list === undefined) return null;
  const [letters = '', ...lines]: readonly string[] = JSON.parse(list);
  const [style = '""', script = ''] = unpackText(letters, lines).split('\0');
  return { style: String(JSON.parse(style)), script };
}

/** As JSON writes it, so that the statement can be read back as JSON. */
function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(line: string): string {
  return `"${line}"`;
}
