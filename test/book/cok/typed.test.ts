import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../../src/domain/columns.ts';
import type { StatisticsRow } from '../../../src/domain/record.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { pictureOf } from '../picture.ts';
import { importRows, sampleWeeks, sheetNamed } from '../project.ts';
import { killedAtCalls, openQuick } from '../quick.ts';
import { cokReport } from './report.ts';

const [sampled = []] = sampleWeeks(6, 1, 3);
const [first = [], second = [], third = []] = ['2026-11-04', '2026-11-11', '2026-11-18'].map((date) =>
  sampled.map((row) => row.map((cell, at) => (at === COLUMN_INDEX.date ? date : cell))),
);
const ids = first.map((row) => String(row[COLUMN_INDEX.orgId]));
const RECALCULATE = 'Пересчитать школы';
const UNDO = 'Отменить последний импорт';

async function bookWith(rows: readonly StatisticsRow[], { app } = openQuick()): Promise<AppsScript> {
  app.open('LIMITED');
  await importRows(app, rows);
  app.run('sidebarPrepareCok');
  return app;
}

/** What a person types into a school's row of «УБ ЦОК», by the letter of the column. */
function type(app: AppsScript, school: number, cells: Readonly<Record<string, string>>): void {
  const { values } = app.view(sheetNamed(app, 'УБ ЦОК'));
  const row = values.findIndex(([id]) => id === ids[school]) + 1;
  for (const [letter, text] of Object.entries(cells)) app.hands.type('УБ ЦОК', `${letter}${row}`, text);
}

/** УБ ЦОК in «История», by report and school: the day, who assigned, who watched. */
function kept(app: AppsScript): Record<string, string> {
  const { display } = app.view(sheetNamed(app, 'История'));
  const found: Record<string, string> = {};
  for (const row of display.slice(1)) {
    const cok = [row[15], row[18], row[21]];
    if (cok.some((cell) => cell !== '')) found[`${row[0]} ${ids.indexOf(row[1] ?? '')}`] = cok.join(' ');
  }
  return found;
}

describe('counts typed into «УБ ЦОК»', () => {
  it('go into the week that stood in the book with the import of the next one; undo takes them back', async () => {
    const app = await bookWith(first);
    type(app, 0, { E: '5', H: '40' });
    type(app, 2, { E: '7', I: '05.11.2026' });
    const sheet = pictureOf(app)['УБ ЦОК'];
    const before = pictureOf(app).История;
    await importRows(app, second);
    expect(kept(app)).toEqual({ '04.11.2026 0': '05.11.2026 5 40', '04.11.2026 2': '05.11.2026 7 ' });
    expect(pictureOf(app)['УБ ЦОК'], 'what a person typed').toEqual(sheet);
    app.menu.click(UNDO);
    expect(pictureOf(app).История).toEqual(before);
    await importRows(app, first);
    expect(Object.keys(kept(app)), 'the same week again').toEqual(['04.11.2026 0', '04.11.2026 2']);
    app.menu.click(UNDO);
    expect(pictureOf(app).История).toEqual(before);
  });

  it('go in at «Пересчитать школы», but nothing that is no number of people, and no day of another time', async () => {
    const app = await bookWith(first);
    app.run('sidebarImportCok', cokReport(first, '2026-11-04'));
    const imported = kept(app);
    app.hands.paste('УБ ЦОК', 'E2', [['0,45'], ['12'], ['']]);
    type(app, 4, { E: '9', I: '04.11.2062' });
    app.menu.click(RECALCULATE);
    expect(kept(app)).toEqual({
      ...imported,
      '04.11.2026 1': imported['04.11.2026 1']?.replace(/ 6 /, ' 12 '),
      '04.11.2026 2': imported['04.11.2026 2']?.replace(/ 7 /, '  '),
    });
  });

  it('mend the report in which their day stands already, and an import leaves what it does not name', async () => {
    const app = await bookWith(first);
    app.run('sidebarImportCok', { ...cokReport(first.slice(1), '2026-11-05') });
    await importRows(app, second);
    const imported = kept(app);
    await importRows(app, third);
    expect(kept(app), 'nothing was typed').toEqual(imported);
    type(app, 1, { E: '50' });
    type(app, 0, { E: '3' });
    type(app, 3, { E: '30', I: '17.11.2026' });
    const before = pictureOf(app).История;
    app.run('sidebarImportCok', cokReport(third.slice(4), '2026-11-18', 2));
    expect(kept(app)).toEqual({
      ...imported,
      '04.11.2026 1': imported['04.11.2026 1']?.replace(/ 5 /, ' 50 '),
      '18.11.2026 0': '17.11.2026 3 ',
      '18.11.2026 3': '17.11.2026 30 42',
      '18.11.2026 4': '18.11.2026 10 80',
      '18.11.2026 5': '18.11.2026 11 81',
    });
    app.menu.click(UNDO);
    expect(pictureOf(app).История).toEqual(before);
  });

  it('are there once or not at all where the import was killed, and stay with their school where rows move', async () => {
    const app = await bookWith(first);
    await importRows(app, second);
    type(app, 5, { E: '5' });
    const book = app.book.save();
    const old = JSON.stringify(kept(app));
    await importRows(app, third);
    const done = JSON.stringify(kept(app));
    const { calls } = app.lastRun;
    expect([old, done]).toEqual(['{}', '{"11.11.2026 5":"11.11.2026 5 "}']);
    const request = { fileName: 'stat.csv', rows: third };
    const seen = new Set<string>();
    const import_ = { functionName: 'sidebarImportStatistics', args: [request] };
    killedAtCalls(
      book,
      import_,
      (killed) => {
        killed.run('sidebarPrepareCok');
        seen.add(JSON.stringify(kept(killed)));
      },
      8,
    );
    expect([...seen].sort()).toEqual([done, old].sort());
    const { app: running } = openQuick(book);
    const start = running.book.snapshot();
    for (let call = 6; call <= calls; call += 7) {
      running.book.restore(start);
      const other = (): void => running.hands.insertRows('История', 2);
      running.runWith({ preemptAt: { call, other } }, 'sidebarImportStatistics', request);
      expect(JSON.stringify(kept(running)), `call ${call}`).toBe(done);
    }
  });

  it('take no more calls for 90 schools than for 30', async () => {
    const counts: number[] = [];
    for (const schools of [30, 90]) {
      const [before = [], rows = []] = sampleWeeks(schools, 2);
      const app = await bookWith(before);
      for (let row = 2; row < 30; row += 3) app.hands.type('УБ ЦОК', `E${row}`, '5');
      await importRows(app, rows);
      counts.push(app.lastRun.calls);
      expect(Object.keys(kept(app)).length).toBeGreaterThan(0);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(40);
  });
});
