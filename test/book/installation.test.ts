import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';

const [before = [], week = []] = sampleWeeks(6, 2, 3);

const mark = (app: AppsScript, key: string): (string | null)[] =>
  app.book.metadata.filter((entry) => entry.key === key).map(({ value }) => value);

describe('a second installation in one book', () => {
  it('writes nothing, until a person says that the first is gone', async () => {
    const first = openProject({ scriptId: 'first' });
    await importRows(first, before);
    expect(mark(first, 'maxcok.installation')).toEqual([`first:${first.book.id}`]);
    const book = first.book.save();

    const second = openProject({ book, scriptId: 'second' });
    expect(await importRows(second, week)).toEqual({ ok: false, issue: { code: 'second-installation' } });
    expect(second.book.save()).toBe(book);
    expect(await second.clientRun('sidebarReadBook')).toMatchObject({ ok: true });
    expect(await second.clientRun('sidebarCheckInstallation')).toMatchObject({ value: { foreign: true } });

    expect(await second.clientRun('sidebarTakeBookOver')).toMatchObject({ value: { foreign: false } });
    expect((await importRows(second, week)).ok).toBe(true);
    const again = openProject({ book: second.book.save(), scriptId: 'first' });
    expect(await importRows(again, week)).toMatchObject({ issue: { code: 'second-installation' } });
  });

  it('is not seen in a copy of the book, whose script has an id of its own', async () => {
    const first = openProject({ scriptId: 'first' });
    await importRows(first, before);
    const copy = openProject({ book: first.hands.copyBook('Копия').save(), scriptId: 'second' });
    expect((await importRows(copy, week)).ok).toBe(true);
    expect(mark(copy, 'maxcok.installation')).toEqual([`second:${copy.book.id}`]);
  });
});

describe('versions of the book', () => {
  const saved = readFileSync(new URL('./books/version-0.1.0.json', import.meta.url), 'utf8');

  it('are marked in a new book', async () => {
    const app = openProject();
    await importRows(app, before);
    expect(mark(app, 'maxcok.layout')).toEqual(['4']);
  });

  it('opens a book of 0.1.0, migrates it, recorded, once, and takes the next report', async () => {
    const app = openProject({ book: saved });
    expect(mark(app, 'maxcok.layout')).toEqual([]);
    expect(await app.clientRun('sidebarReadBook')).toMatchObject({ ok: true, value: { date: '2026-11-11' } });
    expect(mark(app, 'maxcok.layout')).toEqual(['0>4']);
    expect((await importRows(app, week)).ok).toBe(true);
    expect(mark(app, 'maxcok.layout')).toEqual(['0>4']);
    expect(tableOf(app, 'Статистика').size).toBeGreaterThanOrEqual(week.length);
  });

  it('restores what a step is for: protected headings and the banner', async () => {
    const old = openProject({ book: saved });
    old.hands.type('Сводка', 'A9', '');
    const app = openProject({ book: old.book.save() });
    const summary = sheetNamed(app, 'Сводка');
    const formulas = () => JSON.stringify(app.book.sheet(summary).cells);
    expect(formulas()).not.toContain('Импорт не завершён');
    await app.clientRun('sidebarReadBook');
    expect(formulas()).toContain('Импорт не завершён');
  });

  it('adds the settings that it lacks below the last row, and keeps what people wrote', async () => {
    const old = openProject({ book: saved });
    const settings = sheetNamed(old, 'Настройки');
    const column = (app: AppsScript): string[] =>
      app
        .view(settings)
        .values.map((row) => String(row[0] ?? ''))
        .filter((code) => code !== '');
    const near = column(old).indexOf('near') + 1;
    old.hands.type('Настройки', `A${near}`, 'моя строка');
    old.hands.type('Настройки', 'C2', '80%');
    const before = column(old);

    const app = openProject({ book: old.book.save() });
    await app.clientRun('sidebarReadBook');
    const after = column(app);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toContain('near');
    expect(app.view(settings).values[1]?.[2]).toBe(0.8);
  });

  it('refuses to write into a book of a newer version', async () => {
    const present = openProject();
    await importRows(present, week);
    const book = present.book.save().replace(/("key":"maxcok\.layout","value":)"\d+"/, '$1"7"');
    const app = openProject({ book });
    const whole = app.book.save();
    expect(await importRows(app, week)).toEqual({
      ok: false,
      issue: { code: 'book-newer', found: 7, known: 4 },
    });
    expect(app.book.save()).toBe(whole);
    expect(await app.clientRun('sidebarReadBook')).toMatchObject({ ok: true });
  });
});

describe('the menu', () => {
  const captions = (open: (app: AppsScript) => void): readonly string[] => {
    const app = openProject();
    open(app);
    return app.menu.captions;
  };

  it.each(['NONE', 'LIMITED'] as const)('is built by onOpen in %s', (mode) => {
    expect(captions((app) => app.open(mode))).toContain('Проверка установки');
  });

  it('is the same after onInstall', () => {
    expect(captions((app) => app.install())).toEqual(captions((app) => app.open('LIMITED')));
  });
});
