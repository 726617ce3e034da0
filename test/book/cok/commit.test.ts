import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../../src/domain/columns.ts';
import type { CokRequest } from '../../../src/server/contract-cok.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { pictureOf } from '../picture.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from '../project.ts';
import { killedAtCalls, openQuick } from '../quick.ts';
import { cokReport } from './report.ts';

const [week = []] = sampleWeeks(6, 1, 3);
const first = cokReport(week, '2026-11-11');
const second = cokReport(week, '2026-11-18', 2);

async function bookWithSchools(app = openQuick().app): Promise<AppsScript> {
  await importRows(app, week);
  app.run('sidebarPrepareCok');
  return app;
}

function idOf(index: number): string {
  return String(week[index]?.[COLUMN_INDEX.orgId]);
}

/** Without «Журнал», whose moments differ from run to run. */
function picture(app: AppsScript): unknown {
  const { Журнал: _, ...rest } = pictureOf(app);
  return rest;
}

describe('import of УБ ЦОК', () => {
  it('fills «УБ ЦОК», «Школы» and the report’s rows of «История», and says so in «Журнал»', async () => {
    const app = await bookWithSchools(openProject());
    expect(app.run('sidebarImportCok', first)).toEqual({
      ok: true,
      value: { date: '2026-11-11', schools: 6, filled: 6, updated: 0, unchanged: 0, kept: 0 },
    });
    const id = idOf(0);
    expect(tableOf(app, 'УБ ЦОК').get(id)).toMatchObject({ Вошли: 21, Назначили: 5, Просмотрели: 40 });
    expect(tableOf(app, 'Школы').get(id)).toMatchObject({
      'УБ ЦОК педагоги: назначили': 5,
      'УБ ЦОК педагоги: всего': week[0]?.[COLUMN_INDEX.teachersTotal],
      'УБ ЦОК педагоги: ± за неделю': '',
      'УБ ЦОК педагоги: ± чел.': '',
    });
    expect(tableOf(app, 'История').get(id)).toMatchObject({ Вошли: 21, Назначили: 5, Просмотрели: 40 });
    expect(app.view(sheetNamed(app, 'Журнал')).display[1]).toContain('Импорт УБ ЦОК');
  });

  it('tells the change against the report before', async () => {
    const app = await bookWithSchools(openProject());
    app.run('sidebarImportCok', first);
    app.run('sidebarImportCok', second);
    let told = 0;
    for (let index = 0; index < week.length; index += 1) {
      const total = week[index]?.[COLUMN_INDEX.teachersTotal];
      const shown = tableOf(app, 'Школы').get(idOf(index)) ?? {};
      if (typeof total !== 'number' || total === 0 || shown['УБ ЦОК педагоги: статус'] === 'не применимо')
        continue;
      const share = (step: number): number => Math.floor(((5 * step + (index % 9)) * 10_000) / total);
      told += 1;
      expect(shown['УБ ЦОК педагоги: ± за неделю']).toBeCloseTo((share(2) - share(1)) / 100, 8);
      expect(shown['УБ ЦОК педагоги: ± чел.']).toBe(5);
    }
    expect(told).toBeGreaterThan(1);
  });

  it('adds the other half of the same day, and clears what a later file does not have', async () => {
    const app = await bookWithSchools();
    const students: CokRequest = { ...first, fields: ['viewed'], schools: [[idOf(0), 77]] };
    app.run('sidebarImportCok', first);
    app.run('sidebarImportCok', students);
    expect(tableOf(app, 'УБ ЦОК').get(idOf(0))).toMatchObject({ Назначили: 5, Просмотрели: 77 });
    app.run('sidebarImportCok', { ...students, date: '2026-11-18' });
    expect(tableOf(app, 'УБ ЦОК').get(idOf(0))).toMatchObject({ Назначили: '', Просмотрели: 77 });
    expect(tableOf(app, 'УБ ЦОК').get(idOf(1)), 'a school that the file lacks').toMatchObject({
      Назначили: 6,
    });
  });

  it('is the same book after the same file again', async () => {
    const app = await bookWithSchools();
    app.run('sidebarImportCok', first);
    const once = picture(app);
    expect(app.run('sidebarImportCok', first)).toMatchObject({ ok: true, value: { unchanged: 6 } });
    expect(picture(app)).toEqual(once);
  });

  it('is undone as the last import, whichever came last, and may be done again', async () => {
    const app = await bookWithSchools();
    app.open();
    app.run('sidebarImportCok', first);
    const before = picture(app);
    app.run('sidebarImportCok', second);
    const after = picture(app);
    app.menu.click('Отменить последний импорт');
    expect(picture(app)).toEqual(before);
    app.run('sidebarImportCok', second);
    expect(picture(app)).toEqual(after);
    await importRows(app, week);
    app.menu.click('Отменить последний импорт');
    expect(picture(app), 'the statistics were the last').toEqual(after);
  });

  it('comes back by undo in the row of a school that a second report of the day lacked', async () => {
    const app = await bookWithSchools();
    app.open();
    app.run('sidebarImportCok', first);
    const before = pictureOf(app).История;
    await importRows(app, week.slice(1));
    expect(tableOf(app, 'История').get(idOf(0))).toBeUndefined();
    expect(tableOf(app, 'История').get(idOf(1))).toMatchObject({ Вошли: 21 });
    app.menu.click('Отменить последний импорт');
    expect(pictureOf(app).История).toEqual(before);
  });

  it('comes back by undo in an older report that was replaced', async () => {
    const app = await bookWithSchools();
    app.open();
    app.run('sidebarImportCok', first);
    const later = week.map((row) => row.map((cell, at) => (at === COLUMN_INDEX.date ? '2026-11-25' : cell)));
    await importRows(app, later);
    const before = pictureOf(app).История;
    await importRows(app, week.slice(1));
    expect(pictureOf(app).История).not.toEqual(before);
    app.menu.click('Отменить последний импорт');
    expect(pictureOf(app).История).toEqual(before);
  });

  it('remembers names that a person confirmed', async () => {
    const app = await bookWithSchools();
    app.run('sidebarImportCok', { ...first, aliases: [['Школа «Пятёрочка»', idOf(0)]] });
    const state = app.run('sidebarReadCok') as { value: { aliases: unknown } };
    expect(state.value.aliases).toEqual([['школа пятерочка', idOf(0)]]);
  });

  const refused: { note: string; request: unknown; issue: object }[] = [
    {
      note: 'a day before that of the sheet',
      request: { ...first, date: '2026-11-04' },
      issue: { code: 'cok-older' },
    },
    {
      note: 'a school that the book does not have',
      request: { ...first, schools: [['нет', 1, 1, 1]] },
      issue: { code: 'request-invalid' },
    },
    {
      note: 'a school twice',
      request: {
        ...first,
        schools: [
          [idOf(0), 1, 1, 1],
          [idOf(0), 2, 2, 2],
        ],
      },
      issue: { code: 'request-invalid' },
    },
    {
      note: 'a share for a count',
      request: { ...first, schools: [[idOf(0), 1, 0.45, 1]] },
      issue: { code: 'request-invalid' },
    },
    {
      note: 'a name of a person for who imports',
      request: { ...first, who: 'ivanov@example.com' },
      issue: { code: 'who-personal' },
    },
  ];
  it.each(refused)('refuses $note and writes nothing', async ({ request, issue }) => {
    const app = await bookWithSchools();
    app.run('sidebarImportCok', first);
    const before = picture(app);
    expect(app.run('sidebarImportCok', request)).toMatchObject({ ok: false, issue });
    expect(picture(app)).toEqual(before);
  });

  it('has to have schools', () => {
    const app = openQuick().app;
    expect(app.run('sidebarImportCok', first)).toMatchObject({ ok: false, issue: { code: 'book-empty' } });
    expect(app.run('sidebarReadCok')).toMatchObject({ ok: true, value: { rows: [] } });
  });

  it('takes as many service calls for 240 schools as for 40, whoever vanished between them', async () => {
    const counts: number[] = [];
    for (const schools of [40, 240]) {
      const [before = [], rows = []] = sampleWeeks(schools, 2);
      const { app } = openQuick();
      await importRows(app, before);
      app.run('sidebarImportCok', cokReport(before, '2026-11-11'));
      await importRows(app, rows);
      const ids = rows.map((row) => row[COLUMN_INDEX.orgId]);
      expect(before.filter((row) => !ids.includes(row[COLUMN_INDEX.orgId])).length).toBeGreaterThan(0);
      app.calls.reset();
      app.run('sidebarImportCok', cokReport(rows, '2026-11-18', 2));
      counts.push(app.calls.total);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(40);
  }, 60_000);

  it('writes through the row of a vanished school only where an import alone wrote it', async () => {
    const { app } = openQuick();
    await importRows(app, week);
    app.run('sidebarImportCok', first);
    const later = week.filter((_, index) => index % 2 === 0).map((row) => [...row]);
    for (const row of later) row[COLUMN_INDEX.date] = '2026-11-18';
    await importRows(app, later);
    const sheet = sheetNamed(app, 'УБ ЦОК');
    app.hands.type('УБ ЦОК', 'C3', '=1+1');
    app.hands.type('УБ ЦОК', 'B5', 'Закрыта');
    const rest = (): unknown => [3, 5, 7].map((row) => app.view(sheet).values[row - 1]);
    const before = rest();
    expect(app.run('sidebarImportCok', cokReport(later, '2026-11-18', 2))).toMatchObject({ ok: true });
    expect(rest()).toEqual(before);
    expect(app.book.cell(sheet, 3, 3).formula).toBe('=1+1');
    expect(tableOf(app, 'УБ ЦОК').get(idOf(2))).toMatchObject({ Вошли: 22 });
  });
});

describe('an import of УБ ЦОК', () => {
  it('killed at any call leaves the old book, or one that the next look makes the new one', async () => {
    const app = await bookWithSchools();
    app.run('sidebarImportCok', first);
    const book = app.book.save();
    const old = JSON.stringify(picture(app));
    app.run('sidebarImportCok', second);
    const done = JSON.stringify(picture(app));
    const seen = { old: 0, done: 0 };
    killedAtCalls(book, { functionName: 'sidebarImportCok', args: [second] }, (killed, call) => {
      expect(killed.run('sidebarReadBook'), `call ${call}`).toMatchObject({ ok: true });
      const found = JSON.stringify(picture(killed));
      expect([old, done], `call ${call}`).toContain(found);
      seen[found === old ? 'old' : 'done'] += 1;
    });
    expect(seen.old).toBeGreaterThan(5);
    expect(seen.done).toBeGreaterThan(3);
  }, 120_000);

  it('puts every number to its school although rows are sorted or inserted meanwhile', async () => {
    const app = await bookWithSchools();
    app.run('sidebarImportCok', first);
    const book = app.book.save();
    app.run('sidebarImportCok', second);
    const done = picture(app);
    const calls = app.lastRun.calls;
    const acts = [
      (other: AppsScript) => other.hands.sort('УБ ЦОК', 'A2:N7', 2, false),
      (other: AppsScript) => other.hands.insertRows('УБ ЦОК', 3, 2),
    ];
    const { app: running } = openQuick(book);
    const start = running.book.snapshot();
    for (const act of acts) {
      for (let call = 2; call <= calls; call += 1) {
        running.book.restore(start);
        running.runWith({ preemptAt: { call, other: () => act(running) } }, 'sidebarImportCok', second);
        running.run('sidebarReadBook');
        expect(picture(running), `call ${call}`).toEqual(done);
      }
    }
  }, 120_000);
});
