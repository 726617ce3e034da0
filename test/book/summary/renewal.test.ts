import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { indicatorLetter } from '../../../src/book/schools.ts';
import { CHOICE_CELLS, SUMMARY_ROWS } from '../../../src/book/summary/layout.ts';
import { INDICATORS } from '../../../src/domain/indicators.ts';
import type { AppsScript } from '../../../workbench/apps-script/index.ts';
import { pictureOf } from '../picture.ts';
import { importRows, openProject, sampleWeeks, sheetNamed } from '../project.ts';
import { killedAtCalls, openQuick } from '../quick.ts';

const former = readFileSync(new URL('../books/version-0.1.0.json', import.meta.url), 'utf8');

function sheetNames(app: AppsScript): string[] {
  return app.book.sheets.map(({ name }) => name);
}

function headingOf(app: AppsScript, sheet: string): unknown {
  return app.view(sheetNamed(app, sheet), { row: 1, column: 1, rows: 1, columns: 1 }).values[0]?.[0];
}

describe('«Сводка» of version 0.1', () => {
  it('becomes the new one in its place, and what people wrote beside it stays', async () => {
    const old = openProject({ book: former });
    old.edit('Сводка', 'P3', 'заметка');
    const app = openProject({ book: old.book.save() });
    const before = sheetNamed(app, 'Сводка');
    await app.clientRun('sidebarReadBook');
    expect(sheetNamed(app, 'Сводка')).toBe(before);
    expect(headingOf(app, 'Сводка')).toBe('Показатели района');
    expect(app.view(before).values[2]?.[15]).toBe('заметка');
    expect(app.book.sheet(before).charts).toHaveLength(6);
  });

  it('is left to people under another name where they wrote among our cells', async () => {
    const old = openProject({ book: former });
    old.edit('Сводка', 'A14', 'заметка');
    const app = openProject({ book: old.book.save() });
    const before = sheetNamed(app, 'Сводка');
    // Their formulas follow what moves in «Школы».
    const contents = (): string =>
      JSON.stringify(
        app.book.sheet(before).cells.map((row) => row?.map((cell) => (cell?.formula ? '=' : cell?.value))),
      );
    const found = contents();
    await app.clientRun('sidebarReadBook');
    expect(sheetNamed(app, 'Сводка (прежняя)')).toBe(before);
    expect(contents()).toBe(found);
    expect(headingOf(app, 'Сводка')).toBe('Показатели района');
    await app.clientRun('sidebarReadBook');
    expect(sheetNames(app).filter((name) => name.startsWith('Сводка'))).toHaveLength(2);
  });
});

describe('«Сводка» of the time when it listed no promises', () => {
  const { promises, doubts } = SUMMARY_ROWS;
  /** A book of layout 3, and what its «Сводка» would be if it were made now. */
  async function formerBook(): Promise<{ app: AppsScript; present: unknown }> {
    const { app } = openQuick();
    await importRows(app, sampleWeeks(6, 1, 3)[0] ?? []);
    app.edit('Сводка', CHOICE_CELLS.indicator, 'Активные родители в МАХ');
    app.hands.type('Сводка', 'P3', 'заметка');
    const present = pictureOf(app).Сводка;
    app.hands.deleteRows('Сводка', promises, doubts - promises);
    return { app, present };
  }
  /** The book as that version left it. */
  function saved(app: AppsScript): string {
    const book: unknown = JSON.parse(app.book.save(), (_, value: unknown) =>
      Object(value).key === 'maxcok.layout' ? { ...Object(value), value: '3' } : value,
    );
    return JSON.stringify(book);
  }
  const layoutOf = (app: AppsScript): unknown =>
    app.book.metadata.find(({ key }) => key === 'maxcok.layout')?.value;

  it('gets the list in its place with the next call, wherever that is killed', async () => {
    const { app: made, present } = await formerBook();
    expect(pictureOf(made).Сводка).not.toEqual(present);
    const book = saved(made);
    const { app } = openQuick(book);
    const before = sheetNamed(app, 'Сводка');
    app.run('recalculate');
    expect(pictureOf(app).Сводка).toEqual(present);
    expect(sheetNamed(app, 'Сводка')).toBe(before);
    expect(app.book.sheet(before).charts).toHaveLength(6);
    expect(layoutOf(app)).toBe('3>4');
    expect(sheetNames(app).join()).not.toContain('прежняя');
    let killed = 0;
    const action = { functionName: 'recalculate', args: [] };
    killedAtCalls(
      book,
      action,
      (again, call) => {
        killed += 1;
        again.run('recalculate');
        expect(pictureOf(again).Сводка, `call ${call}`).toEqual(present);
        expect(layoutOf(again)).toBe('3>4');
      },
      16,
    );
    expect(killed).toBeGreaterThan(3);
  });

  it('is left to people where they wrote among our cells', async () => {
    const { app: made } = await formerBook();
    made.hands.type('Сводка', `D${promises + 2}`, 'моё');
    const { app } = openQuick(saved(made));
    const before = sheetNamed(app, 'Сводка');
    app.run('recalculate');
    expect(sheetNamed(app, 'Сводка (прежняя)')).toBe(before);
    expect(app.view(before).values[promises + 1]?.[3]).toBe('моё');
    expect(headingOf(app, 'Сводка')).toBe('Показатели района');
  });
});

