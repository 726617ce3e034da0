import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../src/domain/columns.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from './project.ts';

/*
 * «Файл → Создать копию» copies a bound script with the book: the copy is another spreadsheet with the
 * same code in it, and what finds our sheets must have come along.
 */

const SCHOOLS = 16;
const STATUS = 'МАХ педагоги: статус';

let original: AppsScript;
let copy: AppsScript;
let weeks: StatisticsRow[][];

function week(index: number): StatisticsRow[] {
  return weeks[index] ?? [];
}

function names(app: AppsScript): string[] {
  return app.book.sheets.map(({ name }) => name);
}

function activeTeachers(app: AppsScript): Record<string, unknown> {
  const heading = 'Кол-во активных учителей';
  return Object.fromEntries(
    [...tableOf(app, 'Статистика')].map(([id, school]) => [id, Number(school[heading])]),
  );
}

function activeTeachersOf(rows: readonly StatisticsRow[]): Record<string, unknown> {
  return Object.fromEntries(
    rows.map((row) => [String(row[COLUMN_INDEX.orgId]), Number(row[COLUMN_INDEX.teachersActive])]),
  );
}

/** Schools of every week with active teachers, so that any target above 0 can be met by all. */
function steadyWeeks(): StatisticsRow[][] {
  const sample = sampleWeeks(SCHOOLS, 2);
  const active = sample.map(
    (rows) =>
      new Set(
        rows
          .filter((row) => Number(row[COLUMN_INDEX.teachersActive]) > 0)
          .filter((row) => Number(row[COLUMN_INDEX.teachersTotal]) > 0)
          .map((row) => row[COLUMN_INDEX.orgId]),
      ),
  );
  return sample.map((rows) => rows.filter((row) => active.every((ids) => ids.has(row[COLUMN_INDEX.orgId]))));
}

beforeAll(async () => {
  weeks = steadyWeeks();
  original = openProject();
  expect((await importRows(original, week(0))).ok).toBe(true);
  // Found by its mark or not at all: the name is a person's.
  original.hands.renameSheet('Статистика', 'Отчёт города');
  const copied = original.hands.copyBook('Копия книги');
  copy = openProject({ book: copied.save() });
});
afterAll(() => {
  original.dispose();
  copy.dispose();
});

describe('a copy of the book', () => {
  it('is another spreadsheet with the same sheets and marks', () => {
    expect(copy.book.id).not.toBe(original.book.id);
    expect(names(copy)).toEqual(names(original));
    expect(copy.book.metadata.map(({ key, value, location }) => [key, value, location])).toEqual(
      original.book.metadata.map(({ key, value, location }) => [key, value, location]),
    );
  });

  it('takes the next report: sheets are found by their marks, none is made anew', async () => {
    const before = names(copy);
    const reply = await importRows(copy, week(1));
    expect(reply).toMatchObject({ ok: true, value: { added: 0, vanished: 0, schools: week(0).length } });
    expect(names(copy)).toEqual(before);
    copy.hands.renameSheet('Отчёт города', 'Статистика');
    expect(activeTeachers(copy)).toEqual(activeTeachersOf(week(1)));
  });

  it('leaves the original as it was', () => {
    original.hands.renameSheet('Отчёт города', 'Статистика');
    expect(activeTeachers(original)).toEqual(activeTeachersOf(week(0)));
  });

  it('has live formulas over its own sheets', () => {
    const settings = copy.view(sheetNamed(copy, 'Настройки')).values;
    const row = settings.findIndex(([code]) => code === 'target.max.teachers') + 1;
    const statuses = () => new Set([...tableOf(copy, 'Школы')].map(([, school]) => school[STATUS]));
    const originalStatuses = () => [...tableOf(original, 'Школы')].map(([, school]) => school[STATUS]);
    const untouched = originalStatuses();
    expect(statuses().size).toBeGreaterThan(1);

    copy.hands.type('Настройки', `C${row}`, '0,01%');
    expect(statuses()).toEqual(new Set(['✓ цель']));
    expect(originalStatuses()).toEqual(untouched);
  });

  it('undoes the import that was made in it', () => {
    copy.open('LIMITED');
    copy.menu.click('Отменить последний импорт');
    expect(activeTeachers(copy)).toEqual(activeTeachersOf(week(0)));
  });
});
