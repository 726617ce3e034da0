import { expect, it } from 'vitest';
import { isInactive } from '../../src/domain/activity.ts';

it.each([
  ['неактивна', true, ''],
  [' Не активна ', true, 'spaces and capitals'],
  ['FALSE', true, 'a spreadsheet’s boolean'],
  ['ложь', true, 'the same in Russian'],
  ['нет', true, ''],
  ['0', true, ''],
  ['активна', false, ''],
  ['да', false, ''],
  ['true', false, ''],
  ['1', false, ''],
  ['', false, 'a blank says nothing'],
  ['на проверке', false, 'an unknown word says nothing'],
])('«%s»: inactive %s %s', (activity, inactive) => {
  expect(isInactive(activity)).toBe(inactive);
});
