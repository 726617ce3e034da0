import type { BookState } from '../apps-script/book-state.ts';
import type { Book } from '../apps-script/store.ts';

const STEPS_KEPT = 50;

/** Undo of whole actions by snapshots of the book: cells are shared, so a snapshot is cheap. */
export class BookHistory {
  private readonly book: Book;
  private past: BookState[] = [];
  private future: BookState[] = [];

  constructor(book: Book) {
    this.book = book;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Does the work as one step; a step that changed nothing is not kept. */
  step<T>(work: () => T): T {
    const before = this.book.snapshot();
    let changed = false;
    const stop = this.book.onChange(() => {
      changed = true;
    });
    try {
      return work();
    } finally {
      stop();
      if (changed) {
        this.past = [...this.past.slice(1 - STEPS_KEPT), before];
        this.future = [];
      }
    }
  }

  undo(): void {
    const state = this.past.pop();
    if (state === undefined) return;
    this.future.push(this.book.snapshot());
    this.book.restore(state);
  }

  redo(): void {
    const state = this.future.pop();
    if (state === undefined) return;
    this.past.push(this.book.snapshot());
    this.book.restore(state);
  }
}
