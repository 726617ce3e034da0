import type { BookState } from './book-state.ts';
import {
  callKind,
  DEFAULT_COSTS,
  RUN_LIMIT_MS,
  refusedBy,
  SIMPLE_TRIGGER_LIMIT_MS,
  scopesFor,
} from './calls.ts';
import { type AuthMode, type Disturbance, RunKilled, type RunReport } from './environment.ts';
import { ServiceException } from './errors.ts';
import type { Book } from './store.ts';

/** Adds up what runs did, until it is reset. */
export class CallCount {
  total = 0;
  milliseconds = 0;
  byMethod: Record<string, number> = {};

  add(call: string, cost: number): void {
    this.total++;
    this.milliseconds += cost;
    this.byMethod[call] = (this.byMethod[call] ?? 0) + 1;
  }

  reset(): void {
    this.total = 0;
    this.milliseconds = 0;
    this.byMethod = {};
  }
}

export interface RunSetting extends Disturbance {
  readonly book: Book;
  readonly authMode: AuthMode;
  readonly simpleTrigger: boolean;
  /** The person may not change the book. */
  readonly viewer: boolean;
  readonly scopes: readonly string[];
  readonly count: CallCount;
  readonly costs: Readonly<Record<string, number>>;
  /** Lets go of locks and whatever else ends with the run. */
  readonly onEnd: (run: Run) => void;
}

/**
 * One execution of the script. Its writes go to the book at once, and are remembered until they are
 * flushed, so that a kill can take back the ones that the platform had not stored yet and a
 * pre-emption can show others the book without them.
 */
export class Run {
  readonly book: Book;
  readonly authMode: AuthMode;
  /** The first use of something that the emulator does not vouch for; thrown when the run ends. */
  complaint: Error | null = null;
  private readonly setting: RunSetting;
  private calls = 0;
  private milliseconds = 0;
  private pending: (() => void)[] = [];
  /** The book as others see it; kept only in runs that will be disturbed. */
  private flushed: BookState | null = null;
  private death: RunKilled | null = null;
  private unflushedAtKill = 0;
  private preempted = false;

  constructor(setting: RunSetting) {
    this.book = setting.book;
    this.authMode = setting.authMode;
    this.setting = setting;
  }

  get report(): RunReport {
    return { calls: this.calls, milliseconds: this.milliseconds, unflushedAtKill: this.unflushedAtKill };
  }

  /** Called before every method of the platform. @throws when it may not be called. */
  enter(className: string, method: string): void {
    if (this.death !== null) throw this.death;
    const kind = callKind(className, method);
    const refusal = refusedBy(this.authMode, className, method);
    if (refusal !== null) throw new ServiceException(refusal);
    this.checkScope(className, method);
    if (kind === 'free') return;
    this.disturb();
    const call = `${className}.${method}`;
    const cost = this.setting.costs[call] ?? this.setting.costs[kind] ?? this.setting.costs.default ?? 0;
    this.calls++;
    this.setting.count.add(call, cost);
    this.spend(cost);
    if (kind === 'read') this.flush();
  }

  /** Modelled time goes by. @throws when the execution limit is passed. */
  spend(milliseconds: number): void {
    this.milliseconds += milliseconds;
    const limit = this.setting.simpleTrigger ? SIMPLE_TRIGGER_LIMIT_MS : RUN_LIMIT_MS;
    if (this.milliseconds <= limit) return;
    this.die(this.pending.length);
  }

  /**
   * A buffered write; `apply` may be repeated on a book that others changed meanwhile.
   * @throws ServiceException when the person may only look; what it says is not known
   */
  write(apply: () => void): void {
    if (this.setting.viewer) throw new ServiceException('You do not have permission to perform that action.');
    if (this.isDisturbed()) {
      this.flushed ??= this.book.snapshot();
      this.pending.push(apply);
    }
    apply();
  }

  flush(): void {
    this.pending = [];
    this.flushed = null;
  }

  /** @throws RunKilled, NotEmulated or NotKnown even if the script caught it. */
  end(): void {
    this.setting.onEnd(this);
    if (this.death === null) this.flush();
    if (this.complaint !== null) throw this.complaint;
    if (this.death !== null) throw this.death;
  }

  private isDisturbed(): boolean {
    return this.setting.killAt !== undefined || (this.setting.preemptAt !== undefined && !this.preempted);
  }

  private checkScope(className: string, method: string): void {
    const wanted = scopesFor(className, method);
    if (wanted.length === 0 || wanted.some((scope) => this.setting.scopes.includes(scope))) return;
    throw new ServiceException(
      `Specified permissions are not sufficient to call ${className}.${method}. Required permissions: ${wanted.join(' || ')}`,
    );
  }

  private disturb(): void {
    const next = this.calls + 1;
    const { killAt, preemptAt } = this.setting;
    if (killAt?.call === next) this.die(killAt.keepWrites ?? 0);
    if (preemptAt?.call === next && !this.preempted) this.stepAside(preemptAt.other);
  }

  private die(keep: number): never {
    this.unflushedAtKill = this.pending.length;
    this.rewind(this.pending.slice(0, keep));
    this.death = new RunKilled(this.report);
    this.setting.onEnd(this);
    throw this.death;
  }

  /** Others see and change the book without the unflushed writes, which are then made on top. */
  private stepAside(other: () => void): void {
    this.preempted = true;
    const waiting = this.pending;
    this.rewind([]);
    other();
    for (const apply of waiting) this.write(apply);
  }

  private rewind(kept: readonly (() => void)[]): void {
    if (this.flushed !== null) this.book.restore(this.flushed);
    this.flush();
    for (const apply of kept) apply();
  }
}

export function costsWith(
  own: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> {
  return { ...DEFAULT_COSTS, ...own };
}
