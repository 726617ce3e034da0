import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../src/domain/columns.ts';
import { dateOfRow, idOfRow, latestDate, recordToRow, rowToRecord } from '../../src/domain/record.ts';
import { recordWith, statisticsRow } from './record-builder.ts';

describe('record and row', () => {
  it('a row comes back from its record', () => {
    fc.assert(
      fc.property(statisticsRow, (row) => {
        expect(recordToRow(rowToRecord(row))).toEqual(row);
      }),
      { seed: 20261118, numRuns: 1000 },
    );
  });

  it('a blank is null in a count, and the empty text elsewhere', () => {
    const record = rowToRecord(COLUMNS.map(() => null));
    for (const { key, kind } of COLUMNS) expect(record[key], key).toBe(kind === 'count' ? null : '');
  });

  it('a row that is too short has blanks at its end', () => {
    const { date, shortName, inn, teachersActive } = rowToRecord(['2026-11-18', 'Школа']);
    expect({ date, shortName, inn, teachersActive }).toEqual({
      date: '2026-11-18',
      shortName: 'Школа',
      inn: '',
      teachersActive: null,
    });
  });

  it('a zero is not a blank, and leading zeros stay', () => {
    const record = recordWith({ teachersActive: 0, inn: '0012000345', regionCode: '00' });
    const row = recordToRow(record);
    expect([row[23], row[22], row[5]]).toEqual([0, '0012000345', '00']);
    expect(rowToRecord(row)).toEqual(record);
  });
});

describe('the date and the id of a row', () => {
  const row = (date: string | number | null, orgId: string | number | null): (string | number | null)[] => {
    const cells: (string | number | null)[] = recordToRow(recordWith({}));
    cells[0] = date;
    cells[7] = orgId;
    return cells;
  };

  it.each([
    { date: '2026-11-18', found: '2026-11-18', note: 'a school of the report' },
    { date: '', found: null, note: 'a vanished school' },
    { date: null, found: null, note: 'a blank cell' },
    { date: 45_980, found: null, note: 'a number that no edge has turned into a day' },
  ])('$note', ({ date, found }) => {
    expect(dateOfRow(row(date, '1'))).toBe(found);
  });

  it('a row without cells has neither', () => {
    expect([dateOfRow([]), idOfRow([])]).toEqual([null, '']);
  });

  it.each([
    { orgId: '00001000', found: '00001000', note: 'leading zeros are part of the id' },
    { orgId: 1000, found: '1000', note: 'an id that became a number' },
    { orgId: '', found: '', note: 'no id' },
    { orgId: null, found: '', note: 'a blank cell' },
  ])('$note', ({ orgId, found }) => {
    expect(idOfRow(row(null, orgId))).toBe(found);
  });

  it.each([
    { dates: [], latest: null, note: 'no rows' },
    { dates: ['', null], latest: null, note: 'vanished schools only' },
    {
      dates: ['2026-11-11', '2026-11-18', '', '2025-12-31'],
      latest: '2026-11-18',
      note: 'the latest, wherever',
    },
  ])('latest date: $note', ({ dates, latest }) => {
    expect(latestDate(dates.map((date) => row(date, '1')))).toBe(latest);
  });
});
