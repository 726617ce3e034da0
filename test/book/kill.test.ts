import { describe, expect, it } from 'vitest';
import type { StatisticsRow } from '../../src/domain/record.ts';
import { type AppsScript, RunKilled } from '../../workbench/apps-script/index.ts';
import { pictureOf } from './picture.ts';
import { importRows, openProject, sampleWeeks } from './project.ts';

/**
 * A run may be killed at any service call, and any prefix of its unflushed writes may have been
 * stored. Whatever remains is the old book, or the new one after the next call of the add-on.
 */
interface Kill {
  readonly call: number;
  readonly keepWrites: number;
}

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
  app.edit('Школы', 'AL4', '=F4*2');
  app.hands.setNote('Школы', 'B5', 'примечание человека');
  app.hands.addSheet('Мой лист');
  app.edit('Мой лист', 'A1', "='Школы'!F4");
  return app.book.save();
}

/** Runs `action` killed at every call with every prefix of unflushed writes; tells about each death. */
function killedEverywhere(
  book: string | undefined,
  action: { readonly functionName: string; readonly args: readonly unknown[] },
  after: (app: AppsScript, kill: Kill) => void,
): number {
  let deaths = 0;
  for (let call = 1; ; call += 1) {
    for (let keepWrites = 0, unflushed = 0; keepWrites <= unflushed; keepWrites += 1) {
      const app = openProject(book === undefined ? {} : { book });
      try {
        app.runWith({ killAt: { call, keepWrites } }, action.functionName, ...action.args);
        return deaths;
      } catch (error) {
        if (!(error instanceof RunKilled)) throw error;
        unflushed = error.report.unflushedAtKill;
      }
      deaths += 1;
      after(app, { call, keepWrites });
      app.dispose();
    }
  }
}

const [before = [], week = []] = sampleWeeks(6, 2, 3);
const request = { fileName: 'week.csv', rows: week };

describe('a killed run', () => {
  it('of an import leaves the old book, or one that the next look at it makes the new one', async () => {
    const book = await usedBook(before);
    const old = pictureOf(openProject({ book }));
    const whole = openProject({ book });
    await importRows(whole, week, 'week.csv');
    const done = pictureOf(whole);
    expect(done).not.toEqual(old);

    const outcomes = { old: 0, done: 0 };
    const deaths = killedEverywhere(
      book,
      { functionName: 'sidebarImportStatistics', args: [request] },
      (app, kill) => {
        const reply = app.run('sidebarReadBook');
        expect(reply, JSON.stringify(kill)).toMatchObject({ ok: true });
        const picture = pictureOf(app);
        const isOld = JSON.stringify(picture) === JSON.stringify(old);
        outcomes[isOld ? 'old' : 'done'] += 1;
        if (!isOld) expect(picture, JSON.stringify(kill)).toEqual(done);
        // The person imports again, as people do.
        expect(app.run('sidebarImportStatistics', request)).toMatchObject({ ok: true });
        expect(pictureOf(app), JSON.stringify(kill)).toEqual(done);
      },
    );
    expect(deaths).toBeGreaterThan(60);
    expect(outcomes.old).toBeGreaterThan(10);
    expect(outcomes.done).toBeGreaterThan(10);
  }, 300_000);

  it('of an undo leaves the book before or after it', async () => {
    const app = openProject({ book: await usedBook(before) });
    app.open();
    const old = pictureOf(app);
    await importRows(app, week, 'week.csv');
    const done = pictureOf(app);
    const book = app.book.save();

    const outcomes = { old: 0, done: 0 };
    killedEverywhere(book, { functionName: 'undoImport', args: [] }, (killed, kill) => {
      killed.run('sidebarReadBook');
      const picture = pictureOf(killed);
      const isDone = JSON.stringify(picture) === JSON.stringify(done);
      outcomes[isDone ? 'done' : 'old'] += 1;
      if (!isDone) expect(picture, JSON.stringify(kill)).toEqual(old);
    });
    expect(outcomes.old).toBeGreaterThan(10);
    expect(outcomes.done).toBeGreaterThan(0);
  }, 300_000);

  it('of a repair leaves what the next call repairs', async () => {
    const book = await usedBook(before);
    const whole = openProject({ book });
    await importRows(whole, week, 'week.csv');
    const done = pictureOf(whole);

    // An import that died in the middle of its data.
    const half = openProject({ book });
    const killAt = { call: whole.lastRun.calls - 6, keepWrites: 3 };
    expect(() => half.runWith({ killAt }, 'sidebarImportStatistics', request)).toThrow(RunKilled);
    const halfBook = half.book.save();

    const deaths = killedEverywhere(halfBook, { functionName: 'sidebarReadBook', args: [] }, (app, kill) => {
      expect(app.run('sidebarReadBook'), JSON.stringify(kill)).toMatchObject({ ok: true });
      expect(pictureOf(app), JSON.stringify(kill)).toEqual(done);
    });
    expect(deaths).toBeGreaterThan(20);
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
    killedAtEveryCall(book, request, (killed, call) => {
      expect(killed.run('sidebarReadBook'), `call ${call}`).toMatchObject({ ok: true });
      const picture = pictureOf(killed);
      const isOld = JSON.stringify(picture) === JSON.stringify(old);
      outcomes[isOld ? 'old' : 'done'] += 1;
      if (!isOld) expect(picture, `call ${call}`).toEqual(done);
    });
    expect(outcomes.old).toBeGreaterThan(5);
    expect(outcomes.done).toBeGreaterThan(10);
  }, 200_000);

  it('of the first import into a book is completed by the next import', async () => {
    const whole = openProject();
    whole.edit('Лист1', 'A1', 'моё');
    const empty = whole.book.save();
    await importRows(whole, week, 'week.csv');
    const done = pictureOf(whole);
    let checked = 0;
    // Every prefix at every call would be thousands of runs: one prefix a call, another one each time.
    killedAtEveryCall(empty, request, (app, call) => {
      checked += 1;
      expect(app.run('sidebarImportStatistics', request), `call ${call}`).toMatchObject({ ok: true });
      expect(pictureOf(app), `call ${call}`).toEqual(done);
    });
    expect(checked).toBeGreaterThan(100);
  }, 300_000);
});

function killedAtEveryCall(
  book: string,
  importRequest: unknown,
  after: (app: AppsScript, call: number) => void,
): void {
  for (let call = 1; ; call += 1) {
    const app = openProject({ book });
    try {
      app.runWith({ killAt: { call, keepWrites: call % 13 } }, 'sidebarImportStatistics', importRequest);
      return;
    } catch (error) {
      if (!(error instanceof RunKilled)) throw error;
    }
    after(app, call);
    app.dispose();
  }
}

describe('undo', () => {
  it('restores every cell of ours and leaves what people wrote', async () => {
    const app = openProject({ book: await usedBook(before) });
    app.open();
    const old = pictureOf(app);
    await importRows(app, week, 'week.csv');
    app.edit('Школы', 'E5', 'К2');
    app.menu.click('Отменить последний импорт');
    app.edit('Школы', 'E5', '');
    expect(pictureOf(app)).toEqual(old);
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
