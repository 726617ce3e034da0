import { addDays, dayNumber, type IsoMonth, monthOf } from '../calendar.ts';
import type { Group } from '../columns.ts';
import { hasStudents, type KnownKind, type OrganisationKind } from '../organisation.ts';
import type { Count, IsoDate } from '../record.ts';
import { type BasisPoints, peopleToTarget, shareOf } from '../share.ts';
import { isSmallGroup } from '../small-group.ts';
import { type MaxCounts, STAGE_COUNT } from '../stage-counts.ts';
import type { Measure } from '../status.ts';
import { learnersMeasure } from './learners.ts';

/**
 * Мотивирующий мониторинг (order Р-240 of 06.10.2025): an organisation counts as using the messenger
 * if during the month enough of its teachers, students and parents interacted through it. Weekly
 * reports tell of it from below only (whoever was active in a week was active in the month, and not
 * the other way round), so what is made here is an estimate, and called «оценка».
 */
export interface MonitoringSettings {
  /** Students and parents each against their target, or as one group against `learners`. */
  readonly reading: 'separate' | 'combined';
  readonly targets: Readonly<Record<MonitoredPeople, BasisPoints>>;
  /** Kinds of organisation that are not monitored, and are not in n. */
  readonly notFor: readonly KnownKind[];
  /** Share of organisations to reach; the order names none. */
  readonly shareTarget: BasisPoints | null;
}

/** `learners`: students and parents as one group, (U + V) ÷ (L + M). */
export type MonitoredPeople = Group | 'learners';

export const DEFAULT_MONITORING: MonitoringSettings = {
  reading: 'separate',
  targets: { teachers: 7500, students: 3000, parents: 3000, learners: 3000 },
  notFor: [],
  shareTarget: null,
};

/** One report of one organisation. */
export interface DatedCounts {
  readonly date: IsoDate;
  readonly counts: MaxCounts;
}

/** The best week of the month for one group of people. */
export interface BestWeek {
  readonly date: IsoDate;
  readonly active: number;
  readonly total: number;
  readonly share: BasisPoints;
}

export interface MonitoredPart {
  readonly people: MonitoredPeople;
  readonly target: BasisPoints;
  /** null where no report of the month has both counts. */
  readonly best: BestWeek | null;
  /** null where it cannot be said. */
  readonly met: boolean | null;
  /** People missing to the target in the best week, null where it cannot be said. */
  readonly missing: number | null;
  /** Fewer than 10 people: one of them decides. */
  readonly small: boolean;
}

/** `does-not-count` is sure as soon as one part is below its target, whatever is blank elsewhere. */
export type Verdict = 'counts' | 'does-not-count' | 'no-data' | 'not-applicable';

export interface Monitoring {
  readonly verdict: Verdict;
  readonly parts: readonly MonitoredPart[];
}

/** Days that a report covers before its date. */
const WINDOW = 7;

/**
 * The month in which the whole window d−7 … d−1 of a report lies, null where it lies in two:
 * d from the 8th of the month to the 1st of the next one.
 */
export function monthOfReport(date: IsoDate): IsoMonth | null {
  const first = dayNumber(date) - WINDOW;
  const month = monthOf(addDays(date, -1));
  return first >= dayNumber(`${month}-01`) ? month : null;
}

/** The month that can be estimated best from the reports up to this one: that of its first day. */
export function monthToEstimate(date: IsoDate): IsoMonth {
  return monthOf(addDays(date, -WINDOW));
}

export function reportsOfMonth<R extends { readonly date: IsoDate }>(
  reports: readonly R[],
  month: IsoMonth,
): R[] {
  return reports.filter((report) => monthOfReport(report.date) === month);
}

type ActiveOfAll = Pick<Measure, 'active' | 'total'>;

function peopleIn(people: MonitoredPeople, counts: MaxCounts, kind: OrganisationKind): ActiveOfAll {
  if (people === 'learners') return learnersMeasure({ kind, counts });
  if (people === 'students' && hasStudents(kind) === null) return { active: null, total: null };
  const keys = STAGE_COUNT[people];
  return { active: counts[keys.active], total: counts[keys.total] };
}

