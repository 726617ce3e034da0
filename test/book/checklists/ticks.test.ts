import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { progressLabel, progressOf } from '../../src/domain/checklists/progress.ts';
import { readSchoolRow } from '../../src/domain/checklists/school-row.ts';
import { STEPS } from '../../src/domain/checklists/steps.ts';
import type { ChecklistAnswer, ChecklistState, TickCells } from '../../src/server/contract-checklists.ts';
import type { Reply } from '../../src/server/contract.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';

const SHEET = 'Чек-листы';
const [week = []] = sampleWeeks(6, 1, 3);
const BLANK: TickCells = { cell: null, checkedOn: null };

function stateOf(app: AppsScript): ChecklistState {
  const reply = app.run('sidebarReadChecklists', {}) as Reply<ChecklistState>;
  if (!reply.ok) throw new Error(reply.issue.code);
  return reply.value;
}

function ticking(state: ChecklistState, school: string, step: string, more: object = {}): object {
  const { hints } = state;
  return { kind: 'tick', school, step, who: 'К1', hints, saw: BLANK, done: true, checked: null, comment: '', ...more };
}

function progressInSheet(app: AppsScript): Map<string, unknown> {
  return new Map([...tableOf(app, SHEET)].map(([id, row]) => [id, row['Всего']]));
}

/** The same by the rule of the core. */
function progressByRule(state: ChecklistState): Map<string, unknown> {
  const days = { today: state.today, reportDate: state.book.date };
  return new Map(
    state.rows.map((row) => [
      row.id,
      progressLabel(progressOf(readSchoolRow({ ...row, school: row.name }, days).states)),
    ]),
  );
}

describe('«Чек-листы»', () => {
  let book = '';
  let state: ChecklistState;
  let school = '';

  beforeAll(async () => {
    const app = openProject();
    await importRows(app, week);
    state = stateOf(app);
    school = state.rows[0]?.id ?? '';
    book = app.book.save();
  });

  it('has a row for every school of an import, and the progress of the core', () => {
    const app = openProject({ book });
    expect(state.rows.map(({ id }) => id)).toEqual(week.map((row) => row[7]));
    expect(progressInSheet(app)).toEqual(progressByRule(state));
  });

  it.each(['integration.smir', 'organisation.parent-chats'])('a tick of %s is six calls', (step) => {
    const app = openProject({ book });
    const reply = app.run('sidebarChangeChecklist', ticking(state, school, step));
    expect(reply).toMatchObject({ ok: true, value: { outcome: 'written', row: { steps: { [step]: true } } } });
    expect(app.lastRun.calls).toBeLessThanOrEqual(6);
    expect(progressInSheet(app)).toEqual(progressByRule(stateOf(app)));
    const log = app.view(sheetNamed(app, 'Журнал')).values;
    expect(log.filter((row) => row[2] === 'Отметка')).toHaveLength(1);
    expect(log[1]).toMatchObject({ 1: 'К1', 6: school });
  });

  it('who was first wins: a different value is told, the same is no change', () => {
    const app = openProject({ book });
    app.run('sidebarChangeChecklist', ticking(state, school, 'cok.access'));
    expect(app.run('sidebarChangeChecklist', ticking(state, school, 'cok.access'))).toMatchObject({
      value: { outcome: 'same' },
    });
    app.edit(SHEET, 'N3', 'н/п: нет СМИР');
    expect(app.run('sidebarChangeChecklist', ticking(state, school, 'integration.smir'))).toMatchObject({
      value: { outcome: 'changed', row: { steps: { 'integration.smir': 'н/п: нет СМИР' } } },
    });
  });

  it('ticks made in the sheet are logged once, without a name', () => {
    const app = openProject({ book });
    app.edit(SHEET, 'N3', 'TRUE');
    stateOf(app);
    stateOf(app);
    const log = app.view(sheetNamed(app, 'Журнал')).values.filter((row) => row[2] === 'Отметка');
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ 1: '', 6: school });
  });

  it('a bulk tick is logged by school and can be taken back', () => {
    const app = openProject({ book });
    const bulk = { step: 'integration.datagate', checked: null, who: '', hints: state.hints };
    const ids = state.rows.map(({ id }) => id);
    const reply = app.run('sidebarTickSchools', { ...bulk, done: true, schools: ids.map((id) => ({ id, saw: BLANK })) });
    expect(reply).toMatchObject({ ok: true, value: { written: ids, changed: [] } });
    const saw = { cell: true, checkedOn: null };
    app.run('sidebarTickSchools', { ...bulk, done: false, schools: ids.map((id) => ({ id, saw })) });
    expect(stateOf(app).rows.every(({ steps }) => Object.keys(steps).length === 0)).toBe(true);
  });

  it.each([
    { note: 'the sheet is deleted', act: (app: AppsScript) => app.hands.deleteSheet(SHEET), code: 'checklists-missing' },
    { note: 'the row is deleted', act: (app: AppsScript) => app.hands.deleteRows(SHEET, 3), code: 'checklist-school-missing' },
    { note: 'the column is deleted', act: (app: AppsScript) => app.hands.deleteColumns(SHEET, 14), code: 'checklist-column-missing' },
    { note: 'the ids are renamed', act: (app: AppsScript) => app.edit(SHEET, 'A1', 'Номер'), code: 'sheet-damaged' },
  ])('$note while the sidebar is open: one sentence', ({ act, code }) => {
    const app = openProject({ book });
    act(app);
    const reply = app.run('sidebarChangeChecklist', ticking(state, school, 'integration.smir'));
    expect(reply).toMatchObject({ ok: false, issue: { code } });
  });

  it.each([
    { note: 'renamed', act: (app: AppsScript) => app.hands.renameSheet(SHEET, 'Шаги') },
    { note: 'a row inserted', act: (app: AppsScript) => app.hands.insertRows(SHEET, 3) },
    { note: 'a column inserted', act: (app: AppsScript) => app.hands.insertColumns(SHEET, 5) },
    { note: 'sorted', act: (app: AppsScript) => app.hands.sort(SHEET, 'A3:BX8', 2, false) },
  ])('$note while the sidebar is open, and at every call of a tick: nothing is lost', ({ act }) => {
    for (let call = 0; call <= 6; call += 1) {
      const app = openProject({ book });
      const request = ticking(state, school, 'integration.smir');
      const others = { call: Math.max(call, 1), other: () => act(app) };
      const reply = app.runWith({ preemptAt: others }, 'sidebarChangeChecklist', request) as Reply<ChecklistAnswer>;
      expect(reply, `call ${call}`).toMatchObject({ ok: true, value: { outcome: 'written' } });
      const ticked = stateOf(app).rows.filter(({ steps }) => Object.keys(steps).length > 0);
      expect(ticked.map(({ id, steps }) => [id, steps]), `call ${call}`).toEqual([[school, { 'integration.smir': true }]]);
      app.dispose();
    }
  });
});

