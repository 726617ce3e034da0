import type { SidebarView } from '../server/contract.ts';
import { createBookReader } from './book.ts';
import { fill } from './dom.ts';
import { REFERENCE_EVENT } from './issue-list.ts';
import { createNavigation } from './navigation.ts';
import { createSampleBanner } from './sample/banner.ts';
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
  const context: ViewContext = {
    server,
    book: createBookReader(server, (book) => banner.show(book)),
    announce: (sentence) => announce(page.announcer, sentence),
    chosen: { schoolId: null },
    open: (key, at) => open(key, at, true),
  };

  const banner = createSampleBanner(context);
  page.view.before(banner.element);
  page.view.addEventListener(REFERENCE_EVENT, (event) => {
    if (event instanceof CustomEvent) context.open('reference', String(event.detail));
  });

  const navigation = createNavigation(page.sections, VIEWS, (key) => open(key));

  function open(key: SidebarView, at?: string, focus = false): void {
    const entry = VIEWS.find((candidate) => candidate.key === key);
    if (entry === undefined) return;
    const view = made.get(key) ?? entry.create(context);
    made.set(key, view);
    navigation.mark(key);
    fill(page.view, view.element);
    // The place in the view may take the focus further.
    if (focus) page.view.querySelector<HTMLElement>('h1')?.focus();
    view.shown(at);
  }

  open(VIEWS.find((entry) => entry.key === first)?.key ?? 'import');
}

/** The same sentence twice is said twice: a live region speaks only when its content changes. */
function announce(announcer: HTMLElement, sentence: string): void {
  announcer.textContent = announcer.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
