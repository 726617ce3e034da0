import { writingOpen } from '../book/closed.ts';
import { IssueError } from '../domain/issues.ts';

/** How long a call waits for another one that writes into the same book, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Runs what writes into the book under the document lock, so that two people's imports go one
 * after the other. Buffered writes are flushed before the lock is released.
 */
export function underDocumentLock<T>(write: () => T): T {
  const lock = LockService.getDocumentLock();
  if (lock === null || !lock.tryLock(PATIENCE)) throw new IssueError({ code: 'book-busy' });
  try {
    return writingOpen(SpreadsheetApp.getActiveSpreadsheet(), () => {
      const result = write();
      SpreadsheetApp.flush();
      return result;
    });
  } finally {
    lock.releaseLock();
  }
}

/**
 * The same for what is the last act of its run and has flushed itself: the platform lets go of the
 * lock when the run ends, which saves a call or two.
 */
export function underLockToTheEnd<T>(write: () => T): T {
  const lock = LockService.getDocumentLock();
  if (lock === null || !lock.tryLock(PATIENCE)) throw new IssueError({ code: 'book-busy' });
  return writingOpen(SpreadsheetApp.getActiveSpreadsheet(), write);
}
