import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../src/domain/columns.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import type { ImportOutcome, Reply } from '../../src/server/contract.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { pictureOf } from './picture.ts';
import { importRows, sampleWeeks, sheetNamed, tableOf } from './project.ts';
import { openQuick } from './quick.ts';

const [oldest = [], middle = [], newest = []] = sampleWeeks(6, 3, 3);

async function send(app: AppsScript, request: object): Promise<Reply<ImportOutcome>> {
  return (await app.clientRun('sidebarImportStatistics', {
    fileName: 'отчёт.csv',
    ...request,
  })) as Reply<ImportOutcome>;
}

/** Everything but «Журнал», which says in what order things happened. */
function sheetsOf(app: AppsScript): unknown {
  const { Журнал: _log, ...sheets } = pictureOf(app);
  return sheets;
}

/** Rows of a report in «История», by id: active teachers. */
function historyOf(app: AppsScript, date: string): Record<string, unknown> {
  const { display, values } = app.view(sheetNamed(app, 'История'));
  const column = values[0]?.indexOf('Кол-во активных учителей') ?? -1;
  const rows = values.flatMap((row, index) =>
    display[index]?.[0] === date ? [[String(row[1]), row[column]]] : [],
  );
  return Object.fromEntries(rows);
}

function activeOf(rows: readonly StatisticsRow[]): Record<string, unknown> {
  return Object.fromEntries(
    rows.map((row) => [row[COLUMN_INDEX.orgId], row[COLUMN_INDEX.teachersActive] ?? '']),
  );
}

describe('a report older than the data of the book', () => {
  it('goes to «История» only; «Школы» are compared with it where it matters', async () => {
    const inOrder = openQuick().app;
    for (const week of [oldest, middle, newest]) await importRows(inOrder, week);

    const app = openQuick().app;
    await importRows(app, oldest);
    await importRows(app, newest);
    const statistics = pictureOf(app).Статистика;
    const reply = await importRows(app, middle);
    expect(reply).toMatchObject({ ok: true, value: { date: '2026-11-11', bookDate: '2026-11-18' } });
    expect(pictureOf(app).Статистика).toEqual(statistics);
    expect(historyOf(app, '11.11.2026')).toEqual(activeOf(middle));
    const changes = (book: AppsScript): unknown[] =>
      [...tableOf(book, 'Школы')].map(([id, school]) => [
        id,
        school['МАХ педагоги: ± за неделю'],
        school['МАХ родители: ± чел.'],
      ]);
    expect(changes(app)).toEqual(expect.arrayContaining(changes(inOrder)));
    expect(app.view(sheetNamed(app, 'Журнал')).display[1]?.slice(2, 6)).toEqual([
      'Импорт статистики',
      '',
      '',
      'stat.csv: только в «Историю» 11.11.2026, предупреждений 0',
    ]);
  });

  it('is undone with the changes that it made in «Школы»', async () => {
    const app = openQuick().app;
    app.open();
    await importRows(app, oldest);
    await importRows(app, newest);
    const before = sheetsOf(app);
    await importRows(app, middle);
    app.menu.click('Отменить последний импорт');
    expect(sheetsOf(app)).toEqual(before);
    expect(app.toasts[0]?.message).toContain('11.11.2026');
  });

  it('replaces that week only when it comes again, and its undo gives the week back', async () => {
    const app = openQuick().app;
    app.open();
    for (const week of [oldest, middle, newest]) await importRows(app, week);
    const before = sheetsOf(app);
    const corrected = middle.slice(1).map((row) => row.map((cell, at) => (at === 23 ? 1 : cell)));
    expect(await importRows(app, corrected)).toMatchObject({ ok: true });
    expect(historyOf(app, '11.11.2026')).toEqual(activeOf(corrected));
    expect(historyOf(app, '04.11.2026')).toEqual(activeOf(oldest));
    expect(historyOf(app, '18.11.2026')).toEqual(activeOf(newest));
    app.menu.click('Отменить последний импорт');
    expect(sheetsOf(app)).toEqual(before);
  });
});

describe('several reports in one file', () => {
  it('give the book that they give one after the other, and are undone together', async () => {
    const inOrder = openQuick().app;
    for (const week of [oldest, middle, newest]) await importRows(inOrder, week);
    const app = openQuick().app;
    app.open();
    const reply = await send(app, { rows: newest, older: [...oldest, ...middle] });
    expect(reply).toMatchObject({ ok: true, value: { date: '2026-11-18', bookDate: '2026-11-18' } });
    for (const date of ['04.11.2026', '11.11.2026', '18.11.2026']) {
      expect(historyOf(app, date)).toEqual(historyOf(inOrder, date));
    }
    const schools = (book: AppsScript): unknown => Object.fromEntries(tableOf(book, 'Школы'));
    // A school that only an older report has is in «История» only.
    expect(schools(inOrder)).toMatchObject(schools(app) as object);
    app.menu.click('Отменить последний импорт');
    expect(app.run('sidebarReadBook')).toMatchObject({ ok: true, value: { date: null } });
    expect(historyOf(app, '04.11.2026')).toEqual({});
  });

  it.each([
    ['a date that is not before the report', { older: newest }],
    ['a school twice', { older: [...middle, ...middle] }],
    ['no rows', { older: [[1]] }],
    ['no list', { older: 'x' }],
  ])('are refused with %s, and nothing is written', async (_note, { older }) => {
    const app = openQuick().app;
    await importRows(app, oldest);
    const saved = app.book.save();
    expect(await send(app, { rows: newest, older })).toMatchObject({
      ok: false,
      issue: { code: 'request-invalid' },
    });
    expect(app.book.save()).toBe(saved);
  });
});

describe('a preview of another book', () => {
  it('is refused, and the new one is written', async () => {
    const app = openQuick().app;
    await importRows(app, oldest);
    const { value } = app.run('sidebarReadBook') as { value: { fingerprint: string } };
    app.hands.sort('Статистика', 'A2:Z7', 2);
    expect(await send(app, { rows: middle, fingerprint: value.fingerprint })).toMatchObject({ ok: true });
    const saved = app.book.save();
    expect(await send(app, { rows: newest, fingerprint: value.fingerprint })).toEqual({
      ok: false,
      issue: { code: 'preview-stale' },
    });
    expect(app.book.save()).toBe(saved);
    const again = app.run('sidebarReadBook') as { value: { fingerprint: string } };
    expect(await send(app, { rows: newest, fingerprint: again.value.fingerprint })).toMatchObject({
      ok: true,
    });
  });
});
