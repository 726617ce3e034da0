// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAgainOnReturn } from '../../src/sidebar/look-again.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function comeBack(): void {
  window.dispatchEvent(new Event('focus'));
}

it('looks at once, and again no sooner than ten seconds later, once for all returns', () => {
  const look = vi.fn();
  lookAgainOnReturn({ wanted: () => true, look });
  comeBack();
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_000);
  comeBack();
  comeBack();
  vi.advanceTimersByTime(6_999);
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(look).toHaveBeenCalledTimes(2);
});

it('waits while something is on its way, and does not look where nothing is wanted', () => {
  const look = vi.fn();
  let [wanted, busy] = [true, true];
  lookAgainOnReturn({ wanted: () => wanted, busy: () => busy, look });
  comeBack();
  vi.advanceTimersByTime(10_000);
  expect(look).not.toHaveBeenCalled();
  busy = false;
  vi.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(1);
  wanted = false;
  vi.advanceTimersByTime(60_000);
  comeBack();
  expect(look).toHaveBeenCalledTimes(1);
});
