import type { Reply } from '../server/contract.ts';

/** The server gives up waiting for others after 20 seconds, and writes in a few. */
const PATIENCE = 60_000;

/**
 * The answer of a call, or a failure when it is long overdue: a lost connection may answer never.
 * @param late gets an answer that came after all
 */
export function inTime<T>(answer: Promise<Reply<T>>, late: (reply: Reply<T>) => void): Promise<Reply<T>> {
  return new Promise((resolve) => {
    let isOver = false;
    const clock = setTimeout(() => {
      isOver = true;
      resolve({ ok: false, issue: { code: 'unexpected', detail: 'timed out' } });
    }, PATIENCE);
    void answer.then((reply) => {
      clearTimeout(clock);
      if (isOver) late(reply);
      else resolve(reply);
    });
  });
}
