import { describe, expect, it, vi } from 'vitest';
import { createScriptRun } from '../../../workbench/frame/script-run.ts';

interface Runner {
  withSuccessHandler(handler: (value: unknown, user: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error, user: unknown) => void): Runner;
  withUserObject(user: unknown): Runner;
  serverFunction(...args: unknown[]): void;
}

describe('google.script.run in the frame', () => {
  it('sends plain data and hands the answer to the handlers of that call', () => {
    const send = vi.fn();
    const { runner, settle } = createScriptRun(send);
    const run = runner as Runner;
    const first = vi.fn();
    const second = vi.fn();
    run.withSuccessHandler(first).withUserObject('user').serverFunction({ a: undefined }, [1]);
    run.withSuccessHandler(second).serverFunction();
    expect(send.mock.calls).toEqual([
      [1, 'serverFunction', [{ a: null }, [1]]],
      [2, 'serverFunction', []],
    ]);
    settle({ kind: 'result', id: 2, value: 'two' });
    settle({ kind: 'result', id: 1, value: 'one' });
    expect(first.mock.calls).toEqual([['one', 'user']]);
    expect(second.mock.calls).toEqual([['two', undefined]]);
  });

  it('a failure arrives as a ScriptError', () => {
    const { runner, settle } = createScriptRun(() => {});
    const failed = vi.fn();
    (runner as Runner).withFailureHandler(failed).serverFunction();
    settle({ kind: 'failure', id: 1, name: 'ScriptError', message: 'Exception: нет' });
    expect(String(failed.mock.calls[0]?.[0])).toBe('ScriptError: Exception: нет');
  });

  it('an argument that cannot travel is refused at once, and nothing is sent', () => {
    const send = vi.fn();
    const run = createScriptRun(send).runner as Runner;
    expect(() => run.serverFunction({ when: new Date(0) })).toThrow('Failed due to illegal value');
    expect(send).not.toHaveBeenCalled();
  });
});
