import { describe, expect, it } from 'vitest';
import { COK_COUNT_KEYS } from '../../../src/domain/cok.ts';
import { IssueError } from '../../../src/domain/issues.ts';
import { aliasOf } from '../../../src/import/cok/alias.ts';
import { validateCok } from '../../../src/import/cok/wire.ts';

const WIRE = {
  date: '2026-11-18',
  fields: ['assigned', 'viewed'],
  schools: [
    ['1', 12, null],
    ['2', 0, 1_000_000],
  ],
  aliases: [['Лицей №5', '1']],
};

describe('validateCok', () => {
  it('gives the report back, what the file does not have as blanks', () => {
    const report = validateCok({ ...WIRE, more: 1 });
    expect(report).toMatchObject({ date: WIRE.date, fields: WIRE.fields });
    expect(report.schools.map(({ id }) => id)).toEqual(['1', '2']);
    expect(report.schools[0]?.counts).toMatchObject({ assigned: 12, viewed: null, loggedIn: null });
    expect(report.schools[1]?.counts).toMatchObject({ assigned: 0, viewed: 1_000_000 });
    expect([...report.aliases]).toEqual([[aliasOf('Лицей №5'), '1']]);
  });

  it('takes every count there is', () => {
    const wire = { ...WIRE, fields: COK_COUNT_KEYS, schools: [['1', ...COK_COUNT_KEYS.map((_, at) => at)]] };
    const [school] = validateCok(wire).schools;
    expect(COK_COUNT_KEYS.map((key) => school?.counts[key])).toEqual(COK_COUNT_KEYS.map((_, at) => at));
  });

  it.each([
    ['nothing', null],
    ['no day', { ...WIRE, date: '2026-02-30' }],
    ['a day and a time', { ...WIRE, date: '2026-11-18T00:00' }],
    ['no fields', { ...WIRE, fields: [] }],
    ['a field that is none', { ...WIRE, fields: ['assigned', 'school'] }],
    ['more fields than there are', { ...WIRE, fields: [...COK_COUNT_KEYS, 'viewed'] }],
    ['no schools', { ...WIRE, schools: [] }],
    ['too many schools', { ...WIRE, schools: Array.from({ length: 5001 }, (_, at) => [`${at}`, 1, 1]) }],
    [
      'a school twice',
      {
        ...WIRE,
        schools: [
          ['1', 1, 1],
          ['1', 2, 2],
        ],
      },
    ],
    ['a school without id', { ...WIRE, schools: [['', 1, 1]] }],
    ['a number as an id', { ...WIRE, schools: [[1, 1, 1]] }],
    ['an id without end', { ...WIRE, schools: [['1'.repeat(101), 1, 1]] }],
    ['a count too few', { ...WIRE, schools: [['1', 1]] }],
    ['a count too many', { ...WIRE, schools: [['1', 1, 1, 1]] }],
    ['a negative count', { ...WIRE, schools: [['1', -1, 1]] }],
    ['a fraction', { ...WIRE, schools: [['1', 0.5, 1]] }],
    ['a count beyond belief', { ...WIRE, schools: [['1', 1, 1_000_001]] }],
    ['an alias without id', { ...WIRE, aliases: [['Лицей']] }],
    ['an alias of three parts', { ...WIRE, aliases: [['Лицей', '1', '2']] }],
    ['a name without end', { ...WIRE, aliases: [['х'.repeat(501), '1']] }],
  ])('refuses %s', (_note, wire) => {
    expect(() => validateCok(wire)).toThrow(IssueError);
  });

  it.each([
    ['cok.date: expected a real day', { ...WIRE, date: '2026-02-30' }],
    ['cok: expected unique schools', { ...WIRE, schools: [['', 1, 1]] }],
  ])('says where and what was expected: %s', (detail, wire) => {
    expect(() => validateCok(wire)).toThrow(new IssueError({ code: 'request-invalid', detail }));
  });
});
