import type { ServerCalls } from '../../src/server/contract.ts';
import type { ScriptRun } from '../../src/sidebar/server.ts';

export interface RecordedCall {
  readonly name: keyof ServerCalls;
  readonly args: readonly unknown[];
}

export interface FakeRun {
  readonly run: ScriptRun;
  readonly calls: readonly RecordedCall[];
  /** How often a function was called. */
  count(name: keyof ServerCalls): number;
  /** Answers of a function from now on; a thrown error goes to the failure handler. */
  answer(name: keyof ServerCalls, give: (...args: readonly unknown[]) => unknown): void;
  /** While held, calls wait; `release` lets them go. */
  hold(): void;
  release(): void;
}

/**
 * A small google.script.run: counts calls, refuses by a synchronous throw what the real serialiser
 * refuses, gives undefined fields as null, and turns a whole answer with a Date into null.
 */
export function fakeRun(): FakeRun {
  const calls: RecordedCall[] = [];
  const answers = new Map<keyof ServerCalls, (...args: readonly unknown[]) => unknown>();
  let waiting: (() => void)[] | null = null;

  function start(
    name: keyof ServerCalls,
    args: readonly unknown[],
    onSuccess: (value: unknown) => void,
    onFailure: (error: unknown) => void,
  ): void {
    for (const arg of args) refuseIllegal(arg);
    const sent = args.map(asJson);
    calls.push({ name, args: sent });
    const go = (): void => {
      try {
        const give = answers.get(name);
        if (give === undefined) throw new Error(`no answer prepared for ${name}`);
        const value = give(...sent);
        onSuccess(holdsDate(value) ? null : asJson(value));
      } catch (error) {
        onFailure(error);
      }
    };
    if (waiting === null) setTimeout(go, 0);
    else waiting.push(go);
  }

  function runner(onSuccess: (value: unknown) => void, onFailure: (error: unknown) => void): ScriptRun {
    return {
      withSuccessHandler: (handler) => runner(handler, onFailure),
      withFailureHandler: (handler) => runner(onSuccess, handler),
      sidebarReadBook: (...args) => start('sidebarReadBook', args, onSuccess, onFailure),
      sidebarImportStatistics: (...args) => start('sidebarImportStatistics', args, onSuccess, onFailure),
      sidebarReadCok: (...args) => start('sidebarReadCok', args, onSuccess, onFailure),
      sidebarImportCok: (...args) => start('sidebarImportCok', args, onSuccess, onFailure),
      sidebarPrepareCok: (...args) => start('sidebarPrepareCok', args, onSuccess, onFailure),
      sidebarBeginSample: (...args) => start('sidebarBeginSample', args, onSuccess, onFailure),
      sidebarRemoveSample: (...args) => start('sidebarRemoveSample', args, onSuccess, onFailure),
      sidebarReadTexts: (...args) => start('sidebarReadTexts', args, onSuccess, onFailure),
      sidebarLogTexts: (...args) => start('sidebarLogTexts', args, onSuccess, onFailure),
      sidebarWriteTexts: (...args) => start('sidebarWriteTexts', args, onSuccess, onFailure),
      sidebarWriteReport: (...args) => start('sidebarWriteReport', args, onSuccess, onFailure),
      sidebarCheckInstallation: (...args) => start('sidebarCheckInstallation', args, onSuccess, onFailure),
      sidebarTakeBookOver: (...args) => start('sidebarTakeBookOver', args, onSuccess, onFailure),
      sidebarReadChecklists: (...args) => start('sidebarReadChecklists', args, onSuccess, onFailure),
      sidebarChangeChecklist: (...args) => start('sidebarChangeChecklist', args, onSuccess, onFailure),
      sidebarReadReference: (...args) => start('sidebarReadReference', args, onSuccess, onFailure),
      sidebarWriteReference: (...args) => start('sidebarWriteReference', args, onSuccess, onFailure),
      sidebarTickSchools: (...args) => start('sidebarTickSchools', args, onSuccess, onFailure),
    };
  }

  return {
    run: runner(
      () => undefined,
      () => undefined,
    ),
    calls,
    count: (name) => calls.filter((call) => call.name === name).length,
    answer: (name, give) => {
      answers.set(name, give);
    },
    hold: () => {
      waiting = [];
    },
    release: () => {
      const held = waiting ?? [];
      waiting = null;
      for (const go of held) go();
    },
  };
}

function refuseIllegal(value: unknown, name = '0'): void {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol' || isOpaque(value)) {
    throw new Error(`Failed due to illegal value in property: ${name}`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value)) refuseIllegal(field, key);
}

function isOpaque(value: unknown): boolean {
  return value instanceof Date || value instanceof Map || value instanceof Set || ArrayBuffer.isView(value);
}

function holdsDate(value: unknown): boolean {
  if (value instanceof Date) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsDate);
}

function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
