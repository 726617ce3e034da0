import { read85 } from './base85.ts';
import { openLzma } from './lzma.ts';

/** Letters put together at once: fewer than a call takes arguments. */
const PIECE = 8192;

/** A packed text, read from its beginning no further than asked. */
export interface OpenedText {
  readonly length: number;
  slice(start: number, end: number): string;
}

/**
 * Opens what `packText` packed. Plain JavaScript: it asks no service of the platform and no API of
 * the browser, so it works under every AuthMode, costs no call and needs no waiting.
 *
 * @param letters the letters that stand for the bytes 0, 1, …
 * @param lines the compressed bytes to the base 85
 */
export function openText(letters: string, lines: readonly string[]): OpenedText {
  const unpacking = openLzma(read85(lines.join('')));
  return {
    length: unpacking.length,
    slice(from, end) {
      const bytes = unpacking.upTo(end).subarray(from, end);
      const codes = new Uint16Array(bytes.length);
      for (let index = 0; index < bytes.length; index += 1)
        codes[index] = letters.charCodeAt(bytes[index] ?? 0);
      const pieces: string[] = [];
      for (let start = 0; start < codes.length; start += PIECE) {
        pieces.push(String.fromCharCode(...codes.subarray(start, start + PIECE)));
      }
      return pieces.join('');
    },
  };
}

/** The whole text that `packText` packed. */
export function unpackText(letters: string, lines: readonly string[]): string {
  const text = openText(letters, lines);
  return text.slice(0, text.length);
}
