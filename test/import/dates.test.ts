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
