import type { FileIssue, FileKind } from '../domain/issues.ts';
import { decodeBytes, decodeStrictUtf8 } from './text-decoder.ts';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1251';

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: Encoding;
      /** Bytes that a program had lost on the way were put back. */
      readonly repaired: boolean;
    }
  | { readonly ok: false; readonly issue: FileIssue };

/** Bytes of a file that decide what it is. */
const HEAD = 4096;
const EXCERPT = 120;

const SIGNATURES: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'binary', bytes: [0x1f, 0x8b] },
  { kind: 'binary', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/** Bytes of a chosen file as text: BOM, else strict UTF-8, else windows-1251. */
export function decode(bytes: Uint8Array): Decoded {
  const kind = signatureOf(bytes);
  if (kind !== null) return refused({ code: 'file-not-table', kind, excerpt: '' });
  const decoded = decodeText(bytes);
  return decoded.ok ? refuseForeignText(decoded) : decoded;
}

/** Refuses text that is no table: a page, an error message, something binary. */
export function refuseForeignText<T extends { readonly text: string }>(
  decoded: T,
): T | { readonly ok: false; readonly issue: FileIssue } {
  const head = decoded.text.slice(0, HEAD).trim();
  if (decoded.text.trim() === '') return refused({ code: 'file-empty' });
  const kind = foreignKind(head);
  if (kind === null) {
    return lettersLost(head)
      ? refused({ code: 'file-letters-lost', excerpt: head.slice(0, EXCERPT) })
      : decoded;
  }
  return refused({
    code: 'file-not-table',
    kind,
    excerpt: kind === 'binary' ? '' : head.slice(0, EXCERPT),
  });
}

function refused(issue: FileIssue): { readonly ok: false; readonly issue: FileIssue } {
  return { ok: false, issue };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function signatureOf(bytes: Uint8Array): FileKind | null {
  return SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.kind ?? null;
}

function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be');
  const bom = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const encoding: Encoding = bom ? 'utf-8-bom' : 'utf-8';
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) {
    return looksLikeUtf16(bytes)
      ? decoded(bytes, 'utf-16le')
      : { ok: true, text: strict, encoding, repaired: false };
  }
  if (looksLikeUtf16(bytes)) return decoded(bytes, 'utf-16le');
  const mended = decodeStrictUtf8(withLostByte(bytes));
  if (mended !== null) return { ok: true, text: mended, encoding, repaired: true };
  const loose = decodeBytes(bytes, 'utf-8');
  if (bom || mostlyUtf8(loose)) {
    return refused({ code: 'file-bytes-damaged', line: lineOfDamage(loose) });
  }
  return decoded(bytes, 'windows-1251');
}

function decoded(bytes: Uint8Array, encoding: Exclude<Encoding, 'utf-8-bom'>): Decoded {
  return { ok: true, text: decodeBytes(bytes, encoding), encoding, repaired: false };
}

/**
 * «И» is D0 98 in UTF-8, and windows-1251 has no letter at 98: a program that reads the file as
 * windows-1251 and saves it keeps all bytes but this one, for which it writes «?».
 */
function withLostByte(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (byte === 0x3f && bytes[index - 1] === 0xd0 ? 0x98 : byte));
}

/** Of the high bytes of Cyrillic tables in UTF-16LE nearly all are 0 (ASCII), 4 (Cyrillic), 0x20 or 0x21 («, №). */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length - (bytes.length % 2), HEAD);
  let zeros = 0;
  let usual = 0;
  for (let index = 1; index < end; index += 2) {
    const high = bytes[index];
    if (high === 0) zeros += 1;
    if (high === 0 || high === 4 || high === 0x20 || high === 0x21) usual += 1;
  }
  return zeros > 0 && usual * 20 >= (end / 2) * 19;
}

const REPLACEMENT = '\ufffd';

/** Text with a damaged place or two, against another encoding altogether, where nearly every letter is damaged. */
function mostlyUtf8(loose: string): boolean {
  let damaged = 0;
  let letters = 0;
  for (let index = 0; index < loose.length; index += 1) {
    const unit = loose.charCodeAt(index);
    if (unit === 0xfffd) damaged += 1;
    else if (unit >= 0x400 && unit <= 0x4ff) letters += 1;
  }
  return letters > damaged * 10;
}

function lineOfDamage(loose: string): number {
  const end = loose.indexOf(REPLACEMENT);
  let line = 1;
  for (let at = loose.indexOf('\n'); at !== -1 && at < end; at = loose.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** So many question marks that they can only be letters of an encoding that has none. */
const LOST_LETTERS = 50;

/** Of a table in Russian nearly all letters are question marks. */
function lettersLost(head: string): boolean {
  let marks = 0;
  let letters = 0;
  for (let index = 0; index < head.length; index += 1) {
    const unit = head.charCodeAt(index);
    if (unit === 0x3f) marks += 1;
    else if (unit >= 0x400 && unit <= 0x4ff) letters += 1;
  }
  return marks >= LOST_LETTERS && marks > letters * 10;
}

function foreignKind(head: string): FileKind | null {
  if (looksBinary(head)) return 'binary';
  if (head.startsWith('<')) return 'html';
  if (head.startsWith('{') || head.startsWith('[')) return 'json';
  return null;
}

function looksBinary(head: string): boolean {
  let controls = 0;
  for (let index = 0; index < head.length; index += 1) {
    const unit = head.charCodeAt(index);
    if (unit === 0) return true;
    if (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13) controls += 1;
  }
  return controls * 100 > head.length;
}
