import {
  COK_COUNT_KEYS,
  type CokBefore,
  type CokCountKey,
  type CokCounts,
  type CokRecord,
  type CokRules,
  cokCounts,
  cokMeasure,
} from '../../domain/cok.ts';
import { indicatorOf } from '../../domain/indicators.ts';
import type { Issue } from '../../domain/issues.ts';
import { type KindWords, organisationKind } from '../../domain/organisation.ts';
import { type IsoDate, latestDay, rowToRecord, type StatisticsRow } from '../../domain/record.ts';
import { shareOf } from '../../domain/share.ts';

/** A report of УБ ЦОК whose schools are known. */
export interface CokReport {
  readonly date: IsoDate;
  /** Counts that the file has columns for; the others it says nothing of. */
  readonly fields: readonly CokCountKey[];
  readonly schools: readonly { readonly id: string; readonly counts: CokCounts }[];
}

/** How УБ ЦОК is judged in a book. */
export interface CokJudgement {
  readonly kindWords: KindWords;
  readonly cok: CokRules;
}

export interface CokPlannedRow {
  readonly before: CokRecord;
  readonly after: CokRecord;
}

export interface CokPlan {
  /** Schools of the report, in the order of the sheet. */
  readonly rows: readonly CokPlannedRow[];
  /** Ids of these by what happens to them; `filled` had no date before. */
  readonly filled: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
  /** Have counts, and are not in the report: they keep them, with their own date. */
  readonly kept: readonly string[];
  /** Latest date in the sheet; null where there is none. */
  readonly bookDate: IsoDate | null;
  /** `cok-older` where the sheet holds a later report; `cok-dropped` where counts that only grow fell. */
  readonly issues: readonly Issue[];
}

/**
 * What an import does to «УБ ЦОК», by id. Pure: the sidebar shows it, the server works it out again
 * under the lock. A count without a column in the file becomes blank with a new date, and stays with
 * the same date: so teachers and students may come in two files.
 *
 * @param current rows of the sheet, one for each school of the report
 */
export function planCok(
  current: readonly CokRecord[],
  statistics: readonly StatisticsRow[],
  report: CokReport,
  judgement: CokJudgement,
): CokPlan {
  const reported = new Map(report.schools.map(({ id, counts }) => [id, counts]));
  const byId = new Map(statistics.map((row) => [rowToRecord(row).orgId, row]));
  const rows: CokPlannedRow[] = [];
  const filled: string[] = [];
  const updated: string[] = [];
  const unchanged: string[] = [];
  const kept: string[] = [];
  const issues: Issue[] = [];
  for (const before of current) {
    const counts = reported.get(before.id);
    if (counts === undefined) {
      if (before.date !== null) kept.push(before.id);
      continue;
    }
    const after = next(before, counts, report, () => beforeOf(before, byId.get(before.id), judgement));
    rows.push({ before, after });
    const list = before.date === null ? filled : same(before, after) ? unchanged : updated;
    list.push(before.id);
    if (judgement.cok.period === 'cumulative') issues.push(...drops(before, after));
  }
  const bookDate = latestDay(current.map(({ date }) => date));
  if (bookDate !== null && report.date < bookDate) {
    issues.unshift({ code: 'cok-older', reportDate: report.date, bookDate });
  }
  return { rows, filled, updated, unchanged, kept, bookDate, issues };
}

function next(before: CokRecord, counts: CokCounts, report: CokReport, earlier: () => CokBefore): CokRecord {
  const sameDate = before.date === report.date;
  return {
    ...before,
    date: report.date,
    counts: cokCounts((key) => {
      if (report.fields.includes(key)) return counts[key];
      return sameDate ? before.counts[key] : null;
    }),
    before: sameDate || before.date === null ? before.before : earlier(),
  };
}

/** What the row shows now, shares with the totals of the statistics where it has none. */
function beforeOf(
  { date, counts }: CokRecord,
  row: StatisticsRow | undefined,
  { cok, kindWords }: CokJudgement,
): CokBefore {
  const record = row === undefined ? null : rowToRecord(row);
  const totals = record ?? { teachersTotal: null, studentsTotal: null };
  const kind = record === null ? 'unknown' : organisationKind(record.orgType, kindWords);
  const share = (code: 'cok.teachers' | 'cok.students'): number | null => {
    const { active, total } = cokMeasure(indicatorOf(code), counts, totals, kind, cok);
    return shareOf(active, total);
  };
  const { assigned, viewed } = counts;
  return { date, teachers: share('cok.teachers'), students: share('cok.students'), assigned, viewed };
}

function same(one: CokRecord, other: CokRecord): boolean {
  return one.date === other.date && COK_COUNT_KEYS.every((key) => one.counts[key] === other.counts[key]);
}

function drops(before: CokRecord, after: CokRecord): Issue[] {
  const since = before.date;
  if (since === null || since === after.date) return [];
  return (['assigned', 'viewed'] as const).flatMap((field): Issue[] => {
    const [was, is] = [before.counts[field], after.counts[field]];
    if (was === null || is === null || is >= was) return [];
    return [{ code: 'cok-dropped', school: before.name, field, before: was, after: is, since }];
  });
}
