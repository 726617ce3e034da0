import { decodeBytes, decodeStrictUtf8 } from './text-decoder.ts';

const LETTERS = decodeBytes(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
  'windows-1251',
);

/** Byte of every letter of windows-1251. */
function byteTable(): ReadonlyMap<number, number> {
  return new Map(Array.from(LETTERS, (letter, byte) => [letter.charCodeAt(0), byte]));
}

/** First bytes of two-byte letters: Cyrillic (D0) and Latin-1 marks such as « (C2). */
const CYRILLIC_LEAD = 0xd0;
const MARK_LEAD = 0xc2;

/** «И» is D0 98, and windows-1251 has no letter at 98: programs write «?» for it. */
const LOST_BYTE = 0x98;
const QUESTION_MARK = 0x3f;
/** «Р» is D0 A0, a no-break space, which a copy turns into a space. */
const NO_BREAK_SPACE = 0xa0;
const SPACE = 0x20;

/**
 * Undoes the reading of UTF-8 as windows-1251 («Р”Р°С‚Р°» for «Дата»), which Excel does to a file
 * without BOM and keeps when it saves. Null where the text is no such text.
 */
export function repairMojibake(text: string): string | null {
  if (!text.includes('Р')) return null;
  const table = byteTable();
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = table.get(text.charCodeAt(index));
    if (byte === undefined) return null;
    bytes[index] = restored(byte, bytes[index - 1]);
  }
  return decodeStrictUtf8(bytes);
}

function restored(byte: number, before: number | undefined): number {
  if (before !== CYRILLIC_LEAD && before !== MARK_LEAD) return byte;
  if (byte === SPACE) return NO_BREAK_SPACE;
  return byte === QUESTION_MARK && before === CYRILLIC_LEAD ? LOST_BYTE : byte;
}
