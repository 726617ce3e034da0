import { beforeAll, describe, expect, it } from 'vitest';
import { COLUMN_INDEX } from '../../src/domain/columns.ts';
import type { Remember } from '../../src/import/remember.ts';
import type { BookState, Reply } from '../../src/server/contract.ts';
import type { AppsScript } from '../../workbench/apps-script/index.ts';
import { openProject, sampleWeeks, tableOf } from './project.ts';

const SIGNATURE = 'max.25.0123456789abcdef';
const CODE = `columns.${SIGNATURE}`;

describe('what an import remembers in «Настройки»', () => {
  let app: AppsScript;
  const [rows = []] = sampleWeeks(3);

  const send = (remember?: unknown): Promise<unknown> =>
    app.clientRun('sidebarImportStatistics', { fileName: 'stat.csv', rows, remember });
  const settings = () => tableOf(app, 'Настройки', 'Код');
  async function remembered(): Promise<unknown> {
    const reply = (await app.clientRun('sidebarReadBook')) as Reply<BookState>;
    return reply.ok ? reply.value.remembered : reply.issue;
  }

  beforeAll(async () => {
    app = openProject();
    await send();
  });

  it('nothing, where nothing was asked for', async () => {
    expect(await remembered()).toEqual({ columns: [], municipalities: null });
  });

  it('МО go into their row, columns into a new one, both as text', async () => {
    const remember: Remember = {
      municipalities: ['=1+1', 'Округ № 2'],
      columns: { signature: SIGNATURE, choice: { orgId: 7, date: 0 }, title: '=НАЗВАНИЕ()' },
    };
    const rowsBefore = settings().size;
    expect(await send(remember)).toMatchObject({ ok: true });
    expect(settings().size).toBe(rowsBefore + 1);
    expect(settings().get('import.municipalities')).toMatchObject({ Значение: '=1+1\nОкруг № 2' });
    expect(settings().get(CODE)).toMatchObject({ Что: '=НАЗВАНИЕ()', Значение: 'orgId=8; date=1' });
    expect(await remembered()).toEqual({
      municipalities: ['=1+1', 'Округ № 2'],
      columns: [{ signature: SIGNATURE, choice: { orgId: 7, date: 0 } }],
    });
  });

  it('another choice for the same headings replaces the first', async () => {
    const columns = { signature: SIGNATURE, choice: { orgId: 1 }, title: 'Другое' };
    const rowsBefore = settings().size;
    expect(await send({ columns })).toMatchObject({ ok: true });
    expect(settings().size).toBe(rowsBefore);
    expect(settings().get(CODE)).toMatchObject({ Значение: 'orgId=2' });
    expect(await remembered()).toMatchObject({ municipalities: ['=1+1', 'Округ № 2'] });
  });

  it('the kind of an unknown type: it counts at once, and is known to the next import', async () => {
    const type = 'Центр, осуществляющий присмотр; уход';
    const unknown = rows.map((row) => row.map((cell, at) => (at === COLUMN_INDEX.orgType ? type : cell)));
    const request = { fileName: 'stat.csv', rows: unknown };
    const first = () => [...tableOf(app, 'Школы').values()][1] ?? {};
    await app.clientRun('sidebarImportStatistics', request);
    expect(first().замечания).toContain('не распознан');
    const remember: Remember = { kinds: [{ type, kind: 'preschool' }] };
    expect(await app.clientRun('sidebarImportStatistics', { ...request, remember })).toMatchObject({
      ok: true,
    });
    expect(first()).toMatchObject({
      'МАХ обучающиеся: статус': 'не применимо',
      'УБ ЦОК обучающиеся: статус': 'не применимо',
    });
    expect(settings().get('kind.preschool')?.Значение).toContain('центр осуществляющий присмотр уход');
    await app.clientRun('sidebarImportStatistics', request);
    expect(first()['МАХ обучающиеся: статус']).toBe('не применимо');
  });

  it.each([
    { kinds: [{ type: '', kind: 'school' }], note: 'a blank type' },
    { kinds: [{ type: 'Центр', kind: 'прочее' }], note: 'an unknown kind' },
    { kinds: 'все', note: 'no list' },
  ])('answers that cannot be: $note', async ({ kinds }) => {
    expect(await send({ kinds })).toMatchObject({ ok: false, issue: { code: 'request-invalid' } });
  });

  it('all МО again', async () => {
    expect(await send({ municipalities: null })).toMatchObject({ ok: true });
    expect(await remembered()).toMatchObject({ municipalities: null });
  });

  it('a request that is not as it must be changes nothing', async () => {
    const before = [...settings()];
    const reply = await send({ columns: { signature: 'near', choice: {}, title: '' } });
    expect(reply).toMatchObject({ ok: false, issue: { code: 'request-invalid' } });
    expect([...settings()]).toEqual(before);
  });
});
