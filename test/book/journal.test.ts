import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/book/journal.ts';

describe('cutText', () => {
  it('gives pieces of a bounded length that make up the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        (text, length) => {
          const pieces = cutText(text, length);
          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(length + 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps a pair of surrogates together', () => {
    expect(cutText('a😀b', 2)).toEqual(['a😀', 'b']);
  });
});
