import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScript, unpackPage, unpackScript } from '../../../build/packing/script.ts';

describe('packScript', () => {
  it.each([
    { note: 'nothing', style: '', script: '' },
    { note: 'Russian', style: 'a{content:"Ещё"}', script: 'const a="Здравствуйте, № 5 — «да»";' },
    { note: 'ends of tags, comments and scriptlets', style: '', script: '"</script><!-- /* // <?= ${"' },
  ])('gives back: $note', ({ style, script }) => {
    expect(unpackScript(packScript({ style, script }))).toEqual({ style, script });
  });

  it('writes the letters so that no reader of the page takes them for something else', () => {
    const [letters = ''] = packScript({ style: '<!-- /* ▸\u00a0', script: '"✓</script>&"' }).split(',\n');
    expect(letters).toContain('✓');
    expect(letters).toContain('\\u00a0');
    expect(letters).not.toMatch(/[<>&'`/*\u00a0]/);
  });

  it('writes no sign that HTML or HtmlService reads as something else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (style) => {
        const [, ...lines] = packScript({ style, script: '' }).split('\n');
        const signs = lines.join('').replace(/^"|",?"?|\];$/g, '');
        expect(signs).not.toMatch(/[<>&'"`\\/*]/);
        expect(unpackScript(packScript({ style, script: '' }))?.style).toBe(style);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves other statements and pages alone', () => {
    expect(unpackScript('var other=[1];')).toBeNull();
    expect(unpackPage('<script>var other=[1];</script>')).toBe('<script>var other=[1];</script>');
  });
});
