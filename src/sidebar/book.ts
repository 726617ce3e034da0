import type { BookState, Reply } from '../server/contract.ts';
import type { Server } from './server.ts';

/** The book as the sidebar last read it. One round trip serves all views. */
export interface BookReader {
  /** The state in hand, or one read; simultaneous askers share it. A failed read is not kept. */
  read(): Promise<Reply<BookState>>;
  /** Reads anew, whatever is in hand. */
  refresh(): Promise<Reply<BookState>>;
  /** Drops what is in hand: the book was written. */
  forget(): void;
  /** Takes a state that came with another call. */
  keep(state: BookState): void;
  /** True while nothing newer was read, kept or forgotten. */
  holds(state: BookState): boolean;
}

/** @param known a state came that is in hand now */
export function createBookReader(
  server: Server,
  known: (state: BookState) => void = () => undefined,
): BookReader {
  let current: Promise<Reply<BookState>> | null = null;
  let held: BookState | null = null;

  function refresh(): Promise<Reply<BookState>> {
    const reading = server.sidebarReadBook().then((reply) => {
      if (current !== reading) return reply;
      if (reply.ok) {
        held = reply.value;
        known(held);
      } else current = null;
      return reply;
    });
    current = reading;
    return reading;
  }

  return {
    read: () => current ?? refresh(),
    refresh,
    forget: () => {
      current = null;
      held = null;
    },
    keep: (state) => {
      current = Promise.resolve({ ok: true, value: state });
      held = state;
      known(state);
    },
    holds: (state) => held === state,
  };
}
