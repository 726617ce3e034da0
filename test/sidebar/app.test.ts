// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { VIEWS } from '../../src/sidebar/views.ts';
import { bookOf, schoolRecord } from './fixtures.ts';
import { type OpenedSidebar, openSidebar } from './page.ts';

function open(first: string | null): OpenedSidebar {
  return openSidebar(first, (fake) => {
    fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([schoolRecord()]) }));
  });
}

function current(): string[] {
  return [...document.querySelectorAll('[aria-current=page]')].map(
    (tab) => tab.getAttribute('aria-label') ?? tab.textContent ?? '',
  );
}

describe('navigation', () => {
  it.each(VIEWS.map(({ key, title }) => [key, title] as const))(
    'opens the view of the menu item: %s',
    (key, title) => {
      const sidebar = open(key);
      expect(sidebar.view.querySelector('h1')?.textContent).toBe(title);
      expect(current()).toEqual([title]);
    },
  );

  it('asks for the book while the code of a view that begins with it is unpacked', () => {
    const views = VIEWS.map((entry) => ({ ...entry, load: () => new Promise<never>(() => undefined) }));
    const asked = (first: string) =>
      openSidebar(
        first,
        (fake) => fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([]) })),
        views,
      ).fake.count('sidebarReadBook');
    expect(['texts', 'start', 'import', 'checklists'].map(asked)).toEqual([1, 1, 0, 0]);
  });

  it.each([
    ['no name', null],
    ['a name of a later version', 'of-tomorrow'],
    ['a name of every object', 'constructor'],
  ])('opens the import for %s', (_note, first) => {
    open(first);
    expect(current()).toEqual(['Импорт статистики']);
  });

  it('has a button for every view, and keeps a view with all it holds', async () => {
    const sidebar = open('texts');
    await vi.waitFor(() => expect(sidebar.view.querySelector('textarea')).not.toBeNull());
    const card = sidebar.view.firstElementChild;
    for (const { title } of VIEWS) {
      sidebar.press(title);
      expect(current()).toEqual([title]);
    }
    sidebar.press('Тексты школам');
    expect(sidebar.view.firstElementChild).toBe(card);
  });

  it('says the same sentence again', async () => {
    Object.defineProperty(document, 'execCommand', { value: () => true, configurable: true });
    const sidebar = open('texts');
    await vi.waitFor(() => expect(sidebar.button('Скопировать текст')).not.toBeNull());
    sidebar.press('Скопировать текст');
    await vi.waitFor(() => expect(sidebar.announcer.textContent).toContain('скопирован'));
    const before = sidebar.announcer.textContent;
    sidebar.press('Скопировать текст');
    await vi.waitFor(() => expect(sidebar.announcer.textContent).not.toBe(before));
    Reflect.deleteProperty(document, 'execCommand');
  });
});
