import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { serve } from '../serve.ts';
import { SHOTS, type Shot } from './shots.ts';

/**
 * `npm run screenshots`: the pictures of docs/guide.ru.md, taken from the running workbench with the
 * invented district, so that they never show what is not there any more.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = path.join(ROOT, 'docs/images');
const REPORT = path.join(ROOT, 'workbench/sample/statistics-2026-11-18.csv');
const COK_REPORT = path.join(ROOT, 'workbench/sample/cok-2026-11-18.csv');
const MENU = 'МАХ и УБ ЦОК';
const WINDOW = { width: 1240, height: 720 };
/** A picture of the whole window is larger, so the window is lower. */
const LOW_WINDOW = { width: 1240, height: 490 };
/** The sidebar, as it stands beside the grid. */
const BESIDE = { x: WINDOW.width - 301, y: 44, width: 301, height: WINDOW.height - 44 };

interface WorkbenchWindow {
  readonly workbench: { select(sheetName: string, row: number, column: number): void };
}

class Bench {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get sidebar(): FrameLocator {
    return this.page.frameLocator('iframe.sidebar-frame');
  }

  async choose(item: string): Promise<void> {
    await this.page.locator('.o-topbar-menu', { hasText: MENU }).click();
    await this.page.locator('.o-menu-item', { hasText: item }).click();
  }

  /** Brings a sheet to the front with the cell at its top left. */
  async sheet(name: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      (window as unknown as WorkbenchWindow).workbench.select(wanted, 1, 1);
    }, name);
  }

  button(name: string) {
    return this.sidebar.getByRole('button', { name, exact: true }).first();
  }
}

const WAYS: Readonly<Record<Shot, (bench: Bench) => Promise<void>>> = {
  'first-steps': async (bench) => {
    await bench.choose('Импорт статистики');
    await bench.button('Заполнить примером').waitFor();
  },
  import: async (bench) => {
    await bench.choose('Импорт статистики');
    await bench.sidebar.locator('input[type=file]').setInputFiles(REPORT);
    await bench.button('Записать').waitFor();
    await bench.sidebar.getByText('Что изменится в книге').first().waitFor();
  },
  schools: async (bench) => bench.sheet('Школы'),
  summary: async (bench) => bench.sheet('Сводка'),
  texts: async (bench) => {
    await bench.choose('Тексты школам');
    const area = bench.sidebar.locator('#school-text');
    await area.waitFor();
    // From the label on, below the tabs that stay.
    await area.evaluate((shown) =>
      window.scrollTo(0, window.scrollY + shown.getBoundingClientRect().top - 130),
    );
  },
  checklists: async (bench) => {
    await bench.sheet('Чек-листы');
    await bench.choose('Чек-листы');
    await bench.button('Текст для школы').waitFor();
  },
  cok: async (bench) => {
    await bench.sheet('УБ ЦОК');
    await bench.choose('Импорт УБ ЦОК');
    await bench.button('Вписать числа рукой').waitFor();
    await bench.sidebar.locator('input[type=file]').setInputFiles(COK_REPORT);
    await bench.button('Прочитать файл').waitFor();
  },
  reference: async (bench) => {
    await bench.choose('Справка');
    await bench.sidebar.locator('#reference-search').fill('60 дней');
    await bench.sidebar.getByText('Найдено:').waitFor();
  },
};

/** Pictures of the whole window; the others show the sidebar. */
const WHOLE: readonly Shot[] = ['schools', 'summary', 'checklists'];

async function takeAll(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const workbench = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    for (const { name, book } of SHOTS) {
      const page = await context.newPage();
      await page.setViewportSize(WHOLE.includes(name) ? LOW_WINDOW : WINDOW);
      await page.goto(`${workbench.url}${book === 'empty' ? '?book=empty' : ''}`);
      await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
      await WAYS[name](new Bench(page));
      // Two frames: what was asked for is drawn.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.screenshot({
        path: path.join(FOLDER, `${name}.png`),
        caret: 'hide',
        ...(WHOLE.includes(name) ? {} : { clip: BESIDE }),
      });
      await page.close();
      console.log(`docs/images/${name}.png`);
    }
  } finally {
    await browser.close();
    await workbench.close();
  }
}

await takeAll();
