import type { SidebarView } from '../server/contract.ts';
import { createBookReader } from './book.ts';
import { fill } from './dom.ts';
import { createNavigation } from './navigation.ts';
import { notLoaded } from './not-loaded.ts';
import { REFERENCE_EVENT } from './reference-event.ts';
import { createSampleBanner } from './sample/banner.ts';
import type { Server } from './server.ts';
import type { CreateView, View, ViewContext, ViewEntry } from './view.ts';

/** The places of the page that the sidebar lives in. */
export interface Page {
  readonly sections: HTMLElement;
  readonly view: HTMLElement;
  readonly announcer: HTMLElement;
}

/** Puts the navigation and the first of the views into the page. An unknown name opens the import. */
export function startSidebar(
  page: Page,
  server: Server,
  first: string | null,
  views: readonly ViewEntry[],
): void {
  let front: SidebarView | null = null;
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

  const navigation = createNavigation(page.sections, views, (key) => open(key));

  function open(key: SidebarView, at?: string, focus = false): void {
    const entry = views.find((candidate) => candidate.key === key);
    if (entry === undefined) return;
    front = key;
    if (entry.readsBook) void context.book.read();
    navigation.mark(key);
    const loaded = made.has(key) ? null : entry.load();
    if (!(loaded instanceof Promise)) {
      show(key, loaded, at, focus);
      return;
    }
    loaded.then(
      (create) => {
        // Another view was opened in the meantime.
        if (front === key) show(key, create, at, focus);
      },
      () => {
        if (front === key) fill(page.view, notLoaded());
      },
    );
  }

  function show(key: SidebarView, create: CreateView | null, at: string | undefined, focus: boolean): void {
    const view = made.get(key) ?? create?.(context);
    if (view === undefined) return;
    made.set(key, view);
    fill(page.view, view.element);
    // The place in the view may take the focus further.
    if (focus) page.view.querySelector<HTMLElement>('h1')?.focus();
    view.shown(at);
  }

  open(views.find((entry) => entry.key === first)?.key ?? 'import');
}

/** The same sentence twice is said twice: a live region speaks only when its content changes. */
function announce(announcer: HTMLElement, sentence: string): void {
  announcer.textContent = announcer.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
