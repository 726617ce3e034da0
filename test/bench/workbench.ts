import type { Page } from 'playwright-core';
import { launchBrowser } from '../../workbench/browser.ts';
import { serve } from '../../workbench/serve.ts';
import { type Measure, median } from './measure.ts';

const ROUNDS = 5;
const DRAWN = 'grid drawn ';

/**
 * Tells when the frame has been shown in which the grid of the ready page is drawn, by the page's own
 * clock. A driver that waits for an element runs a large script in the page meanwhile.
 */
const WATCH = `
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => console.info('${DRAWN}' + performance.now())));
  }).observe(document, { attributes: true, subtree: true });
`;

async function openedIn(page: Page, url: string): Promise<number> {
  await page.addInitScript(WATCH);
  const drawn = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(DRAWN),
    timeout: 60_000,
  });
  await page.goto(url);
  return Number((await drawn).text().slice(DRAWN.length));
}

/** The page of the workbench in Chromium, from its address to a grid that answers. */
export async function benchWorkbench(): Promise<Measure[]> {
  const workbench = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      times.push(await openedIn(await context.newPage(), workbench.url));
      await context.close();
    }
    return [{ what: 'workbench page ready', measured: median(times) / 1000, budget: 1.5, unit: 's' }];
  } finally {
    await browser.close();
    await workbench.close();
  }
}
