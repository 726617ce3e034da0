/**
 * 85 signs that no reader of a script or a page takes for anything else: no quotation mark, no
 * backslash, nothing that begins a tag, an entity, a comment or a scriptlet.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()+,-.:;=?@[]^_{|}~';
const BASE = 85;
const GROUP = 4;
const DIGITS = 5;

/** Bytes as text, five signs for four bytes, the lowest first; what is missing of the last four is written as zeros. */
export function write85(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += GROUP) {
    let value = 0;
    for (let at = GROUP - 1; at >= 0; at -= 1) value = value * 256 + (bytes[start + at] ?? 0);
    let digits = '';
    for (let digit = 0; digit < DIGITS; digit += 1) {
      digits = ALPHABET.charAt(value % BASE) + digits;
      value = Math.floor(value / BASE);
    }
    text += digits;
  }
  return text;
}

/** What `write85` wrote, with up to three zeros at the end. A text cut within five signs loses these. */
export function read85(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let digit = 0; digit < BASE; digit += 1) values[ALPHABET.charCodeAt(digit)] = digit;
  const groups = new Uint32Array(Math.floor(text.length / DIGITS));
  for (let group = 0, at = 0; group < groups.length; group += 1) {
    let value = 0;
    for (const end = at + DIGITS; at < end; at += 1)
      value = value * BASE + (values[text.charCodeAt(at)] ?? 0);
    groups[group] = value;
  }
  return new Uint8Array(groups.buffer);
}
