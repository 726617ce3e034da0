import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../workbench/browser.ts';
import { fakeBook, stateOf } from './checklists/book.ts';
import { laggingRecord, schoolRecord } from './fixtures.ts';
import { hostSidebar } from './host.ts';
import { misfits, tabTo, violations } from './inspect.ts';

const SHOTS = fileURLToPath(new URL('../.screenshots/', import.meta.url));
/** What a classic scrollbar takes of the 300 px; headless Chromium hides it. */
const NARROW = 283;
const LAGGING = '1000005';
const RECORDS = [
  laggingRecord({ parentsActive: 60 }),
  schoolRecord(),
  laggingRecord({ shortName: 'ГБДОУ детский сад № 8', orgId: '80', orgType: 'Дошкольная организация' }),
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

it('goes from the weak spot to the tick, and ticks for all schools and back, by keyboard alone', async () => {
  const book = fakeBook(
    stateOf(
      RECORDS,
      { [LAGGING]: { invitedOn: '2025-10-05', pending: 7, comment: 'обещали до 27.11.2025: акт' } },
      { extras: { [LAGGING]: { coordinator: 'ЦИО-2', changes: { 'max.teachers': 2.1 } } } },
    ),
  );
  const answers = new Map<string, (...args: readonly unknown[]) => unknown>();
  book.answer({ answer: (name, give) => answers.set(name, give) });
  const host = await hostSidebar(book.state().book, 'checklists');
  const context = await browser.newContext({ viewport: { width: 320, height: 860 } });
  await context.exposeBinding('serverCall', (_source, name: string, args: readonly unknown[]) =>
    answers.get(name)?.(...args),
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(host.address);
  const frame = page.frames().find((candidate) => candidate.parentFrame() !== null);
  if (frame === undefined) throw new Error('the page has no frame');

  async function look(sidebar: Frame, name: string): Promise<void> {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}checklists-${name}.png` });
    for (const width of [NARROW, 300]) {
      await page.locator('iframe').evaluate((one, value) => one.setAttribute('width', value), String(width));
      expect(await misfits(sidebar), `${name}, ${width} px`).toEqual([]);
    }
    expect(await violations(sidebar), name).toEqual([]);
  }

  await frame.waitForSelector('.step-list');
  await frame.focus('h1');
  await tabTo(page, frame, 'Кто отмечает');
  await page.keyboard.type('ЦИО-2');
  await page.keyboard.press('Enter');
  await frame.waitForSelector('text=Отмечает: ЦИО-2');
  await look(frame, '1-school');

  // The button at the weak spot puts the focus on the very step, whose name and state are said.
  await tabTo(page, frame, 'Поможет шаг');
  await page.keyboard.press('Enter');
  const box = frame.getByRole('checkbox', { name: 'И7. Все педагоги связаны и видны в «Учительской»' });
  expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
  await look(frame, '2-step');
  await page.keyboard.press('Space');
  expect(await box.isChecked()).toBe(true);
  await frame.waitForSelector('text=Поможет шаг: И9');
  expect(book.row(LAGGING).steps).toEqual({ 'integration.teachers-linked': true });

  await page.keyboard.press('Alt+ArrowRight');
  await frame.waitForSelector('h2:text-is("ГБОУ СОШ № 525")');
  await page.keyboard.press('Alt+ArrowLeft');
  await frame.waitForSelector('h2:text-is("ГБОУ лицей № 5 «Радуга»")');

  await frame.focus('h1');
  await tabTo(page, frame, 'Все школы');
  await page.keyboard.press('Enter');
  await look(frame, '3-district');
  await tabTo(page, frame, 'О1. Район пишет директорам только в МАХ');
  await page.keyboard.press('Enter');
  // What a step has inside is made when it opens.
  await frame.getByRole('button', { name: 'Отметить у всех: 3' }).first().waitFor();
  await tabTo(page, frame, 'Отметить у всех: 3');
  await page.keyboard.press('Enter');
  await look(frame, '4-question');
  await page.keyboard.press('Enter');
  await frame.waitForSelector('text=Отмечено: 3');
  await look(frame, '5-ticked');
  expect(RECORDS.map(({ orgId }) => book.row(orgId).steps['organisation.district-heads'])).toEqual([
    true,
    true,
    true,
  ]);
  await page.keyboard.press('Enter');
  await frame.waitForSelector('text=Отметка снята: 3');
  expect(RECORDS.map(({ orgId }) => book.row(orgId).steps['organisation.district-heads'])).toEqual([
    false,
    false,
    false,
  ]);

  expect(complaints).toEqual([]);
  await context.close();
  await host.close();
});
