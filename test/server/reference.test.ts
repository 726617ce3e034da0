import { describe, expect, it } from 'vitest';
import { LINKS } from '../../src/text/links.ts';
import { referenceChapters, referenceRows } from '../../src/text/reference/index.ts';
import { openProject, sheetNamed } from '../book/project.ts';

const ROWS = referenceRows(referenceChapters(LINKS), LINKS);

describe('the sheet «Справка»', () => {
  it('is made, and written again without harm to what people keep beside it', async () => {
    const app = openProject();
    expect(await app.clientRun('sidebarWriteReference')).toEqual({ ok: true, value: { sheet: 'Справка' } });
    const sheet = () => app.view(sheetNamed(app, 'Справка')).values;
    expect(sheet().slice(1)).toEqual(ROWS);

    app.edit('Справка', 'F2', 'наша заметка');
    app.edit('Справка', 'C3', 'затёрто');
    expect(await app.clientRun('sidebarWriteReference')).toMatchObject({ ok: true });
    expect(sheet()[1]?.[5]).toBe('наша заметка');
    expect(sheet()[2]?.[2]).toBe(ROWS[1]?.[2]);
    app.dispose();
  });

  it('has the links that «Настройки» set, and names a wrong one', async () => {
    const app = openProject();
    await app.clientRun('sidebarWriteReference');
    const settings = app.view(sheetNamed(app, 'Настройки')).values;
    const row = settings.findIndex(([code]) => code === 'link.journalReference') + 1;
    app.edit('Настройки', `C${row}`, 'https://example.org/new');
    expect(await app.clientRun('sidebarReadReference')).toMatchObject({
      ok: true,
      value: { links: { journalReference: { address: 'https://example.org/new', uncertain: false } } },
    });
    await app.clientRun('sidebarWriteReference');
    const written = app.view(sheetNamed(app, 'Справка')).values.flat().join('\n');
    expect(written).toContain(`${LINKS.journalReference.title}: https://example.org/new`);
    expect(written).not.toContain(LINKS.journalReference.address);
    expect(written).toContain(`${LINKS.schoolOnGosuslugi.title} (уточните): `);
    app.edit('Настройки', `C${row}`, 'на сайте');
    expect(await app.clientRun('sidebarReadReference')).toMatchObject({
      value: { links: { journalReference: LINKS.journalReference } },
    });
    expect(await app.clientRun('sidebarReadBook')).toMatchObject({
      value: { issues: [{ code: 'setting-invalid', setting: 'link.journalReference', found: 'на сайте' }] },
    });
    app.dispose();
  });

  it('leaves a sheet with changed headings alone', async () => {
    const app = openProject();
    await app.clientRun('sidebarWriteReference');
    app.edit('Справка', 'B1', 'Что-то своё');
    expect(await app.clientRun('sidebarWriteReference')).toMatchObject({
      ok: false,
      issue: { code: 'sheet-damaged' },
    });
    app.dispose();
  });
});
