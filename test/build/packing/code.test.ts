import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { packCode, unpackCode } from '../../../build/packing/code.ts';

const SOURCE = `"use strict";const words=["длинный русский текст","№ 9001 — «а» \\"б\\" \\n"];bundle={tell:(n)=>words[n]};`;

/** The statements as the function around them evaluates them; see `lazyFunction` of stubs.ts. */
function evaluate(code: string): { tell(n: number): string } {
  return vm.runInContext(`(function (bundle) {\n${code}\nreturn bundle;\n})()`, vm.createContext({}));
}

describe('a packed bundle', () => {
  it('gives the functions of the bundle', async () => {
    const { code } = await packCode({ code: SOURCE, packages: ['one'] });
    expect(evaluate(code).tell(0)).toBe('длинный русский текст');
    expect(evaluate(code).tell(1)).toBe('№ 9001 — «а» "б" \n');
  });

  it('names the packages of the bundle and adds none: what unpacks is our own', async () => {
    expect((await packCode({ code: SOURCE, packages: ['one'] })).packages).toEqual(['one']);
  });

  it('is found again for looking through', async () => {
    const { code } = await packCode({ code: SOURCE, packages: [] });
    expect(code).not.toContain('русский');
    expect(unpackCode(code)).toContain(SOURCE.replace('"use strict";', ''));
    expect(unpackCode('var a = 1;')).toBe('var a = 1;');
  });

  it('refuses more letters than a byte has values', async () => {
    const many = String.fromCharCode(...Array.from({ length: 300 }, (_, index) => 0x4e00 + index));
    await expect(packCode({ code: `"use strict";bundle="${many}";`, packages: [] })).rejects.toThrow('255');
  });
});
