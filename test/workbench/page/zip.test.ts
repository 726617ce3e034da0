import { describe, expect, it } from 'vitest';
import { zip } from '../../../workbench/page/zip.ts';

describe('zip', () => {
  it('stores each file with its name, length and checksum', () => {
    const content = new TextEncoder().encode('<лист/>');
    const bytes = zip([{ path: 'xl/лист.xml', content }]);
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    expect(view.getUint32(14, true)).toBe(0x3390ac99);
    expect(view.getUint32(18, true)).toBe(content.length);
    const nameLength = view.getUint16(26, true);
    expect(new TextDecoder().decode(bytes.subarray(30, 30 + nameLength))).toBe('xl/лист.xml');
    expect(bytes.subarray(30 + nameLength, 30 + nameLength + content.length)).toEqual(content);
    expect(view.getUint32(bytes.length - 22, true)).toBe(0x06054b50);
    expect(view.getUint16(bytes.length - 12, true)).toBe(1);
    expect(view.getUint32(bytes.length - 6, true)).toBe(30 + nameLength + content.length);
  });
});
