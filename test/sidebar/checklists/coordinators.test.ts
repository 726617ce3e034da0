import { describe, expect, it } from 'vitest';
import {
  isWhose,
  schoolsOfWhose,
  whoseOf,
  whoseOptions,
} from '../../../src/sidebar/checklists/coordinators.ts';
import { createSchoolList } from '../../../src/sidebar/checklists/school-list.ts';
import { schoolRecord } from '../fixtures.ts';
import { stateOf } from './book.ts';

function schools(coordinators: readonly string[]) {
  const records = coordinators.map((_, index) => schoolRecord({ orgId: String(index) }));
  const extras = Object.fromEntries(
    coordinators.map((coordinator, index) => [String(index), { coordinator, changes: {} }]),
  );
  return createSchoolList(stateOf(records, {}, { extras })).all();
}

const labels = (options: readonly { label: string }[]): string[] =>
  options.map(({ label }) => label.replaceAll('\u00a0', ' '));

describe('whose schools can be chosen', () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ['nobody is assigned', ['', ''], 'ЦИО-1', ['Все: 2 школы']],
    [
      'one works here too',
      ['ЦИО-2', 'ЦИО-1', ''],
      'ЦИО-2',
      ['Мои школы (ЦИО-2): 1', 'Все: 3 школы', 'ЦИО-1: 1', 'Без координатора: 1'],
    ],
    ['a stranger', ['ЦИО-2', 'ЦИО-1'], 'ЦИО-9', ['Все: 2 школы', 'ЦИО-1: 1', 'ЦИО-2: 1']],
    ['nobody was picked', ['ЦИО-2', ''], '', ['Все: 2 школы', 'ЦИО-2: 1', 'Без координатора: 1']],
  ])('%s', (_note, coordinators, me, expected) => {
    expect(labels(whoseOptions(schools(coordinators), me))).toEqual(expected);
  });

  it.each([
    ['all', ['0', '1', '2']],
    ['nobody', ['2']],
    [whoseOf('ЦИО-1'), ['1']],
    [whoseOf('all'), []],
  ] as const)('%s', (whose, ids) => {
    const chosen = schoolsOfWhose(schools(['ЦИО-2', 'ЦИО-1', '']), whose);
    expect(chosen.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['', false],
    ['all', true],
    ['nobody', true],
    ['of:ЦИО-1', true],
    ['ЦИО-1', false],
  ])('a remembered %j', (text, known) => {
    expect(isWhose(text)).toBe(known);
  });
});
