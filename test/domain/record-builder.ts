import fc from 'fast-check';
import { COLUMNS } from '../../src/domain/columns.ts';
import { rowToRecord, type StatisticsRecord } from '../../src/domain/record.ts';

const BLANK: StatisticsRecord = {
  ...rowToRecord([]),
  date: '2026-11-18',
  shortName: 'Школа № 9001',
  orgId: '00001000',
};

/** A record of a school on 2026-11-18 with blanks where `changes` gives nothing. */
export function recordWith(changes: Partial<StatisticsRecord>): StatisticsRecord {
  return { ...BLANK, ...changes };
}

/** A count of people, or the blank of the source. */
export const countOrBlank = fc.option(fc.integer({ min: 0, max: 3000 }), { freq: 6 });

/** Valid rows of 25 cells: ISO dates, any texts, counts or blanks. */
export const statisticsRow = fc.tuple(
  ...COLUMNS.map(({ kind }): fc.Arbitrary<string | number | null> => {
    if (kind === 'count') return countOrBlank;
    if (kind === 'digits') return fc.stringMatching(/^\d{1,12}$/);
    return kind === 'date' ? fc.constantFrom('2026-11-18', '2026-11-11', '2024-02-29') : fc.string();
  }),
);
