import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axe: Promise<string> | null = null;

/** What axe-core finds wrong in the frame. */
export async function violations(frame: Frame): Promise<string[]> {
  axe ??= readFile(AXE, 'utf8');
  await frame.evaluate(await axe);
  return frame.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations: found } = await checker.run();
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  });
}

/** Elements that stick out of the 300 px, and targets that are smaller than 24 px. */
export async function misfits(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const wrong: string[] = [];
    const { documentElement } = document;
    if (documentElement.scrollWidth > documentElement.clientWidth) {
      wrong.push(`the page is ${documentElement.scrollWidth} px wide`);
    }
    const targets = 'button, summary, select, input:not([type=checkbox]), textarea, [role=option]';
    for (const target of document.querySelectorAll(targets)) {
      const { width, height } = target.getBoundingClientRect();
      if (width > 0 && (width < 24 || height < 24))
        wrong.push(`${target.outerHTML.slice(0, 80)} is ${width} × ${height}`);
    }
    return wrong;
  });
}

/** Presses Tab until the focus is on an element whose name begins so; answers with the whole name. */
export async function tabTo(page: Page, frame: Frame, name: string, presses = 40): Promise<string> {
  const seen: string[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await frame.evaluate(() => {
      const active = document.activeElement;
      if (active === null) return '';
      const label = active.id === '' ? null : document.querySelector(`label[for="${active.id}"]`);
      return (active.getAttribute('aria-label') ?? label?.textContent ?? active.textContent ?? '').trim();
    });
    if (focused.startsWith(name)) return focused;
    seen.push(focused);
  }
  throw new Error(`Tab does not reach «${name}»: ${seen.join(', ')}`);
}
