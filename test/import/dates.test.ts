import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRealDay, readDate } from '../../src/import/dates.ts';

const JUNE_3 = '2026-06-03';

describe('readDate', () => {
  const june: readonly [note: string, cell: string][] = [
    ['ISO', '2026-06-03'],
    ['ISO with time', '2026-06-03T10:15:00'],
    ['ISO with zone', '2026-06-03T00:00:00+03:00'],
    ['ISO with fractions of a second', '2026-06-03T10:15:30.123456+03:00'],
    ['ISO with a space', '2026-06-03 00:00:00'],
    ['Russian', '03.06.2026'],
    ['Russian, short', '3.6.2026'],
    ['Russian, two digits of the year', '03.06.26'],
    ['Russian with time', '03.06.2026 00:00'],
    ['Russian with time, spaces around and between', ' 03.06.2026  00:00 '],
    ['year first with slashes', '2026/6/3'],
    ['formatted, English', 'June 3, 2026'],
    ['formatted, English, with time', 'June 3, 2026, 12:00 AM'],
    ['formatted, English, weekday', 'Wednesday, June 3, 2026'],
    ['formatted, Russian genitive', 'июня 3, 2026'],
    ['formatted, Russian day first', '3 июня, 2026'],
    ['formatted, Russian, weekday', 'среда, июня 3, 2026'],
    ['formatted, Russian, short month', 'июн. 3, 2026'],
    ['formatted, Russian, with time', 'июня 3, 2026, 12:00 AM'],
    ['as people write', '3 июня 2026 г.'],
    ['no-break spaces', '3\u00a0июня\u00a02026'],
    ['capitals', '3 ИЮНЯ 2026'],
    ['spaces around and between', ' \t3  июня \n 2026 '],
    ['several marks between', 'June 3,, . 2026'],
    ['a day of two digits', '03 июня 2026 года'],
    ['as long as a date may be', `3 июня${' '.repeat(70)}2026`],
  ];
  it.each(june)('%s: «%s»', (_note, cell) => {
    expect(readDate(cell)).toEqual({ ok: true, date: JUNE_3, range: false });
  });

  it.each([
    ['13/6/2026', '2026-06-13', 'day first, as there is no month 13'],
    ['6/13/2026', '2026-06-13', 'month first, as there is no month 13'],
    ['6/6/2026', '2026-06-06', 'the same both ways'],
    ['1 мая 2026', '2026-05-01', 'May has its own genitive'],
    ['1 марта 2026', '2026-03-01', 'March'],
    ['29.02.2028', '2028-02-29', 'leap year'],
    ['29.02.2000', '2000-02-29', 'a leap year of a century'],
    ['31 января 2026', '2026-01-31', 'the first month'],
    ['01.01.2000', '2000-01-01', 'the first day that is believed'],
    ['31.12.2099', '2099-12-31', 'the last day that is believed'],
  ])('«%s» → %s (%s)', (cell, date) => {
    expect(readDate(cell)).toEqual({ ok: true, date, range: false });
  });

  it('asks instead of guessing day and month', () => {
    expect(readDate('3/6/2026')).toEqual({ ok: false, fault: 'date-ambiguous' });
    expect(readDate('3/6/2026', 'day-first')).toEqual({ ok: true, date: JUNE_3, range: false });
    expect(readDate('6/3/2026', 'month-first')).toEqual({ ok: true, date: JUNE_3, range: false });
  });

  it.each(['June 3, 2026 - June 9, 2026', '03.06.2026 – 09.06.2026', '2026-06-03 - 2026-06-09'])(
    'takes the first day of a period: «%s»',
    (cell) => {
      expect(readDate(cell)).toEqual({ ok: true, date: JUNE_3, range: true });
    },
  );

  const wrong = [
    '',
    'вчера',
    '2026-02-30',
    '29.02.2026',
    '29.02.2030',
    '30.02.2028',
    '31.12.1999',
    '01.01.2100',
    '3 июня 20261',
    '3 июня 12026',
    '3 июня 2026 2027',
    '123 июня 2026',
    '3-я июня 2026',
    '01.06.2026 - 02.06.2026 - 03.06.2026',
    'вчера - 03.06.2026',
    '3/6/2026x',
    `3 июня${' '.repeat(71)}2026`,
    '31.04.2026',
    '32.01.2026',
    '00.01.2026',
    '13.13.2026',
    '2026-6',
    '46176',
    'June 2026',
    'June 3',
    '3 июня июля 2026',
    '3 4 июня 2026',
    '1899-12-30',
    '9999-01-01',
    '03.06.2026 - вчера',
    `${'9'.repeat(60)}.06.2026`,
  ];
  it.each(wrong)('refuses «%s»', (cell) => {
    expect(readDate(cell)).toEqual({ ok: false, fault: 'date-invalid' });
  });

  it.each(['2026-06-031', '12026-06-03', '2026-13-01', '2026-00-10', ''])('«%s» is no day', (text) => {
    expect(isRealDay(text)).toBe(false);
  });

  it('asks about either end of a period', () => {
    const ambiguous = { ok: false, fault: 'date-ambiguous' };
    expect(readDate('3/6/2026 - 9/6/2026')).toEqual(ambiguous);
    expect(readDate('13/6/2026 - 9/7/2026')).toEqual(ambiguous);
    expect(readDate('3/6/2026 - 9/6/2026', 'day-first')).toEqual({ ok: true, date: JUNE_3, range: true });
  });

  it('refuses a long text at once', () => {
    expect(readDate('0'.repeat(100_000))).toEqual({ ok: false, fault: 'date-invalid' });
  });

  it('reads back every day of the century in its usual spellings', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const iso = moment.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-');
        for (const cell of [iso, `${d}.${m}.${y}`, `${y}/${Number(m)}/${Number(d)}`, `${iso}T12:00:00Z`]) {
          expect(readDate(cell)).toEqual({ ok: true, date: iso, range: false });
        }
        expect(isRealDay(iso)).toBe(true);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
});
