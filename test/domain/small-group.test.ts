import { expect, it } from 'vitest';
import { isSmallGroup } from '../../src/domain/small-group.ts';

it.each([
  [null, false],
  [0, false],
  [1, true],
  [9, true],
  [10, false],
  [11, false],
])('a group of %s is small: %s', (total, small) => {
  expect(isSmallGroup(total)).toBe(small);
});
