import { describe, expect, expectTypeOf, it } from 'vitest';
import type { BookState, ImportRequest, Reply, ServerCalls } from '../../src/server/contract.ts';
import { createServer, EMPTY_ANSWER, OUTSIDE_BOOK, type Server } from '../../src/sidebar/server.ts';
import { fakeRun } from './fake-run.ts';
import { bookOf } from './fixtures.ts';

describe('client of google.script.run', () => {
  it('gives the reply as it came, in one call', async () => {
    const fake = fakeRun();
    const book = bookOf([]);
    fake.answer('sidebarReadBook', () => ({ ok: true, value: book }));
    expect(await createServer(fake.run).sidebarReadBook()).toEqual({ ok: true, value: book });
    expect(fake.calls).toEqual([{ name: 'sidebarReadBook', args: [] }]);
  });

  it('passes an issue of the server through', async () => {
    const fake = fakeRun();
    fake.answer('sidebarImportStatistics', () => ({ ok: false, issue: { code: 'book-busy' } }));
    const reply = await createServer(fake.run).sidebarImportStatistics({ fileName: 'a.csv', rows: [] });
    expect(reply).toEqual({ ok: false, issue: { code: 'book-busy' } });
  });

  it('turns a failure into an issue with the platform’s message', async () => {
    const fake = fakeRun();
    fake.answer('sidebarReadBook', () => {
      throw new Error('PERMISSION_DENIED');
    });
    expect(await createServer(fake.run).sidebarReadBook()).toEqual({
      ok: false,
      issue: { code: 'unexpected', detail: 'PERMISSION_DENIED' },
    });
  });

  it('takes a failure that is not an Error', async () => {
    const fake = fakeRun();
    fake.answer('sidebarReadBook', () => {
      throw 'Exception: нет доступа';
    });
    expect(await createServer(fake.run).sidebarReadBook()).toMatchObject({
      issue: { detail: 'Exception: нет доступа' },
    });
  });

  it('catches the synchronous throw of an argument that cannot travel', async () => {
    const fake = fakeRun();
    const hole: unknown = undefined;
    const rows = [[hole]] as (string | null)[][];
    const reply = await createServer(fake.run).sidebarImportStatistics({ fileName: 'a.csv', rows });
    expect(reply).toMatchObject({ ok: false, issue: { code: 'unexpected' } });
    expect(fake.calls).toEqual([]);
  });

  it.each([
    ['a Date inside makes the whole answer null', { ok: true, value: { date: new Date(0) } }],
    ['nothing', undefined],
    ['a text', 'ok'],
    ['ok without a value', { ok: true }],
    ['a refusal without an issue', { ok: false }],
  ])('does not trust an answer without the envelope: %s', async (_note, answer) => {
    const fake = fakeRun();
    fake.answer('sidebarReadBook', () => answer);
    expect(await createServer(fake.run).sidebarReadBook()).toEqual({
      ok: false,
      issue: { code: 'unexpected', detail: EMPTY_ANSWER },
    });
  });

  it('says so where there is no spreadsheet around', async () => {
    expect(await createServer(null).sidebarReadBook()).toEqual({
      ok: false,
      issue: { code: 'unexpected', detail: OUTSIDE_BOOK },
    });
  });

  it('is typed by the server’s functions: a wrong call does not compile', () => {
    expectTypeOf<keyof Server>().toEqualTypeOf<keyof ServerCalls>();
    expectTypeOf<Server['sidebarReadBook']>().toEqualTypeOf<() => Promise<Reply<BookState>>>();
    expectTypeOf<Parameters<Server['sidebarImportStatistics']>>().toEqualTypeOf<[request: ImportRequest]>();
    expect(Object.keys(createServer(null)).sort()).toEqual([
      'sidebarBeginSample',
      'sidebarChangeChecklist',
      'sidebarCheckInstallation',
      'sidebarImportCok',
      'sidebarImportStatistics',
      'sidebarLogTexts',
      'sidebarPrepareCok',
      'sidebarReadBook',
      'sidebarReadChecklists',
      'sidebarReadCok',
      'sidebarReadReference',
      'sidebarReadTexts',
      'sidebarRemoveSample',
      'sidebarTakeBookOver',
      'sidebarTickSchools',
      'sidebarWriteReference',
      'sidebarWriteReport',
      'sidebarWriteTexts',
    ]);
  });
});
