import { inflateSync } from 'fflate';

/** Digits of a number to the base 64, the alphabet of base64url. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The text that `packCode` packed. Plain JavaScript: it asks no service of the platform, so it works
 * under every AuthMode and costs no call.
 *
 * @param letters the letters that stand for the bytes 0, 1, …
 * @param lines the compressed bytes in base64url
 */
export function unpackText(letters: string, lines: readonly string[]): string {
  const pieces: string[] = [];
  for (const byte of inflateSync(bytesOf(lines.join('')))) pieces.push(letters.charAt(byte));
  return pieces.join('');
}

function bytesOf(base64: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((base64.length * 3) / 4));
  let held = 0;
  for (let index = 0; index < base64.length; index += 1) {
    held = ((held << 6) | ALPHABET.indexOf(base64.charAt(index))) & 0xffffff;
    // Bits left over after whole bytes: 6, 4, 2, 0 in turn.
    const left = 6 - 2 * (index % 4);
    if (left < 6) bytes[Math.floor((index * 3) / 4)] = held >> left;
  }
  return bytes;
}
