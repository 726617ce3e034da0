import fc from 'fast-check';
import { compress, type Mode } from 'lzma';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES, openLzma, unpackLzma } from '../../../build/packing/lzma.ts';

const MODES = [1, 9] as const satisfies readonly Mode[];

describe('unpackLzma', () => {
  it.each([
    { note: 'nothing', bytes: new Uint8Array() },
    { note: 'one byte', bytes: Uint8Array.of(7) },
    { note: 'one byte many times', bytes: new Uint8Array(70_000).fill(1) },
    {
      note: 'far matches: a block again after 300,000 other bytes',
      bytes: Uint8Array.from({ length: 300_600 }, (_, at) => (at % 300_300 < 300 ? at % 251 : noise(at))),
    },
  ])('gives back $note', ({ bytes }) => {
    for (const mode of MODES) expect(same(unpackLzma(packed(bytes, mode)), bytes)).toBe(true);
  });

  it('gives back what another program packed, whatever its properties', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(Uint8Array.of(1, 2, 3, 4, 5))), {
          maxLength: 200,
        }),
        fc.constantFrom(...MODES),
        (pieces, mode) => {
          const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
          expect(same(unpackLzma(packed(bytes, mode)), bytes)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes no more packed bytes for an unpacked one than it says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat(40), (body, zeros) => {
        const header = packed(new Uint8Array(400), 1).slice(0, 13);
        const unpacking = openLzma(Uint8Array.from([...header, 0, ...body, ...new Uint8Array(zeros)]));
        for (let end = 1; end <= 400; end += 1) {
          const before = unpacking.taken();
          unpacking.upTo(end);
          expect(unpacking.taken() - before).toBeLessThanOrEqual(MOST_BYTES);
        }
      }),
    );
  });

  it('ends on damaged bytes', () => {
    const whole = packed(
      Uint8Array.from({ length: 2_000 }, (_, at) => at % 97),
      9,
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 13, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (at, byte) => {
          const damaged = Uint8Array.from(whole);
          damaged[at] = byte;
          expect(unpackLzma(damaged)).toHaveLength(2_000);
        },
      ),
    );
  });
});

/** The writer gives bytes with a sign. */
function packed(bytes: Uint8Array, mode: Mode): Uint8Array {
  return Uint8Array.from(compress(bytes, mode));
}

/** The same without a library of random numbers, so that a failure repeats. */
function noise(at: number): number {
  return (Math.imul(at ^ (at >>> 7), 2_654_435_761) >>> 13) & 0xff;
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
