import { describe, expect, it } from 'vitest';
import { readDay, readPastDay } from '../../../src/domain/checklists/day-cell.ts';

describe('readDay', () => {
  it.each<{ text: string; near?: string | null; day: string | null; note: string }>([
    { text: '2026-11-12', day: '2026-11-12', note: 'a date of the book' },
    { text: '12.11.2026', day: '2026-11-12', note: 'as written in Russian' },
    { text: '1.2.26', day: '2026-02-01', note: 'short day, month and year' },
    { text: '29.02.2000', day: '2000-02-29', note: 'the last day of four hundred years' },
    { text: '12.11.', day: '2026-11-12', note: 'a dot at the end' },
    { text: '12.11.2026 г.', day: '2026-11-12', note: 'with the word for year' },
    { text: '12.11', day: '2026-11-12', note: 'the nearest year' },
    { text: '28.12', near: '2027-01-05', day: '2026-12-28', note: 'the year before in January' },
    { text: '05.01', near: '2026-12-28', day: '2027-01-05', note: 'the next year in December' },
    {
      text: '01.03',
      near: '2027-08-31',
      day: '2027-03-01',
      note: 'half a year both ways: the day that has passed',
    },
    { text: '29.02', near: '2027-03-01', day: '2028-02-29', note: 'only a leap year has the day' },
    { text: '29.02', near: '2026-03-01', day: null, note: 'no leap year near' },
    { text: '12.11', near: null, day: null, note: 'no year can be told' },
    { text: '31.11.2026', day: null, note: 'not in the calendar' },
    { text: '2026-02-30', day: null, note: 'not in the calendar, as ISO' },
    { text: '2026-13-01', day: null, note: 'no such month' },
    { text: '12/11/2026', day: null, note: 'day and month cannot be told apart' },
    { text: '12.11.202', day: null, note: 'a year of three digits' },
    { text: 'завтра', day: null, note: 'a word' },
    { text: '', day: null, note: 'blank' },
  ])('«$text» near $near: $note', ({ text, near = '2026-11-20', day }) => {
    expect(readDay(text, near)).toBe(day);
  });
});

describe('readPastDay', () => {
  it.each<{ cell: string | number | boolean | null | undefined; reading: unknown; note: string }>([
    { cell: '', reading: { day: null, fault: null }, note: 'blank' },
    { cell: '  ', reading: { day: null, fault: null }, note: 'spaces' },
    { cell: null, reading: { day: null, fault: null }, note: 'null' },
    { cell: undefined, reading: { day: null, fault: null }, note: 'no such cell' },
    { cell: '2026-11-20', reading: { day: '2026-11-20', fault: null }, note: 'today' },
    { cell: '2026-11-21', reading: { day: null, fault: 'future', found: '2026-11-21' }, note: 'tomorrow' },
    { cell: 45_000, reading: { day: null, fault: 'text', found: '45000' }, note: 'a bare number' },
    { cell: true, reading: { day: null, fault: 'text', found: 'true' }, note: 'a checkbox' },
  ])('$note', ({ cell, reading }) => {
    expect(readPastDay(cell, '2026-11-20')).toEqual(reading);
  });

  it('without today no day is in the future', () => {
    expect(readPastDay('2099-01-01', null)).toEqual({ day: '2099-01-01', fault: null });
  });
});
