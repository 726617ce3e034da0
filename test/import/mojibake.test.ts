import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../src/import/mojibake.ts';
import { utf8 } from './support.ts';

/** What a program sees that takes UTF-8 for windows-1251. */
function misread(text: string): string {
  return new TextDecoder('windows-1251').decode(utf8(text));
}

describe('repairMojibake', () => {
  it.each([
    ['Дата,МО', 'Р”Р°С‚Р°,РњРћ'],
    ['ИНН', 'Р\u0098РќРќ'],
    ['№ «Ё» — ё', misread('№ «Ё» — ё')],
  ])('restores «%s»', (text, broken) => {
    expect(misread(text)).toBe(broken);
    expect(repairMojibake(broken)).toBe(text);
  });

  it.each([
    ['a question mark for the lost byte of «И»', 'Р?РќРќ', 'ИНН'],
    ['a space for the no-break space of «Р»', 'Р РѕСЃСЃРёСЏ', 'Россия'],
    ['the same between digits', `${misread('Всего ')}1В 060`, 'Всего 1\u00a0060'],
    ['the BOM of the first reading', misread('\ufeffДата'), 'Дата'],
  ])('allows for %s', (_note, broken, text) => {
    expect(repairMojibake(broken)).toBe(text);
  });

  it.each(['Дата', 'Регион Россия', 'Date', '', 'Р', '日本 Р”', `${misread('Дата')} В?`])(
    'leaves «%s» alone',
    (text) => {
      expect(repairMojibake(text)).toBeNull();
    },
  );

  it('restores any Russian text', () => {
    const unit = fc.constantFrom(
      ...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ №«»—,;"\n019',
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (text) => {
        const broken = misread(text);
        fc.pre(broken.includes('Р'));
        expect(repairMojibake(broken)).toBe(text);
      }),
      { numRuns: 1000, seed: 8 },
    );
  });
});
