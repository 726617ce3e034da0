import { describe, expect, it } from 'vitest';
import { IssueError } from '../../src/domain/issues.ts';
import {
  fields,
  flag,
  list,
  mapOf,
  nullable,
  oneOf,
  optional,
  type Reader,
  readRequest,
  text,
  whole,
} from '../../src/import/shape.ts';

/** The value, or the detail of the refusal. */
function answer(read: Reader<unknown>, value: unknown): unknown {
  try {
    return readRequest('request', () => read(value));
  } catch (reason) {
    if (reason instanceof IssueError && reason.issue.code === 'request-invalid') {
      return `✗ ${reason.issue.detail}`;
    }
    throw reason;
  }
}

const tick = fields<{ id: string; on: boolean; note: string | undefined }>({
  id: text(5, /^\d+$/),
  on: flag,
  note: optional(text(3)),
});

const CASES: { note: string; read: Reader<unknown>; value: unknown; answer: unknown }[] = [
  { note: 'a text', read: text(3), value: 'абв', answer: 'абв' },
  {
    note: 'a text too long',
    read: text(3),
    value: 'абвг',
    answer: '✗ request: expected text of at most 3 characters',
  },
  { note: 'no text', read: text(3), value: 5, answer: '✗ request: expected text' },
  { note: 'a boxed text', read: text(3), value: new String('a'), answer: '✗ request: expected text' },
  { note: 'another pattern', read: text(3, /^a/), value: 'b', answer: '✗ request: expected text like ^a' },
  { note: 'a whole number', read: whole(0, 5), value: 5, answer: 5 },
  ...[6, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null, true].map((value) => ({
    note: `no whole number in the range: ${String(value)}`,
    read: whole(0, 5),
    value,
    answer: '✗ request: expected a whole number from 0 to 5',
  })),
  { note: 'a flag', read: flag, value: false, answer: false },
  { note: 'no flag', read: flag, value: 0, answer: '✗ request: expected true or false' },
  { note: 'one of some', read: oneOf(['a', 'b']), value: 'b', answer: 'b' },
  { note: 'none of them', read: oneOf(['a', 'b']), value: 'c', answer: '✗ request: expected one of a, b' },
  { note: 'null where it may be', read: nullable(flag), value: null, answer: null },
  { note: 'left out where it may be', read: optional(flag), value: undefined, answer: undefined },
  {
    note: 'null is left out, as the platform carries it',
    read: optional(flag),
    value: null,
    answer: undefined,
  },
  { note: 'there, though it may be left out', read: optional(flag), value: true, answer: true },
  { note: 'a list', read: list(flag, 2), value: [true, false], answer: [true, false] },
  {
    note: 'a list too long',
    read: list(flag, 1),
    value: [true, false],
    answer: '✗ request: expected 0 to 1 items',
  },
  { note: 'a list too short', read: list(flag, 2, 1), value: [], answer: '✗ request: expected 1 to 2 items' },
  {
    note: 'an object like a list',
    read: list(flag, 2),
    value: { length: 0 },
    answer: '✗ request: expected a list',
  },
  {
    note: 'a wrong item',
    read: list(flag, 2),
    value: [true, 1],
    answer: '✗ request[1]: expected true or false',
  },
  {
    note: 'fields',
    read: tick,
    value: { id: '7', on: true },
    answer: { id: '7', on: true, note: undefined },
  },
  {
    note: 'other fields are left out',
    read: tick,
    value: JSON.parse('{"id":"7","on":true,"evil":1,"__proto__":{"polluted":1}}'),
    answer: { id: '7', on: true, note: undefined },
  },
  {
    note: 'a field is missing',
    read: tick,
    value: { id: '7' },
    answer: '✗ request.on: expected true or false',
  },
  {
    note: 'a wrong field in a list',
    read: list(tick, 2),
    value: [{ id: 'x', on: true }],
    answer: '✗ request[0].id: expected text like ^\\d+$',
  },
  ...[null, undefined, 5, 'text', []].map((value) => ({
    note: `no object: ${JSON.stringify(value)}`,
    read: tick,
    value,
    answer: '✗ request: expected an object',
  })),
  { note: 'a map', read: mapOf(/^[a-z]+$/, whole(0, 9)), value: { a: 1 }, answer: { a: 1 } },
  {
    note: 'a wrong key',
    read: mapOf(/^[a-z]+$/, whole(0, 9)),
    value: { А: 1 },
    answer: '✗ request: expected keys like ^[a-z]+$',
  },
  {
    note: 'a wrong value',
    read: mapOf(/^[a-z]+$/, whole(0, 9)),
    value: { a: -1 },
    answer: '✗ request.a: expected a whole number from 0 to 9',
  },
];

describe('readers of what came over the wire', () => {
  it.each(CASES)('$note', ({ read, value, answer: expected }) => {
    expect(answer(read, value)).toEqual(expected);
  });

  it('lets other errors through', () => {
    expect(() =>
      readRequest('request', () => {
        throw new TypeError('a fault of ours');
      }),
    ).toThrow(TypeError);
    const faulty = list(() => {
      throw new TypeError('a fault of ours');
    }, 1);
    expect(() => faulty([1])).toThrow(TypeError);
  });
});
