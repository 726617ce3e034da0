import { compress } from 'lzma';
import { BuildFailure } from '../failure.ts';
import { write85 } from './base85.ts';

/** What `unpackText` takes. */
export interface PackedText {
  readonly letters: string;
  readonly lines: readonly string[];
}

const MOST_LETTERS = 0xff;

/**
 * A text compressed (LZMA) and written to the base 85. A byte a letter packs closer than UTF-8, which
 * has two for Cyrillic. The same text gives the same bytes.
 *
 * @param line signs in a line: long enough to cost little, short enough for the platform's editor
 */
export function packText(text: string, line: number): PackedText {
  const letters = [...new Set(text.split(''))].sort().join('');
  if (letters.length > MOST_LETTERS) {
    throw new BuildFailure(`What is packed uses ${letters.length} letters, more than ${MOST_LETTERS}.`);
  }
  const places = new Map(letters.split('').map((letter, place) => [letter, place]));
  const bytes = Uint8Array.from(text.split(''), (letter) => places.get(letter) ?? 0);
  const packed = write85(Uint8Array.from(compress(bytes, 9)));
  return { letters, lines: packed.match(new RegExp(`.{1,${line}}`, 'g')) ?? [] };
}
