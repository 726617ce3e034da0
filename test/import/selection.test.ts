import { describe, expect, it } from 'vitest';
import { foreignMunicipalities, isTaken, selectRecords } from '../../src/import/selection.ts';
import { school } from './support.ts';

const ONE = school({ orgId: '1', municipality: 'А' });
const TWO = school({ orgId: '2', municipality: 'Б' });
const NOWHERE = school({ orgId: '3', municipality: '' });
const EARLIER = school({ orgId: '1', municipality: 'А', date: '2026-05-27' });
const OTHER_EARLIER = school({ orgId: '2', municipality: 'Б', date: '2026-05-27' });
const ALL = [EARLIER, ONE, TWO, NOWHERE, OTHER_EARLIER];

describe('selectRecords', () => {
  it.each([
    { note: 'the last report of all МО', municipalities: null, date: null, ids: ['1', '2', '3'], leftOut: 0 },
    { note: 'one МО, and who has none', municipalities: ['А'], date: null, ids: ['1', '3'], leftOut: 1 },
    { note: 'no МО', municipalities: [], date: null, ids: ['3'], leftOut: 2 },
    { note: 'an earlier report', municipalities: null, date: '2026-05-27', ids: ['1', '2'], leftOut: 0 },
    { note: 'a report that is not there', municipalities: null, date: '2020-01-01', ids: [], leftOut: 0 },
  ])('$note', ({ municipalities, date, ids, leftOut }) => {
    const selected = selectRecords(ALL, { municipalities, date, older: false });
    expect(selected.records.map(({ orgId }) => orgId)).toEqual(ids);
    expect(selected.older).toEqual([]);
    expect(selected.leftOut).toBe(leftOut);
    expect(selected.date).toBe(date ?? '2026-06-03');
  });

  it.each([
    { note: 'of the last report', municipalities: null, date: null, older: ['1', '2'] },
    { note: 'of other МО none', municipalities: ['Б'], date: null, older: ['2'] },
    { note: 'of the first report none', municipalities: null, date: '2026-05-27', older: [] },
  ])('earlier reports: $note', ({ municipalities, date, older }) => {
    const selected = selectRecords(ALL, { municipalities, date, older: true });
    expect(selected.older.map(({ orgId }) => orgId)).toEqual(older);
    expect(selected.older.every((record) => record.date === '2026-05-27')).toBe(true);
  });

  it('has nothing of nothing', () => {
    expect(selectRecords([], { municipalities: null, date: null, older: true })).toEqual({
      date: null,
      records: [],
      older: [],
      leftOut: 0,
    });
  });
});

describe('МО', () => {
  it.each([
    { name: 'А', taken: null, is: true },
    { name: 'А', taken: ['А'], is: true },
    { name: 'Б', taken: ['А'], is: false },
    { name: '__proto__', taken: ['А'], is: false },
    { name: '', taken: ['А'], is: true },
  ])('«$name» among $taken: $is', ({ name, taken, is }) => {
    expect(isTaken(name, taken)).toBe(is);
  });

  it.each([
    { note: 'some are of the book', file: ['А', 'Б', ''], book: ['А'], foreign: ['Б'] },
    { note: 'all are of the book', file: ['А'], book: ['А', 'Б'], foreign: [] },
    {
      note: 'the book is empty or of another region: nothing to compare with',
      file: ['А', 'Б'],
      book: [],
      foreign: [],
    },
  ])('$note', ({ file, book, foreign }) => {
    expect(foreignMunicipalities(file, new Set(book))).toEqual(foreign);
  });
});
