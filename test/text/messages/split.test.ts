import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT, packMessages, splitMessage } from '../../../src/text/messages/split.ts';

/** Parts without their numbers. */
function bodies(parts: readonly string[]): string[] {
  return parts.map((part) => part.replace(/^Часть \d+ из \d+\n\n/, ''));
}

describe('splitMessage', () => {
  it('leaves a text of the limit whole, and cuts one that is a character longer', () => {
    expect(splitMessage('а'.repeat(MESSAGE_LIMIT))).toHaveLength(1);
    expect(splitMessage('а'.repeat(MESSAGE_LIMIT + 1))).toHaveLength(2);
  });

  it.each([
    ['a paragraph', `${'а'.repeat(60)}\n\n${'б'.repeat(60)}`, ['а'.repeat(60), 'б'.repeat(60)]],
    ['a line', `${'а'.repeat(60)}\n${'б'.repeat(60)}`, ['а'.repeat(60), 'б'.repeat(60)]],
    ['a sentence', `${'а'.repeat(60)}. ${'б'.repeat(60)}`, [`${'а'.repeat(60)}.`, 'б'.repeat(60)]],
    ['a word', `${'а'.repeat(60)} ${'б'.repeat(60)}`, ['а'.repeat(60), 'б'.repeat(60)]],
  ])('cuts at %s', (_note, text, parts) => {
    expect(bodies(splitMessage(text, 100))).toEqual(parts);
  });

  it('numbers the parts', () => {
    expect(splitMessage('слово '.repeat(40), 100)[1]).toMatch(/^Часть 2 из 4\n\n/);
  });

  it('loses nothing, halves no character, and keeps to the limit', () => {
    const unit = fc.constantFrom('а', 'длинное слово', ' ', '\n', '\n\n', '. ', '😀', '1');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200 }), fc.integer({ min: 60, max: 200 }), (units, limit) => {
        const text = units.join('').trim();
        const parts = splitMessage(text, limit);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
        const letters = (value: string): string => value.replace(/\s+/g, '');
        expect(letters(bodies(parts).join(''))).toBe(letters(text));
        // Throws on half a character.
        for (const part of parts) expect(decodeURIComponent(encodeURIComponent(part))).toBe(part);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('packMessages', () => {
  const texts = (...lengths: readonly number[]) =>
    lengths.map((length, school) => ({ school, text: 'а'.repeat(length) }));

  it.each([
    ['as many as go in, with what stands between them', texts(40, 40, 40), [[0, 1], [2]]],
    ['a text of the limit on its own', texts(100, 10), [[0], [1]]],
    ['a longer text in parts, with nothing beside it', texts(10, 150, 10), [[0], [1], [1], [2]]],
    ['nothing', texts(), []],
  ])('%s', (_note, given, schools) => {
    const packed = packMessages(given, 100);
    expect(packed.map((part) => part.schools)).toEqual(schools);
    for (const { text } of packed) expect(text.length).toBeLessThanOrEqual(100);
  });
});
