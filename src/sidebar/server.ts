import type { Issue } from '../domain/issues.ts';
import type { Reply, ServerCalls } from '../server/contract.ts';

type CallName = keyof ServerCalls;

/** `google.script.run` as far as the sidebar uses it: typed by the server's public functions. */
export type ScriptRun = {
  withSuccessHandler(handler: (value: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: unknown) => void): ScriptRun;
} & { readonly [K in CallName]: (...args: Parameters<ServerCalls[K]>) => void };

/**
 * The server's functions as promises that never reject: whatever goes wrong on the way arrives as
 * a reply with the issue `unexpected`, whose detail is the platform's message.
 */
export type Server = {
  readonly [K in CallName]: (...args: Parameters<ServerCalls[K]>) => Promise<ReturnType<ServerCalls[K]>>;
};

declare const google: { readonly script: { readonly run: ScriptRun } } | undefined;

/** The platform's runner; null where the page was opened outside a spreadsheet. */
export function platformRun(): ScriptRun | null {
  return typeof google === 'undefined' ? null : google.script.run;
}

export const OUTSIDE_BOOK = 'панель открыта не из Google Таблицы';
export const EMPTY_ANSWER = 'сервер вернул пустой ответ';

export function createServer(run: ScriptRun | null): Server {
  return {
    sidebarReadBook: () => ask(run, (runner) => runner.sidebarReadBook()),
    sidebarCheckInstallation: () => ask(run, (runner) => runner.sidebarCheckInstallation()),
    sidebarTakeBookOver: () => ask(run, (runner) => runner.sidebarTakeBookOver()),
    sidebarReadCok: () => ask(run, (runner) => runner.sidebarReadCok()),
    sidebarImportCok: (request) => ask(run, (runner) => runner.sidebarImportCok(request)),
    sidebarPrepareCok: () => ask(run, (runner) => runner.sidebarPrepareCok()),
    sidebarBeginSample: () => ask(run, (runner) => runner.sidebarBeginSample()),
    sidebarRemoveSample: (confirmed) => ask(run, (runner) => runner.sidebarRemoveSample(confirmed)),
    sidebarReadTexts: (date) => ask(run, (runner) => runner.sidebarReadTexts(date)),
    sidebarLogTexts: (request) => ask(run, (runner) => runner.sidebarLogTexts(request)),
    sidebarWriteTexts: (texts) => ask(run, (runner) => runner.sidebarWriteTexts(texts)),
    sidebarWriteReport: (rows) => ask(run, (runner) => runner.sidebarWriteReport(rows)),
    sidebarImportStatistics: (request) => ask(run, (runner) => runner.sidebarImportStatistics(request)),
    sidebarReadChecklists: (notes) => ask(run, (runner) => runner.sidebarReadChecklists(notes)),
    sidebarChangeChecklist: (change) => ask(run, (runner) => runner.sidebarChangeChecklist(change)),
    sidebarReadReference: () => ask(run, (runner) => runner.sidebarReadReference()),
    sidebarWriteReference: () => ask(run, (runner) => runner.sidebarWriteReference()),
    sidebarTickSchools: (bulk) => ask(run, (runner) => runner.sidebarTickSchools(bulk)),
  };
}

function ask<T>(run: ScriptRun | null, start: (runner: ScriptRun) => void): Promise<Reply<T>> {
  if (run === null) return Promise.resolve(failed(OUTSIDE_BOOK));
  return new Promise((resolve) => {
    const runner = run
      .withSuccessHandler((value) => resolve(isReply<T>(value) ? value : failed(EMPTY_ANSWER)))
      .withFailureHandler((error) => resolve(failed(messageOf(error))));
    try {
      // An argument that the platform cannot carry is refused by a synchronous throw.
      start(runner);
    } catch (error) {
      resolve(failed(messageOf(error)));
    }
  });
}

/**
 * Only the envelope is looked at: both sides are built from one contract, but the platform turns a
 * whole result into null when it meets a value that it cannot carry.
 */
function isReply<T>(value: unknown): value is Reply<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : value.ok === false && 'issue' in value;
}

function failed(detail: string): { readonly ok: false; readonly issue: Issue } {
  return { ok: false, issue: { code: 'unexpected', detail } };
}

function messageOf(error: unknown): string {
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'message' in error ? String(error.message) : String(error);
}
