import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PREPARED } from '../../build/prepared.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'prepared-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function bundle(code: string) {
  writeFileSync(path.join(folder, 'words.prepared.ts'), code);
  return build({
    stdin: {
      contents: "import { make } from './words.prepared.ts'; globalThis.made = make();",
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [PREPARED],
  });
}

describe('what the build prepares', () => {
  it('stands in the bundle as it was given, without what made it', async () => {
    const { outputFiles } = await bundle('export function make() { return ["а".repeat(3), 6 * 7]; }');
    const text = outputFiles[0]?.text ?? '';
    expect(text).not.toContain('repeat');
    const given: { made?: unknown } = {};
    new Function('globalThis', text)(given);
    expect(given.made).toEqual(['ааа', 42]);
  });

  it('says what failed, and what tells more, where words of a new thing are missing', async () => {
    const code = 'const words: any = {}; export function make() { return words.step.title; }';
    await expect(bundle(code)).rejects.toThrow(
      /make\(\) of words\.prepared\.ts failed .*reading 'title'\)\. First see what `npm run typecheck` says/,
    );
  });
});
