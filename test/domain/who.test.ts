import { expect, it } from 'vitest';
import { isRoleOrCode, WHO_LIMIT } from '../../src/domain/who.ts';

it.each([
  ['', true, 'nobody picked a name'],
  ['координатор', true, 'a role'],
  ['К12', true, 'a short code'],
  ['ЦИО 1234', true, 'a code of four digits'],
  ['школа 5, администратор', true, 'a role with a number'],
  ['ivanova@example.org', false, 'an address'],
  ['+7 900 123-45-67', false, 'a telephone'],
  ['123-456-789 00', false, 'a СНИЛС'],
  ['12345', false, 'five digits'],
  ['к'.repeat(WHO_LIMIT), true, 'the longest'],
  ['к'.repeat(WHO_LIMIT + 1), false, 'too long'],
])('«%s» → %s: %s', (text, expected, _note) => {
  expect(isRoleOrCode(text)).toBe(expected);
});
