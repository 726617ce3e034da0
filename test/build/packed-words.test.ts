import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords } from '../../build/packed-words.ts';
import { syntaxError } from '../../build/syntax/tree.ts';
import { unpackWords } from '../../build/unpack-words.ts';

const LONG = 'длинный русский текст';

async function packed(script: string): Promise<string> {
  return (await packWords({ code: script, packages: [] })).code;
}

function resultOf(script: string): unknown {
  const context = vm.createContext({ result: undefined });
  vm.runInContext(script, context);
  return JSON.parse(JSON.stringify(context.result));
}

const CASES: { note: string; script: string; packs: boolean }[] = [
  { note: 'a literal', script: `result="${LONG}";`, packs: true },
  { note: 'a literal right after a word', script: `result=(function(){return"${LONG}"})();`, packs: true },
  { note: 'quotation marks and line ends in it', script: `result="«а» \\"б\\" \\n ${LONG}";`, packs: true },
  {
    note: 'parts of a template',
    script: `const n=5;result=\`Всего организаций: \${n} из \${n+1} возможных\`;`,
    packs: true,
  },
  { note: 'a value of an object', script: `result={a:"${LONG}",b:[ "${LONG}" ]};`, packs: true },
  { note: 'the name of a property stays', script: `result={"${LONG}":1};`, packs: false },
  { note: 'a computed name', script: `result={["${LONG}"]:1};`, packs: true },
  { note: 'a short text stays', script: 'result="да";', packs: false },
  { note: 'no Russian in it', script: 'result="a long text of no interest here";', packs: false },
  {
    note: 'a tagged template stays',
    script: `const tag=(s)=>s.raw[0];result=tag\`${LONG}\`;`,
    packs: false,
  },
  { note: 'the variable would hide a name', script: `const T_=1;result=["${LONG}",T_];`, packs: true },
];

describe('packWords', () => {
  it.each(CASES)('$note', async ({ script, packs }) => {
    const code = `"use strict";${script}`;
    const out = await packed(code);
    expect(resultOf(out)).toEqual(resultOf(code));
    expect(out.includes(LONG)).toBe(!packs && code.includes(LONG));
    expect(out.startsWith('"use strict";')).toBe(true);
    expect(syntaxError(out, 2019)).toBeNull();
  });

  it('writes a text that occurs twice once, and the same bytes again', async () => {
    const code = `"use strict";result=["${LONG}","${LONG}"];`;
    const out = await packed(code);
    expect(out.match(/T_\[0\]/g)).toHaveLength(2);
    expect(await packed(code)).toBe(out);
  });

  it('names the package that unpacks', async () => {
    const { packages } = await packWords({ code: `"use strict";result="${LONG}";`, packages: ['zod'] });
    expect(packages).toEqual(['fflate', 'zod']);
  });

  it('refuses a script that is not strict', async () => {
    await expect(packed(`result="${LONG}";`)).rejects.toThrow(/use strict/);
  });

  it('gives any texts back', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'абвгдеё жзАБВ«»—ABC019"\\\n`$'), maxLength: 80 })
      .map((tail) => LONG + tail);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const out = await packed(`"use strict";result=${JSON.stringify(texts)};`);
        expect(resultOf(out)).toEqual(texts);
      }),
      { numRuns: 30 },
    );
  });
});

describe('unpackWords', () => {
  it('has one empty text where nothing is packed', () => {
    // The empty stream of deflate.
    expect(unpackWords('', [Buffer.from([3, 0]).toString('base64url')])).toEqual(['']);
  });
});
