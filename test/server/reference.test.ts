import { describe, expect, it } from 'vitest';
import { LINKS } from '../../src/text/links.ts';
import { referenceChapters, referenceRows } from '../../src/text/reference/index.ts';
import { openProject, sheetNamed } from '../book/project.ts';

const ROWS = referenceRows(referenceChapters(LINKS), LINKS);

describe('the sheet «Справка»', () => {
  it('is made, and written again without harm to what people keep beside it', async () => {
    const app = openProject();
    expect(await app.clientRun('sidebarWriteReference', ROWS)).toEqual({
      ok: true,
      value: { sheet: 'Справка' },
    });
    const sheet = () => app.view(sheetNamed(app, 'Справка')).values;
    expect(sheet().slice(1)).toEqual(ROWS);

    app.edit('Справка', 'F2', 'наша заметка');
    expect(await app.clientRun('sidebarWriteReference', ROWS.slice(0, 3))).toMatchObject({ ok: true });
    expect(sheet()[1]?.[5]).toBe('наша заметка');
    expect(sheet().filter((row) => row[0] !== '')).toHaveLength(4);
    app.dispose();
  });

  it('takes every text as text', async () => {
    const app = openProject();
    await app.clientRun('sidebarWriteReference', [['=1+1', '+7', "'кавычка", '01.02']]);
    expect(app.view(sheetNamed(app, 'Справка')).values[1]).toEqual(['=1+1', '+7', "'кавычка", '01.02']);
    app.dispose();
  });

  it.each([
    ['nothing', undefined],
    ['no rows', []],
    ['three cells', [['a', 'b', 'c']]],
    ['a number', [['a', 'b', 'c', 4]]],
  ])('refuses %s', async (_note, rows) => {
    const app = openProject();
    expect(await app.clientRun('sidebarWriteReference', rows ?? null)).toMatchObject({
      ok: false,
      issue: { code: 'request-invalid' },
    });
    app.dispose();
  });

  it('leaves a sheet with changed headings alone', async () => {
    const app = openProject();
    await app.clientRun('sidebarWriteReference', ROWS);
    app.edit('Справка', 'B1', 'Что-то своё');
    expect(await app.clientRun('sidebarWriteReference', ROWS)).toMatchObject({
      ok: false,
      issue: { code: 'sheet-damaged' },
    });
    app.dispose();
  });
});
