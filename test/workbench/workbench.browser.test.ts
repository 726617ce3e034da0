import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHOICE_CELLS, SUMMARY_ROWS } from '../../src/book/summary/layout.ts';
import { columnLetter } from '../../src/domain/columns.ts';
import { assessMax, DEFAULT_TARGETS, INDICATORS } from '../../src/domain/indicators.ts';
import { organisationKind } from '../../src/domain/organisation.ts';
import { STATUS_FACES } from '../../src/domain/status.ts';
import { readStatisticsFile } from '../../src/import/read.ts';
import { launchBrowser } from '../../workbench/browser.ts';
import { FIRST_TEMPLATES } from '../../workbench/page/first-templates.ts';
import type { ReadyBook, ReadyCells } from '../../workbench/page/project.ts';
import { sampleFiles } from '../../workbench/project.ts';
import { serve, type Workbench } from '../../workbench/serve.ts';
import { WorkbenchPage } from './driver.ts';

const FILE = fileURLToPath(new URL('../../workbench/sample/statistics-2026-11-18.csv', import.meta.url));
const WHITE = '#ffffff';

const sampleWeek = sampleFiles().find(({ name }) => FILE.endsWith(name));
const records = sampleWeek === undefined ? [] : readStatisticsFile(sampleWeek.bytes, FILE).records;

let workbench: Workbench;
let browser: Browser;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([serve({ port: 0 }), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await workbench.close();
});

function columnOf(headings: readonly string[] | undefined, heading: string): number {
  const column = headings?.indexOf(heading) ?? -1;
  if (column < 0) throw new Error(`no heading «${heading}»`);
  return column;
}

/** A tick of the sidebar stands in the grid at once, one of the grid in the sidebar at its next look. */
async function tickFromBothSides(bench: WorkbenchPage): Promise<void> {
  await bench.chooseMenu('МАХ и УБ ЦОК', 'Чек-листы');
  const { sidebar } = bench;
  const school = (await sidebar.locator('h2').first().textContent()) ?? '';
  const before = await bench.view('Чек-листы', 140, 60);
  const row = before.values.findIndex((cells) => cells[1] === school);
  const cellOf = (label: string): number =>
    (before.display[0] ?? []).findIndex((heading) => heading.startsWith(`${label}. `));
  const inGrid = async (label: string): Promise<unknown> =>
    (await bench.view('Чек-листы', row + 1, 60)).values[row]?.[cellOf(label)];

  const ticked = sidebar.getByRole('checkbox', { name: /^О1\. / });
  await sidebar.getByText('Организационные меры').first().click();
  await ticked.focus();
  await bench.page.keyboard.press('Space');
  await expect.poll(() => inGrid('О1'), { timeout: 30_000 }).toBe(true);

  const typed = sidebar.getByRole('checkbox', { name: /^О2\. / });
  expect(await typed.isChecked()).toBe(false);
  await bench.type('Чек-листы', `${columnLetter(cellOf('О2'))}${row + 1}`, 'ИСТИНА');
  await expect.poll(() => inGrid('О2'), { timeout: 30_000 }).toBe(true);
  // As whoever goes back from the grid to the panel.
  await bench.page.evaluate(() => window.focus());
  await ticked.focus();
  await expect.poll(() => typed.isChecked(), { timeout: 30_000 }).toBe(true);
  await bench.screenshot('workbench-5-ticks');
}

/** Counts how often the grid was laid out for a narrow window. */
const WATCH_NARROW = `
  window.narrow = 0;
  new MutationObserver(() => {
    if (document.querySelector('.o-spreadsheet-mobile')) window.narrow += 1;
  }).observe(document, { subtree: true, childList: true, attributes: true });
`;

/** Laid out at once for the window that there is, and anew for another one. */
async function fitsItsWindow(bench: WorkbenchPage): Promise<void> {
  const { page } = bench;
  expect(await page.evaluate('window.narrow')).toBe(0);
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  await page.setViewportSize({ ...size, width: 600 });
  await page.waitForSelector('.o-spreadsheet-mobile');
  await bench.screenshot('workbench-6-narrow');
  expect(await page.evaluate('window.narrow')).toBeGreaterThan(0);
  await page.setViewportSize(size);
  await page.waitForSelector('.o-spreadsheet:not(.o-spreadsheet-mobile)');
}

/** Turns the wheel as soon as the grid is there, before the page brings the rest by itself. */
const WATCH_SCROLLING = `
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    observer.disconnect();
    const { engine, shownSheet } = window.workbench;
    const cell = (row) =>
      engine.mirror.model.getters.getEvaluatedCell({ sheetId: 'sheet-' + shownSheet, col: 0, row }).formattedValue;
    const look = () => ({ isCut: engine.isCutBelow, first: cell(39), below: cell(99) });
    const before = look();
    let turns = 0;
    for (; engine.isCutBelow && turns < 20; turns += 1) {
      const turn = new WheelEvent('wheel', { deltaY: 400, bubbles: true, cancelable: true });
      document.querySelector('.o-grid-overlay').dispatchEvent(turn);
    }
    window.scrolling = { before, turns, after: look() };
  }).observe(document, { attributes: true, subtree: true });
`;

