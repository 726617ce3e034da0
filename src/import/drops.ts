import { COLUMN_INDEX, type Group, STAGE_COUNT } from '../domain/columns.ts';
import type { Issue } from '../domain/issues.ts';
import { dateOfRow, idOfRow, type StatisticsRow } from '../domain/record.ts';
import { IssueList } from './issue-list.ts';
import { GROUPS } from './sense.ts';

/** More than this share of the last report gone is a drop. */
const DROP_PERCENT = 20;
/** In a small school a few people are a fifth already. */
const DROP_PEOPLE = 5;

/**
 * Schools of which far fewer people are active than in the last report in the book, by indicator.
 * Only a later report is compared: the same week read again is a correction.
 * @param current rows of the book
 * @param incoming rows of the file
 */
export function compareWithBook(
  current: readonly StatisticsRow[],
  incoming: readonly StatisticsRow[],
): Issue[] {
  const known = new Map(current.map((row) => [idOfRow(row), row]));
  const issues = new IssueList();
  for (const row of incoming) {
    const before = known.get(idOfRow(row));
    if (before !== undefined) addDrops(before, row, issues);
  }
  return issues.all();
}

function addDrops(last: StatisticsRow, row: StatisticsRow, issues: IssueList): void {
  const since = dateOfRow(last);
  const date = dateOfRow(row);
  if (since === null || date === null || date <= since) return;
  for (const group of GROUPS) {
    const before = activeOf(last, group);
    const after = activeOf(row, group);
    if (before === null || after === null || !isDrop(before, after)) continue;
    const school = String(row[COLUMN_INDEX.shortName] ?? '');
    issues.add({ code: 'active-dropped', id: idOfRow(row), school, group, before, after, since });
  }
}

function isDrop(before: number, after: number): boolean {
  const gone = before - after;
  return gone >= DROP_PEOPLE && gone * 100 > before * DROP_PERCENT;
}

function activeOf(row: StatisticsRow, group: Group): number | null {
  const count = row[COLUMN_INDEX[STAGE_COUNT[group].active]];
  return typeof count === 'number' ? count : null;
}
