import { deflateSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/import/xlsx/archive.ts';
import { inflateWithin, TooBig } from '../../../src/import/xlsx/inflate.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = 'Школа и её числа. '.repeat(40);

/** Files packed, or stored as they are. */
function packed(files: Record<string, Uint8Array>, level: 0 | 9 = 9): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(zipSync(files, { level }));
}

function at(bytes: Uint8Array, ...mark: number[]): number {
  return bytes.findIndex((_, index) => mark.every((byte, ahead) => bytes[index + ahead] === byte));
}

describe('Archive', () => {
  it.each([0, 9] as const)('gives the text of a file, packed with level %d', (level) => {
    const archive = new Archive(packed({ 'a.xml': utf8(TEXT), 'b/c.xml': utf8('б') }, level));
    expect(archive.names).toEqual(['a.xml', 'b/c.xml']);
    expect([archive.has('b/c.xml'), archive.has('c.xml')]).toEqual([true, false]);
    expect([archive.text('a.xml'), archive.text('b/c.xml'), archive.text('c.xml')]).toEqual([
      TEXT,
      'б',
      null,
    ]);
  });

  it.each([
    ['UTF-16 with its mark', [0xff, 0xfe, 0x48, 0x04], 'ш'],
    ['half of that mark', [0xff, 0x41], '\ufffdA'],
    ['the other half', [0x41, 0xfe], 'A\ufffd'],
    ['nothing', [], ''],
  ])('tells the encoding: %s', (_note, bytes, text) => {
    expect(new Archive(packed({ a: Uint8Array.from(bytes) }, 0)).text('a')).toBe(text);
  });

  it.each([0, 9] as const)('gives all files together no more room than there is, level %d', (level) => {
    const size = utf8(TEXT).length;
    const bytes = packed({ a: utf8(TEXT), b: utf8('xyz') }, level);
    const enough = new Archive(bytes, size + 3);
    expect([enough.text('a'), enough.text('b')]).toEqual([TEXT, 'xyz']);
    const short = new Archive(bytes, size + 2);
    expect(short.text('a')).toBe(TEXT);
    expect(() => short.text('b')).toThrow();
    expect(() => new Archive(bytes, size - 1).text('a')).toThrow();
  });

  it('refuses what it cannot read', () => {
    const directory = [0x50, 0x4b, 1, 2];
    const changed = (offset: number, value: number): Archive => {
      const bytes = packed({ a: utf8(TEXT) }, 0);
      bytes[at(bytes, ...directory) + offset] = value;
      return new Archive(bytes);
    };
    expect(() => changed(8, 1).text('a')).toThrow('The archive is not readable.');
    expect(() => changed(23, 1).text('a')).toThrow('The archive is not readable.');
    expect(() => changed(10, 12).text('a')).toThrow('Packed in a way that is not known: 12');
  });
});

describe('inflateWithin', () => {
  it('gives what was packed, of many steps too, up to the limit', () => {
    const noise = Uint8Array.from(
      { length: 50_000 },
      (_, index) => (index * index * 31 + (index >> 3)) % 251,
    );
    for (const whole of [utf8(TEXT), noise]) {
      const stream = deflateSync(whole);
      expect(Buffer.compare(inflateWithin(stream, whole.length), whole)).toBe(0);
      expect(() => inflateWithin(stream, whole.length - 1)).toThrow(TooBig);
      expect(() => inflateWithin(stream.subarray(0, stream.length - 8), whole.length)).toThrow();
    }
    // As many packed bytes as are taken at once: 5 of them head the block.
    const stored = deflateSync(noise.subarray(0, 16_379), { level: 0 });
    expect(stored).toHaveLength(16_384);
    expect(inflateWithin(stored, 16_379)).toHaveLength(16_379);
    expect(() => inflateWithin(new Uint8Array(0), 10)).toThrow('The stream was cut.');
  });
});
