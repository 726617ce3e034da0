import { describe, expect, it } from 'vitest';
import { bareReads } from '../../../build/packing/bare-reads.ts';

describe('bareReads', () => {
  it.each([
    { note: 'an element', script: 'let a=b[c]??0;', bare: 'let a=b[c];' },
    { note: 'one within another', script: 'a=(b[c[d]??0]??0)*2;', bare: 'a=(b[c[d]])*2;' },
    { note: 'another value', script: 'a=b[c]??1;a=b[c]??"";', bare: 'a=b[c]??1;a=b[c]??"";' },
    { note: 'no element', script: 'a=b??0;a=b.c??0;a=b()??0;', bare: 'a=b??0;a=b.c??0;a=b()??0;' },
    { note: 'another operator', script: 'a=b[c]||0;', bare: 'a=b[c]||0;' },
    { note: 'what looks so in a text', script: 'a="b[c]??0";', bare: 'a="b[c]??0";' },
  ])('drops what does nothing, and only that: $note', ({ script, bare }) => {
    expect(bareReads(script)).toBe(bare);
  });
});
