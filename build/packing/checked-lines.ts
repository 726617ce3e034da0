import { read85, write85 } from './base85.ts';

/** Words of 32 bits in a line, fewer in the last; one more behind them tells whether it is as it was written. */
const WORDS = 399;
const WORD = 4;

/** Bytes as lines of text, each of which can be read and checked without the others. */
export function writeLines(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += WORDS * WORD) {
    const part = bytes.subarray(start, start + WORDS * WORD);
    const words = Math.ceil(part.length / WORD);
    const line = new Uint32Array(words + 1);
    new Uint8Array(line.buffer).set(part);
    line[words] = checkSum(line.subarray(0, words));
    lines.push(write85(new Uint8Array(line.buffer)));
  }
  return lines;
}

/** Bytes that are read from their lines no further than asked. */
export interface CheckedBytes {
  /** All of them; those beyond what was asked for are 0. */
  readonly bytes: Uint8Array;
  /** Reads the bytes before `end`; false where a line is not as it was written. */
  upTo(end: number): boolean;
}

export function openLines(lines: readonly string[]): CheckedBytes {
  const words = new Uint32Array(lines.length * WORDS);
  let read = 0;
  return {
    bytes: new Uint8Array(words.buffer),
    upTo(end) {
      for (; read < lines.length && read * WORDS * WORD < end; read += 1) {
        const line = new Uint32Array(read85(lines[read] ?? '').buffer);
        const part = line.subarray(0, -1);
        if (line[part.length] !== checkSum(part)) return false;
        words.set(part, read * WORDS);
      }
      return true;
    },
  };
}

/** A number that another list of words hardly ever has. */
function checkSum(words: Uint32Array): number {
  let sum = 1;
  for (let at = 0; at < words.length; at += 1) sum = (Math.imul(sum, 31) + (words[at] ?? 0)) | 0;
  return sum >>> 0;
}
