import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/server/contract.ts';
import type { BulkAnswer, ChecklistState } from '../../../src/server/contract-checklists.ts';
import { columnNumber } from '../../../workbench/apps-script/address.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../project.ts';
import { openQuick } from '../quick.ts';
import { BLANK, change, loggedTicks, look, placeOf, SHEET, tick } from './support.ts';

const STEP = 'integration.smir';
const [, later = []] = sampleWeeks(6, 2, 3);

async function quickBook(schools: number): Promise<AppsScript> {
  const [rows = []] = sampleWeeks(schools, 1, 3);
  // No formula is calculated, also while it is made.
  const { app } = openQuick(openProject().book.save());
  await importRows(app, rows.slice(1));
  await importRows(app, rows);
  return app;
}

describe('ticks of «Чек-листы»', () => {
  let app: AppsScript;
  let start: ReturnType<AppsScript['book']['snapshot']>;
  let state: ChecklistState;
  let school = '';
  const cell = (id: string): string => placeOf(app, sheetNamed(app, SHEET), id, STEP);

  beforeAll(async () => {
    app = await quickBook(6);
    state = look(app);
    school = state.rows[0]?.id ?? '';
    start = app.book.snapshot();
  });

  it('who was first wins: another value is told, the same is no change', () => {
    app.book.restore(start);
    const request = tick(state.hints, school, STEP);
    expect(change(app, request)).toMatchObject({ ok: true, value: { outcome: 'written' } });
    expect(change(app, request)).toMatchObject({ ok: true, value: { outcome: 'same' } });
    app.hands.type(SHEET, cell(school), 'н/п: нет СМИР');
    expect(change(app, request)).toMatchObject({
      value: { outcome: 'changed', row: { steps: { [STEP]: 'н/п: нет СМИР' } } },
    });
  });

  it('what is typed into the sheet is logged once, without a name; a wrong value is left as it is', () => {
    app.book.restore(start);
    app.hands.type(SHEET, cell(school), 'ИСТИНА');
    const other = state.rows[1]?.id ?? '';
    app.hands.type(SHEET, cell(other), 'позже');
    look(app);
    const seen = look(app);
    expect(loggedTicks(app)).toMatchObject([{ who: '', school }]);
    expect(seen.rows[1]?.steps[STEP]).toBe('позже');
  });

  it('«н/п» set and removed by hand is logged once, in the cell of the step or in its own column', () => {
    app.book.restore(start);
    const sheetId = sheetNamed(app, SHEET);
    const [OFF, ON] = ['применимо\u00a0→ не применимо', 'не применимо\u00a0→ применимо'];
    const logged = (): unknown[] =>
      loggedTicks(app).map(({ who, school: of, change: what, details }) => [
        who,
        of === school,
        what,
        details,
      ]);
    const reasons = placeOf(app, sheetId, school, 'exceptions');
    app.hands.type(SHEET, cell(school), 'н/п: нет СМИР');
    app.hands.type(SHEET, reasons, 'Ц1 — частная');
    look(app);
    look(app);
    const set = [
      ['', true, OFF, expect.stringMatching(/^И3\..*; в листе: нет СМИР$/)],
      ['', true, OFF, expect.stringMatching(/^Ц1\..*; в листе: частная$/)],
    ];
    expect(logged()).toEqual(expect.arrayContaining(set));
    expect(logged()).toHaveLength(2);
    // From one place to the other is no change.
    app.hands.type(SHEET, cell(school), '');
    app.hands.type(SHEET, reasons, 'И3 — нет СМИР');
    look(app);
    expect(logged().slice(0, -2)).toEqual([['', true, ON, expect.stringMatching(/^Ц1\..*; в листе$/)]]);
    // What the sidebar took back is known already; a column that is deleted takes nothing back.
    app.hands.type(SHEET, reasons, 'И3 — нет СМИР; О1 — другой район');
    look(app);
    const { hints } = state;
    const back = { kind: 'exception', who: 'К1', step: STEP, reason: null } as const;
    const texts = { saw: 'И3 — нет СМИР; О1 — другой район', text: 'О1 — другой район' };
    expect(change(app, { ...back, ...texts, school, hints })).toMatchObject({
      value: { outcome: 'written' },
    });
    const before = logged();
    app.hands.deleteColumns(SHEET, columnNumber(reasons.replace(/\d/g, '')));
    look(app);
    expect(logged()).toEqual(before);
  });

  it('a tick of all schools is logged by school, and can be taken back', () => {
    app.book.restore(start);
    const ids = state.rows.map(({ id }) => id);
    const bulk = { step: STEP, checked: null, who: '', hints: state.hints };
    const ticked = app.run('sidebarTickSchools', {
      ...bulk,
      done: true,
      schools: ids.map((id) => ({ id, saw: BLANK })),
    });
    expect(ticked).toMatchObject({ ok: true, value: { written: ids, changed: [] } });
    expect(loggedTicks(app)).toHaveLength(ids.length);
    const saw = { cell: true, checkedOn: null };
    const back = app.run('sidebarTickSchools', {
      ...bulk,
      done: false,
      schools: ids.map((id) => ({ id, saw })),
    });
    expect((back as Reply<BulkAnswer>).ok).toBe(true);
    expect(look(app).rows.every(({ steps }) => Object.keys(steps).length === 0)).toBe(true);
  });

  it.each([
    { note: 'the sheet is deleted', act: () => app.hands.deleteSheet(SHEET), code: 'checklists-missing' },
    {
      note: 'the row is deleted',
      act: () => app.hands.deleteRows(SHEET, 3),
      code: 'checklist-school-missing',
    },
    {
      note: 'the column is deleted',
      act: () => app.hands.deleteColumns(SHEET, 14),
      code: 'checklist-column-missing',
    },
    {
      note: 'the heading of the ids is changed',
      act: () => app.hands.type(SHEET, 'A1', 'Номер'),
      code: 'sheet-damaged',
    },
  ])('$note while the sidebar is open: one sentence', ({ act, code }) => {
    app.book.restore(start);
    act();
    expect(change(app, tick(state.hints, school, STEP))).toMatchObject({ ok: false, issue: { code } });
  });

  it('a row that a filter hides is ticked as any other, and the filter stays', () => {
    app.book.restore(start);
    const column = columnNumber(cell(school).replace(/\d/g, ''));
    app.hands.filter(SHEET, column, ['']);
    const { filter, rowLines } = app.book.sheet(sheetNamed(app, SHEET));
    expect(state.rows.every((_, index) => rowLines[index + 2]?.hiddenByFilter === true)).toBe(true);
    // So do the colours reach every school, also those that came with a later report.
    const { rules } = app.book.sheet(sheetNamed(app, SHEET));
    expect(rules.length).toBeGreaterThan(80);
    const last = 2 + state.rows.length;
    expect(rules.every(({ areas: [area] }) => area?.row === 3 && area.rows >= last - 2)).toBe(true);
    expect(change(app, tick(state.hints, school, STEP))).toMatchObject({ value: { outcome: 'written' } });
    expect(look(app).rows.find(({ id }) => id === school)?.steps).toEqual({ [STEP]: true });
    expect(app.book.sheet(sheetNamed(app, SHEET)).filter).toEqual(filter);
  });

  it('a school that vanished from the report keeps its row and its ticks, and takes more', async () => {
    app.book.restore(start);
    expect(change(app, tick(state.hints, school, STEP))).toMatchObject({ value: { outcome: 'written' } });
    await importRows(
      app,
      later.filter((row) => row[7] !== school),
    );
    const { book, rows, hints } = look(app);
    expect(book.rows.filter((row) => row[0] === book.date).some((row) => row[7] === school)).toBe(false);
    expect(rows.find(({ id }) => id === school)?.steps).toEqual({ [STEP]: true });
    expect(change(app, tick(hints, school, 'cok.viewed'))).toMatchObject({ value: { outcome: 'written' } });
    expect(loggedTicks(app)).toHaveLength(2);
  });

  it('finds a sheet that was renamed', () => {
    app.book.restore(start);
    app.hands.renameSheet(SHEET, 'Шаги');
    expect(change(app, tick(state.hints, school, STEP))).toMatchObject({ value: { outcome: 'written' } });
  });
});

it.each([100, 2500])(
  'one of %i schools is ticked in one call of the sidebar and at most six of the platform',
  async (schools) => {
    // Most of them without their numbers: the sheet alone is what a tick works on.
    const app = await quickBook(10);
    const more = schools - 10;
    app.hands.insertRows(SHEET, 13, more);
    const block = Array.from({ length: more }, (_, index) => [
      `'9${String(index).padStart(7, '0')}`,
      `Школа ${index}`,
    ]);
    app.hands.paste(SHEET, 'A13', block);
    const { hints, rows } = look(app);
    expect(rows).toHaveLength(schools);
    const id = rows[schools - 1]?.id ?? '';
    for (const step of [STEP, 'organisation.parent-chats'] as const) {
      expect(change(app, tick(hints, id, step))).toMatchObject({ ok: true, value: { outcome: 'written' } });
      expect(app.lastRun.calls).toBeLessThanOrEqual(6);
    }
    // The view is opened by one call, which costs the same for every number of schools.
    look(app);
    expect(app.lastRun.calls).toBeLessThanOrEqual(22);
  },
  120_000,
);
