import { COK_HEADINGS } from './headings.ts';
import { type Indicator, judgedMeasure } from './indicators.ts';
import type { OrganisationKind } from './organisation.ts';
import type { Count, IsoDate, StatisticsRow } from './record.ts';
import type { BasisPoints } from './share.ts';
import type { Measure } from './status.ts';

/**
 * The statistics of УБ ЦОК, one row a school. The source (a DataLens dashboard) does not say its
 * columns, so these are ours; the user says once which column of a file is which.
 */
export const COK_COUNT_KEYS = [
  'teachersTotal',
  'loggedIn',
  'assigned',
  'studentsTotal',
  'studentsAssigned',
  'viewed',
] as const;

export type CokCountKey = (typeof COK_COUNT_KEYS)[number];

/** Headings of the counts in «УБ ЦОК» and in «История». */
export const COK_COUNT_HEADINGS: Readonly<Record<CokCountKey, string>> = {
  teachersTotal: COK_HEADINGS.teachersTotal,
  loggedIn: 'Вошли',
  assigned: COK_HEADINGS.assigned,
  studentsTotal: COK_HEADINGS.studentsTotal,
  studentsAssigned: 'С назначенным уроком',
  viewed: COK_HEADINGS.viewed,
};

export type CokCounts = Readonly<Record<CokCountKey, Count>>;

export const NO_COK_COUNTS: CokCounts = {
  teachersTotal: null,
  loggedIn: null,
  assigned: null,
  studentsTotal: null,
  studentsAssigned: null,
  viewed: null,
};

/** How УБ ЦОК is counted, as «Настройки» say; the official wording leaves it open. */
export interface CokRules {
  /** Counts of the whole time (they never fall), or of a period. */
  readonly period: 'cumulative' | 'period';
  /** Whose share is taken: of all students, or of those to whom a lesson was assigned. */
  readonly studentsOf: 'all' | 'assigned';
  /** Does «педагоги» apply to preschools? */
  readonly preschoolTeachers: boolean;
  /** Do both indicators apply to additional education? */
  readonly additional: boolean;
}

export const DEFAULT_COK_RULES: CokRules = {
  period: 'cumulative',
  studentsOf: 'all',
  preschoolTeachers: false,
  additional: true,
};

/** Like `appliesTo`, with what the settings say of УБ ЦОК. Students never apply to preschools. */
export function cokApplies(indicator: Indicator, kind: OrganisationKind, rules: CokRules): boolean {
  if (kind === 'preschool') return indicator.group === 'teachers' && rules.preschoolTeachers;
  return kind !== 'additional' || rules.additional;
}

/** Totals of the statistics (K and L), which serve where УБ ЦОК has none of its own. */
export interface StatisticsTotals {
  readonly teachersTotal: Count;
  readonly studentsTotal: Count;
}

/** The counts by which one УБ ЦОК indicator of a school is judged. */
export function cokMeasure(
  indicator: Indicator,
  counts: CokCounts,
  totals: StatisticsTotals,
  kind: OrganisationKind,
  rules: CokRules,
): Measure {
  const applicable = cokApplies(indicator, kind, rules);
  if (indicator.group === 'teachers') {
    const total = counts.teachersTotal ?? totals.teachersTotal;
    return { active: counts.assigned, total, applicable };
  }
  const total =
    rules.studentsOf === 'assigned'
      ? counts.studentsAssigned
      : (counts.studentsTotal ?? totals.studentsTotal);
  return judgedMeasure(indicator, kind, { active: counts.viewed, total }, applicable);
}

/** Shares and people of the report before, by which a change is told. */
export interface CokBefore {
  readonly date: IsoDate | null;
  readonly teachers: BasisPoints | null;
  readonly students: BasisPoints | null;
  readonly assigned: Count;
  readonly viewed: Count;
}

/** One row of «УБ ЦОК». */
export interface CokRecord {
  /** Id of the organisation in Сферум, as in «Статистика». */
  readonly id: string;
  readonly name: string;
  /** Day of the counts; null where nobody has entered any. */
  readonly date: IsoDate | null;
  readonly counts: CokCounts;
  readonly before: CokBefore;
}

/** Cells of a record as a row: what travels, and what the journal keeps. The date stands first. */
export const COK_ROW_WIDTH = 3 + COK_COUNT_KEYS.length + 5;

export function cokToRow({ id, name, date, counts, before }: CokRecord): StatisticsRow {
  const earlier = [before.date, before.teachers, before.students, before.assigned, before.viewed];
  return [date, id, name, ...COK_COUNT_KEYS.map((key) => counts[key]), ...earlier];
}

/** The inverse of `cokToRow`. */
export function rowToCok(row: StatisticsRow): CokRecord {
  const count = (index: number): Count => numberOf(row[index]);
  const last = 3 + COK_COUNT_KEYS.length;
  return {
    date: dayOf(row[0]),
    id: String(row[1] ?? ''),
    name: String(row[2] ?? ''),
    counts: cokCounts((key) => count(3 + COK_COUNT_KEYS.indexOf(key))),
    before: {
      date: dayOf(row[last]),
      teachers: count(last + 1),
      students: count(last + 2),
      assigned: count(last + 3),
      viewed: count(last + 4),
    },
  };
}

/** Counts made one by one. */
export function cokCounts(count: (key: CokCountKey) => Count): CokCounts {
  const counts: Partial<Record<CokCountKey, Count>> = {};
  for (const key of COK_COUNT_KEYS) counts[key] = count(key);
  return { ...NO_COK_COUNTS, ...counts };
}

function numberOf(cell: StatisticsRow[number] | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

function dayOf(cell: StatisticsRow[number] | undefined): IsoDate | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}
