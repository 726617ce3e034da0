import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Issue, IssueCode } from '../../src/domain/issues.ts';
import type { StatisticsRecord } from '../../src/domain/record.ts';
import { readStatisticsFile, type StatisticsReading } from '../../src/import/read.ts';
import { sentenceOf } from '../../src/text/issues/sentences.ts';

const FOLDER = new URL('./files/', import.meta.url);

function read(name: string): StatisticsReading {
  return readStatisticsFile(readFileSync(new URL(name, FOLDER)), name);
}

const COUNTS = {
  school: [1060, 60, 500, 500, 400, 50, 45, 200, 150, 150, 140, 100, 160, 41, 3],
  preschool: [220, 20, 100, 100, 70, 18, 0, 0, 0, 52, 0, 0, 31, 15, 0],
  college: [430, 30, 400, 0, 100, 30, 12, 70, 40, null, null, 90, null, 33, 1],
  additional: [12, 12, 0, 0, 12, 12, 12, 0, 0, 0, 0, 0, 0, 9, null],
} as const;

type Identity = Pick<
  StatisticsRecord,
  'shortName' | 'orgType' | 'municipality' | 'orgId' | 'inn' | 'activity'
>;

function record(identity: Identity, counts: (typeof COUNTS)[keyof typeof COUNTS]): StatisticsRecord {
  return {
    ...identity,
    date: '2026-06-03',
    region: 'Город Вымышленск',
    regionCode: '05',
    link: '',
    peopleTotal: counts[0],
    teachersTotal: counts[1],
    studentsTotal: counts[2],
    parentsTotal: counts[3],
    registeredTotal: counts[4],
    teachersRegistered: counts[5],
    teachersLinked: counts[6],
    studentsRegistered: counts[7],
    studentsLinked: counts[8],
    parentsRegistered: counts[9],
    parentsLinked: counts[10],
    studentsActive: counts[11],
    parentsActive: counts[12],
    teachersActive: counts[13],
    teachersCalled: counts[14],
  };
}

/** The four organisations of every file, typed here by hand. */
const SCHOOLS: readonly StatisticsRecord[] = [
  record(
    {
      shortName: 'ГБОУ СОШ № 905 «Маяк»',
      orgType: 'Общеобразовательная организация',
      municipality: 'Приозёрный район',
      orgId: '900905',
      inn: '0590000905',
      activity: 'активна',
    },
    COUNTS.school,
  ),
  record(
    {
      shortName: 'ГБДОУ "Детский сад № 17", корпус 2',
      orgType: 'Дошкольная образовательная организация',
      municipality: 'Приозёрный район',
      orgId: '900017',
      inn: '0590000017',
      activity: 'активна',
    },
    COUNTS.preschool,
  ),
  record(
    {
      shortName: 'Колледж; связи',
      orgType: 'Профессиональная образовательная организация',
      municipality: 'Историческое МО',
      orgId: '900301',
      inn: '059000030112',
      activity: 'неактивна',
    },
    COUNTS.college,
  ),
  record(
    {
      shortName: 'ЦДТ Искра',
      orgType: 'Организация дополнительного образования',
      municipality: 'Историческое МО',
      orgId: '900444',
      inn: '0590000444',
      activity: 'активна',
    },
    COUNTS.additional,
  ),
];

/** What every full file is told: more active than there are in the college, which is inactive. */
const USUAL: readonly IssueCode[] = [
  'active-above-registered',
  'active-above-total',
  'active-above-registered',
  'active-above-registered',
  'organisation-inactive',
];

interface Taken {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Codes beside the usual ones. */
  readonly also?: readonly IssueCode[];
}

