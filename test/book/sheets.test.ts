import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';

const [before = [], week = []] = sampleWeeks(6, 2);

async function bookWithLastWeek() {
  const app = openProject();
  await importRows(app, before);
  return app;
}

describe('sheets of ours in the hands of people', () => {
  it.each(['Статистика', 'Школы', 'История', 'Настройки', 'Сводка', 'Служебный (МАХ и УБ ЦОК)'])(
    'a deleted «%s» is made anew by the next import, and the formulas that look at it are renewed',
    async (name) => {
      const app = await bookWithLastWeek();
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
    const app = await bookWithLastWeek();
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
    const app = await bookWithLastWeek();
    const id = String(before[0]?.[7]);
    app.edit('Статистика', 'H12', `'${id}`);
    expect(await importRows(app, week)).toMatchObject({
      ok: false,
      issue: { code: 'sheet-id-doubled', sheet: 'Статистика', id, rows: [2, 12] },
    });
  });

  it('a duplicated tab is told from the original and stays as it is', async () => {
    const app = await bookWithLastWeek();
    app.hands.duplicateSheet('Статистика', 'Статистика прошлой недели');
    const copy = JSON.stringify(pictureOf(app)['Статистика прошлой недели']);
    await importRows(app, week);
    expect(JSON.stringify(pictureOf(app)['Статистика прошлой недели'])).toBe(copy);
    expect(tableOf(app, 'Статистика').get(String(week[0]?.[7]))?.['Кол-во активных учителей']).toBe(
      week[0]?.[23] ?? '',
    );
  });

  it("somebody else's sheet with our name is left alone: ours gets another name", async () => {
    const app = openProject();
    app.hands.addSheet('Школы');
    app.edit('Школы', 'A1', 'мой список');
    await importRows(app, week);
    expect(app.book.sheets.map((sheet) => sheet.name)).toContain('Школы (2)');
    expect(app.view(sheetNamed(app, 'Школы')).display[0]?.[0]).toBe('мой список');
  });

  it('sheets of a lost mark are recognised by name and headings', async () => {
    const app = await bookWithLastWeek();
    const state = JSON.parse(app.book.save());
    for (const sheet of state.sheets) sheet.metadata = [];
    state.metadata = [];
    const opened = openProject({ book: JSON.stringify(state) });
    expect(await importRows(opened, week)).toMatchObject({ ok: true });
    expect(opened.book.sheets.filter((sheet) => sheet.name.startsWith('Статистика'))).toHaveLength(1);
  });

  it('the same week again replaces that week only in «История»', async () => {
    const app = await bookWithLastWeek();
    await importRows(app, week);
    await importRows(app, week);
    const { values } = app.view(sheetNamed(app, 'История'));
    const rows = values.slice(1).filter((row) => row[1] !== '');
    expect(rows).toHaveLength(before.length + week.length);
  });

  it('a journal changed by hand is named; with that sheet deleted the next import makes all good', async () => {
    const app = await bookWithLastWeek();
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
});
