import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Document, type Element, Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackPage } from '../../build/packing/script.ts';
import { buildRelease, INSTRUCTION_FILE } from '../../build/release.ts';
import { type AppsScript, createAppsScript } from '../../workbench/apps-script/index.ts';
import { createEngine } from '../../workbench/engine/calculator.ts';
import { importStatisticsFile } from '../../workbench/import-statistics.ts';
import { parseManifest } from '../../workbench/manifest.ts';
import { sampleFiles } from '../../workbench/project.ts';

/*
 * Does what Установка.html says, word by word, with nothing but that page at hand: the texts come out
 * of the page, the names of files and menu items too.
 */

interface Pasted {
  readonly name: string;
  readonly text: string;
}

let scratch: string;
let html: string;
let page: Document;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(os.tmpdir(), 'instruction-'));
  await buildRelease({ distFolder: path.join(scratch, 'dist'), outFolder: path.join(scratch, 'release') });
  html = await readFile(path.join(scratch, 'release', INSTRUCTION_FILE), 'utf8');
  // Scripts do not run: the page must be usable by hand alone.
  const window = new Window({ settings: { enableJavaScriptEvaluation: false } });
  page = new window.DOMParser().parseFromString(html, 'text/html');
});
afterAll(() => rm(scratch, { recursive: true }));

function steps(): Element[] {
  return [...page.querySelectorAll('ol.steps > li')];
}

function pasted(): Pasted[] {
  return [...page.querySelectorAll('.paste')].map((place) => ({
    name: place.querySelector('.file')?.textContent ?? '',
    text: place.querySelector('textarea')?.textContent ?? '',
  }));
}

function textFor(name: string): string {
  const found = pasted().filter((place) => place.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]?.text ?? '';
}

/** The editor's file names decide what a text is: «….gs» a script, the manifest, else an HTML file. */
function install(): AppsScript {
  const html: Record<string, string> = {};
  let code = '';
  for (const { name, text } of pasted()) {
    if (name.endsWith('.gs')) code += text;
    else if (name !== 'appsscript.json') html[name] = text;
  }
  const app = createAppsScript({
    manifest: parseManifest(textFor('appsscript.json')),
    html,
    calculator: createEngine,
  });
  app.load(code);
  app.open('LIMITED');
  return app;
}

/** «*Меню* → *Пункт*» as the page prints it. */
function menuPaths(): [menu: string, item: string][] {
  return [...html.matchAll(/<b>(МАХ и УБ ЦОК)<\/b> → <b>([^<]+)<\/b>/g)].map(([, menu = '', item = '']) => [
    menu,
    item,
  ]);
}

describe('Установка.html', () => {
  it('has a numbered heading, words and a picture in every step', () => {
    expect(steps()).toHaveLength(7);
    steps().forEach((step, index) => {
      expect(step.querySelector('h3')?.textContent).toMatch(new RegExp(`^${index + 1}\\. `));
      expect(step.querySelectorAll('p').length).toBeGreaterThan(0);
      expect(step.querySelectorAll('svg[aria-label]').length).toBeGreaterThan(0);
    });
    expect(page.querySelector('h2 + ol')?.previousElementSibling?.textContent).toBe('Семь шагов');
  });

  it('loads nothing from anywhere', () => {
    const outside = [...page.querySelectorAll('[src], [href], link, img, iframe, object')];
    expect(outside).toEqual([]);
    const shell = pasted().reduce((rest, { text }) => rest.replace(text, ''), page.body.textContent ?? '');
    expect([...shell.matchAll(/https?:\/\/\S+/g)].map(([address]) => address).sort()).toEqual(
      [...parseManifest(textFor('appsscript.json')).oauthScopes].sort(),
    );
  });

  it.each([
    ['Код.gs', 'Code.js'],
    ['sidebar', 'sidebar.html'],
    ['appsscript.json', 'appsscript.json'],
  ])('gives for «%s» the very text of %s', async (name, file) => {
    expect(textFor(name)).toBe(await readFile(path.join(scratch, 'release', file), 'utf8'));
  });

  it('names in the step each file that is to be made or opened there', () => {
    for (const step of steps()) {
      const name = step.querySelector('.paste .file')?.textContent;
      if (name === undefined || name === null) continue;
      const words = [...step.querySelectorAll(':scope > p')].map((p) => p.textContent).join(' ');
      expect(words).toContain(name);
    }
  });

  it('explains exactly the permissions of the manifest', () => {
    const { oauthScopes } = parseManifest(textFor('appsscript.json'));
    const explained = [...page.querySelectorAll('dd .quiet')].map((scope) => scope.textContent);
    expect(explained).toEqual(oauthScopes);
    expect([...page.querySelectorAll('dt')]).toHaveLength(oauthScopes.length);
  });

  it.each(['Как обновить', 'Как удалить', 'Копия книги'])('has a chapter «%s»', (title) => {
    const headings = [...page.querySelectorAll('h2')].map((heading) => heading.textContent);
    expect(headings).toContain(title);
  });
});

describe('what was done by Установка.html', () => {
  it('brings the menu with every item that the page names', () => {
    const app = install();
    expect(app.menu.menus.map(({ caption }) => caption)).toEqual(['МАХ и УБ ЦОК']);
    expect(menuPaths().length).toBeGreaterThan(1);
    for (const [menu, item] of menuPaths()) {
      expect(app.menu.menus.some(({ caption }) => caption === menu)).toBe(true);
      expect(app.menu.captions).toContain(item);
    }
    app.dispose();
  });

  it('opens the sidebar with the button that the page names', () => {
    const app = install();
    app.menu.click(menuPaths()[0]?.[1] ?? '');
    expect(app.sidebar?.title).toBe('Показатели МАХ и УБ ЦОК');
    expect(unpackPage(app.sidebar?.html ?? '')).toContain('Выбрать файл');
    expect(page.body.textContent).toContain('Выбрать файл');
    app.dispose();
  });

  it('imports a report: the sheets that the page names are there', async () => {
    const app = install();
    const [file] = sampleFiles();
    if (file === undefined) throw new Error('No sample file.');
    const { outcome } = await importStatisticsFile(app, file.bytes, file.name);
    expect(outcome?.added).toBeGreaterThan(0);
    const sheets = app.book.sheets.map(({ name }) => name);
    for (const name of ['Школы', 'Статистика']) {
      expect(sheets).toContain(name);
      expect(steps()[6]?.textContent).toContain(name);
    }
    app.dispose();
  });

  it('opens the sidebar where an empty book is filled with the invented district', () => {
    const app = install();
    app.menu.click('Пример данных');
    expect(app.sidebar?.html).toContain('data-view="start"');
    app.dispose();
  });
});
