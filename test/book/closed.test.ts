import { beforeAll, expect, it } from 'vitest';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { cokReport } from './cok/report.ts';
import { pictureOf } from './picture.ts';
import { importRows, sampleWeeks } from './project.ts';
import { openQuick } from './quick.ts';

const [before = [], week = []] = sampleWeeks(6, 2, 3);
const statistics = { fileName: 'stat.csv', rows: week };
const cok = cokReport(before, '2026-11-18', 2);
let saved: string;

beforeAll(async () => {
  const { app } = openQuick();
  await importRows(app, before);
  app.run('sidebarPrepareCok');
  app.run('sidebarImportCok', cokReport(before, '2026-11-11'));
  app.hands.type('УБ ЦОК', 'E3', '25');
  saved = app.book.save();
});

function open(sheet: string, range: string | null): AppsScript {
  const { app } = openQuick(saved);
  app.open('LIMITED');
  app.hands.protect(sheet, range);
  return app;
}

const CLOSED: readonly (readonly [sheet: string, range: string | null, imports: string])[] = [
  ['Статистика', null, 'statistics'],
  ['Школы', null, 'statistics'],
  ['Школы', 'K3:L4', 'statistics'],
  ['История', null, 'statistics'],
  ['Журнал', null, 'statistics'],
  ['УБ ЦОК', 'D2:D9', 'cok'],
  ['История', null, 'cok'],
  ['Журнал', null, 'cok'],
];

it.each(CLOSED)(
  'an import into «%s» %s that is closed to the person leaves the book as it was: %s',
  (sheet, range, what) => {
    const app = open(sheet, range);
    const found = pictureOf(app);
    const reply =
      what === 'cok' ? app.run('sidebarImportCok', cok) : app.run('sidebarImportStatistics', statistics);
    const closed = [range === null ? `«${sheet}»` : `«${sheet}» ${range}`];
    expect(reply).toEqual({ ok: false, issue: { code: 'sheet-closed', closed, whole: true } });
    expect(pictureOf(app)).toEqual(found);
    // Nor does the next call find anything to finish.
    expect(app.run('sidebarReadBook')).toMatchObject({ ok: true });
    const journal = app.book.sheets.find(({ name }) => name.startsWith('Служебный'));
    expect(['imported', 'undone']).toContain(app.view(journal?.id ?? 0).values[0]?.[0]);
  },
);

it.each(['Чек-листы', 'Настройки'])('closed «%s» hinders no import', (sheet) => {
  const app = open(sheet, null);
  const kinds = [{ type: 'Кванториум', kind: 'additional' }];
  const reply = app.run('sidebarImportStatistics', { ...statistics, remember: { kinds } });
  expect(reply).toMatchObject({ ok: true });
  // What was answered is asked again, and that is said.
  const lost = sheet === 'Настройки' ? true : undefined;
  expect(Object(reply).value.answersLost).toBe(lost);
});

it('an import of УБ ЦОК says too that a closed «Настройки» kept no answers', () => {
  const app = open('Настройки', null);
  const columns = { signature: 'cok.3.0123456789abcdef', choice: { assigned: 1 }, title: 'цок.csv' };
  const remember = { columns };
  const reply = app.run('sidebarImportCok', { ...cok, remember });
  expect(reply).toMatchObject({ ok: true, value: { answersLost: true } });
  app.hands.unprotect('Настройки');
  expect(app.run('sidebarImportCok', { ...cok, remember })).toEqual({
    ok: true,
    value: expect.not.objectContaining({ answersLost: true }),
  });
});

it('the menu says so too', () => {
  const app = open('Школы', null);
  app.menu.click('Пересчитать школы');
  expect(JSON.stringify(app.dialogs)).toContain('От вас защищено: «Школы»');
});

it('an undo that met a closed sheet says that it is not whole, and is finished when it is repeated', () => {
  const { app } = openQuick(saved);
  app.open('LIMITED');
  app.run('sidebarImportStatistics', statistics);
  const imported = app.book.save();
  app.menu.click('Отменить последний импорт');
  const undone = pictureOf(app);

  const { app: closed } = openQuick(imported);
  closed.open('LIMITED');
  closed.hands.protect('История', null);
  closed.menu.click('Отменить последний импорт');
  expect(JSON.stringify(closed.dialogs)).toContain('Сделано не всё');
  closed.hands.unprotect('История');
  expect(closed.run('sidebarReadBook')).toMatchObject({ ok: true });
  expect(pictureOf(closed)).toEqual(undone);
});

it('a service that fails in a book with nothing closed is no matter of rights: it is told', () => {
  const { app } = openQuick(saved);
  const start = app.book.snapshot();
  app.run('sidebarImportStatistics', statistics);
  const { calls } = app.lastRun;
  for (let call = calls - 14; call <= calls; call += 1) {
    app.book.restore(start);
    const other = (): never => {
      throw new Error('Service Spreadsheets timed out');
    };
    const reply = app.runWith({ preemptAt: { call, other } }, 'sidebarImportStatistics', statistics);
    expect(reply, `at call ${call}`).toMatchObject({ ok: false });
  }
});
