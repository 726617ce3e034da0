import { describe, expect, it } from 'vitest';
import { columnAt, SCHOOLS_LAYOUT } from '../../src/book/schools.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { pictureOf } from './picture.ts';
import { importRows, openProject, sampleWeeks } from './project.ts';
import { openQuick } from './quick.ts';

/**
 * People work in the book while an import writes into it. Whatever they do between two of its
 * service calls, no number lands on another school, and what they wrote stays with its school.
 */
const [before = [], week = []] = sampleWeeks(8, 2, 5);
const request = { fileName: 'week.csv', rows: week };

let annotated: Promise<string> | null = null;

/** Last week's report, with a remark of a person beside every school in both sheets; made once. */
function annotatedBook(): Promise<string> {
  annotated ??= annotate();
  return annotated;
}

async function annotate(): Promise<string> {
  const app = openProject();
  await importRows(app, before, 'before.csv');
  before.forEach((row: StatisticsRow, index) => {
    app.edit('Статистика', `Z${index + 2}`, `о школе ${row[7]}`);
    app.edit('Школы', `E${index + 3}`, `к ${row[7]}`);
  });
  app.edit('Статистика', `B${before.length + 4}`, 'наша строка итогов');
  return app.book.save();
}

interface Meanwhile {
  readonly note: string;
  readonly act: (app: AppsScript) => void;
  /** Undoes what changes the picture by itself (a name). */
  readonly back?: (app: AppsScript) => void;
}

const LAST = before.length + 1;

/** Every second call, the other half with the next kind of work: all calls are met by sorting, inserting, renaming. */
function callsFor(note: string, calls: number): number[] {
  const first = 2 + (BY_HAND.findIndex((work) => work.note === note) % 2);
  return Array.from({ length: Math.floor((calls - first) / 2) + 1 }, (_, index) => first + 2 * index);
}

const BY_HAND: readonly Meanwhile[] = [
  { note: 'sorts «Статистика» by name', act: (app) => app.hands.sort('Статистика', `A2:Z${LAST}`, 2, false) },
  {
    note: 'sorts «Школы» by name',
    act: (app) =>
      app.hands.sort('Школы', `A3:${columnAt(SCHOOLS_LAYOUT.columns.length)}${LAST + 1}`, 2, false),
  },
  { note: 'inserts rows into «Статистика»', act: (app) => app.hands.insertRows('Статистика', 3, 2) },
  { note: 'inserts rows into «Школы»', act: (app) => app.hands.insertRows('Школы', 5, 2) },
  { note: 'inserts rows into «История»', act: (app) => app.hands.insertRows('История', 4) },
  {
    note: 'renames sheets',
    act: (app) => {
      app.hands.renameSheet('Статистика', 'Данные');
      app.hands.renameSheet('Школы', 'ОО района');
    },
    back: (app) => {
      app.hands.renameSheet('Данные', 'Статистика');
      app.hands.renameSheet('ОО района', 'Школы');
    },
  },
  { note: 'inserts a column beside ours', act: (app) => app.hands.insertColumns('Статистика', 27) },
];

describe('while an import writes, somebody', () => {
  it.each(BY_HAND)(
    '$note',
    async ({ act, back, note }) => {
      const book = await annotatedBook();
      const whole = openProject({ book });
      await importRows(whole, week, 'week.csv');
      const done = pictureOf(whole);
      const calls = whole.lastRun.calls;
      expect(calls).toBeGreaterThan(30);
      const { app } = openQuick(book);
      const start = app.book.snapshot();
      for (const call of callsFor(note, calls)) {
        app.book.restore(start);
        const where = `${note} at call ${call}`;
        const reply = app.runWith(
          { preemptAt: { call, other: () => act(app) } },
          'sidebarImportStatistics',
          request,
        ) as { ok: boolean };
        back?.(app);
        if (!reply.ok) {
          expect(reply, where).toMatchObject({ issue: { code: 'book-busy' } });
          expect(app.run('sidebarReadBook'), where).toMatchObject({ ok: true });
        }
        expect(pictureOf(app), where).toEqual(done);
      }
    },
    200_000,
  );
});

describe('while an older report is written into «История», somebody', () => {
  it.each(BY_HAND.filter(({ note }) => /sorts «Школы»|«История»|renames/.test(note)))(
    '$note',
    async ({ act, back, note }) => {
      const app = openProject({ book: await annotatedBook() });
      await importRows(app, week, 'week.csv');
      const book = app.book.save();
      // Without a school: an older report of the same date, corrected.
      const older = { fileName: 'older.csv', rows: before.slice(1) };
      await app.clientRun('sidebarImportStatistics', older);
      const done = pictureOf(app);
      const { calls } = app.lastRun;
      expect(calls).toBeGreaterThan(20);
      const { app: running } = openQuick(book);
      const start = running.book.snapshot();
      for (const call of callsFor(note, calls)) {
        running.book.restore(start);
        const preemptAt = { call, other: () => act(running) };
        const reply = running.runWith({ preemptAt }, 'sidebarImportStatistics', older);
        back?.(running);
        expect(reply, `${note} at call ${call}`).toMatchObject({ ok: true });
        expect(pictureOf(running), `${note} at call ${call}`).toEqual(done);
      }
    },
    200_000,
  );
});

describe('another import at the same time', () => {
  it('waits for the lock and is told to try again; nothing is mixed', async () => {
    const book = await annotatedBook();
    const whole = openProject({ book });
    await importRows(whole, week, 'week.csv');
    const done = pictureOf(whole);
    const calls = whole.lastRun.calls;
    const { app, inside } = openQuick(book);
    const start = app.book.snapshot();
    for (let call = 2; call <= calls; call += 1) {
      app.book.restore(start);
      let theirs: unknown = null;
      const other = (): void => {
        inside(() => {
          theirs = app.run('sidebarImportStatistics', { fileName: 'other.csv', rows: before });
        });
      };
      const mine = app.runWith({ preemptAt: { call, other } }, 'sidebarImportStatistics', request);
      expect(mine).toMatchObject({ ok: true });
      expect(theirs).toMatchObject({ ok: false, issue: { code: 'book-busy' } });
      expect(pictureOf(app), `at call ${call}`).toEqual(done);
    }
  }, 200_000);
});
