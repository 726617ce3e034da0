import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../src/domain/columns.ts';
import { recordToRow, type StatisticsRecord } from '../../src/domain/record.ts';
import { statisticsCsv } from '../../src/sample/csv.ts';
import { sampleDistrict } from '../../src/sample/district.ts';
import { SAMPLE_OPTIONS } from '../../src/sample/options.ts';

const DISTRICT = sampleDistrict(SAMPLE_OPTIONS);
const FIRST = DISTRICT[0]?.[0];
if (FIRST === undefined) throw new Error('the sample district is empty');
const RECORD: StatisticsRecord = FIRST;

/** The second line of a report of one record, for names without line breaks. */
const lineOf = (changes: Partial<StatisticsRecord>): string =>
  statisticsCsv([{ ...RECORD, ...changes }]).split('\n')[1] ?? '';

describe('the statistics file of the sample', () => {
  it('has the exact headings, quoted only where they hold a comma', () => {
    const [headings = ''] = statisticsCsv([]).split('\n');
    expect(headings).toMatch(
      /^Дата,Краткое название,Тип ОО,МО,Субъект,Код региона,Ссылка,ID организация,Активна,"Учителей, учеников и родителей в школе всего",Учителей в школе всего,/,
    );
    expect(headings.match(/"/g)).toHaveLength(10);
  });

  it.each([
    { shortName: 'Школа', written: ',Школа,', note: 'plain text stays bare' },
    { shortName: 'Школа "Заря"', written: ',"Школа ""Заря""",', note: 'quotes are doubled' },
    { shortName: 'Школа, здание 2', written: ',"Школа, здание 2",', note: 'a comma is quoted' },
    { shortName: 'Школа; филиал', written: ',Школа; филиал,', note: 'a semicolon is not' },
    { shortName: '', written: '2026-11-11,,', note: 'a blank is an empty field' },
  ])('$note', ({ shortName, written }) => {
    expect(lineOf({ shortName })).toContain(written);
  });

  it('quotes line breaks', () => {
    expect(statisticsCsv([{ ...RECORD, shortName: 'a\nb\rc' }])).toContain(',"a\nb\rc",');
  });

  it('writes a blank count as nothing and a zero as 0', () => {
    expect(lineOf({ teachersActive: null, teachersCalled: 0 })).toMatch(/,,0$/);
  });

  it('ends every line with LF, the last one too, and has neither BOM nor CR', () => {
    for (const records of DISTRICT) {
      const csv = statisticsCsv(records);
      expect(csv.endsWith('\n')).toBe(true);
      expect(csv.split('\n')).toHaveLength(records.length + 2);
      expect(csv).not.toMatch(/[\r\uFEFF]/);
    }
  });

  it('comes back cell by cell through an independent parser', () => {
    for (const records of DISTRICT) {
      const { data, errors } = Papa.parse<string[]>(statisticsCsv(records), {
        delimiter: ',',
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      expect(data).toEqual([
        COLUMNS.map((column) => column.heading),
        ...records.map((record) => recordToRow(record).map((cell) => (cell === null ? '' : String(cell)))),
      ]);
    }
  });

  it('the committed files are what the generator makes: same seed, same bytes', () => {
    for (const records of DISTRICT) {
      const path = new URL(`../../workbench/sample/statistics-${records[0]?.date}.csv`, import.meta.url);
      expect(readFileSync(path).equals(Buffer.from(statisticsCsv(records), 'utf8'))).toBe(true);
    }
  });
});
