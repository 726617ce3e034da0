import type { Browser, Frame } from 'playwright-core';
import { launchBrowser } from '../../workbench/browser.ts';
import { bookOf, csvOf, manyRecords } from '../sidebar/fixtures.ts';
import { hostSidebar } from '../sidebar/host.ts';
import { type Measure, median } from './measure.ts';

const SCHOOLS = 2500;
const ROUNDS = 9;
const PICKER = '[role=combobox]';
const TEXT = 'textarea';
const WRITTEN = 'written';
const TYPED = ['1', '12', '125', 'гб', 'гбоу', 'лицей', 'радуга', '2001250'];

/** The built sidebar in Chromium with a city in its book, and a city's file chosen in it. */
export async function benchSidebar(): Promise<Measure[]> {
  const records = manyRecords(SCHOOLS);
  const full = await hostSidebar(bookOf(records), 'texts', 0);
  const empty = await hostSidebar(bookOf([]), 'import');
  const browser = await launchBrowser();
  try {
    const ready: number[] = [];
    const written: number[] = [];
    const keys: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const frame = await openFrame(browser, full.address, WRITTEN);
      ready.push(await sinceMarkup(frame, 'ready'));
      written.push(await sinceMarkup(frame, 'written'));
      keys.push(median(await Promise.all(TYPED.map((text) => keystroke(frame, text)))));
      await frame.page().context().close();
    }
    const importing = await openFrame(browser, empty.address);
    return [
      { what: `sidebar ready with ${SCHOOLS} schools`, measured: median(ready), budget: 100, unit: 'ms' },
      {
        what: `sidebar: first text of ${SCHOOLS} schools`,
        measured: median(written),
        budget: null,
        unit: 'ms',
      },
      { what: 'a key in the school picker', measured: median(keys), budget: 20, unit: 'ms' },
      {
        what: `sidebar: file of ${SCHOOLS} schools → preview`,
        measured: await preview(importing, csvOf(records)),
        budget: null,
        unit: 'ms',
      },
      {
        what: 'memory of the page with that preview',
        measured: (await heapOf(importing)) / 2 ** 20,
        budget: null,
        unit: 'MB',
      },
    ];
  } finally {
    await browser.close();
    await full.close();
    await empty.close();
  }
}

/**
 * Opens the page; when its body begins, a school can be picked and a text stands is marked in the frame.
 * A driver that waits for an element runs a large script in the frame meanwhile, so it waits for words.
 */
async function openFrame(browser: Browser, address: string, words: string | null = null): Promise<Frame> {
  const context = await browser.newContext();
  await context.addInitScript(
    ([steps, last]) => {
      const left = new Map(steps);
      new MutationObserver(() => {
        for (const [name, selector] of left) {
          if (document.querySelector(selector) === null) continue;
          performance.mark(name);
          left.delete(name);
          if (name === last && window !== window.top) console.info(last);
        }
      }).observe(document, { childList: true, subtree: true });
    },
    [
      [
        ['body', 'main'],
        ['ready', PICKER],
        [WRITTEN, TEXT],
      ],
      WRITTEN,
    ] as const,
  );
  const page = await context.newPage();
  const said =
    words === null
      ? null
      : page.waitForEvent('console', { predicate: (message) => message.text() === words });
  await page.goto(address);
  await said;
  const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
  if (frame === undefined) throw new Error('The page has no frame.');
  return frame;
}

/**
 * Milliseconds from the markup, before any script of the page, to a mark: unpacking counts. The book
 * answers at once here; how long the platform takes for it is another budget.
 */
function sinceMarkup(frame: Frame, name: 'ready' | 'written'): Promise<number> {
  return frame.evaluate((reached) => {
    const [body] = performance.getEntriesByName('body');
    const [mark] = performance.getEntriesByName(reached);
    return body === undefined || mark === undefined ? Number.NaN : mark.startTime - body.startTime;
  }, name);
}

/** Milliseconds until the list of found schools is laid out. */
function keystroke(frame: Frame, text: string): Promise<number> {
  return frame.evaluate(
    ([picker, typed]) => {
      const field = document.querySelector<HTMLInputElement>(picker ?? '');
      if (field === null) return Number.NaN;
      field.focus();
      field.value = typed ?? '';
      const start = performance.now();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - start;
    },
    [PICKER, text],
  );
}

/** Milliseconds from the chosen file to «Что изменится в книге». */
async function preview(frame: Frame, csv: string): Promise<number> {
  await frame.waitForSelector('input[type=file]', { state: 'attached' });
  const start = performance.now();
  await frame.setInputFiles('input[type=file]', {
    name: 'отчёт.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await frame.waitForSelector('text=Что изменится в книге');
  return performance.now() - start;
}

/** Bytes of the script heap of the frame, which has a process of its own, after a collection. */
async function heapOf(frame: Frame): Promise<number> {
  const session = await frame.page().context().newCDPSession(frame);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
