import { compress } from 'lzma';
import { BuildFailure } from '../failure.ts';

/** What `openText` takes. */
export interface PackedText {
  /** The letters that stand for the bytes 0, 1, … */
  readonly letters: string;
  readonly bytes: Uint8Array;
}

const MOST_LETTERS = 0xff;

/**
 * A text compressed (LZMA). A byte a letter packs closer than UTF-8, which has two for Cyrillic. The
 * same text gives the same bytes.
 */
export function packText(text: string): PackedText {
  const letters = [...new Set(text.split(''))].sort().join('');
  if (letters.length > MOST_LETTERS) {
    throw new BuildFailure(`What is packed uses ${letters.length} letters, more than ${MOST_LETTERS}.`);
  }
  const places = new Map(letters.split('').map((letter, place) => [letter, place]));
  const bytes = Uint8Array.from(text.split(''), (letter) => places.get(letter) ?? 0);
  return { letters, bytes: Uint8Array.from(compress(bytes, 9)) };
}
