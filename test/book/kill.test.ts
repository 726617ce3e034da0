import { describe, expect, it } from 'vitest';
import { columnAt, SCHOOLS_LAYOUT } from '../../src/book/schools.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import { type AppsScript, RunKilled } from '../../workbench/apps-script/index.ts';
import { pictureOf } from './picture.ts';
import { importRows, openProject, sampleWeeks } from './project.ts';
import { killedAtCalls } from './quick.ts';

/**
 * A run may be killed at any service call, and any prefix of its unflushed writes may have been
 * stored. Whatever remains is the old book, or the new one after the next call of the add-on.
 */

/** A book with last week's report, and with what people put beside and below our rows. */
async function usedBook(before: readonly StatisticsRow[]): Promise<string> {
  const app = openProject();
  await importRows(app, before, 'before.csv');
  const last = before.length + 1;
  app.edit('Статистика', 'Z1', 'Моя заметка');
  app.edit('Статистика', 'Z3', 'позвонить');
  app.edit('Статистика', `B${last + 3}`, 'Итого педагогов');
  app.edit('Статистика', `K${last + 3}`, `=SUM(K2:K${last})`);
  app.edit('Школы', 'E4', 'К1');
  const beside = SCHOOLS_LAYOUT.columns.length + 1;
  app.hands.insertColumns('Школы', beside);
  app.edit('Школы', `${columnAt(beside)}4`, '=F4*2');
  app.hands.setNote('Школы', 'B5', 'примечание человека');
  app.hands.addSheet('Мой лист');
  app.edit('Мой лист', 'A1', "='Школы'!F4");
  return app.book.save();
}

function withoutLog({ Журнал: _log, ...sheets }: ReturnType<typeof pictureOf>): typeof sheets {
  return sheets;
}

function importing(request: unknown): Parameters<typeof killedAtCalls>[1] {
  return { functionName: 'sidebarImportStatistics', args: [request] };
}

/** What an undo leaves: the log of what was done, and the checklist of a school that went again. */
const KEPT = ['Журнал', 'Чек-листы'];

/** The next look of people at the book, in the views of the sidebar. */
function look(app: AppsScript): unknown {
  const reply = app.run('sidebarReadBook');
  app.run('sidebarReadChecklists', {});
  return reply;
}

const [before = [], week = []] = sampleWeeks(6, 2, 3);
const request = { fileName: 'week.csv', rows: week };

