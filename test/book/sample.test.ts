import { describe, expect, it } from 'vitest';
import { PAGE_ROWS } from '../../src/book/summary/sheet.ts';
import type { Reply } from '../../src/server/contract.ts';
import type { SampleRemoval } from '../../src/server/contract-sample.ts';
import { fillSample } from '../../src/sidebar/sample/fill.ts';
import type { Server } from '../../src/sidebar/server.ts';
import { type AppsScript, RunKilled } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, tableOf } from './project.ts';

const OPTIONS = { schools: 6, weeks: 2, seed: 1, lastDate: '2026-11-18' };

type FillingServer = Pick<Server, 'sidebarBeginSample' | 'sidebarImportStatistics' | 'sidebarImportCok'>;

/** The calls of the sidebar, answered by the book. */
function serverOf(app: AppsScript): FillingServer {
  const call = async <T>(name: string, ...args: unknown[]): Promise<Reply<T>> =>
    (await app.clientRun(name, ...args)) as Reply<T>;
  return {
    sidebarBeginSample: () => call('sidebarBeginSample'),
    sidebarImportStatistics: (request) => call('sidebarImportStatistics', request),
    sidebarImportCok: (request) => call('sidebarImportCok', request),
  };
}

async function filled(app: AppsScript): Promise<AppsScript> {
  expect(await fillSample(serverOf(app), () => undefined, OPTIONS)).toBeNull();
  return app;
}

async function remove(app: AppsScript, confirmed = false): Promise<SampleRemoval> {
  const reply = (await app.clientRun('sidebarRemoveSample', confirmed)) as Reply<SampleRemoval>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.issue));
  return reply.value;
}

/** Everything of the book but which sheet is in front, and the numbers that are given out next. */
function wholeOf(app: AppsScript): unknown {
  const { sheets, metadata } = JSON.parse(app.book.save()) as {
    readonly sheets: readonly {
      readonly rowLines: readonly unknown[];
      readonly cells: readonly unknown[][];
    }[];
    readonly metadata: unknown;
  };
  // Rows and cells that were looked at are listed, though nothing is said of them.
  const plain = sheets.map((sheet) => ({
    ...sheet,
    rowLines: sheet.rowLines.filter((line) => line !== null),
    cells: sheet.cells
      .map((row) => row?.slice(0, row.findLastIndex((cell) => cell !== null) + 1) ?? [])
      .filter((_, index, rows) => rows.slice(index).some((row) => row.length > 0)),
  }));
  return { sheets: plain, metadata };
}

/** A book of a person: a sheet of their own. */
function ownBook(): AppsScript {
  const app = openProject();
  app.edit(app.book.sheets[0]?.name ?? '', 'A1', 'мои заметки');
  return app;
}

/** A book in which our sheets are there without schools, with a setting that a person changed. */
async function preparedBook(): Promise<AppsScript> {
  const app = ownBook();
  await app.clientRun('sidebarWriteReference');
  app.edit('Настройки', 'C2', '70%');
  app.edit('Журнал', 'A2', 'запись человека');
  app.edit('Школы', 'B9', 'строка человека');
  return app;
}

