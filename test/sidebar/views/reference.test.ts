// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { linksWith } from '../../../src/text/links.ts';
import { referenceChapters } from '../../../src/text/reference/index.ts';
import { bookOf, csvOf, schoolRecord } from '../fixtures.ts';
import { chooseFile, type OpenedSidebar, openSidebar } from '../page.ts';

function open(first = 'reference', links: Record<string, string> = {}): OpenedSidebar {
  return openSidebar(first, (fake) => {
    fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([schoolRecord()]) }));
    const all = linksWith(links);
    fake.answer('sidebarReadReference', () => ({
      ok: true,
      value: { chapters: referenceChapters(all), links: all },
    }));
  });
}

function search(sidebar: OpenedSidebar, query: string): void {
  const field = sidebar.view.querySelector<HTMLInputElement>('input[type=search]');
  if (field === null) throw new Error('no search field');
  field.value = query;
  field.dispatchEvent(new Event('input'));
}

const shownTitles = (sidebar: OpenedSidebar) =>
  [...sidebar.view.querySelectorAll('.paragraph h3')].map((title) => title.textContent);

describe('«Справка»', () => {
  it('finds paragraphs and opens their chapters', async () => {
    const sidebar = open();
    await vi.waitFor(() => expect(shownTitles(sidebar).length).toBeGreaterThan(80));
    expect(sidebar.view.querySelectorAll('details[open]')).toHaveLength(0);
    search(sidebar, 'учительская директора');
    expect(shownTitles(sidebar).join()).toContain('Есть чат «Учительская»');
    expect(sidebar.view.querySelectorAll('details:not([open])')).toHaveLength(0);
    search(sidebar, 'такого слова нет');
    expect(sidebar.text()).toContain('Ничего не найдено');
    expect(shownTitles(sidebar)).toEqual([]);
    search(sidebar, '');
    expect(shownTitles(sidebar).length).toBeGreaterThan(80);
  });

  it('points to the address that the book has set', async () => {
    const sidebar = open('reference', { statistics: 'https://example.org/new' });
    await vi.waitFor(() =>
      expect(sidebar.view.querySelector('a[href="https://example.org/new"]')).not.toBeNull(),
    );
  });

  it('says why it did not come, and asks again', async () => {
    const sidebar = openSidebar('reference', (fake) => {
      fake.answer('sidebarReadReference', () => ({ ok: false, issue: { code: 'book-busy' } }));
    });
    await vi.waitFor(() => expect(sidebar.view.querySelector('[role=alert]')).not.toBeNull());
    const links = linksWith({});
    sidebar.fake.answer('sidebarReadReference', () => ({
      ok: true,
      value: { chapters: referenceChapters(links), links },
    }));
    sidebar.press('Повторить');
    await vi.waitFor(() => expect(shownTitles(sidebar).length).toBeGreaterThan(80));
  });

  it('writes the sheet and says where; a refusal is said too', async () => {
    const sidebar = open();
    sidebar.fake.answer('sidebarWriteReference', () => ({ ok: true, value: { sheet: 'Справка' } }));
    sidebar.press('Записать на лист «Справка»');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Справка записана на лист «Справка».'));
    sidebar.fake.answer('sidebarWriteReference', () => ({ ok: false, issue: { code: 'book-busy' } }));
    sidebar.press('Записать на лист «Справка»');
    await vi.waitFor(() => expect(sidebar.view.querySelector('[role=alert]')).not.toBeNull());
  });

  it('is opened by an error at the paragraph that explains it', async () => {
    const sidebar = open('import');
    chooseFile(sidebar, csvOf([schoolRecord()], ['inn']));
    await vi.waitFor(() => expect(sidebar.button('Подробнее в справке: Не хватает столбцов')).not.toBeNull());
    sidebar.press('Подробнее в справке: Не хватает столбцов');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Файл не принят'));
    expect(document.activeElement?.closest('details')?.open).toBe(true);
  });
});