describe('a killed run', () => {
  it('of an import leaves the old book, or one that the next look at it makes the new one', async () => {
    const book = await usedBook(before);
    const old = pictureOf(openProject({ book }));
    const whole = openProject({ book });
    await importRows(whole, week, 'week.csv');
    look(whole);
    const done = pictureOf(whole);
    expect(done).not.toEqual(old);

    const outcomes = { old: 0, done: 0 };
    let deaths = 0;
    killedAtCalls(book, importing(request), (app, call) => {
      deaths += 1;
      expect(look(app), `call ${call}`).toMatchObject({ ok: true });
      const picture = pictureOf(app);
      const isOld = JSON.stringify(picture) === JSON.stringify(old);
      outcomes[isOld ? 'old' : 'done'] += 1;
      if (!isOld) expect(picture, `call ${call}`).toEqual(done);
      // The person imports again, as people do.
      expect(app.run('sidebarImportStatistics', request)).toMatchObject({ ok: true });
      expect(pictureOf(app, ['Журнал']), `call ${call}`).toEqual(withoutLog(done));
    });
    expect(deaths).toBeGreaterThan(25);
    expect(outcomes.old).toBeGreaterThan(5);
    expect(outcomes.done).toBeGreaterThan(5);
  }, 300_000);

  it('of an undo leaves the book before or after it', async () => {
    const app = openProject({ book: await usedBook(before) });
    app.open();
    const old = pictureOf(app, KEPT);
    await importRows(app, week, 'week.csv');
    const done = pictureOf(app, KEPT);
    const book = app.book.save();

    const outcomes = { old: 0, done: 0 };
    killedAtCalls(book, { functionName: 'undoImport', args: [] }, (killed, call) => {
      killed.run('sidebarReadBook');
      const picture = pictureOf(killed, KEPT);
      const isDone = JSON.stringify(picture) === JSON.stringify(done);
      outcomes[isDone ? 'done' : 'old'] += 1;
      if (!isDone) expect(picture, `call ${call}`).toEqual(old);
    });
    expect(outcomes.old).toBeGreaterThan(2);
    expect(outcomes.done).toBeGreaterThan(0);
  }, 300_000);

  it('of a repair leaves what the next call repairs', async () => {
    const book = await usedBook(before);
    const whole = openProject({ book });
    await importRows(whole, week, 'week.csv');
    const { calls } = whole.lastRun;
    look(whole);
    const done = pictureOf(whole);

    // An import that died in the middle of its data.
    const half = openProject({ book });
    const killAt = { call: calls - 6, keepWrites: 3 };
    expect(() => half.runWith({ killAt }, 'sidebarImportStatistics', request)).toThrow(RunKilled);
    const halfBook = half.book.save();

    let deaths = 0;
    killedAtCalls(halfBook, { functionName: 'sidebarReadBook', args: [] }, (app, call) => {
      deaths += 1;
      expect(look(app), `call ${call}`).toMatchObject({ ok: true });
      expect(pictureOf(app), `call ${call}`).toEqual(done);
    });
    expect(deaths).toBeGreaterThan(5);
  }, 300_000);

  it('of an import of an older report is completed, with one row in «Журнал», or leaves the old book', async () => {
    const app = openProject({ book: await usedBook(before) });
    await importRows(app, week, 'week.csv');
    const book = app.book.save();
    const old = pictureOf(app);
    const request = { fileName: 'older.csv', rows: before.slice(1) };
    await app.clientRun('sidebarImportStatistics', request);
    const done = pictureOf(app);
    const outcomes = { old: 0, done: 0 };
    killedAtCalls(book, importing(request), (killed, call) => {
      expect(killed.run('sidebarReadBook'), `call ${call}`).toMatchObject({ ok: true });
      const picture = pictureOf(killed);
      const isOld = JSON.stringify(picture) === JSON.stringify(old);
      outcomes[isOld ? 'old' : 'done'] += 1;
      if (!isOld) expect(picture, `call ${call}`).toEqual(done);
    });
    expect(outcomes.old).toBeGreaterThan(2);
    expect(outcomes.done).toBeGreaterThan(4);
  }, 200_000);

  it('of the first import into a book is completed by the next import', async () => {
    const whole = openProject();
    whole.edit('Лист1', 'A1', 'моё');
    const empty = whole.book.save();
    await importRows(whole, week, 'week.csv');
    look(whole);
    const done = pictureOf(whole, ['Журнал']);
    let checked = 0;
    // Ten sheets are hundreds of calls: every seventh, with another prefix each time.
    killedAtCalls(
      empty,
      importing(request),
      (app, call) => {
        checked += 1;
        expect(app.run('sidebarImportStatistics', request), `call ${call}`).toMatchObject({ ok: true });
        look(app);
        // The first one may have been finished: then both are in the log.
        expect(pictureOf(app, ['Журнал']), `call ${call}`).toEqual(done);
      },
      7,
    );
    expect(checked).toBeGreaterThan(50);
  }, 300_000);
});

describe('undo', () => {
  it('restores every cell of ours and leaves what people wrote', async () => {
    const app = openProject({ book: await usedBook(before) });
    app.open();
    const old = pictureOf(app, KEPT);
    await importRows(app, week, 'week.csv');
    app.edit('Школы', 'E5', 'К2');
    app.menu.click('Отменить последний импорт');
    app.edit('Школы', 'E5', '');
    expect(pictureOf(app, KEPT)).toEqual(old);
    expect(app.toasts[0]?.message).toContain('18.11.2026');
  });

  it('is possible once: then it says that there is nothing to undo', async () => {
    const app = openProject({ book: await usedBook(before) });
    app.open();
    app.menu.click('Отменить последний импорт');
    app.menu.click('Отменить последний импорт');
    expect(app.dialogs).toHaveLength(1);
  });

  it('of the very first import empties the book', async () => {
    const app = openProject();
    app.open();
    await importRows(app, week);
    app.menu.click('Отменить последний импорт');
    expect(app.run('sidebarReadBook')).toMatchObject({ ok: true, value: { date: null, rows: [] } });
    expect((await importRows(app, week)).ok).toBe(true);
  });
});
