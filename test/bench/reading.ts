import Papa from 'papaparse';
import { assessMax, DEFAULT_TARGETS } from '../../src/domain/indicators.ts';
import { organisationKind } from '../../src/domain/organisation.ts';
import { recordToRow, type StatisticsRecord } from '../../src/domain/record.ts';
import { planImport } from '../../src/import/plan.ts';
import { readStatisticsFile } from '../../src/import/read.ts';
import { statisticsCsv } from '../../src/sample/csv.ts';
import { sampleDistrict } from '../../src/sample/district.ts';
import { held, type Measure, milliseconds, ratio } from './measure.ts';

const ROWS = 100_000;

/** The pure parts at the size of a country, which no book holds. */
export function benchReading(): Measure[] {
  const records = country();
  const text = statisticsCsv(records);
  const bytes = new TextEncoder().encode(text);
  const rows = records.map(recordToRow);
  const read = () => readStatisticsFile(bytes, 'country.csv', { rowLimit: ROWS });
  const found = read();
  if (found.records.length !== ROWS) throw new Error(`Read ${found.records.length} of ${ROWS} rows.`);
  const toRead: Measure = {
    what: `file → records + issues, ${ROWS} × 25, against papaparse alone`,
    measured: ratio(read, () => Papa.parse(text, { delimiter: ',', newline: '\n' }), 5),
    budget: 2,
    unit: '×',
  };
  // After that, so that what is made once and kept for all readings does not count.
  const { made, megabytes } = held(read);
  return [
    toRead,
    {
      what: `plan of an import, ${ROWS} rows`,
      measured: milliseconds(() => planImport(rows, rows)),
      budget: null,
      unit: 'ms',
    },
    {
      what: `status of all indicators, ${ROWS} schools`,
      measured: milliseconds(() =>
        records.map((record) => assessMax(record, organisationKind(record.orgType), DEFAULT_TARGETS)),
      ),
      budget: null,
      unit: 'ms',
    },
    {
      what: `memory of the records of ${made.records.length} rows`,
      measured: megabytes,
      budget: null,
      unit: 'MB',
    },
  ];
}

/** Forty cities of 2,500 organisations, their ids made different. */
function country(): StatisticsRecord[] {
  const [city = []] = sampleDistrict({ schools: 2500, weeks: 1, seed: 1, lastDate: '2026-11-18' });
  const records: StatisticsRecord[] = [];
  for (let copy = 0; records.length < ROWS; copy += 1) {
    for (const record of city) {
      records.push({ ...record, orgId: `${record.orgId}${String(copy).padStart(2, '0')}` });
    }
  }
  return records.slice(0, ROWS);
}
