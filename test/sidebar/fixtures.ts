import { DEFAULT_COK_RULES } from '../../src/domain/cok.ts';
import { COLUMNS, type ColumnKey } from '../../src/domain/columns.ts';
import { DEFAULT_TARGETS } from '../../src/domain/indicators.ts';
import { DEFAULT_KIND_WORDS } from '../../src/domain/organisation.ts';
import {
  recordToRow,
  rowToRecord,
  type StatisticsRecord,
  type StatisticsRow,
} from '../../src/domain/record.ts';
import { DEFAULT_DATED_TARGETS } from '../../src/domain/yardsticks/dated-targets.ts';
import type { BookState } from '../../src/server/contract.ts';

export const REPORT_DATE = '2025-11-24';

/** An invented school, all of whose counts are met, changed by `fields`. */
export function schoolRecord(fields: Partial<StatisticsRecord> = {}): StatisticsRecord {
  const row = COLUMNS.map((column) => (column.kind === 'count' ? 0 : ''));
  return {
    ...rowToRecord(row),
    date: REPORT_DATE,
    shortName: 'ГБОУ СОШ № 525',
    orgType: 'Общеобразовательная организация',
    municipality: 'Московский район',
    region: 'Санкт-Петербург',
    regionCode: '78',
    orgId: '1000525',
    activity: 'активна',
    inn: '0781234567',
    peopleTotal: 1260,
    teachersTotal: 60,
    teachersRegistered: 58,
    teachersLinked: 55,
    teachersActive: 50,
    parentsTotal: 600,
    parentsRegistered: 400,
    parentsLinked: 300,
    parentsActive: 300,
    studentsTotal: 600,
    studentsRegistered: 500,
    studentsLinked: 400,
    studentsActive: 250,
    registeredTotal: 958,
    teachersCalled: 3,
    ...fields,
  };
}

/** A school whose teachers are 4 people short of the target of 75 %. */
export function laggingRecord(fields: Partial<StatisticsRecord> = {}): StatisticsRecord {
  return schoolRecord({
    shortName: 'ГБОУ лицей № 5 «Радуга»',
    orgId: '1000005',
    teachersActive: 41,
    ...fields,
  });
}

/** `count` different schools, every third of them lagging. */
export function manyRecords(count: number): StatisticsRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const fields = { shortName: `ГБОУ СОШ № ${index + 1}`, orgId: String(2_000_000 + index) };
    return index % 3 === 0 ? laggingRecord(fields) : schoolRecord(fields);
  });
}

export function bookOf(records: readonly StatisticsRecord[], changes: Partial<BookState> = {}): BookState {
  return {
    date: records.length === 0 ? null : REPORT_DATE,
    rows: records.map(recordToRow),
    fingerprint: 'as-read',
    targets: DEFAULT_TARGETS,
    datedTargets: DEFAULT_DATED_TARGETS,
    kindWords: DEFAULT_KIND_WORDS,
    remembered: { columns: [], municipalities: null },
    texts: [],
    links: {},
    sample: false,
    cokRows: [],
    cok: DEFAULT_COK_RULES,
    issues: [],
    ...changes,
  };
}

/** A file as the source writes it: its headings, ISO dates, quotes where they are needed. */
export function csvOf(
  records: readonly StatisticsRecord[],
  drop: readonly ColumnKey[] = [],
  delimiter = ',',
): string {
  const kept = COLUMNS.map((column, index) => ({ column, index })).filter(
    ({ column }) => !drop.includes(column.key),
  );
  const lines = [kept.map(({ column }) => quoted(column.heading))];
  for (const record of records) {
    const row: StatisticsRow = recordToRow(record);
    lines.push(kept.map(({ index }) => quoted(String(row[index] ?? ''))));
  }
  return `${lines.map((line) => line.join(delimiter)).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
