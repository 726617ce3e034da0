import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScript, unpackPage, unpackScript } from '../../../build/packing/script.ts';

describe('packScript', () => {
  it.each([
    { note: 'nothing', style: '', scripts: [''] },
    {
      note: 'Russian, in two parts',
      style: 'a{content:"Ещё"}',
      scripts: ['const a="Здравствуйте, № 5 — «да»";', 'b=1'],
    },
    { note: 'ends of tags, comments and scriptlets', style: '', scripts: ['"</script><!-- /* // <?= ${"'] },
    { note: 'signs that end nothing', style: '\0\u00a0', scripts: ['', '\0', ''] },
  ])('gives back: $note', ({ style, scripts }) => {
    expect(unpackScript(packScript({ style, scripts }))).toEqual({ style, scripts });
  });

  it('writes the letters so that no reader of the page takes them for something else', () => {
    const [letters = ''] = packScript({ style: '<!-- /* ▸\u00a0', scripts: ['"✓</script>&"'] }).split(',\n');
    expect(letters).toContain('✓');
    expect(letters).toContain('\\u00a0');
    expect(letters).not.toMatch(/[<>&'`/*\u00a0]/);
  });

  it('writes no sign that HTML or HtmlService reads as something else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (style) => {
        const [, , , ...lines] = packScript({ style, scripts: [] }).split('\n');
        const signs = lines.join('').replace(/^"|",?"?|\];$/g, '');
        expect(signs).not.toMatch(/[<>&'"`\\/*]/);
        expect(unpackScript(packScript({ style, scripts: [] }))?.style).toBe(style);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves other statements and pages alone', () => {
    expect(unpackScript('var other=[1];')).toBeNull();
    expect(unpackPage('<script>var other=[1];</script>')).toBe('<script>var other=[1];</script>');
  });
});
