import { describe, expect, it } from 'vitest';
import { severityOf } from '../../src/domain/issues.ts';
import { readStatisticsFile } from '../../src/import/read.ts';
import { statisticsCsv } from '../../src/sample/csv.ts';
import { sampleDistrict } from '../../src/sample/district.ts';
import { SAMPLE_OPTIONS } from '../../src/sample/options.ts';

describe('a sample file is read by the import as any other', () => {
  it.each([1, 2, 3, 20261118])('seed %i: the same records, no error, remarks on what is odd', (seed) => {
    for (const records of sampleDistrict({ ...SAMPLE_OPTIONS, seed })) {
      const bytes = new TextEncoder().encode(statisticsCsv(records));
      const reading = readStatisticsFile(bytes, 'sample.csv');
      expect(reading.records).toEqual(records);
      expect(reading.issues.filter((issue) => severityOf(issue) === 'error')).toEqual([]);
      expect(new Set(reading.issues.map(({ code }) => code))).toEqual(
        new Set(['active-above-total', 'organisation-inactive']),
      );
      expect(reading.summary).toMatchObject({ date: records[0]?.date, schools: records.length });
    }
  });
});
