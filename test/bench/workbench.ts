import { launchBrowser } from '../../workbench/browser.ts';
import { serve } from '../../workbench/serve.ts';
import { type Measure, median } from './measure.ts';

const ROUNDS = 3;

/** The page of the workbench in Chromium, from its address to a grid that answers. */
export async function benchWorkbench(): Promise<Measure[]> {
  const workbench = await serve({ port: 0 });
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(workbench.url);
      await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 });
      times.push(performance.now() - start);
      await context.close();
    }
    return [{ what: 'workbench page ready', measured: median(times) / 1000, budget: 1.5, unit: 's' }];
  } finally {
    await browser.close();
    await workbench.close();
  }
}
