import { isInactive } from '../domain/activity.ts';
import { type Group, STAGE_COUNT } from '../domain/columns.ts';
import type { RowIssue } from '../domain/issues.ts';
import type { StatisticsRecord } from '../domain/record.ts';

const GROUPS: readonly Group[] = ['teachers', 'parents', 'students'];

/** What is odd in the counts of one school, though each of them is right in itself. */
export function addRecordIssues(
  record: StatisticsRecord,
  line: () => number,
  add: (issue: RowIssue) => void,
): void {
  for (const group of GROUPS) {
    const active = record[STAGE_COUNT[group].active];
    const total = record[STAGE_COUNT[group].total];
    if (active === null || total === null || active <= total) continue;
    add({ code: 'active-above-total', line: line(), school: record.shortName, group, active, total });
  }
  if (isInactive(record.activity)) {
    add({ code: 'organisation-inactive', line: line(), school: record.shortName });
  }
}
