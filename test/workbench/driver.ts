import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Calculated, Menu, SheetView } from '../../workbench/apps-script/index.ts';
import type { Session } from '../../workbench/page/session.ts';

const SHOTS = fileURLToPath(new URL('../.screenshots/', import.meta.url));

interface WorkbenchWindow {
  readonly workbench: Session;
}

/** The workbench's page in a real browser, used as a person uses it. */
export class WorkbenchPage {
  readonly page: Page;
  /** Errors of scripts and of the console; a test ends with none. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // The test itself reads pixels, and Chromium has advice for those who do it often.
      if (message.text().includes('willReadFrequently')) return;
      if (message.type() !== 'debug') this.complaints.push(message.text());
    });
  }

  /** `watch`: a script that runs before those of the page. */
  static async open(
    browser: Browser,
    url: string,
    watch = '',
    viewport = { width: 1360, height: 820 },
  ): Promise<WorkbenchPage> {
    const context = await browser.newContext({ viewport });
    const opened = new WorkbenchPage(await context.newPage());
    if (watch !== '') await opened.page.addInitScript(watch);
    await opened.page.goto(url);
    await opened.page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
    return opened;
  }

  get sidebar(): FrameLocator {
    return this.page.frameLocator('iframe.sidebar-frame');
  }

  async chooseMenu(menu: string, item: string): Promise<void> {
    await this.page.locator('.o-topbar-menu', { hasText: menu }).click();
    await this.page.locator('.o-menu-item', { hasText: item }).click();
  }

  /** Goes to the cell by the name box, types and presses Enter. */
  async type(sheet: string, a1: string, text: string): Promise<void> {
    await this.page.locator('.o-sheet', { hasText: sheet }).first().click();
    const nameBox = this.page.locator('.o-named-range-selector input');
    await nameBox.click();
    await nameBox.fill(a1);
    await nameBox.press('Enter');
    // The grid takes the focus, and the first sign the place of what stands in the cell, when it is drawn
    // next: signs typed before that are lost or stand beside it.
    await this.page.waitForFunction(() => document.activeElement?.classList.contains('o-composer'));
    await this.page.keyboard.type(text.slice(0, 1));
    await this.page.waitForFunction(() => document.activeElement?.classList.contains('active'));
    await this.page.keyboard.type(text.slice(1));
    await this.page.keyboard.press('Enter');
  }

  /** Values, texts, formulas and fills of a sheet as a person sees them, from A1 on. */
  view(sheetName: string, rows: number, columns: number): Promise<SheetView> {
    return this.page.evaluate(
      ([name, height, width]) => {
        const { workbench } = window as unknown as WorkbenchWindow;
        const sheet = workbench.environment.book.sheetByName(name);
        if (sheet === undefined) throw new Error(`no sheet ${name}`);
        return workbench.environment.view(sheet.id, { row: 1, column: 1, rows: height, columns: width });
      },
      [sheetName, rows, columns] as const,
    );
  }

  /** What the add-on's onOpen built in the page. */
  menus(): Promise<readonly Menu[]> {
    return this.page.evaluate(() => (window as unknown as WorkbenchWindow).workbench.environment.menu.menus);
  }

  /** What the page's own engine makes of the formulas of a sheet. */
  calculated(sheetId: number, rows: number, columns: number): Promise<(Calculated | null)[][]> {
    return this.page.evaluate(
      ([id, height, width]) => {
        const { workbench } = window as unknown as WorkbenchWindow;
        const area = { row: 1, column: 1, rows: height, columns: width };
        return workbench.engine.results(id, area).map((line) => [...line]);
      },
      [sheetId, rows, columns] as const,
    );
  }

  /** Colour on the screen near the right edge of a 1-based cell, `#rrggbb`. */
  pixelOf(sheetName: string, row: number, column: number): Promise<string> {
    return this.page.evaluate(
      async ([name, line, place]) => {
        const { workbench } = window as unknown as WorkbenchWindow;
        workbench.select(name, line, place);
        // Away from the cell, so that the selection does not tint it.
        workbench.engine.model().selection.selectCell(1, 0);
        await new Promise((resolve) => setTimeout(resolve, 300));
        const canvas = document.querySelector('canvas');
        const context = canvas?.getContext('2d');
        if (context == null) throw new Error('the grid has no canvas');
        const zone = { left: place - 1, right: place - 1, top: line - 1, bottom: line - 1 };
        const { x, y, width, height } = workbench.engine.model().getters.getVisibleRect(zone);
        const scale = window.devicePixelRatio;
        const pixel = context.getImageData((x + width - 8) * scale, (y + height / 2) * scale, 1, 1).data;
        return `#${[...pixel.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      },
      [sheetName, row, column] as const,
    );
  }

  /** How many colours each chart of a sheet shows, with a 1-based row brought to the top. */
  async chartColours(sheetName: string, row: number): Promise<number[]> {
    await this.page.evaluate(
      ([name, line]) => (window as unknown as WorkbenchWindow).workbench.select(name, line, 1),
      [sheetName, row + 18] as const,
    );
    const pictures = this.page.locator('.o-figure canvas');
    await pictures.last().waitFor();
    // Charts grow into place.
    await this.page.waitForTimeout(1200);
    return pictures.evaluateAll((canvases) =>
      canvases.map((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels === undefined ? 0 : new Set(new Uint32Array(pixels.buffer)).size;
      }),
    );
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: `${SHOTS}${name}.png` });
  }
}