const TAKEN: readonly Taken[] = [
  { file: 'metabase-raw.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-raw-bom.csv', encoding: 'utf-8-bom', delimiter: ',' },
  { file: 'metabase-datetime.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-doubles.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-formatted-en.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-formatted-ru.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-formatted-ru-weekday.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-formatted-points.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'metabase-week-range.csv', encoding: 'utf-8', delimiter: ',', also: ['date-range'] },
  { file: 'metabase-semicolon.csv', encoding: 'utf-8', delimiter: ';' },
  { file: 'datalens.csv', encoding: 'utf-8', delimiter: ';' },
  { file: 'datalens-cp1251.csv', encoding: 'windows-1251', delimiter: ';' },
  { file: 'excel-ru.csv', encoding: 'windows-1251', delimiter: ';' },
  { file: 'excel-ru-utf8.csv', encoding: 'utf-8-bom', delimiter: ';' },
  { file: 'excel-unicode-text.txt', encoding: 'utf-16le', delimiter: '\t' },
  { file: 'excel-utf16be.txt', encoding: 'utf-16be', delimiter: '\t' },
  { file: 'excel-sep.csv', encoding: 'utf-8', delimiter: ';' },
  { file: 'excel-decimal-comma.csv', encoding: 'windows-1251', delimiter: ';' },
  { file: 'excel-trailing-columns.csv', encoding: 'utf-8', delimiter: ';' },
  { file: 'excel-short-rows.csv', encoding: 'utf-8', delimiter: ';', also: ['row-short'] },
  { file: 'excel-column-a.csv', encoding: 'windows-1251', delimiter: ',' },
  { file: 'mojibake-utf8.csv', encoding: 'utf-8', delimiter: ',', also: ['file-repaired'] },
  { file: 'mojibake-lost-byte.csv', encoding: 'utf-8', delimiter: ',', also: ['file-repaired'] },
  { file: 'mojibake-column-a.txt', encoding: 'utf-16le', delimiter: ',', also: ['file-repaired'] },
  { file: 'mac-cr.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'mixed-line-ends.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'no-final-newline.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'pasted-from-sheet.tsv', encoding: 'utf-8', delimiter: '\t' },
  { file: 'iconv-utf16.csv', encoding: 'utf-16le', delimiter: ';' },
  { file: 'libreoffice.xlsx', encoding: 'xlsx', delimiter: '' },
  { file: 'libreoffice-numbers.xlsx', encoding: 'xlsx', delimiter: '' },
  { file: 'libreoffice-cp1251.csv', encoding: 'windows-1251', delimiter: ',' },
  { file: 'libreoffice-quoted.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'columns-reversed.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'headings-max.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'headings-untidy.csv', encoding: 'utf-8', delimiter: ',' },
  { file: 'headings-foreign.csv', encoding: 'utf-8', delimiter: ',', also: ['columns-by-position'] },
  { file: 'title-above.csv', encoding: 'utf-8', delimiter: ',', also: ['lines-skipped'] },
  {
    file: 'columns-extra.csv',
    encoding: 'utf-8',
    delimiter: ',',
    also: ['columns-personal', 'columns-unknown'],
  },
  { file: 'totals-row.csv', encoding: 'utf-8', delimiter: ',', also: ['row-total'] },
];

interface Refused {
  readonly file: string;
  readonly code: IssueCode;
  /** Line that the issue names. */
  readonly line?: number;
}

const REFUSED: readonly Refused[] = [
  { file: 'refused-empty.csv', code: 'file-empty' },
  { file: 'refused-header-only.csv', code: 'file-header-only' },
  { file: 'refused-column-missing.csv', code: 'columns-missing' },
  { file: 'refused-column-doubled.csv', code: 'column-doubled' },
  { file: 'refused-page.csv', code: 'file-not-table' },
  { file: 'refused-error.csv', code: 'file-not-table' },
  { file: 'refused-book.xlsx', code: 'file-not-table' },
  { file: 'refused-old-book.xls', code: 'file-not-table' },
  { file: 'refused-libreoffice.xls', code: 'file-not-table' },
  { file: 'refused-libreoffice.ods', code: 'file-not-table' },
  { file: 'refused-letters-lost.csv', code: 'file-letters-lost' },
  { file: 'refused-export-error.csv', code: 'row-export-error', line: 6 },
  { file: 'refused-text-in-count.csv', code: 'count-text', line: 3 },
  { file: 'refused-negative.csv', code: 'count-negative', line: 2 },
  { file: 'refused-fraction.csv', code: 'count-fraction', line: 2 },
  { file: 'refused-inn-lost.csv', code: 'digits-lost', line: 2 },
  { file: 'refused-id-doubled.csv', code: 'id-doubled', line: 6 },
  { file: 'refused-id-missing.csv', code: 'id-missing', line: 3 },
  { file: 'refused-date-ambiguous.csv', code: 'date-ambiguous', line: 2 },
  { file: 'refused-cut-off.csv', code: 'row-ragged', line: 5 },
  { file: 'refused-cut-bytes.csv', code: 'file-bytes-damaged', line: 5 },
  { file: 'refused-unclosed-quote.csv', code: 'row-quotes', line: 4 },
  { file: 'refused-shifted-row.csv', code: 'row-ragged', line: 3 },
];

describe('files that people bring', () => {
  it.each(TAKEN)('$file', ({ file, encoding, delimiter, also = [] }) => {
    const { records, issues, summary } = read(file);
    expect(records).toEqual(SCHOOLS);
    expect(issues.map((issue) => issue.code).sort()).toEqual([...USUAL, ...also].sort());
    expect(summary).toMatchObject({ fileName: file, date: '2026-06-03', schools: 4, encoding, delimiter });
  });

  it('dates-several.csv: both reports, each whole', () => {
    const { records, issues, summary } = read('dates-several.csv');
    expect(records.slice(0, 4)).toEqual(SCHOOLS);
    expect(records.slice(4)).toEqual(SCHOOLS.map((school) => ({ ...school, date: '2026-05-27' })));
    expect(issues.map((issue) => issue.code)).toContain('dates-several');
    expect(summary).toMatchObject({ date: null, dates: ['2026-06-03', '2026-05-27'] });
  });

  it('columns-optional-absent.csv', () => {
    const { records, issues } = read('columns-optional-absent.csv');
    expect(records).toEqual(SCHOOLS.map((school) => ({ ...school, activity: '' })));
    expect(issues.map((issue) => issue.code)).toEqual(
      USUAL.filter((code) => code !== 'organisation-inactive'),
    );
  });

  it.each(REFUSED)('$file is refused: $code', ({ file, code, line }) => {
    const { records, issues } = read(file);
    expect(records).toEqual([]);
    const issue = issues.find((candidate): candidate is Issue => candidate.code === code);
    expect(issue).toBeDefined();
    if (line !== undefined) expect(issue).toMatchObject({ line });
    expect(issues.map(sentenceOf).join('\n')).not.toMatch(/undefined|Петров/);
  });

  it('every file of the folder stands in a table', () => {
    const known = [...TAKEN, ...REFUSED].map(({ file }) => file);
    known.push('columns-optional-absent.csv', 'dates-several.csv');
    const files = readdirSync(FOLDER).filter((file) => file !== 'README.md');
    expect(files.sort()).toEqual(known.sort());
    expect(files.length).toBeGreaterThanOrEqual(40);
  });
});
