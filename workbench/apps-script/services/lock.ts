import type { Context, SharedLock } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { ServiceException } from '../errors.ts';

export class LockServiceService extends Emulated {
  readonly platformName = 'LockService';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  getDocumentLock(): LockHandle {
    return new LockHandle(this.context, this.context.locks.document);
  }
  getScriptLock(): LockHandle {
    return new LockHandle(this.context, this.context.locks.script);
  }
  getUserLock(): LockHandle {
    return new LockHandle(this.context, this.context.locks.user);
  }
}

class LockHandle extends Emulated {
  readonly platformName = 'Lock';
  private readonly context: Context;
  private readonly lock: SharedLock;

  constructor(context: Context, lock: SharedLock) {
    super();
    this.context = context;
    this.lock = lock;
  }

  hasLock(): boolean {
    return this.lock.holder === this.context.run;
  }
  /** A lock that another run holds stays held: runs of the emulator do not go on side by side. */
  tryLock(milliseconds: number): boolean {
    if (milliseconds < 0) return false;
    const { run } = this.context;
    if (this.lock.holder === null || this.lock.holder === run) {
      this.lock.holder = run;
      return true;
    }
    run.spend(milliseconds);
    return false;
  }
  waitLock(milliseconds: number): void {
    if (this.tryLock(milliseconds)) return;
    throw new ServiceException('Lock timeout: another process was holding the lock for too long.');
  }
  /** Writes that were not flushed are still on their way when the lock is free. */
  releaseLock(): void {
    if (this.hasLock()) this.lock.holder = null;
  }
}
