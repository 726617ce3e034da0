import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BookState } from '../../src/server/contract.ts';
import { launchBrowser } from '../../workbench/browser.ts';
import { bookOf, csvOf, laggingRecord, manyRecords, schoolRecord } from './fixtures.ts';
import { hostSidebar, type SidebarHost } from './host.ts';
import { misfits, tabTo as pressTabTo, violations } from './inspect.ts';

const SHOTS = fileURLToPath(new URL('../.screenshots/', import.meta.url));

const LONG_NAME =
  'Государственное бюджетное общеобразовательное учреждение «Школа-интернат№525имениОченьДлинногоНазванияБезПробелов»';

const WIDTH = 300;
/** What a classic scrollbar takes of the width; headless Chromium hides it. */
const SCROLLBAR = 17;

let browser: Browser;
const opened: { readonly host: SidebarHost; readonly context: BrowserContext }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterEach(async () => {
  for (const { host, context } of opened.splice(0)) {
    await context.close();
    await host.close();
  }
});

afterAll(async () => {
  await browser.close();
});

interface Opened {
  readonly page: Page;
  readonly frame: Frame;
  /** Errors of scripts on the page and messages of its console. */
  readonly complaints: string[];
}

async function open(book: BookState, view: string): Promise<Opened> {
  const host = await hostSidebar(book, view);
  const context = await browser.newContext({ viewport: { width: 320, height: 860 } });
  opened.push({ host, context });
  const page = await context.newPage();
  // From the first moment: asked for only when the key is pressed, the chooser of a frame of another origin could open
  // before the browser was told to hand it over.
  page.on('filechooser', () => {});
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(host.address);
  const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
  if (frame === undefined) throw new Error('the page has no frame');
  await frame.waitForSelector('h1', { state: 'attached' });
  return { page, frame, complaints };
}

