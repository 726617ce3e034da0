import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuildFailure } from '../../build/failure.ts';
import { buildRelease, CHECKSUM_FILE, INSTRUCTION_FILE } from '../../build/release.ts';

let scratch: string;
let names: string[];
const place = (...parts: string[]) => path.join(scratch, ...parts);

beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'release-'));
  names = await buildRelease({ distFolder: place('dist-1'), outFolder: place('first') });
  await buildRelease({ distFolder: place('dist-2'), outFolder: place('second') });
});
afterAll(() => rm(scratch, { recursive: true }));

describe('npm run release', () => {
  it('writes the three files, the instruction and the sums, and nothing else', async () => {
    const expected = ['Code.js', 'appsscript.json', 'sidebar.html', INSTRUCTION_FILE, CHECKSUM_FILE];
    expect(names).toEqual(expected);
    expect((await readdir(place('first'))).map((name) => name.normalize('NFC')).sort()).toEqual(
      [...expected].sort(),
    );
  });

  it('gives the same bytes when built twice', async () => {
    for (const name of names) {
      const [first, second] = await Promise.all([
        readFile(place('first', name)),
        readFile(place('second', name)),
      ]);
      expect(first.length, name).toBeGreaterThan(0);
      expect(first.equals(second), name).toBe(true);
    }
  });

  it.each(['Code.js', 'appsscript.json', 'sidebar.html'])('hands out %s as it was built', async (name) => {
    const [built, released] = await Promise.all([
      readFile(place('dist-1', name)),
      readFile(place('first', name)),
    ]);
    expect(released.equals(built)).toBe(true);
  });

  it('has the right SHA-256 sum of every other file, as sha256sum -c reads it', async () => {
    const lines = (await readFile(place('first', CHECKSUM_FILE), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => line.slice(66))).toEqual(names.filter((name) => name !== CHECKSUM_FILE));
    for (const line of lines) {
      const bytes = await readFile(place('first', line.slice(66)));
      expect(line.slice(0, 66)).toBe(`${createHash('sha256').update(bytes).digest('hex')}  `);
    }
  });

  it('may be written over the release of before', async () => {
    await buildRelease({ distFolder: place('dist-2'), outFolder: place('second') });
    expect(await readdir(place('second'))).toHaveLength(names.length);
  });

  it('refuses a folder with a stranger in it, and writes nothing there', async () => {
    await mkdir(place('third'));
    await writeFile(place('third', 'черновик.csv'), 'x');
    const attempt = buildRelease({ distFolder: place('dist-2'), outFolder: place('third') });
    await expect(attempt).rejects.toThrow(BuildFailure);
    await expect(attempt).rejects.toThrow('черновик.csv');
    expect(await readdir(place('third'))).toEqual(['черновик.csv']);
  });
});