describe('«Пример данных»', () => {
  it.each([
    ['a book of one’s own', async () => ownBook()],
    ['a book with our sheets, without schools', preparedBook],
  ])('fills %s and goes without a trace', async (_note, open) => {
    const app = await open();
    const before = wholeOf(app);
    await filled(app);
    expect(tableOf(app, 'Школы').size).toBeGreaterThanOrEqual(OPTIONS.schools);
    expect(await app.clientRun('sidebarReadBook')).toMatchObject({ ok: true, value: { sample: true } });
    await app.clientRun('sidebarReadChecklists', {});
    expect(await remove(app)).toEqual({ removed: true, traces: [] });
    expect(wholeOf(app)).toEqual(before);
    expect(await app.clientRun('sidebarReadBook')).toMatchObject({
      ok: true,
      value: { sample: false, rows: [] },
    });
  });

  it('goes after its last import was undone, and a real report comes into the same book', async () => {
    const app = ownBook();
    const before = wholeOf(app);
    await filled(app);
    app.run('undoImport');
    await remove(app);
    expect(wholeOf(app)).toEqual(before);
    const [week = []] = sampleWeeks(4);
    expect(await importRows(app, week)).toMatchObject({ ok: true });
    expect(tableOf(app, 'Статистика').size).toBe(4);
  });

  it('does not mix with real schools', async () => {
    const [week = []] = sampleWeeks(4);
    const demo = await filled(ownBook());
    const before = wholeOf(demo);
    expect(await importRows(demo, week)).toMatchObject({ ok: false, issue: { code: 'sample-in-book' } });
    expect(wholeOf(demo)).toEqual(before);
    const real = ownBook();
    await importRows(real, week);
    const was = wholeOf(real);
    expect(await fillSample(serverOf(real), () => undefined, OPTIONS)).toEqual({ code: 'sample-refused' });
    expect(
      await real.clientRun('sidebarImportStatistics', { fileName: 'a', rows: week, sample: true }),
    ).toMatchObject({
      issue: { code: 'sample-refused' },
    });
    expect(await remove(real)).toEqual({ removed: true, traces: [] });
    expect(wholeOf(real)).toEqual(was);
  });

  it('asks before it takes what people wrote, and leaves a tab that they copied', async () => {
    const app = await filled(ownBook());
    app.edit('Чек-листы', 'L3', 'ИСТИНА');
    app.edit('Школы', 'E4', 'К1');
    app.edit('Статистика', 'Z3', 'позвонить');
    app.edit('История', 'C60', 'строка человека');
    app.edit('Настройки', 'C2', '70%');
    app.edit('Сводка', `A${PAGE_ROWS}`, 'итог');
    const before = wholeOf(app);
    const { removed, traces } = await remove(app);
    expect(removed).toBe(false);
    expect(traces).toEqual(
      expect.arrayContaining([
        { sheet: 'Чек-листы', what: 'hand' },
        { sheet: 'Школы', what: 'hand' },
        { sheet: 'Статистика', what: 'columns' },
        { sheet: 'История', what: 'rows' },
        { sheet: 'Настройки', what: 'hand' },
        { sheet: 'Сводка', what: 'cells' },
      ]),
    );
    expect(traces).toHaveLength(6);
    expect(wholeOf(app)).toEqual(before);
    app.hands.duplicateSheet('Школы', 'Школы (моя копия)');
    expect(await remove(app, true)).toMatchObject({ removed: true });
    expect(app.book.sheets.map(({ name }) => name)).toHaveLength(2);
  });

  it('killed while it goes, is finished by the next look', async () => {
    const start = ownBook();
    const before = wholeOf(start);
    const book = (await filled(start)).book.save();
    let deaths = 0;
    for (let call = 5; ; call += 9) {
      const app = openProject({ book });
      try {
        app.runWith({ killAt: { call } }, 'sidebarRemoveSample', false);
        break;
      } catch (error) {
        if (!(error instanceof RunKilled)) throw error;
      }
      deaths += 1;
      await app.clientRun('sidebarReadBook');
      const again = wholeOf(app);
      if (JSON.stringify(again) !== JSON.stringify(before)) await remove(app);
      expect(wholeOf(app), `call ${call}`).toEqual(before);
      app.dispose();
    }
    expect(deaths).toBeGreaterThan(2);
  });

  it('killed while it comes, it goes all the same', async () => {
    const app = ownBook();
    const before = wholeOf(app);
    await app.clientRun('sidebarBeginSample');
    const [week = []] = sampleWeeks(6);
    const request = { fileName: 'Пример данных', rows: week, sample: true };
    expect(() =>
      app.runWith({ killAt: { call: 60, keepWrites: 1 } }, 'sidebarImportStatistics', request),
    ).toThrow(RunKilled);
    expect(await remove(app)).toMatchObject({ removed: true });
    expect(wholeOf(app)).toEqual(before);
  });
});
