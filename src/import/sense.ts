import { isInactive } from '../domain/activity.ts';
import { COLUMNS, type ColumnKey, type Group, STAGE_COUNT } from '../domain/columns.ts';
import type { FileIssue, RowIssue } from '../domain/issues.ts';
import type { Count, StatisticsRecord } from '../domain/record.ts';

export const GROUPS: readonly Group[] = ['teachers', 'parents', 'students'];

/** Rows that Metabase, where the statistics come from, gives at most: shown, and downloaded. */
const CUT_AT: readonly number[] = [2000, 10_000];
/** Pages and limits of other tables; a district may have as many schools by chance. */
const PAGES: readonly number[] = [100, 1000];
/** Below this many counts a column of zeros means nothing. */
const ZEROS_TELL = 10;

type Add = (issue: RowIssue) => void;

/** What is odd in the counts of one school, though each of them is right in itself. */
export function addRecordIssues(record: StatisticsRecord, line: () => number, add: Add): void {
  for (const group of GROUPS) addGroupIssues(record, group, line, add);
  addSumIssues(record, line, add);
  if (isInactive(record.activity)) {
    add({ code: 'organisation-inactive', line: line(), school: record.shortName });
  }
}

function addGroupIssues(record: StatisticsRecord, group: Group, line: () => number, add: Add): void {
  const stages = STAGE_COUNT[group];
  const total = record[stages.total];
  const registered = record[stages.registered];
  const linked = record[stages.linked];
  const active = record[stages.active];
  const school = record.shortName;
  if (active !== null && total !== null && active > total) {
    add({ code: 'active-above-total', line: line(), school, group, active, total });
  } else if (registered !== null && total !== null && registered > total) {
    // Where even the active exceed the total, this one goes without saying.
    add({ code: 'registered-above-total', line: line(), school, group, registered, total });
  }
  if (active !== null && registered !== null && active > registered) {
    add({ code: 'active-above-registered', line: line(), school, group, found: active, registered });
  }
  if (linked !== null && registered !== null && linked > registered) {
    add({ code: 'linked-above-registered', line: line(), school, group, found: linked, registered });
  }
}

function addSumIssues(record: StatisticsRecord, line: () => number, add: Add): void {
  const { shortName: school, registeredTotal, peopleTotal } = record;
  const registered = sum(record.teachersRegistered, record.studentsRegistered, record.parentsRegistered);
  if (registeredTotal !== null && registered !== null && registeredTotal !== registered) {
    add({ code: 'registered-sum', line: line(), school, found: registeredTotal, sum: registered });
  }
  const people = sum(record.teachersTotal, record.studentsTotal, record.parentsTotal);
  if (peopleTotal !== null && people !== null && peopleTotal !== people) {
    add({ code: 'people-sum', line: line(), school, found: peopleTotal, sum: people });
  }
}

/** What is odd in the report as a whole. */
export function reportIssues(records: readonly StatisticsRecord[]): FileIssue[] {
  const issues: FileIssue[] = [];
  const rows = records.length;
  if (CUT_AT.includes(rows)) issues.push({ code: 'rows-cut', rows });
  if (PAGES.includes(rows)) issues.push({ code: 'rows-page', rows });
  const headings = COLUMNS.filter(({ key }) => isZeroThroughout(records, key)).map(({ heading }) => heading);
  if (headings.length > 0) issues.push({ code: 'columns-zero', headings, rows });
  return issues;
}

/** False for the calls: a week without a single one is ordinary. */
function isZeroThroughout(records: readonly StatisticsRecord[], key: ColumnKey): boolean {
  if (key === 'teachersCalled') return false;
  let zeros = 0;
  for (const record of records) {
    const count = record[key];
    if (count === 0) zeros += 1;
    else if (count !== null) return false;
  }
  return zeros >= ZEROS_TELL;
}

function sum(one: Count, two: Count, three: Count): Count {
  return one === null || two === null || three === null ? null : one + two + three;
}
