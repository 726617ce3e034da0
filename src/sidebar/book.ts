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
}

export function createBookReader(server: Server): BookReader {
  let current: Promise<Reply<BookState>> | null = null;

  function refresh(): Promise<Reply<BookState>> {
    const reading = server.sidebarReadBook().then((reply) => {
      if (!reply.ok && current === reading) current = null;
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
    },
  };
}
