import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../../src/domain/checklists/progress.ts', import.meta.url));

it('the rule of progress is light enough for functions in cells: no words of steps, at most 7 KB', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'progress',
    target: 'es2019',
    charset: 'utf8',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs).map((path) => path.replace(/^.*?src\//, ''));
  expect(inputs.filter((path) => !path.startsWith('domain/'))).toEqual([]);
  expect(outputFiles[0]?.contents.length).toBeLessThanOrEqual(7 * 1024);
});
