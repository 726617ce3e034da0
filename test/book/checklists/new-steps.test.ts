import { expect, it } from 'vitest';
import { type ColumnKey, findColumns } from '../../../src/book/checklists/columns.ts';
import { columnLetter } from '../../../src/domain/columns.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../project.ts';
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

it('a book of an older version gains the columns of new steps at the next look, its ticks untouched', async () => {
  const app = openProject();
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

  // The engine opens the book as a person does the next day.
  app.dispose();
  const state = look(app);
  app.dispose();
  expect(state.missingSteps).toEqual(['integration.staff-room']);
  const columns = columnsOf(app);
  for (const key of NEW) expect(columns.has(key), key).toBe(true);
  const steps = Object.fromEntries(state.rows.map((row) => [row.id, row.steps]));
  expect(steps[school]).toEqual({ 'integration.token': true, 'cok.viewed': true });
  const view = app.view(sheetId);
  expect(view.values.flat().filter((cell) => cell === 'позвонить' || cell === 'моё')).toHaveLength(2);
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