interface Scrolling {
  readonly before: { readonly isCut: boolean; readonly first: string; readonly below: string };
  readonly turns: number;
  readonly after: Scrolling['before'];
}

async function lookedAt(bench: WorkbenchPage): Promise<readonly [Scrolling, readonly string[]]> {
  const scrolling: Scrolling = await bench.page.evaluate('window.scrolling');
  const { display } = await bench.view('Школы', 100, 1);
  return [scrolling, display.map(([text]) => text ?? '')];
}

/** A word that is not in the cell's list changes nothing, and is told as Google Sheets tells it. */
async function refusesForeignWord(bench: WorkbenchPage): Promise<void> {
  const chosen = async () => (await bench.view('Сводка', SUMMARY_ROWS.choice, 6)).values.at(-1)?.[5];
  const before = await chosen();
  await bench.type('Сводка', CHOICE_CELLS.reach, 'мимо списка');
  const toast = bench.page.locator('.toast-card', { hasText: 'Возникла проблема' });
  await toast.getByText('нарушает её правила проверки данных').waitFor();
  await bench.screenshot('workbench-7-refused');
  await toast.getByRole('button').click();
  expect(await chosen()).toBe(before);
}

/** The first sheet and the menu are shown as the server made them; the page's own are the same. */
async function calculatesWhatItShowed(bench: WorkbenchPage): Promise<void> {
  const served = async (name: string) => JSON.parse(await (await fetch(`${workbench.url}${name}`)).text());
  const { look, menus }: ReadyBook = await served('sample.json');
  const { results }: ReadyCells = await served('sample-cells.bin');
  const { sheetId } = look;
  expect(results.length).toBeGreaterThan(1000);
  const calculated = await bench.calculated(sheetId, 200, 60);
  const own = results.map(([row, column]) => [row, column, calculated[row - 1]?.[column - 1]]);
  expect(own).toEqual(results);
  expect(calculated.flat().filter((result) => result !== null)).toHaveLength(results.length);
  await expect.poll(() => bench.menus(), { timeout: 30_000 }).toEqual(menus);
}