async function check({ page, frame }: Opened, name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}sidebar-${name}.png` });
  for (const width of [WIDTH, WIDTH - SCROLLBAR]) {
    await page
      .locator('iframe')
      .evaluate((element, value) => element.setAttribute('width', value), String(width));
    expect(await misfits(frame), `${name}, ${width} px`).toEqual([]);
  }
  await page
    .locator('iframe')
    .evaluate((element, value) => element.setAttribute('width', value), String(WIDTH));
  expect(await violations(frame), name).toEqual([]);
}

async function tabTo({ page, frame }: Opened, name: string): Promise<void> {
  expect(await pressTabTo(page, frame, name)).toBe(name);
}

const OLD = [
  schoolRecord({ date: '2025-11-17', teachersActive: 12 }),
  schoolRecord({ date: '2025-11-17', shortName: LONG_NAME, orgId: '77' }),
];
const NEW = [
  schoolRecord(),
  laggingRecord({ teachersActive: 70 }),
  laggingRecord({ orgId: '90', shortName: LONG_NAME, municipality: 'Невский район', studentsActive: 10 }),
];

describe('the sidebar at 300 px in a frame of another origin', () => {
  it('goes from the file to the copied text by keyboard alone', async () => {
    const sidebar = await open(bookOf(OLD, { date: '2025-11-17' }), 'import');
    const { page, frame, complaints } = sidebar;
    await check(sidebar, '1-choose');

    await tabTo(sidebar, 'Выбрать файл');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({
      name: 'отчёт.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csvOf(NEW)),
    });
    await frame.waitForSelector('text=Что изменится в книге');
    await check(sidebar, '2-preview');

    await tabTo(sidebar, 'Записать');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('progress');
    await check(sidebar, '3-writing');
    await frame.evaluate('release()');
    await frame.waitForSelector('text=В отчёте 3 школы');
    await check(sidebar, '4-written');

    await tabTo(sidebar, 'Тексты школам');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('#school-text');
    await check(sidebar, '5-texts');

    await tabTo(sidebar, 'Школа');
    await page.keyboard.type('90');
    await frame.waitForSelector('[role=option]');
    await check(sidebar, '6-picker');
    await page.keyboard.press('Enter');
    await tabTo(sidebar, 'Скопировать текст');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('text=Текст скопирован.');
    await check(sidebar, '7-copied');

    const text = await frame.inputValue('#school-text');
    await page.click('#elsewhere');
    await page.keyboard.press('Control+V');
    expect(await page.inputValue('#elsewhere')).toBe(text);
    expect(text).toContain(LONG_NAME);

    expect(await frame.evaluate('calls')).toEqual([
      'sidebarReadBook',
      'sidebarReadBook',
      'sidebarImportStatistics',
      'sidebarReadBook',
      'sidebarReadTexts',
      'sidebarLogTexts',
    ]);
    expect(complaints).toEqual([]);
  });

  it('goes from the file to the copied texts in five clicks, the last two a school', async () => {
    const sidebar = await open(bookOf(OLD, { date: '2025-11-17' }), 'import');
    const { page, frame, complaints } = sidebar;
    let clicks = 0;
    const click = async (name: string): Promise<void> => {
      clicks += 1;
      await frame.getByRole('button', { name, exact: true }).first().click();
    };
    // Choosing the file is a click as well.
    clicks += 1;
    await frame.setInputFiles('input[type=file]', {
      name: 'отчёт.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csvOf(NEW)),
    });
    await click('Записать');
    await frame.waitForFunction('window.release !== undefined');
    await frame.evaluate('window.release()');
    await frame.waitForSelector('text=В отчёте 3 школы');
    await click('Тексты школам');
    await frame.waitForSelector('#school-text');
    const text = await frame.inputValue('#school-text');
    await click('Скопировать текст');
    await frame.waitForSelector('text=Последний текст: 25.11.2025');
    expect(clicks).toBeLessThanOrEqual(5);
    await page.click('#elsewhere');
    await page.keyboard.press('Control+V');
    expect(await page.inputValue('#elsewhere')).toBe(text);

    for (const kind of ['all', 'thanks', 'district', 'page']) {
      await frame.selectOption('#text-kind', kind);
      await check(sidebar, `12-texts-${kind}`);
    }
    await frame.locator('summary', { hasText: 'Свои тексты' }).click();
    await frame.waitForSelector('details details');
    await check(sidebar, '13-own-texts');
    expect(complaints).toEqual([]);
  });

  it('refuses a wrong file with its sentences', async () => {
    const sidebar = await open(bookOf(OLD), 'import');
    const buffer = Buffer.from(csvOf(NEW).replaceAll(',60,', ',много,'));
    await sidebar.frame.setInputFiles('input[type=file]', {
      name: 'плохой.csv',
      mimeType: 'text/csv',
      buffer,
    });
    await sidebar.frame.waitForSelector('text=Файл не принят');
    expect(await sidebar.frame.locator('button:text-is("Записать")').count()).toBe(0);
    await check(sidebar, '8-refused');
    expect(await sidebar.frame.evaluate('calls')).toEqual(['sidebarReadBook']);
  });

  it('greets an empty book in the texts', async () => {
    const sidebar = await open(bookOf([]), 'texts');
    await sidebar.frame.waitForSelector('text=В книге ещё нет школ');
    await check(sidebar, '9-empty');
    const first = await open(bookOf([]), 'start');
    await first.frame.locator('button:text-is("Заполнить примером")').waitFor();
    await check(first, '9-first-steps');
  });

  it('takes a table pasted from the clipboard', async () => {
    const sidebar = await open(bookOf([]), 'import');
    const { page, frame } = sidebar;
    await page.fill('#elsewhere', csvOf(NEW, [], '\t'));
    await page.focus('#elsewhere');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await frame.focus('h1');
    await page.keyboard.press('Control+V');
    await frame.waitForSelector('text=таблица из буфера');
    await check(sidebar, '10-pasted');
  });

  it('carries a city of 2,500 schools', async () => {
    const sidebar = await open(bookOf(manyRecords(2500)), 'texts');
    const { page, frame } = sidebar;
    await frame.waitForSelector('#school-text');
    await frame.focus('#school');
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('h2:text-is("ГБОУ СОШ № 1234")');
    await check(sidebar, '11-city');
  });
});
