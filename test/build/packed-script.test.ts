import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packScript, unpackPage, unpackScript } from '../../build/packed-script.ts';

describe('packScript', () => {
  it.each([
    { note: 'nothing', style: '', script: '' },
    { note: 'Russian', style: 'a{content:"Ещё"}', script: 'const a="Здравствуйте, № 5 — «да»";' },
    { note: 'ends of tags, comments and scriptlets', style: '', script: '"</script><!-- /* // <?= ${"' },
  ])('gives back: $note', ({ style, script }) => {
    expect(unpackScript(packScript({ style, script }))).toEqual({ style, script });
  });

  it('escapes what windows-1251 lacks, in the script for its strings', () => {
    const { script, style } = unpackScript(packScript({ style: '"▸"', script: '"✓▼₽"' })) ?? {};
    expect(script).toBe('"\\u2713\\u25bc\\u20bd"');
    expect(style).toBe('"▸"');
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
