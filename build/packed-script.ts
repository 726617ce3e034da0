import { deflateSync, inflateSync } from 'node:zlib';
import { BuildFailure } from './failure.ts';

/** What the sidebar's page holds packed. */
export interface PackedParts {
  readonly style: string;
  readonly script: string;
}

/** Variable of the page: the number of packed bytes, then lines of text. */
const VARIABLE = 'packedScript';
/** Long enough to cost little, short enough for the platform's editor. */
const LINE = 2000;
const PACKED = new RegExp(`^var ${VARIABLE}=\\[(\\d+),([\\s\\S]*)\\];$`);
const GROUP = 4;
const DIGITS = 5;

/**
 * 85 signs that no reader of the page takes for anything else: no quotation mark, no backslash, nothing
 * that begins a tag, an entity, a comment or a scriptlet.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()+,-.:;=?@[]^_{|}~';

/**
 * Style and script as a statement that holds them compressed (zlib) and written to the base 85. A byte
 * a letter (windows-1251) packs closer than UTF-8. Most of the sidebar is Russian text and code, and
 * shrinks to two fifths.
 */
export function packScript({ style, script }: PackedParts): string {
  const bytes = deflateSync(bytesOf(`${JSON.stringify(style)}\0${script}`), { level: 9, memLevel: 9 });
  const lines = write85(bytes).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `var ${VARIABLE}=[${bytes.length},\n${lines.map((line) => `"${line}"`).join(',\n')}\n];`;
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
  const [, length, lines = ''] = PACKED.exec(statement.trim()) ?? [];
  if (length === undefined) return null;
  const text: unknown = JSON.parse(`[${lines}]`);
  if (!Array.isArray(text)) return null;
  const bytes = inflateSync(read85(text.join(''), Number(length)));
  const [style = '""', script = ''] = new TextDecoder('windows-1251').decode(bytes).split('\0');
  return { style: String(JSON.parse(style)), script };
}

/** Signs that windows-1251 lacks stand in strings and regular expressions only, so they are escaped. */
function bytesOf(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const byte = BYTES.get(text.charAt(index));
    if (byte !== undefined) bytes.push(byte);
    else bytes.push(...Buffer.from(`\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`));
  }
  return Uint8Array.from(bytes);
}

const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function write85(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += GROUP) {
    let value = 0;
    for (let at = 0; at < GROUP; at += 1) value = value * 256 + (bytes[start + at] ?? 0);
    let digits = '';
    for (let digit = 0; digit < DIGITS; digit += 1) {
      digits = ALPHABET.charAt(value % 85) + digits;
      value = Math.floor(value / 85);
    }
    text += digits;
  }
  return text;
}

function read85(text: string, length: number): Uint8Array {
  if (text.length % DIGITS !== 0) throw new BuildFailure('The packed script was cut.');
  const bytes = new Uint8Array((text.length / DIGITS) * GROUP);
  for (let start = 0; start < text.length; start += DIGITS) {
    let value = 0;
    for (const digit of text.slice(start, start + DIGITS)) value = value * 85 + ALPHABET.indexOf(digit);
    for (let at = GROUP - 1; at >= 0; at -= 1) {
      bytes[(start / DIGITS) * GROUP + at] = value % 256;
      value = Math.floor(value / 256);
    }
  }
  return bytes.slice(0, length);
}
