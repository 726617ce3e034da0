import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clone, filesOf, makeClone } from './clone.ts';
import { type Google, startGoogle } from './google.ts';

const TIMEOUT = 240_000;

describe('a fresh clone', () => {
  let google: Google;
  let clone: Clone;

  beforeAll(async () => {
    google = await startGoogle();
    clone = await makeClone(google, { whole: true });
  });

  afterAll(async () => {
    await clone.remove();
    await google.close();
  });

  function npmRun(...arguments_: readonly string[]) {
    return promisify(execFile)('npm', ['run', ...arguments_], {
      cwd: clone.root,
      env: clone.environment,
      shell: process.platform === 'win32',
    });
  }

  async function expectStored(scriptId: string): Promise<void> {
    const dist = await filesOf(path.join(clone.root, 'dist'));
    expect(Object.keys(dist)).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
    expect(dist['appsscript.json']).toBe(await readFile(path.join(clone.root, 'appsscript.json'), 'utf8'));
    const suffix: Record<string, string> = { JSON: '.json', SERVER_JS: '.js', HTML: '.html' };
    const files = google.scripts.get(scriptId) ?? [];
    expect(
      Object.fromEntries(files.map(({ name, type, source }) => [`${name}${suffix[type] ?? ''}`, source])),
    ).toEqual(dist);
  }

  it(
    'comes into service by `npm run setup`',
    async () => {
      const { stdout } = await npmRun('setup');
      expect(stdout).toContain('https://docs.google.com/spreadsheets/d/book1/edit');
      await expectStored('script1');
    },
    TIMEOUT,
  );

  it(
    'is updated by `npm run deploy`',
    async () => {
      google.scripts.set('script1', []);
      const { stdout } = await npmRun('deploy');
      expect(stdout).toContain('holds exactly dist/');
      await expectStored('script1');
    },
    TIMEOUT,
  );

  it(
    'fails with exit code 1 and a sentence',
    async () => {
      const failure = npmRun('deploy', '--', '--target', 'production');
      await expect(failure).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('.clasp.production.json is missing'),
      });
      const typo = npmRun('deploy', '--', '--tarket', 'production');
      await expect(typo).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--tarket') });
    },
    TIMEOUT,
  );
});
