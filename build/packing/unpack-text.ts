import { read85 } from './base85.ts';
import { openLzma } from './lzma.ts';

/** Letters put together at once: fewer than a call takes arguments. */
const PIECE = 8192;

/** A packed text, read from its beginning no further than asked. */
export interface OpenedText {
  readonly length: number;
  slice(start: number, end: number): string;
  /** Reads so far and gives nothing: a later slice has it there. */
  upTo(end: number): void;
  /** How many of the compressed bytes were read. */
  taken(): number;
}

/**
 * Opens what `packText` packed. Plain JavaScript: it asks no service of the platform and no API of
 * the browser, so it works under every AuthMode, costs no call and needs no waiting.
 *
 * @param letters the letters that stand for the bytes 0, 1, …
 * @param packed the compressed bytes
 */
export function openText(letters: string, packed: Uint8Array): OpenedText {
  const unpacking = openLzma(packed);
  const codes = Uint16Array.from(letters.split(''), (letter) => letter.charCodeAt(0));
  const codeOf = (byte: number): number => codes[byte] ?? 0;
  return {
    length: unpacking.length,
    upTo: (end) => {
      unpacking.upTo(end);
    },
    taken: unpacking.taken,
    slice(from, end) {
      const bytes = unpacking.upTo(end);
      const pieces: string[] = [];
      for (let start = from; start < end; start += PIECE) {
        const piece = Array.from(bytes.subarray(start, Math.min(start + PIECE, end)), codeOf);
        // Not spread: that would walk the list by its iterator, at a quarter of the speed.
        pieces.push(String.fromCharCode.apply(null, piece));
      }
      return pieces.join('');
    },
  };
}

/**
 * The whole text that `packText` packed.
 *
 * @param lines the compressed bytes to the base 85
 */
export function unpackText(letters: string, lines: readonly string[]): string {
  return wholeText(letters, read85(lines.join('')));
}

/** The whole text. */
export function wholeText(letters: string, packed: Uint8Array): string {
  const text = openText(letters, packed);
  return text.slice(0, text.length);
}
