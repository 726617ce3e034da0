import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLines, writeLines } from '../../../build/packing/checked-lines.ts';

const BYTES = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256);

describe('checked lines', () => {
  it('give back what was written, to its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
        const opened = openLines(writeLines(bytes));
        expect(opened.upTo(bytes.length)).toBe(true);
        expect(opened.bytes.subarray(0, bytes.length)).toEqual(bytes);
      }),
    );
  });

  it('are read no further than asked', () => {
    const [first = '', ...others] = writeLines(BYTES);
    const opened = openLines([first, ...others.map(() => 'spoiled')]);
    expect(opened.upTo(1_500)).toBe(true);
    expect(opened.bytes.subarray(0, 1_500)).toEqual(BYTES.subarray(0, 1_500));
    expect(opened.upTo(1_600)).toBe(false);
    expect(opened.upTo(1_600)).toBe(false);
  });

  it('tell any sign that was changed, and a line that was cut', () => {
    const lines = writeLines(BYTES);
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(1_999), (number, place) => {
        const at = place % (lines[number]?.length ?? 1);
        const spoiled = lines.map((line, index) =>
          index === number
            ? `${line.slice(0, at)}${line[at] === '0' ? '1' : '0'}${line.slice(at + 1)}`
            : line,
        );
        expect(openLines(spoiled).upTo(BYTES.length)).toBe(false);
      }),
    );
    expect(openLines(lines.map((line) => line.slice(0, -5))).upTo(1)).toBe(false);
    expect(openLines(['', ...lines.slice(1)]).upTo(1)).toBe(false);
  });

  it('are as long as they must be', () => {
    expect(writeLines(BYTES.subarray(0, 10)).map((line) => line.length)).toEqual([20]);
  });
});
