import type { SidebarView } from '../server/contract.ts';
import type { BookReader } from './book.ts';
import type { Server } from './server.ts';

/** What a view may use of the sidebar around it. */
export interface ViewContext {
  readonly server: Server;
  readonly book: BookReader;
  /** Says a sentence to screen readers. */
  announce(sentence: string): void;
  /** Brings a view to the front; `at` is a place in it that the view knows. */
  open(view: SidebarView, at?: string): void;
  /** The school that people work on: the same in every view. */
  readonly chosen: { schoolId: string | null };
}

/** One part of the sidebar; made once, when first opened, and kept with all it holds. */
export interface View {
  readonly element: HTMLElement;
  /** The view came to the front, at a place in it where one was asked for. */
  shown(at?: string): void;
}

export type CreateView = (context: ViewContext) => View;

export interface ViewEntry {
  readonly key: SidebarView;
  readonly title: string;
  /** Caption of its tab; a view without one stands under «Ещё». */
  readonly tab?: string;
  /** Caption of «Ещё» while the view is in front, where the title is too long for it. */
  readonly short?: string;
  /** It begins with the book: which is asked for while its code is unpacked. */
  readonly readsBook?: boolean;
  /** Its code, which the page unpacks when the view is first opened; at once where it is there already. */
  readonly load: () => CreateView | Promise<CreateView>;
}
