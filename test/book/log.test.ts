import { describe, expect, it } from 'vitest';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from './project.ts';

const [before = [], week = []] = sampleWeeks(6, 2, 3);

/** Rows of «Журнал» below the headings, without the moment and the id. */
function logOf(app: AppsScript): string[][] {
  return app
    .view(sheetNamed(app, 'Журнал'))
    .display.slice(1)
    .filter((row) => row.some((text) => text !== ''))
    .map((row) => row.slice(1, 6));
}

const NOW = { now: () => new Date('2026-11-19T09:30:00+03:00') };

describe('«Журнал»', () => {
  it('has a row for each import and undo, the newest on top', async () => {
    const app = openProject(NOW);
    app.open();
    await importRows(app, before, 'before.csv');
    await app.clientRun('sidebarImportStatistics', {
      fileName: 'week.csv',
      rows: week,
      who: 'К1',
      warnings: 2,
    });
    app.menu.click('Отменить последний импорт');
    expect(logOf(app)).toEqual([
      ['', 'Отмена импорта', '', '18.11.2026 → 11.11.2026', 'отменён импорт отчёта от 18.11.2026 (week.csv)'],
      [
        'К1',
        'Импорт статистики',
        '',
        '11.11.2026 → 18.11.2026',
        'week.csv: новых 1, изменено 5, без изменений 0, нет в отчёте 0, предупреждений 2',
      ],
      [
        '',
        'Импорт статистики',
        '',
        'нет данных → 11.11.2026',
        'before.csv: новых 5, изменено 0, без изменений 0, нет в отчёте 0, предупреждений 0',
      ],
    ]);
    const { display } = app.view(sheetNamed(app, 'Журнал'));
    expect(display[1]?.[0]).toBe('19.11.2026 09:30');
  });

  it('keeps what people wrote into it: their rows are pushed down', async () => {
    const app = openProject(NOW);
    await importRows(app, before, 'before.csv');
    app.edit('Журнал', 'F3', 'позвонили в школу 5');
    app.edit('Журнал', 'H1', 'моё');
    await importRows(app, week, 'week.csv');
    const { display } = app.view(sheetNamed(app, 'Журнал'));
    expect(display[3]?.[5]).toBe('позвонили в школу 5');
    expect(display[0]?.[7]).toBe('моё');
  });

  it('takes a file name as text, whatever it looks like', async () => {
    const app = openProject(NOW);
    await importRows(app, before, '=IMPORTXML("http://example.org")');
    expect(logOf(app)[0]?.[4]).toContain('=IMPORTXML("http://example.org"): новых 5');
  });

  it('is made by the next import in a book that has none', async () => {
    const app = openProject(NOW);
    await importRows(app, before, 'before.csv');
    app.hands.deleteSheet('Журнал');
    expect(await importRows(app, week, 'week.csv')).toMatchObject({ ok: true });
    expect(logOf(app)).toHaveLength(1);
  });

  it.each(['ivanova@example.org', '+7 900 123-45-67'])('takes no personal data as «кто»: %s', async (who) => {
    const app = openProject(NOW);
    await importRows(app, before, 'before.csv');
    const saved = app.book.save();
    const reply = await app.clientRun('sidebarImportStatistics', { fileName: 'week.csv', rows: week, who });
    expect(reply).toEqual({ ok: false, issue: { code: 'who-personal', found: who } });
    expect(app.book.save()).toBe(saved);
  });
});