describe('the present «Сводка»', () => {
  let saved: string;
  const [before = [], week = []] = sampleWeeks(8, 2);
  beforeAll(async () => {
    const app = openProject();
    await importRows(app, before);
    saved = app.book.save();
  });

  const errorsIn = (app: AppsScript): string[] =>
    app
      .view(sheetNamed(app, 'Сводка'))
      .display.flat()
      .filter((text) => text.startsWith('#'));

  it('says in an empty book that there are no data, and shows no error', () => {
    const app = openProject({ book: saved });
    app.run('undoImport');
    const { values } = app.view(sheetNamed(app, 'Сводка'));
    expect(values[SUMMARY_ROWS.date - 1]?.[1]).toBe('нет данных');
    expect(values[1]?.slice(1, 7)).toEqual([0, 0, '', 0.75, '— нет данных', '']);
    expect(errorsIn(app)).toEqual([]);
  });

  it('follows renamed sheets, and keeps the choice of the lists when it is made anew', async () => {
    const app = openProject({ book: saved });
    app.edit('Сводка', CHOICE_CELLS.indicator, 'Активные родители в МАХ');
    app.hands.renameSheet('Школы', 'Наши школы');
    app.hands.renameSheet('История', 'Прошлое');
    expect(errorsIn(app)).toEqual([]);
    app.hands.deleteSheet('Статистика');
    await importRows(app, week);
    expect(errorsIn(app)).toEqual([]);
    const { values } = app.view(sheetNamed(app, 'Сводка'));
    expect(values[SUMMARY_ROWS.choice - 1]?.[0]).toBe('Активные родители в МАХ');
    expect(app.book.sheet(sheetNamed(app, 'Сводка')).charts).toHaveLength(6);
  });

  it('is left to people where they moved our rows, when it has to be made anew', async () => {
    const app = openProject({ book: saved });
    app.hands.insertRows('Сводка', 10, 2);
    app.hands.deleteSheet('Статистика');
    await importRows(app, week);
    expect(sheetNames(app)).toContain('Сводка (прежняя)');
    expect(errorsIn(app)).toEqual([]);
  });

  it('counts neither people’s own rows of «Школы» nor rows that were deleted, and all that were sorted', async () => {
    const app = openProject({ book: saved });
    const district = (): unknown[] => [
      ...(app.view(sheetNamed(app, 'Сводка'), { row: 2, column: 1, rows: 1, columns: 13 }).values[0] ?? []),
    ];
    const whole = district();
    app.hands.insertRows('Школы', 3, 1);
    app.edit('Школы', 'B3', 'Итого');
    const [teachers] = INDICATORS;
    if (teachers === undefined) throw new Error('no indicator');
    app.edit('Школы', `${indicatorLetter(teachers, 'active')}3`, '1000');
    app.edit('Школы', `${indicatorLetter(teachers, 'total')}3`, '1000');
    app.edit('Школы', `${indicatorLetter(teachers, 'share')}3`, '100%');
    expect(district()).toEqual(whole);
    app.hands.deleteRows('Школы', 4, 8);
    expect(district().slice(1, 4)).toEqual([0, 0, '']);
    expect(errorsIn(app)).toEqual([]);
  });
});
