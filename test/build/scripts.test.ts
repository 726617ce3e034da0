import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildFailure } from '../../build/failure.ts';
import { bundleScripts, type Scripts } from '../../build/scripts.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'scripts-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function bundled(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return bundleScripts(path.join(folder, 'main.ts'));
}

/** Runs the parts as the page does: each when it is first asked for; `said` is what they said, in order. */
function opened({ codes }: Scripts) {
  const said: string[] = [];
  const page = vm.createContext({ say: (word: string) => said.push(word), sidebarParts: [] });
  const run = new Set<number>();
  const made = new Map<string, unknown>();
  const partsOf = (script: number): ((...given: unknown[]) => unknown)[] => {
    if (!run.has(script)) vm.runInContext(codes[script - 1] ?? '', page);
    run.add(script);
    return vm.runInContext(`sidebarParts[${script}]`, page);
  };
  const take = (script: number, place: number): unknown => {
    const part = partsOf(script)[place];
    const key = `${script},${place}`;
    if (!made.has(key)) made.set(key, part?.(take, load));
    return made.get(key);
  };
  const load = async (script: number, place: number): Promise<unknown> => take(script, place);
  take(1, partsOf(1).length - 1);
  return { said, made: () => made.size };
}

describe('bundleScripts', () => {
  const FILES = {
    'main.ts': `import { name } from './shared.ts';
      say('main ' + name());
      void import('./first.ts').then(({ run, Told }) => { run(); new Told(); });
      export async function later() { const { run } = await import('./second.ts'); run(); }
      Object.assign(globalThis, { later });`,
    'shared.ts': `say('shared'); export function name() { return 'общее'; }`,
    'first.ts': `import { name } from './shared.ts'; import { both } from './both.ts';
      export const run = () => say('first ' + name() + both);
      export class Told { constructor() { say('told'); } }`,
    'second.ts': `import { both } from './both.ts'; export function run() { say('second' + both); }`,
    'both.ts': `say('both'); export const both = '!';`,
  };

  it('runs a part when it is first asked for, and what two parts share once', async () => {
    const scripts = await bundled(FILES);
    const { codes } = scripts;
    const { said, made } = opened(scripts);
    await expect.poll(() => said).toEqual(['shared', 'main общее', 'both', 'first общее!', 'told']);
    expect(made()).toBe(4);
    expect(codes.filter((code) => code.includes("'both'") || code.includes('"both"'))).toHaveLength(1);
  });

  it('puts a part behind what it imports, and the smaller of two that may be loaded before the other', async () => {
    const { codes } = await bundled(FILES);
    const places = ['"shared"', '"main ', '"both"', '"second"', '"first '].map((word) =>
      codes.join('').indexOf(word),
    );
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(codes.map((code) => code.split('function(takePart').length - 1)).toEqual([2, 2, 1]);
  });

  it('gives classic scripts that name each other by their numbers', async () => {
    const { codes } = await bundled(FILES);
    for (const [index, code] of codes.entries()) {
      expect(code.startsWith(`sidebarParts[${index + 1}]=[function(`)).toBe(true);
      expect(code).not.toMatch(/\bimport\s*\(|\bimport\s*\{|\bexport\s*\{/);
    }
  });

  it.each([
    { note: 'a name of its own', text: 'var takePart = 1; say(takePart); globalThis.takePart = 2;' },
    { note: 'a module that is not there', text: `import('./missing.ts');` },
    { note: 'an address that is not known', text: `say(import(say('x')));` },
  ])('refuses $note', async ({ text }) => {
    await expect(bundled({ 'main.ts': text })).rejects.toThrow(BuildFailure);
  });
});
