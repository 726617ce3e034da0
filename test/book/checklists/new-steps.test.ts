import { expect, it } from 'vitest';
import { type ColumnKey, findColumns } from '../../../src/book/checklists/columns.ts';
import { SUMMARY_DATA_LAYOUT } from '../../../src/book/summary/layout.ts';
import { STEPS } from '../../../src/domain/checklists/steps.ts';
import { columnLetter } from '../../../src/domain/columns.ts';
import { stepName } from '../../../src/text/step-titles.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../project.ts';
import { killedAtCalls, openQuick } from '../quick.ts';
import { change, look, placeOf, progressByRule, progressInSheet, SHEET, tick } from './support.ts';

/** Steps of an older version's book are what is left: one in the middle, a dated one and the last are new. */
const NEW: readonly ColumnKey[] = [
  'integration.smir',
  'organisation.student-chats',
  'checked.organisation.student-chats',
  'organisation.recommendations',
  'state.integration.smir',
  'state.organisation.student-chats',
  'state.organisation.recommendations',
];

function columnsOf(app: AppsScript): ReturnType<typeof findColumns> {
  const [headings = []] = app.book.sheet(sheetNamed(app, SHEET)).cells;
  return findColumns(headings.map((cell) => cell?.value ?? ''));
}

function deleteColumn(app: AppsScript, key: ColumnKey): void {
  app.hands.deleteColumns(SHEET, columnsOf(app).get(key) ?? 0);
}

interface Older {
  /** As a person saved it, of a version that had not the new steps. */
  readonly book: string;
  readonly school: string;
}

/** With ticks, a row and a column of people's, and sorted. */
async function olderBook(app: AppsScript): Promise<Older> {
  const [week = []] = sampleWeeks(4, 1, 3);
  await importRows(app, week);
  look(app);
  for (const key of NEW) deleteColumn(app, key);
  // A step whose column a person deleted does not come back.
  deleteColumn(app, 'integration.staff-room');
  const sheetId = sheetNamed(app, SHEET);
  const ids = week.map((row) => String(row[7]));
  const [school = ''] = ids;
  app.hands.type(SHEET, placeOf(app, sheetId, school, 'integration.token'), 'ИСТИНА');
  app.hands.type(SHEET, placeOf(app, sheetId, school, 'cok.viewed'), 'ИСТИНА');
  app.hands.type(SHEET, placeOf(app, sheetId, ids[1] ?? '', 'exceptions'), 'И3 — нет СМИР');
  app.hands.insertColumns(SHEET, columnsOf(app).get('integration.export-task') ?? 0);
  const mine = columnLetter(columnsOf(app).get('integration.token') ?? 0);
  app.hands.type(SHEET, `${mine}1`, 'моё');
  app.hands.type(SHEET, `${mine}4`, 'позвонить');
  const { maxColumns } = app.book.sheet(sheetId);
  app.hands.sort(SHEET, `A3:${columnLetter(maxColumns - 1)}4`, 2, false);
  app.hands.insertRows(SHEET, 4);
  app.hands.type(SHEET, 'B4', 'Моя строка');
  const labels = STEPS.filter(({ id }) => !NEW.includes(id)).map(({ label }) => label);
  const known = STEPS.map(({ label }) => label).join(',');
  const book = app.book.save().replace(known, labels.join(','));
  expect(book).not.toContain(known);
  app.dispose();
  return { book, school };
}

it('a book of an older version gains the columns of new steps at the next call of whatever view', async () => {
  const { book, school } = await olderBook(openProject());
  const app = openProject({ book });
  expect(app.run('sidebarReadBook')).toMatchObject({ ok: true });
  for (const key of NEW) expect(columnsOf(app).has(key), key).toBe(true);
  const { calls } = app.lastRun;
  app.run('sidebarReadBook');
  // Nothing is looked up where none is new.
  expect(app.lastRun.calls).toBeLessThan(calls / 3);
  const state = look(app);
  expect(state.missingSteps).toEqual(['integration.staff-room']);
  const columns = columnsOf(app);
  for (const key of NEW) expect(columns.has(key), key).toBe(true);
  const steps = Object.fromEntries(state.rows.map((row) => [row.id, row.steps]));
  expect(steps[school]).toEqual({ 'integration.token': true, 'cok.viewed': true });
  const view = app.view(sheetNamed(app, SHEET));
  const mine = ['позвонить', 'моё', 'Моя строка'];
  expect(view.values.flat().filter((cell) => mine.includes(String(cell)))).toHaveLength(3);
  const lists = app.view(sheetNamed(app, SUMMARY_DATA_LAYOUT.name)).values.flat();
  expect(lists).toContain(stepName('organisation.recommendations'));
  expect(progressInSheet(app)).toEqual(progressByRule(state));

  for (const step of [
    'integration.smir',
    'organisation.student-chats',
    'organisation.recommendations',
  ] as const) {
    expect(change(app, tick(state.hints, school, step))).toMatchObject({
      ok: true,
      value: { outcome: 'written' },
    });
  }
  const after = look(app);
  expect(progressInSheet(app)).toEqual(progressByRule(after));
  expect(progressInSheet(app)).not.toEqual(progressByRule(state));
  // The place of a step in the list is its place in the sheet.
  expect((columns.get('integration.smir') ?? 0) - (columns.get('integration.token') ?? 0)).toBe(1);
  const saved = app.book.save();
  look(app);
  expect(app.book.save()).toBe(saved);
});

it('killed at a call (every ninth of them), the columns of new steps are there once after the next one', async () => {
  const { book } = await olderBook(openQuick(openProject().book.save()).app);
  const look = { functionName: 'sidebarReadBook', args: [] };
  const whole = openQuick(book).app;
  const before = sheetOf(whole);
  whole.run(look.functionName);
  const done = sheetOf(whole);
  expect(done).not.toEqual(before);
  let deaths = 0;
  killedAtCalls(
    book,
    look,
    (app, call) => {
      deaths += 1;
      expect(app.run(look.functionName), `call ${call}`).toMatchObject({ ok: true });
      expect(sheetOf(app), `call ${call}`).toEqual(done);
    },
    9,
  );
  expect(deaths).toBeGreaterThan(15);
});

/** Everything of «Чек-листы» that a person sees, and the marks of the book. */
function sheetOf(app: AppsScript): unknown {
  const { cells, columnLines, rules } = app.book.sheet(sheetNamed(app, SHEET));
  return { cells, columnLines, rules, marks: app.book.metadata.map(({ key, value }) => [key, value]) };
}
