import { describe, expect, it } from 'vitest';
import { type AppsScript, createAppsScript, RunKilled } from '../../workbench/apps-script/index.ts';

const SCRIPT = `
function write() {
  var s = SpreadsheetApp.getActiveSheet();
  s.getRange('A1').setValue('a');
  s.getRange('A2').setValue('b');
  SpreadsheetApp.flush();
  s.getRange('A3').setValue('c');
  s.getRange('A4').setValue('d');
  return s.getRange('A1').getValue();
}
function stubborn() {
  try { write(); } catch (e) { SpreadsheetApp.getActiveSheet().getRange('B1').setValue('never'); }
  return 'survived';
}
function append() { SpreadsheetApp.getActiveSheet().appendRow(['row']); SpreadsheetApp.flush(); }
function makeSheet() {
  var s = SpreadsheetApp.getActive().insertSheet('new');
  s.getRange('A1').setValue('x');
  s.getRange('A2').setValue('y');
}
function locked() {
  var lock = LockService.getDocumentLock();
  if (!lock.tryLock(5000)) return 'busy';
  SpreadsheetApp.getActiveSheet().getRange('A1').setValue('mine');
  SpreadsheetApp.flush();
  lock.releaseLock();
  return 'done';
}
function waiting() { LockService.getDocumentLock().waitLock(1000); }
function forgetful() { LockService.getDocumentLock().tryLock(1); }
function asking() {
  var lock = LockService.getDocumentLock();
  lock.tryLock(1);
  SpreadsheetApp.getUi().alert('?');
  return lock.hasLock();
}
function remember() {
  PropertiesService.getDocumentProperties().setProperty('k', 'v');
  SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x');
  SpreadsheetApp.flush();
}
function recall() { return PropertiesService.getDocumentProperties().getProperty('k'); }
function sleepy() { for (var i = 0; i < 3; i++) Utilities.sleep(150000); return 'awake'; }
`;

function started(): AppsScript {
  const appsScript = createAppsScript();
  appsScript.load(SCRIPT);
  return appsScript;
}

function column(appsScript: AppsScript): readonly unknown[] {
  return [1, 2, 3, 4].map((row) => appsScript.book.cell(appsScript.book.activeSheetId, row, 1).value);
}

function death(appsScript: AppsScript, call: number, keepWrites: number, name = 'write'): RunKilled {
  try {
    appsScript.runWith({ killAt: { call, keepWrites } }, name);
  } catch (error) {
    if (error instanceof RunKilled) return error;
    throw error;
  }
  throw new Error('the run was not killed');
}

describe('a killed run', () => {
  it.each([
    [1, 0, [null, null, null, null], 0],
    [2, 0, [null, null, null, null], 1],
    [2, 1, ['a', null, null, null], 1],
    [3, 0, [null, null, null, null], 2],
    [3, 1, ['a', null, null, null], 2],
    [3, 2, ['a', 'b', null, null], 2],
    [4, 0, ['a', 'b', null, null], 0],
    [5, 0, ['a', 'b', null, null], 1],
    [5, 1, ['a', 'b', 'c', null], 1],
    [6, 2, ['a', 'b', 'c', 'd'], 2],
  ])('at call %i keeping %i writes leaves %j', (call, keep, expected, unflushed) => {
    const appsScript = started();
    const killed = death(appsScript, call, keep);
    expect(column(appsScript)).toEqual(expected);
    expect(killed.report.unflushedAtKill).toBe(unflushed);
    expect(killed.report.calls).toBe(call - 1);
  });

  it('makes no further call, whatever it catches', () => {
    const appsScript = started();
    death(appsScript, 2, 0, 'stubborn');
    expect(appsScript.book.cell(0, 1, 2).value).toBeNull();
  });

  it('may leave a new sheet without its content', () => {
    const appsScript = started();
    death(appsScript, 3, 1, 'makeSheet');
    const made = appsScript.book.sheetByName('new');
    expect(made?.cells).toEqual([]);
  });

  it('lets its lock go', () => {
    const appsScript = started();
    death(appsScript, 2, 0, 'locked');
    expect(appsScript.run('locked')).toBe('done');
  });

  it('keeps what it did to properties: they are not buffered', () => {
    const appsScript = started();
    death(appsScript, 3, 0, 'remember');
    expect([appsScript.run('recall'), column(appsScript)[0]]).toEqual(['v', null]);
  });

  it('shows listeners that the book was set back', () => {
    const appsScript = started();
    const kinds: string[] = [];
    appsScript.book.onChange(({ kind }) => kinds.push(kind));
    death(appsScript, 3, 0);
    expect(kinds).toContain('reset');
  });
});

