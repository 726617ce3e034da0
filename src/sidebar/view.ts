import type { SidebarView } from '../server/contract.ts';
import type { BookReader } from './book.ts';
import type { Server } from './server.ts';

/** What a view may use of the sidebar around it. */
export interface ViewContext {
  readonly server: Server;
  readonly book: BookReader;
  /** Says a sentence to screen readers. */
  announce(sentence: string): void;
  open(view: SidebarView): void;
}

/** One part of the sidebar; made once, when first opened, and kept with all it holds. */
export interface View {
  readonly element: HTMLElement;
  /** The view came to the front. */
  shown(): void;
}

export interface ViewEntry {
  readonly key: SidebarView;
  readonly title: string;
  readonly create: (context: ViewContext) => View;
}
