import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../src/cells/entry.ts', import.meta.url));

describe('the cells bundle', () => {
  it('pulls in the cells and the two rules they need, nothing heavier', async () => {
    const { metafile } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      format: 'iife',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const inputs = Object.keys(metafile.inputs).map((path) => path.replace(/^.*?src\//, ''));
    expect(inputs.filter((path) => !path.startsWith('cells/')).sort()).toEqual([
      'domain/share.ts',
      'domain/status.ts',
    ]);
  });
});
