import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/server/contract.ts';
import type { LastText, TextsState, WrittenSheet } from '../../src/server/contract-texts.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { importRows, openProject, sampleWeeks, sheetNamed, tableOf } from '../book/project.ts';
import { openQuick } from '../book/quick.ts';

const [BEFORE = [], NOW = []] = sampleWeeks(5, 2);
const DATE = String(NOW[0]?.[0]);
const ID = String(NOW[0]?.[7]);
const OTHER = String(NOW[1]?.[7]);

async function call<T>(app: AppsScript, name: string, argument: unknown): Promise<T> {
  const answer = (await app.clientRun(name, argument)) as Reply<T>;
  if (!answer.ok) throw new Error(JSON.stringify(answer.issue));
  return answer.value;
}

async function bookOfTwoWeeks(): Promise<AppsScript> {
  const { app } = openQuick();
  await importRows(app, BEFORE);
  await importRows(app, NOW);
  return app;
}

function line(id: string, text: string) {
  return { id, school: `Школа ${id}`, about: 'напоминание: педагоги', date: DATE, text };
}

function valuesOf(app: AppsScript, name: string): readonly (readonly unknown[])[] {
  return app.view(sheetNamed(app, name)).values;
}

describe('the log of texts', () => {
  it('keeps when, who, which school and about what; the last one comes back', async () => {
    const app = await bookOfTwoWeeks();
    const copied = (about: string) => ({ who: 'ЦИО-2', texts: [{ id: ID, school: 'Школа 1', about }] });
    await call(app, 'sidebarLogTexts', copied('напоминание: педагоги'));
    const last = await call<LastText[]>(app, 'sidebarLogTexts', copied('помощь: педагоги'));
    expect(last).toEqual([[ID, expect.any(Number), 'помощь: педагоги']]);
    const logged = [...tableOf(app, 'Журнал').values()].filter((row) => row.что === 'Текст школе');
    expect(logged[0]).toMatchObject({ кто: 'ЦИО-2', школа: 'Школа 1' });
    const state = await call<TextsState>(app, 'sidebarReadTexts', DATE);
    expect(state.last.map(([id]) => id)).toEqual([ID]);
  });

  it.each([
    ['no text', { who: '', texts: [] }],
    ['a person’s e-mail', { who: 'a@example.org', texts: [{ id: ID, school: '', about: '' }] }],
    ['no list', { who: '' }],
  ])('refuses %s and writes nothing', async (_note, request) => {
    const app = await bookOfTwoWeeks();
    const before = valuesOf(app, 'Журнал');
    expect(await app.clientRun('sidebarLogTexts', request)).toMatchObject({ ok: false });
    expect(valuesOf(app, 'Журнал')).toEqual(before);
  });
});

describe('what the texts read', () => {
  it('is the counts of the report a week before', async () => {
    const app = await bookOfTwoWeeks();
    const { earlier } = await call<TextsState>(app, 'sidebarReadTexts', DATE);
    const was = BEFORE.find((row) => String(row[7]) === ID);
    expect(earlier.find(([id]) => id === ID)).toEqual([
      ID,
      was?.[23],
      was?.[10],
      was?.[21],
      was?.[12],
      was?.[20],
      was?.[11],
    ]);
  });

  it('is nothing in an empty book, and makes nothing there', async () => {
    const app = openProject();
    const sheets = app.book.sheets.length;
    expect(await call<TextsState>(app, 'sidebarReadTexts', null)).toEqual({
      last: [],
      earlier: [],
      checklists: [],
      today: expect.any(String),
    });
    expect(app.book.sheets).toHaveLength(sheets);
  });
});

