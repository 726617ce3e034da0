import { inflateSync } from 'fflate';

/** Digits of a number to the base 64, the alphabet of base64url. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters put together at once: fewer than a call takes arguments. */
const PIECE = 8192;

/**
 * The text that `packCode` packed. Plain JavaScript: it asks no service of the platform, so it works
 * under every AuthMode and costs no call.
 *
 * @param letters the letters that stand for the bytes 0, 1, …
 * @param lines the compressed bytes in base64url
 */
export function unpackText(letters: string, lines: readonly string[]): string {
  const bytes = inflateSync(bytesOf(lines.join('')));
  const codes = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) codes[index] = letters.charCodeAt(bytes[index] ?? 0);
  const pieces: string[] = [];
  for (let start = 0; start < codes.length; start += PIECE) {
    pieces.push(String.fromCharCode(...codes.subarray(start, start + PIECE)));
  }
  return pieces.join('');
}

function bytesOf(base64: string): Uint8Array {
  const digits = new Uint8Array(128);
  for (let digit = 0; digit < ALPHABET.length; digit += 1) digits[ALPHABET.charCodeAt(digit)] = digit;
  const bytes = new Uint8Array(Math.floor((base64.length * 3) / 4));
  let held = 0;
  let end = 0;
  for (let index = 0; index < base64.length; index += 1) {
    held = (held << 6) | (digits[base64.charCodeAt(index)] ?? 0);
    // Bits left over after whole bytes: 6, 4, 2, 0 in turn.
    const left = 6 - 2 * (index & 3);
    if (left === 6) continue;
    bytes[end] = held >> left;
    end += 1;
  }
  return bytes;
}
