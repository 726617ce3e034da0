// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { SidebarView } from '../../src/server/contract.ts';
import { element } from '../../src/sidebar/dom.ts';
import { createNavigation, type Navigation } from '../../src/sidebar/navigation.ts';
import type { ViewEntry } from '../../src/sidebar/view.ts';

function entry(key: SidebarView, title: string, captions: Pick<ViewEntry, 'tab' | 'short'> = {}): ViewEntry {
  return {
    key,
    title,
    ...captions,
    load: () => {
      throw new Error('no view is made here');
    },
  };
}

const ENTRIES = [
  entry('import', 'Импорт статистики', { tab: 'Импорт' }),
  entry('texts', 'Тексты школам', { tab: 'Тексты' }),
  entry('check', 'Проверка установки', { short: 'Проверка' }),
];

let place: HTMLElement;
let opened: SidebarView[];
let navigation: Navigation;

beforeEach(() => {
  place = element('nav');
  opened = [];
  document.body.replaceChildren(place, element('button', { id: 'elsewhere' }, 'Дальше'));
  navigation = createNavigation(place, ENTRIES, (key) => opened.push(key));
});

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

function listOpen(): boolean {
  const list = find('#more-sections');
  expect(find('.more').getAttribute('aria-expanded')).toBe(String(!list.hidden));
  return !list.hidden;
}

describe('the row of tabs', () => {
  it('shows short captions under full names, and the rest in a list', () => {
    const tabs = [...place.children].map((tab) => [tab.textContent, tab.getAttribute('aria-label')]);
    expect(tabs.slice(0, 2)).toEqual([
      ['Импорт', 'Импорт статистики'],
      ['Тексты', 'Тексты школам'],
    ]);
    expect(find('#more-sections').textContent).toBe('Проверка установки');
  });

  it('opens what is pressed and marks what is in front', () => {
    find('[aria-label="Тексты школам"]').click();
    expect(opened).toEqual(['texts']);
    navigation.mark('texts');
    expect(find('[aria-current=page]').textContent).toBe('Тексты');
    expect(find('.more').textContent).toBe('Ещё');
  });

  it('says on «Ещё» which of its views is in front', () => {
    navigation.mark('check');
    expect(find('.more').textContent).toBe('Проверка');
    expect(find('.more').classList.contains('current')).toBe(true);
    navigation.mark('import');
    expect(find('.more').classList.contains('current')).toBe(false);
  });
});

describe('the list under «Ещё»', () => {
  it('opens and closes by its button', () => {
    expect(listOpen()).toBe(false);
    find('.more').click();
    expect(listOpen()).toBe(true);
    find('.more').click();
    expect(listOpen()).toBe(false);
  });

  it.each<[string, () => void]>([
    ['a choice', () => find('#more-sections button').click()],
    ['a click elsewhere', () => find('#elsewhere').click()],
    ['a step to another element', () => find('#elsewhere').focus()],
  ])('closes by %s', (_note, leave) => {
    find('.more').click();
    find('#more-sections button').focus();
    leave();
    expect(listOpen()).toBe(false);
  });

  it('closes by Escape and gives the focus back to its button', () => {
    find('.more').click();
    const item = find('#more-sections button');
    item.focus();
    item.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(listOpen()).toBe(false);
    expect(document.activeElement).toBe(find('.more'));
  });
});
