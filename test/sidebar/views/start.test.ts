// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { BookState } from '../../../src/server/contract.ts';
import { bookOf, csvOf, schoolRecord } from '../fixtures.ts';
import { chooseFile, type OpenedSidebar, openSidebar } from '../page.ts';

/** A book whose example can be put in and taken out. */
function open(first: string, start: BookState, traces: readonly unknown[] = []): OpenedSidebar {
  let book = start;
  const written = { ok: true, value: { date: '', schools: 0 } };
  return openSidebar(first, (fake) => {
    fake.answer('sidebarReadBook', () => ({ ok: true, value: book }));
    fake.answer('sidebarBeginSample', () => ({ ok: true, value: true }));
    fake.answer('sidebarImportStatistics', () => written);
    fake.answer('sidebarImportCok', () => {
      book = bookOf([schoolRecord()], { sample: true });
      return written;
    });
    fake.answer('sidebarReadTexts', () => ({
      ok: true,
      value: { last: [], earlier: [], checklists: [], today: '2025-11-25' },
    }));
    fake.answer('sidebarRemoveSample', (confirmed) => {
      const asked = traces.length > 0 && confirmed !== true;
      if (!asked) book = bookOf([]);
      return { ok: true, value: { removed: !asked, traces: asked ? traces : [] } };
    });
  });
}

async function shows(sidebar: OpenedSidebar, text: string): Promise<void> {
  await vi.waitFor(() => expect(document.body.textContent).toContain(text));
  expect(sidebar.view.isConnected).toBe(true);
}

describe('first steps', () => {
  it.each(['start', 'import'])('greet in an empty book, in the view %s', async (view) => {
    const sidebar = open(view, bookOf([]));
    await shows(sidebar, 'Скачайте отчёт');
    expect(sidebar.view.querySelectorAll('.first-steps > li')).toHaveLength(3);
  });

  it('are not shown where the book has schools', async () => {
    const sidebar = open('start', bookOf([schoolRecord()]));
    await shows(sidebar, 'В книге уже есть данные');
    expect(sidebar.button('Заполнить примером')).toBeNull();
    sidebar.press('Тексты школам');
    await vi.waitFor(() => expect(sidebar.fake.count('sidebarReadTexts')).toBe(1));
    const other = open('start', bookOf([schoolRecord()]));
    await shows(other, 'В книге уже есть данные');
    other.press('Импорт статистики');
    await vi.waitFor(() => expect(other.view.querySelector('input[type=file]')).not.toBeNull());
  });

  it('come when the book can be read again', async () => {
    const sidebar = open('start', bookOf([]));
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: false, issue: { code: 'book-busy' } }));
    await shows(sidebar, 'Книгу сейчас меняет');
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([]) }));
    sidebar.press('Повторить');
    await shows(sidebar, 'Скачайте отчёт');
  });
});

describe('the example', () => {
  it('is sent week by week, said above every view, and goes by one press', async () => {
    const sidebar = open('start', bookOf([]));
    await shows(sidebar, 'Скачайте отчёт');
    sidebar.press('Заполнить примером');
    const banner = document.querySelector<HTMLElement>('.sample-banner');
    await vi.waitFor(() => expect(banner?.hidden).toBe(false));
    expect(sidebar.fake.calls.map(({ name }) => name).filter((name) => /Sample|Import/.test(name))).toEqual([
      'sidebarBeginSample',
      'sidebarImportStatistics',
      'sidebarImportCok',
      'sidebarImportStatistics',
      'sidebarImportCok',
    ]);
    sidebar.press('Убрать пример');
    await shows(sidebar, 'Скачайте отчёт');
    expect(banner?.hidden).toBe(true);
    expect(sidebar.fake.count('sidebarRemoveSample')).toBe(1);
  });

  it('is asked about where people wrote into it', async () => {
    const traces = [{ sheet: 'Чек-листы', what: 'hand' }];
    const sidebar = open('start', bookOf([schoolRecord()], { sample: true }), traces);
    await shows(sidebar, 'В книге пример');
    sidebar.press('Убрать пример');
    await shows(sidebar, 'лист «Чек-листы»: отметки и значения, которые вы изменили');
    sidebar.press('Всё равно убрать');
    await shows(sidebar, 'Скачайте отчёт');
    expect(
      sidebar.fake.calls.filter(({ name }) => name === 'sidebarRemoveSample').map(({ args }) => args),
    ).toEqual([[false], [true]]);
  });

  it('goes before a real report is compared with the book', async () => {
    const sidebar = open('import', bookOf([schoolRecord()], { sample: true }));
    chooseFile(sidebar, csvOf([schoolRecord({ orgId: '77' })]));
    await shows(sidebar, 'Сначала уберите пример');
    expect(sidebar.button('Записать')).toBeNull();
    sidebar.press('Убрать пример');
    await vi.waitFor(() => expect(sidebar.button('Записать')?.disabled).toBe(false));
    expect(sidebar.text()).toContain('Новые1');
  });
});
