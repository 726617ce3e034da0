import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInstruction } from '../../build/release/instruction.ts';
import { launchBrowser } from '../../workbench/browser.ts';

/** Texts that markup could spoil on the way into the page and out of it again. */
const TEXTS = {
  code: '\nfunction onOpen() { return "</textarea>&amp;" + \'`*x*`\'; }\n',
  sidebar: '<!doctype html>\n<script>if (1 < 2 && 3 > 2) document.title = "Ж";</script>\n',
  manifest: '{ "timeZone": "Europe/Moscow" }\n',
};

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let folder: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'instruction-page-'));
  const file = path.join(folder, 'Установка.html');
  await writeFile(file, writeInstruction(TEXTS, '1.2.3'));
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1000, height: 800 }, bypassCSP: true });
  page = await context.newPage();
  // Opened as people open it: a file from a folder.
  await page.goto(pathToFileURL(file).href);
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** What a person gets who pastes into an editor. */
async function pasteElsewhere(): Promise<string> {
  const editor = await context.newPage();
  await editor.setContent('<textarea id="editor"></textarea>');
  await editor.focus('#editor');
  await editor.keyboard.press('Control+V');
  const value = await editor.inputValue('#editor');
  await editor.close();
  return value;
}

describe('Установка.html in a browser', () => {
  it.each([
    ['Код.gs', TEXTS.code],
    ['sidebar', TEXTS.sidebar],
    ['appsscript.json', TEXTS.manifest],
  ])('copies the very text for «%s» at a press of the button, and says so', async (name, text) => {
    const place = page.locator('.paste').filter({ has: page.locator('.file', { hasText: name }) });
    await page.bringToFront();
    await place.getByRole('button', { name: 'Скопировать' }).click();
    expect(await place.getByRole('status').textContent()).toContain('Скопировано');
    expect(await pasteElsewhere()).toBe(text);
  });

  it.each([320, 1000])('does not spill sideways at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const spill = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(spill).toBeLessThanOrEqual(0);
  });

  it('has nothing that axe objects to', async () => {
    await page.addScriptTag({ path: AXE });
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    });
    expect(found).toEqual([]);
  });
});
