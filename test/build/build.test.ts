import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeInvisible } from '../../build/invisible.ts';
import type { Sources } from '../../build/sources.ts';
import { FIXTURE_FOLDER, withBuiltFixture } from './fixture.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sources-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function source(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const builtCode = (changed = {}) => withBuiltFixture(({ code }) => readFile(code, 'utf8'), changed);

/** What the fixture's page puts into head and body when it is opened; scripts are run. */
async function openedPage({ damage = (html: string): string => html, prelude = '' } = {}) {
  const built = await withBuiltFixture((paths) => readFile(paths.sidebar, 'utf8'));
  const sidebar = damage(built);
  const scripts = [...sidebar.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  const styles: string[] = [];
  const body: string[] = [];
  const greeting = { textContent: '' };
  const page = vm.createContext({
    document: {
      createElement: (tag: string) => ({ tag, textContent: '', setAttribute: () => undefined }),
      getElementById: () => greeting,
      head: { append: (style: { textContent: string }) => styles.push(style.textContent) },
      body: {
        append: ({ tag, textContent }: { tag: string; textContent: string }) => {
          body.push(textContent);
          if (tag === 'script') vm.runInContext(textContent, page);
        },
      },
    },
  });
  vm.runInContext(prelude, page);
  for (const script of scripts) vm.runInContext(script, page);
  return { styles, body, greeting };
}

describe('the build', () => {
  it('gives the same bytes for the same sources', async () => {
    const build = () =>
      withBuiltFixture((paths) =>
        Promise.all([paths.code, paths.sidebar, paths.manifest].map((file) => readFile(file, 'utf8'))),
      );
    expect(await build()).toEqual(await build());
  });

  it('gives them in any folder', async () => {
    const copy = path.join(folder, 'elsewhere');
    await cp(FIXTURE_FOLDER, copy, { recursive: true });
    const moved = {
      cellsEntry: path.join(copy, 'cells.ts'),
      serverEntry: path.join(copy, 'server.ts'),
      sidebarFolder: path.join(copy, 'sidebar'),
    };
    const build = (changed: Partial<Sources>) =>
      withBuiltFixture(
        (paths) => Promise.all([paths.code, paths.sidebar].map((file) => readFile(file, 'utf8'))),
        changed,
      );
    expect(await build(moved)).toEqual(await build({}));
  });

  it('evaluates a bundle at the first call only, and the other one never', async () => {
    const context = vm.createContext({});
    vm.runInContext(await builtCode(), context);
    const loaded = () => vm.runInContext('[!!cells_.exports, !!app_.exports].join()', context);
    expect(loaded()).toBe('false,false');
    expect(vm.runInContext('SAMPLE_SHARE(1, 1, 2)', context)).toBe(0.3333);
    expect(loaded()).toBe('true,false');
    expect(vm.runInContext('cells_() === cells_()', context)).toBe(true);
  });

  it('passes parameters on, the left-out ones as left out', async () => {
    const context = vm.createContext({});
    vm.runInContext(await builtCode(), context);
    expect(vm.runInContext('SAMPLE_COUNT("а б в")', context)).toBe(2);
    expect(vm.runInContext('SAMPLE_COUNT("а б б", "б")', context)).toBe(2);
    expect(vm.runInContext('SAMPLE_COUNT.length + SAMPLE_SHARE.length', context)).toBe(3);
    expect(vm.runInContext('greet("Анна")', context)).toBe('Здравствуйте — «МАХ», Анна');
  });

  it('leaves both bundles in strict mode', async () => {
    expect((await builtCode()).match(/= \(function \(bundle\) \{\n"use strict";/g)).toHaveLength(2);
  });

  it('keeps what HTML and HtmlService would misread', async () => {
    const { styles, body, greeting } = await openedPage();
    expect(styles).toEqual([expect.stringMatching(/^[^{}]+\{[^{}]+\}/)]);
    expect(body).toHaveLength(1);
    expect(greeting.textContent).toBe('Здравствуйте, $& https://example.org/*/ <!-- </script> <script>');
  });

  it.each([
    { note: 'cut at a line', damage: (html: string) => html.replace(/,\n"[^"]*"\n\];/, '\n];') },
    {
      note: 'with other signs',
      damage: (html: string) => html.replace(/"[^"]{5}([^"]{100,})"\n\];/, '"!!!!!$1"\n];'),
    },
  ])('says what to do where the page was damaged: $note', async ({ damage }) => {
    const { styles, body } = await openedPage({ damage });
    expect(styles).toEqual([]);
    expect(body.join('')).toMatch(/файл повреждён.*Возьмите sidebar\.html заново/);
  });

  it('says what to do where the browser is too old', async () => {
    const { styles, body } = await openedPage({ prelude: 'delete Array.prototype.findLast;' });
    expect(styles).toEqual([]);
    expect(body.join('')).toMatch(/браузер слишком стар.*Обновите браузер/);
  });

  it.each([
    {
      note: 'a constant',
      text: 'export const greet = () => 1;',
      names: /greet is not a function declaration/,
    },
    { note: 'a class', text: 'export class Greeting {}', names: /Greeting is not a function declaration/ },
    { note: 'a private name', text: 'export function greet_() {}', names: /greet_ ends with _/ },
    { note: 'a default export', text: 'export default function greet() {}', names: /default export/ },
    { note: 'a generator', text: 'export function* greet() {}', names: /generator/ },
    {
      note: 'a taken-apart parameter',
      text: 'export function greet({ name }: { name: 1 }) {}',
      names: /\{ name \} needs one plain name/,
    },
    { note: 'nothing', text: 'export type Greeting = string;', names: /exports no function/ },
    { note: 'a syntax error', text: 'export function greet( {', names: /server\.ts/ },
    { note: 'a name of the cells', text: 'export function SAMPLE_COUNT() {}', names: /SAMPLE_COUNT twice/ },
    { note: 'a missing module', text: "export { greet } from './gone.ts';", names: /greet|gone/ },
    {
      note: 'a missing package',
      text: "import x from 'gone'; export function greet() { return x; }",
      names: /gone/,
    },
  ])("refuses a server's entry that exports $note", async ({ text, names }) => {
    const serverEntry = await source('server.ts', text);
    await expect(builtCode({ serverEntry })).rejects.toThrow(names);
  });

  it.each([
    { note: 'no page', page: null, names: /index\.html is missing/ },
    {
      note: 'a page without the script',
      page: '<link rel="stylesheet" href="style.css">',
      names: /main\.ts/,
    },
    {
      note: 'a page without the style',
      page: '<script type="module" src="main.ts"></script>',
      names: /style\.css/,
    },
  ])('refuses a sidebar with $note', async ({ note, page, names }) => {
    const sidebarFolder = path.join(folder, note);
    await mkdir(sidebarFolder);
    await source(`${note}/style.css`, '');
    await source(`${note}/main.ts`, '');
    if (page !== null) await source(`${note}/index.html`, page);
    await expect(builtCode({ sidebarFolder })).rejects.toThrow(names);
  });

  it('fails when what it built breaks a rule, and names it', async () => {
    const serverEntry = await source('server.ts', 'export function greet() { return new URL("x"); }');
    await expect(builtCode({ serverEntry })).rejects.toThrow(/absent-names: Code\.js names URL/);
  });
});

describe('invisible characters', () => {
  it.each([
    { note: 'in a string', script: '"a\u00a0b"', value: 'a\u00a0b' },
    { note: 'behind a backslash', script: '"\\\u00a0"', value: '\u00a0' },
    { note: 'behind an escaped backslash', script: '"\\\\\u00a0"', value: '\\\u00a0' },
    { note: 'in a template', script: '`\u202f\ufeff`', value: '\u202f\ufeff' },
    { note: 'in a regular expression', script: '/[\\d\u2009\\\u200b]/.test("\u200b")', value: true },
  ])('$note become escapes of the same meaning', ({ script, value }) => {
    const escaped = escapeInvisible(script);
    expect(escaped).toMatch(/^[\x20-\x7e]*$/);
    expect(vm.runInNewContext(escaped)).toBe(value);
  });
});