describe('the sheet «Тексты»', () => {
  it('is made when it is asked for, with every text as text', async () => {
    const app = await bookOfTwoWeeks();
    const { sheet } = await call<WrittenSheet>(app, 'sidebarWriteTexts', [line(ID, '=1+1\nвторая строка')]);
    expect(sheet).toBe('Тексты');
    expect(tableOf(app, 'Тексты').get(ID)).toMatchObject({
      Школа: `Школа ${ID}`,
      Текст: '=1+1\nвторая строка',
    });
  });

  it('is written by id: people’s columns, rows and order stay, texts that are done with are emptied', async () => {
    const app = await bookOfTwoWeeks();
    await call(app, 'sidebarWriteTexts', [line(ID, 'первый'), line(OTHER, 'второй')]);
    app.edit('Тексты', 'F2', 'отправлено');
    app.edit('Тексты', 'B6', 'моя строка');
    await call(app, 'sidebarWriteTexts', [line('9', 'новый'), line(OTHER, 'второй, новее')]);
    const table = tableOf(app, 'Тексты');
    expect(table.get(ID)).toMatchObject({ Текст: '', Школа: `Школа ${ID}` });
    expect(table.get(OTHER)).toMatchObject({ Текст: 'второй, новее' });
    expect(table.get('9')).toMatchObject({ Текст: 'новый' });
    expect(valuesOf(app, 'Тексты').flat()).toEqual(expect.arrayContaining(['отправлено', 'моя строка']));
    expect(valuesOf(app, 'Тексты')[1]?.[5]).toBe('отправлено');
  });

  it('with a changed heading is refused with its place, and not touched', async () => {
    const app = await bookOfTwoWeeks();
    await call(app, 'sidebarWriteTexts', [line(ID, 'первый')]);
    app.edit('Тексты', 'E1', 'Мой столбец');
    expect(await app.clientRun('sidebarWriteTexts', [line(ID, 'второй')])).toMatchObject({
      ok: false,
      issue: { code: 'sheet-damaged', cell: 'E1' },
    });
    expect(valuesOf(app, 'Тексты').flat()).not.toContain('второй');
  });

  it('costs as many calls for 5 schools as for 500', async () => {
    const counts: number[] = [];
    for (const schools of [5, 500]) {
      const app = await bookOfTwoWeeks();
      const texts = Array.from({ length: schools }, (_, index) => line(String(index), 'текст'));
      await call(app, 'sidebarWriteTexts', texts);
      app.calls.reset();
      await call(app, 'sidebarWriteTexts', texts);
      counts.push(app.calls.total);
    }
    expect(counts[0]).toBe(counts[1]);
  });
});

describe('the page for a head', () => {
  it('is replaced each time, as text, and leaves alone what stands beside it', async () => {
    const app = await bookOfTwoWeeks();
    const page = (title: string, rows: number) => [
      { look: 'title', cells: [title] },
      { look: 'head', cells: ['Показатель', 'Активно', 'Доля', 'Статус', 'Ещё'] },
      ...Array.from({ length: rows }, () => ({ look: 'cells', cells: ['=1', '5', '75 %'] })),
      { look: 'text', cells: ['Длинный текст'] },
    ];
    const { sheet } = await call<WrittenSheet>(app, 'sidebarWriteReport', page('Первая', 4));
    app.edit(sheet, 'H1', 'моё');
    await call(app, 'sidebarWriteReport', page('Вторая', 1));
    const values = valuesOf(app, sheet);
    expect(values[0]?.[0]).toBe('Вторая');
    expect(values[0]?.[7]).toBe('моё');
    expect(values[2]?.slice(0, 3)).toEqual(['=1', '5', '75 %']);
    expect(
      values
        .slice(4)
        .flat()
        .filter((cell) => cell !== ''),
    ).toEqual([]);
  });

  it.each([
    ['no rows', []],
    ['an unknown look', [{ look: 'loud', cells: [] }]],
    ['too many cells', [{ look: 'cells', cells: ['1', '2', '3', '4', '5', '6'] }]],
  ])('refuses %s', async (_note, rows) => {
    const app = await bookOfTwoWeeks();
    expect(await app.clientRun('sidebarWriteReport', rows)).toMatchObject({
      ok: false,
      issue: { code: 'request-invalid' },
    });
  });
});