describe('the workbench in Chromium', () => {
  it('takes a file through the preview, colours the schools, and takes it back', async () => {
    const bench = await WorkbenchPage.open(browser, `${workbench.url}?book=empty`);
    await bench.chooseMenu('МАХ и УБ ЦОК', 'Импорт статистики');
    const { sidebar } = bench;
    await sidebar.locator('input[type=file]').setInputFiles(FILE);
    await sidebar.getByRole('button', { name: 'Записать' }).click();
    await sidebar.getByRole('heading', { name: 'Записано' }).waitFor();
    await bench.screenshot('workbench-1-imported');

    const view = await bench.view('Школы', records.length + 2, 40);
    const status = columnOf(view.display[0], 'МАХ педагоги: статус');
    const rowOf = new Map(view.values.map((row, index) => [row[0], index]));
    const seen = records.map((record) => {
      const row = rowOf.get(record.orgId) ?? -1;
      return [record.orgId, view.display[row]?.[status], view.fills[row]?.[status]];
    });
    const expected = records.map((record) => {
      const [teachers] = assessMax(record, organisationKind(record.orgType), DEFAULT_TARGETS);
      const face = STATUS_FACES[teachers?.status ?? 'no-data'];
      return [record.orgId, face.label, face.fill ?? WHITE];
    });
    expect(seen).toEqual(expected);

    // Schools by status, and a trend of each indicator: none of the pictures is of one colour.
    const charts = await bench.chartColours('Сводка', SUMMARY_ROWS.charts);
    expect(charts).toHaveLength(1 + INDICATORS.length);
    for (const colours of charts) expect(colours).toBeGreaterThan(2);
    await bench.screenshot('workbench-4-charts');

    const inStatistics = async (): Promise<number> => {
      const { values } = await bench.view('Статистика', records.length + 2, 8);
      return values.slice(1).filter((row) => row[7] !== '' && row[7] !== null).length;
    };
    expect(await inStatistics()).toBe(records.length);
    await bench.chooseMenu('МАХ и УБ ЦОК', 'Отменить последний импорт');
    await expect.poll(inStatistics, { timeout: 30_000 }).toBe(0);
    expect(bench.complaints).toEqual([]);
    await bench.page.context().close();
  });

  it('draws the first rows at once, and further ones for whoever scrolls or has a tall window', async () => {
    const bench = await WorkbenchPage.open(browser, workbench.url, WATCH_SCROLLING);
    const [{ before, turns, after }, names] = await lookedAt(bench);
    expect(before).toEqual({ isCut: true, first: names[39], below: '' });
    expect(after).toEqual({ isCut: false, first: names[39], below: names[99] });
    expect(turns).toBeGreaterThan(3);
    expect(names[99]).not.toBe('');
    const compiled: string[] = await bench.page.evaluate('Object.keys(window.workbench.app.templates)');
    const known: string[] = await bench.page.evaluate('Object.keys(window.workbench.app.rawTemplates)');
    const named = compiled.filter((name) => name.startsWith('o-spreadsheet-'));
    expect(named.filter((name) => !FIRST_TEMPLATES.includes(name))).toEqual([]);
    expect(FIRST_TEMPLATES.filter((name) => !known.includes(name))).toEqual([]);
    expect(bench.complaints).toEqual([]);
    await bench.page.context().close();

    const tall = await WorkbenchPage.open(browser, workbench.url, WATCH_SCROLLING, {
      width: 1360,
      height: 2600,
    });
    const [seen] = await lookedAt(tall);
    expect(seen).toMatchObject({ before: { isCut: false, below: names[99] }, turns: 0 });
    await tall.screenshot('workbench-8-tall');
    expect(tall.complaints).toEqual([]);
    await tall.page.context().close();
  });

  it.each([
    ['workbench', 'Таблица не загрузилась. Проверьте, что стенд запущен'],
    ['charts', 'Библиотека диаграмм не загрузилась. Проверьте, что стенд запущен'],
  ])('says what to do when its script %s does not come', async (script, sentence) => {
    const page = await browser.newPage();
    await page.route(`**/${script}-*.js`, (route) => route.abort());
    await page.goto(workbench.url);
    await page.locator('.toast-card', { hasText: sentence }).waitFor();
    await page.close();
  });

  it('spills a custom function typed with the separators of the locale', async () => {
    const bench = await WorkbenchPage.open(browser, workbench.url, WATCH_NARROW);
    await fitsItsWindow(bench);
    await bench.type('Статистика', 'Z2', '=MAX_ACTIVE_TEACHERS_PCT(Статистика!X2:X; Статистика!K2:K)');
    await bench.screenshot('workbench-2-formula');
    const view = await bench.view('Статистика', 200, 28);
    const [active, total, share] = [23, 10, 25];
    const rows = view.values.slice(1).filter((row) => row[0] !== '');
    expect(rows.length).toBeGreaterThan(100);
    const expected = rows.map((row) => {
      const [part, whole] = [row[active], row[total]];
      if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return '';
      return Math.floor((part * 10_000) / whole) / 10_000;
    });
    expect(rows.map((row) => row[share])).toEqual(expected);
    await refusesForeignWord(bench);
    expect(bench.complaints).toEqual([]);
    await bench.page.context().close();
  });

  it('a target edited in «Настройки» changes number, word and colour at once; undo takes it back', async () => {
    const bench = await WorkbenchPage.open(browser, workbench.url);
    await calculatesWhatItShowed(bench);
    // The sample holds УБ ЦОК too.
    const summary = await bench.view('Сводка', 6, 6);
    for (const row of [5, 6]) {
      expect(Number(summary.values[row - 1]?.[1])).toBeGreaterThan(0);
      expect(summary.display[row - 1]?.[5]).not.toBe(STATUS_FACES['no-data'].label);
    }
    const before = await bench.view('Школы', 140, 40);
    const status = columnOf(before.display[0], 'МАХ педагоги: статус');
    const missing = columnOf(before.display[0], 'МАХ педагоги: ещё чел.');
    const near = before.display.findIndex((row) => row[status] === STATUS_FACES.near.label);
    expect(await bench.pixelOf('Школы', near + 1, status + 1)).toBe(STATUS_FACES.near.fill);

    const settings = await bench.view('Настройки', 30, 4);
    const row = settings.values.findIndex((cells) => cells[0] === 'target.max.teachers');
    await bench.type('Настройки', `C${row + 1}`, '60%');
    const target = async (): Promise<string | undefined> =>
      (await bench.view('Школы', 2, 40)).display[1]?.[status - 1];
    await expect.poll(target, { timeout: 30_000 }).toBe('60,00%');
    const after = await bench.view('Школы', 140, 40);
    expect(after.display[near]?.[status]).toBe(STATUS_FACES.met.label);
    expect(after.fills[near]?.[status]).toBe(STATUS_FACES.met.fill);
    expect(after.values[near]?.[missing]).toBe(0);
    expect(await bench.pixelOf('Школы', near + 1, status + 1)).toBe(STATUS_FACES.met.fill);
    await bench.screenshot('workbench-3-target');

    await bench.page.locator('.o-sheet', { hasText: 'Настройки' }).click();
    await bench.page.keyboard.press('Control+z');
    await expect.poll(target, { timeout: 30_000 }).toBe('75,00%');
    const undone = await bench.view('Школы', 140, 40);
    expect(undone.display[near]?.[status]).toBe(STATUS_FACES.near.label);
    expect(bench.complaints).toEqual([]);
    await tickFromBothSides(bench);
    expect(bench.complaints).toEqual([]);
    await bench.page.context().close();
  });
});
