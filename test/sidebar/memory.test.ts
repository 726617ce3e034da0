// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { recall, remember } from '../../src/sidebar/memory.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('remembers under names of its own', () => {
  expect(recall('whose')).toBe('');
  remember('whose', 'all');
  expect(recall('whose')).toBe('all');
  expect(localStorage.getItem('whose')).toBeNull();
});

it('holds what the frame may not store until it is closed', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('SecurityError');
    },
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    clear: () => undefined,
  });
  expect(recall('kind')).toBe('');
  remember('kind', 'school');
  expect(recall('kind')).toBe('school');
});
