import type { SidebarView } from '../server/contract.ts';
import { createBookReader } from './book.ts';
import { element, fill, setAttribute } from './dom.ts';
import type { Server } from './server.ts';
import type { View, ViewContext } from './view.ts';
import { VIEWS } from './views.ts';

/** The places of the page that the sidebar lives in. */
export interface Page {
  readonly sections: HTMLElement;
  readonly view: HTMLElement;
  readonly announcer: HTMLElement;
}

/** Puts the navigation and the first view into the page. An unknown name opens the first view. */
export function startSidebar(page: Page, server: Server, first: string | null): void {
  const made = new Map<SidebarView, View>();
  const tabs = new Map<SidebarView, HTMLButtonElement>();
  const context: ViewContext = {
    server,
    book: createBookReader(server),
    announce: (sentence) => announce(page.announcer, sentence),
    open: (key) => {
      open(key);
      page.view.querySelector<HTMLElement>('h1')?.focus();
    },
  };

  function open(key: SidebarView): void {
    const entry = VIEWS.find((candidate) => candidate.key === key);
    if (entry === undefined) return;
    const view = made.get(key) ?? entry.create(context);
    made.set(key, view);
    for (const [name, tab] of tabs) setAttribute(tab, 'aria-current', name === key ? 'page' : null);
    fill(page.view, view.element);
    view.shown();
  }

  for (const { key, title } of VIEWS) {
    const tab = element('button', { type: 'button', class: 'section' }, title);
    tab.addEventListener('click', () => open(key));
    tabs.set(key, tab);
    page.sections.append(tab);
  }
  open(VIEWS.find((entry) => entry.key === first)?.key ?? 'import');
}

/** The same sentence twice is said twice: a live region speaks only when its content changes. */
function announce(announcer: HTMLElement, sentence: string): void {
  announcer.textContent = announcer.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
