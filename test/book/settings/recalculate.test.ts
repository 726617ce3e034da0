import { expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../../src/domain/columns.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { look, progressByRule, SHEET, tick } from '../checklists/support.ts';
import { pictureOf } from '../picture.ts';
import { importRows, sampleWeeks, sheetNamed, tableOf } from '../project.ts';
import { killedAtCalls, openQuick } from '../quick.ts';

const MENU = 'Пересчитать школы';
/** Column «Вид» of «Чек-листы». */
const KIND = '2';
const [before = [], sampled = []] = sampleWeeks(6, 2, 3);
const week = sampled.map((row, index) =>
  row.map((cell, at) => (index === 0 && at === COLUMN_INDEX.orgType ? 'Кванториум' : cell)),
);
const CHANGES: readonly (readonly [code: string, value: string])[] = [
  ['monitoring.teachers', '99%'],
  ['monitoring.reading', 'вместе'],
  ['selfdiagnosis.kinds', 'школы; спо; дополнительное; дошкольные'],
  ['kind.additional', 'квантори'],
];

async function usedBook(): Promise<AppsScript> {
  const { app } = openQuick();
  app.open('LIMITED');
  await importRows(app, before);
  await importRows(app, week);
  app.edit('Школы', 'E4', 'К1');
  app.edit('Статистика', 'K3', '77');
  app.edit('Школы', 'B12', 'Строка человека');
  return app;
}

function change(app: AppsScript): void {
  const { values } = app.view(sheetNamed(app, 'Настройки'));
  for (const [code, value] of CHANGES) {
    app.edit('Настройки', `C${values.findIndex((row) => row[0] === code) + 1}`, value);
  }
}

/** All sheets as they are stored, but «Журнал», which tells of the edits. */
function stored(app: AppsScript): unknown {
  const { Журнал: _log, ...sheets } = pictureOf(app);
  return sheets;
}

it('changed settings take effect at «Пересчитать школы» as at the next import, and nothing else changes', async () => {
  const app = await usedBook();
  app.edit('Статистика', 'K3', String(week[1]?.[COLUMN_INDEX.teachersTotal] ?? ''));
  const same = stored(app);
  app.menu.click(MENU);
  expect(stored(app), 'no setting was changed').toEqual(same);
  change(app);
  const undone = app.book.snapshot();
  app.menu.click(MENU);
  const recalculated = stored(app);
  const school = tableOf(app, 'Школы').get(String(week[0]?.[COLUMN_INDEX.orgId])) ?? {};
  expect(school).toMatchObject({ вид: 'доп. образование' });
  expect(String(school['мониторинг: почему'])).toContain('99');
  expect(app.toasts.map(({ message }) => message)).toContain(
    '«Школы» пересчитаны по листу «Настройки»: 6\u00a0школ',
  );
  app.menu.click('Отменить последний импорт');
  expect(app.toasts.map(({ message }) => message).join()).toContain('Отменён импорт');
  app.book.restore(undone);
  await importRows(app, week);
  const { Школы: byImport } = pictureOf(app);
  expect(Object(recalculated).Школы).toEqual(byImport);
});

it('renews the kinds of «Чек-листы», whose steps follow them, and keeps every tick and what people wrote', async () => {
  const { app } = openQuick();
  app.open('LIMITED');
  const types = week.map((row, index) =>
    row.map((cell, at) => (index === 4 && at === COLUMN_INDEX.orgType ? 'Кванториум' : cell)),
  );
  await importRows(app, types);
  const { hints, rows } = look(app);
  for (const { id } of rows) {
    expect(app.run('sidebarChangeChecklist', tick(hints, id, 'integration.token'))).toMatchObject({
      ok: true,
    });
  }
  const rest = (): unknown =>
    Object.entries(pictureOf(app)[SHEET] ?? {}).map(([key, cells]) => [
      key,
      { ...Object(cells), [KIND]: '' },
    ]);
  const kinds = (): unknown[] => [...tableOf(app, SHEET).values()].map(({ Вид }) => Вид);
  const before = { rest: rest(), progress: progressByRule(look(app)) };
  expect(kinds().filter((kind) => kind === 'не определён')).toHaveLength(2);
  change(app);
  app.menu.click(MENU);
  expect(kinds().filter((kind) => kind === 'доп. образование')).toHaveLength(2);
  expect(rest()).toEqual(before.rest);
  // The formulas follow the rule (test/book/checklists/progress.test.ts).
  const progress = progressByRule(look(app));
  expect(progress.get(rows[4]?.id ?? '')).not.toBe(before.progress.get(rows[4]?.id ?? ''));
  expect(progress.get(rows[1]?.id ?? '')).toBe(before.progress.get(rows[1]?.id ?? ''));
});

it('killed at any call and repeated, «Школы» are as if it had not been killed; numbers typed into «Статистика» count', async () => {
  const app = await usedBook();
  change(app);
  const book = app.book.save();
  app.menu.click(MENU);
  const whole = stored(app);
  let killed = 0;
  killedAtCalls(
    book,
    { functionName: 'recalculate', args: [] },
    (again) => {
      killed += 1;
      again.run('recalculate');
      expect(stored(again)).toEqual(whole);
    },
    3,
  );
  expect(killed).toBeGreaterThan(3);
});

it('an empty book is told to load a report first', () => {
  const { app } = openQuick();
  app.open('LIMITED');
  app.menu.click(MENU);
  expect(app.toasts.map(({ message }) => message).join() + JSON.stringify(app.dialogs)).toMatch(/отч[её]т/);
});
