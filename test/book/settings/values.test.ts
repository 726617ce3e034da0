import { describe, expect, it } from 'vitest';
import { dateOfSerial } from '../../../src/book/cells.ts';
import type { CellOutput } from '../../../src/book/platform.ts';
import { type SettingEntry, type SettingValues, settingValues } from '../../../src/book/settings/values.ts';
import type { Issue } from '../../../src/domain/issues.ts';

/** As cells give them: dates as serial numbers here. */
function values(entries: readonly SettingEntry[]): { settings: SettingValues; issues: Issue[] } {
  const issues: Issue[] = [];
  const dateOf = (value: CellOutput | undefined) => (typeof value === 'number' ? dateOfSerial(value) : null);
  return { settings: settingValues(entries, dateOf, issues), issues };
}

const SHARE = 'доля больше 0 % и не больше 100 %';
const DAY = 'дата вида 30.12.2025';
const invalid = (found: string, expected: string): Issue => ({
  code: 'setting-invalid',
  setting: 'x',
  found,
  expected,
});

describe('a value of «Настройки»', () => {
  it.each<[CellOutput, number | null, Issue[]]>([
    [0.68, 6800, []],
    [1, 10_000, []],
    [0.0001, 1, []],
    ['', 5, []],
    ['68 %', 5, [invalid('68 %', SHARE)]],
    [0, 5, [invalid('0', SHARE)]],
    [-0.1, 5, [invalid('-0.1', SHARE)]],
    [1.01, 5, [invalid('1.01', SHARE)]],
    [true, 5, [invalid('true', SHARE)]],
  ])('as a share: %j', (cell, share, expected) => {
    const { settings, issues } = values([['x', cell]]);
    expect(settings.share('x', 5)).toBe(share);
    expect(issues).toEqual(expected);
  });

  it.each<[CellOutput, string | null, Issue[]]>([
    [46_344, '2026-11-18', []],
    ['18.11.2026', '2026-11-18', []],
    [' 2026-11-18 ', '2026-11-18', []],
    ['29.02.2024', '2024-02-29', []],
    ['', null, []],
    ['29.02.2026', null, [invalid('29.02.2026', DAY)]],
    ['2026-13-01', null, [invalid('2026-13-01', DAY)]],
    ['8.11.2026', null, [invalid('8.11.2026', DAY)]],
    ['18.11.26', null, [invalid('18.11.26', DAY)]],
    ['18.11.2026 г.', null, [invalid('18.11.2026 г.', DAY)]],
    [false, null, [invalid('false', DAY)]],
  ])('as a day: %j', (cell, day, expected) => {
    const { settings, issues } = values([['x', cell]]);
    expect(settings.day('x')).toBe(day);
    expect(issues).toEqual(expected);
  });

  it.each<[CellOutput, number | null, string[]]>([
    [0, 0, []],
    [12, 12, []],
    ['', null, []],
    [1.5, null, ['1.5']],
    [-1, null, ['-1']],
    ['12', null, ['12']],
  ])('as a count: %j', (cell, count, found) => {
    const { settings, issues } = values([['x', cell]]);
    expect(settings.count('x')).toBe(count);
    expect(issues).toEqual(found.map((text) => invalid(text, 'целое число, не меньше нуля')));
  });

  it('as one of several words, as a list, as a text', () => {
    const { settings, issues } = values([
      ['word', ' Неделя '],
      ['x', 'год'],
      ['list', ' Лицей; гимназия,, ШКОЛА ;'],
      ['kind.school', ' школа '],
      ['kind.', 5],
    ]);
    expect(settings.choice('word', ['месяц', 'неделя'])).toBe('неделя');
    expect(settings.choice('x', ['месяц', 'неделя'])).toBe('месяц');
    expect(settings.choice('none', ['месяц', 'неделя'])).toBe('месяц');
    expect(settings.list('list')).toEqual(['лицей', 'гимназия', 'школа']);
    expect(settings.list('none')).toEqual([]);
    expect(settings.text('kind.school')).toBe('школа');
    expect(settings.startingWith('kind.')).toEqual([
      ['school', 'школа'],
      ['', '5'],
    ]);
    expect(issues).toEqual([invalid('год', 'одно из: месяц, неделя')]);
    settings.refuse('word', 'другое');
    settings.refuse('none', 'другое');
    expect(issues.slice(1)).toEqual([
      { code: 'setting-invalid', setting: 'word', found: 'Неделя', expected: 'другое' },
    ]);
  });

  it('of two rows with one code the first counts, and a row without code none', () => {
    const { settings } = values([
      ['', 'nobody'],
      ['x', 'first'],
      ['x', 'second'],
    ]);
    expect([settings.text('x'), settings.text('')]).toEqual(['first', '']);
  });

  it('as shares that hold from a day on', () => {
    const { settings, issues } = values([
      ['x', 0.5],
      ['y', 0.1, '01.01.2026'],
      ['x', 0.6, ' 01.01.2026 '],
      ['x', 0.7, 46_388],
      ['x', 0.8, 'весной'],
      ['x', 'много', '01.01.2028'],
      ['x', 0.9, '  '],
    ]);
    expect(settings.datedShares('x')).toEqual([
      { from: null, share: 5000 },
      { from: '2026-01-01', share: 6000 },
      { from: '2027-01-01', share: 7000 },
      { from: '2028-01-01', share: null },
      { from: null, share: 9000 },
    ]);
    expect(issues).toEqual([invalid('весной', DAY), invalid('много', SHARE)]);
  });
});