/** Compares shares as fractions, exactly; of equal ones the later report. */
function isBetter(week: BestWeek, best: BestWeek | null): boolean {
  if (best === null) return true;
  const difference = week.active * best.total - best.active * week.total;
  return difference > 0 || (difference === 0 && week.date > best.date);
}

function weekOf(date: IsoDate, { active, total }: ActiveOfAll): BestWeek | null {
  const share = shareOf(active, total);
  return share === null || active === null || total === null ? null : { date, active, total, share };
}

function part(
  people: MonitoredPeople,
  reports: readonly DatedCounts[],
  kind: OrganisationKind,
  target: BasisPoints,
): MonitoredPart {
  let best: BestWeek | null = null;
  for (const { date, counts } of reports) {
    const week = weekOf(date, peopleIn(people, counts, kind));
    if (week !== null && isBetter(week, best)) best = week;
  }
  return {
    people,
    target,
    best,
    met: best === null ? null : best.share >= target,
    missing: best === null ? null : peopleToTarget(best.active, best.total, target),
    small: isSmallGroup(best === null ? null : best.total),
  };
}

/** The groups that the order asks about: in a preschool parents stand for the learners. */
export function monitoredPeople(
  kind: OrganisationKind,
  reading: MonitoringSettings['reading'],
): readonly MonitoredPeople[] {
  if (reading === 'combined') return ['teachers', 'learners'];
  return kind === 'preschool' ? ['teachers', 'parents'] : ['teachers', 'students', 'parents'];
}

/** A conjunction in which one «no» decides, and a blank leaves the rest open. */
export function verdictOf(met: readonly (boolean | null)[]): Verdict {
  if (met.includes(false)) return 'does-not-count';
  return met.includes(null) ? 'no-data' : 'counts';
}

/**
 * Estimates one organisation for one month: each group by its best report whose window lies wholly in it.
 * @param reports of this organisation, of any dates and in any order
 */
export function monitorOrganisation(
  reports: readonly DatedCounts[],
  kind: OrganisationKind,
  month: IsoMonth,
  settings: MonitoringSettings = DEFAULT_MONITORING,
): Monitoring {
  if (kind !== 'unknown' && settings.notFor.includes(kind)) return { verdict: 'not-applicable', parts: [] };
  const inMonth = reportsOfMonth(reports, month);
  const parts = monitoredPeople(kind, settings.reading).map((people) =>
    part(people, inMonth, kind, settings.targets[people]),
  );
  return { verdict: verdictOf(parts.map(({ met }) => met)), parts };
}

export interface DistrictMonitoring {
  /** k: organisations that count. */
  readonly counted: number;
  /** n: organisations to which it applies. */
  readonly applicable: number;
  /** Ids of the m organisations without data, in the order given. */
  readonly withoutData: readonly string[];
  /** k ÷ n; null where n is 0. */
  readonly low: BasisPoints | null;
  /** (k + m) ÷ n: as if all without data counted. */
  readonly high: BasisPoints | null;
  /** Against the target that the user entered: null where there is none, or the range lies on both sides. */
  readonly met: boolean | null;
}

/** The district's share of organisations that count, with the range that the missing data leave open. */
export function monitorDistrict(
  organisations: readonly { readonly orgId: string; readonly verdict: Verdict }[],
  shareTarget: BasisPoints | null = null,
): DistrictMonitoring {
  const having = (verdict: Verdict) => organisations.filter((one) => one.verdict === verdict);
  const counted = having('counts').length;
  const withoutData = having('no-data').map(({ orgId }) => orgId);
  const applicable: Count = organisations.length - having('not-applicable').length;
  const low = shareOf(counted, applicable);
  const high = shareOf(counted + withoutData.length, applicable);
  return { counted, applicable, withoutData, low, high, met: metBetween(low, high, shareTarget) };
}

function metBetween(
  low: BasisPoints | null,
  high: BasisPoints | null,
  target: BasisPoints | null,
): boolean | null {
  if (low === null || high === null || target === null) return null;
  if (low >= target) return true;
  return high < target ? false : null;
}