/** What people type into the cells of a row, over many rows at once. */
describe('progress of random cells', () => {
  const STEP_TEXTS = ['', 'TRUE', 'FALSE', 'н/п', 'Н/П: нет классов', 'не применимо', 'да', 'н/пусто', '12.11.2026', '5'];
  const DAYS = ['', '', '17.11.2026', '18.11.2026', '19.11.2026', '01.01.2030', 'вчера'];
  const EXCEPTIONS = ['', '', 'И3 — нет', 'и3, О4 и Р2 нет', 'И31 — нет', 'О99 И4 — х; Ц1', 'нет; O5 P6', 'И3, И45а', 'И-5: да'];

  it('is the same by formula and by rule', async () => {
    const schools = 40;
    const app = openProject();
    await importRows(app, sampleWeeks(schools, 1, 9)[0] ?? []);
    const { values } = app.view(sheetNamed(app, SHEET));
    const headings = (values[0] ?? []).map(String);
    const first = headings.findIndex((heading) => heading.startsWith('И1.'));
    const last = headings.indexOf('не применимо');
    let compared = 0;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(999)), (stream) => {
        const pick = (texts: readonly string[]): string => texts[(stream.next().value ?? 0) % texts.length] ?? '';
        const block = Array.from({ length: schools }, () =>
          headings.slice(first, last + 1).map((heading) =>
            heading === 'не применимо' ? pick(EXCEPTIONS) : pick(heading.endsWith('проверено') ? DAYS : STEP_TEXTS),
          ),
        );
        app.hands.paste(SHEET, 'L3', block);
        const inSheet = progressInSheet(app);
        // The look logs hand ticks, and gives checks without a day today's: the same states.
        const state = stateOf(app);
        expect(inSheet).toEqual(progressByRule(state));
        expect(progressInSheet(app)).toEqual(inSheet);
        compared += inSheet.size;
      }),
      { seed: 20261124, numRuns: 25 },
    );
    expect(compared).toBeGreaterThanOrEqual(1000);
    expect(STEPS.length).toBe(29);
  }, 120_000);
});