describe('a pre-empted run', () => {
  it('hides its unflushed writes from the other, and makes them afterwards', () => {
    const appsScript = started();
    let seen: readonly unknown[] = [];
    const other = (): void => {
      seen = column(appsScript);
    };
    appsScript.runWith({ preemptAt: { call: 3, other } }, 'write');
    expect(seen).toEqual([null, null, null, null]);
    expect(column(appsScript)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('shows what it flushed', () => {
    const appsScript = started();
    let seen: readonly unknown[] = [];
    const other = (): void => {
      seen = column(appsScript);
    };
    appsScript.runWith({ preemptAt: { call: 5, other } }, 'write');
    expect(seen).toEqual(['a', 'b', null, null]);
  });

  it('appends below what the other appended', () => {
    const appsScript = started();
    appsScript.runWith({ preemptAt: { call: 2, other: () => appsScript.run('append') } }, 'append');
    expect(column(appsScript).slice(0, 3)).toEqual(['row', 'row', null]);
  });

  it('writes into the cells that it named, though a person inserted rows before its flush', () => {
    const appsScript = started();
    const other = (): void => appsScript.hands.insertRows(appsScript.book.sheets[0]?.name ?? '', 1, 1);
    appsScript.runWith({ preemptAt: { call: 3, other } }, 'write');
    expect(column(appsScript)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps its lock against the other', () => {
    const appsScript = started();
    let answer: unknown;
    const other = (): void => {
      answer = appsScript.run('locked');
    };
    appsScript.runWith({ preemptAt: { call: 2, other } }, 'locked');
    expect(answer).toBe('busy');
  });

  it('makes another wait in vain', () => {
    const appsScript = started();
    let message = '';
    const other = (): void => {
      try {
        appsScript.run('waiting');
      } catch (error) {
        message = String(error);
      }
    };
    appsScript.runWith({ preemptAt: { call: 2, other } }, 'locked');
    expect(message).toBe('Exception: Lock timeout: another process was holding the lock for too long.');
  });
});

describe('locks', () => {
  it('end with the run', () => {
    const appsScript = started();
    appsScript.run('forgetful');
    expect(appsScript.run('locked')).toBe('done');
  });

  it('do not survive a dialog', () => {
    expect(started().run('asking')).toBe(false);
  });
});

describe('counting', () => {
  it('counts what reaches the document, not the way there', () => {
    const appsScript = started();
    appsScript.run('write');
    expect(appsScript.calls.byMethod).toEqual({
      'Range.setValue': 4,
      'SpreadsheetApp.flush': 1,
      'Range.getValue': 1,
    });
    expect(appsScript.lastRun.calls).toBe(6);
    appsScript.calls.reset();
    expect(appsScript.calls.total).toBe(0);
  });

  it('ends a run at six modelled minutes', () => {
    const appsScript = started();
    expect(() => appsScript.run('sleepy')).toThrow(RunKilled);
    expect(appsScript.lastRun.milliseconds).toBeGreaterThan(6 * 60_000);
  });

  it('takes other costs', () => {
    const appsScript = createAppsScript({ callCost: { 'Range.setValue': 1000 } });
    appsScript.load(SCRIPT);
    appsScript.run('write');
    expect(appsScript.lastRun.milliseconds).toBeGreaterThan(4000);
  });
});
