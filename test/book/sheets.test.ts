import { describe, expect, it } from 'vitest';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { pictureOf } from './picture.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';
import { openQuick } from './quick.ts';

const [before = [], week = []] = sampleWeeks(6, 2);

const lastWeek = openQuick().app;
await importRows(lastWeek, before);
const book = lastWeek.book.save();

/** No formula is calculated in it where nothing is read of one. */
const bookWithLastWeek = (open: (book: string) => AppsScript = (saved) => openQuick(saved).app) => open(book);

describe('sheets of ours in the hands of people', () => {
  it.each(['Статистика', 'Школы', 'История', 'Настройки', 'Сводка', 'Служебный (МАХ и УБ ЦОК)'])(
    'a deleted «%s» is made anew by the next import, and the formulas that look at it are renewed',
    async (name) => {
      const app = bookWithLastWeek((saved) => openProject({ book: saved }));
      app.hands.deleteSheet(name);
      expect(await importRows(app, week)).toMatchObject({ ok: true });
      expect(app.book.sheets.map((sheet) => sheet.name)).toContain(name);
      const shown = ['Школы', 'Сводка'].flatMap((sheet) => app.view(sheetNamed(app, sheet)).display.flat());
      expect(shown.filter((text) => text.startsWith('#'))).toEqual([]);
      const statuses = [...tableOf(app, 'Школы').values()].map((school) => school['МАХ педагоги: статус']);
      expect(statuses.filter((status) => status !== '— нет данных').length).toBeGreaterThan(0);
    },
  );

  it('a damaged heading is named with its cell, and nothing is written', async () => {
    const app = bookWithLastWeek();
    app.edit('Статистика', 'K1', 'Педагоги');
    const old = pictureOf(app);
    expect(await importRows(app, week)).toEqual({
      ok: false,
      issue: {
        code: 'sheet-damaged',
        sheet: 'Статистика',
        cell: 'K1',
        expected: 'Учителей в школе всего',
        found: 'Педагоги',
      },
    });
    expect(pictureOf(app)).toEqual(old);
  });

  it('an id that stands twice is named with both rows', async () => {
    const app = bookWithLastWeek();
    const id = String(before[0]?.[7]);
    app.edit('Статистика', 'H12', `'${id}`);
    expect(await importRows(app, week)).toMatchObject({
      ok: false,
      issue: { code: 'sheet-id-doubled', sheet: 'Статистика', id, rows: [2, 12] },
    });
  });

  it('a duplicated tab is told from the original and stays as it is', async () => {
    const app = bookWithLastWeek();
    app.hands.duplicateSheet('Статистика', 'Статистика прошлой недели');
    const copy = JSON.stringify(pictureOf(app)['Статистика прошлой недели']);
    await importRows(app, week);
    expect(JSON.stringify(pictureOf(app)['Статистика прошлой недели'])).toBe(copy);
    expect(tableOf(app, 'Статистика').get(String(week[0]?.[7]))?.['Кол-во активных учителей']).toBe(
      week[0]?.[23] ?? '',
    );
  });

  it("somebody else's sheet with our name is left alone: ours gets another name", async () => {
    const { app } = openQuick();
    app.hands.addSheet('Школы');
    app.edit('Школы', 'A1', 'мой список');
    await importRows(app, week);
    expect(app.book.sheets.map((sheet) => sheet.name)).toContain('Школы (2)');
    expect(app.view(sheetNamed(app, 'Школы')).display[0]?.[0]).toBe('мой список');
  });

  it('sheets of a lost mark are recognised by name and headings', async () => {
    const app = bookWithLastWeek();
    const state = JSON.parse(app.book.save());
    for (const sheet of state.sheets) sheet.metadata = [];
    state.metadata = [];
    const opened = openQuick(JSON.stringify(state)).app;
    expect(await importRows(opened, week)).toMatchObject({ ok: true });
    expect(opened.book.sheets.filter((sheet) => sheet.name.startsWith('Статистика'))).toHaveLength(1);
  });

  it('the same week again replaces that week only in «История»', async () => {
    const app = bookWithLastWeek();
    await importRows(app, week);
    await importRows(app, week);
    const { values } = app.view(sheetNamed(app, 'История'));
    const rows = values.slice(1).filter((row) => row[1] !== '');
    expect(rows).toHaveLength(before.length + week.length);
  });

  it('a journal changed by hand is named; with that sheet deleted the next import makes all good', async () => {
    const app = bookWithLastWeek();
    const journal = 'Служебный (МАХ и УБ ЦОК)';
    app.edit(journal, 'A1', 'importing');
    app.edit(journal, 'A2', 'что-то своё');
    expect(app.run('sidebarReadBook')).toEqual({
      ok: false,
      issue: { code: 'journal-damaged', sheet: journal },
    });
    app.hands.deleteSheet(journal);
    expect(await importRows(app, week)).toMatchObject({ ok: true });
  });

  it('the hidden sheet of «Сводка» is made wider where an earlier state of the add-on made it narrower', () => {
    const state = JSON.parse(book);
    const hidden = state.sheets.find((sheet: { name: string }) => sheet.name.startsWith('Расчёт сводки'));
    const width = hidden.maxColumns;
    hidden.maxColumns = 60;
    hidden.cells = hidden.cells.map((row: unknown[] | null) => row?.slice(0, 60) ?? row);
    state.metadata = state.metadata.filter((mark: { key: string }) => mark.key !== 'maxcok.steps');
    const { app } = openQuick(JSON.stringify(state));
    expect(app.run('sidebarReadChecklists', {})).toMatchObject({ ok: true });
    expect(app.run('sidebarReadBook')).toMatchObject({ ok: true });
    expect(app.book.sheet(hidden.id).maxColumns).toBe(width);
  });
});
