import { type Group, STAGE_COUNT } from './columns.ts';
import { hasStudents, type KnownKind, type OrganisationKind } from './organisation.ts';
import type { Count, StatisticsRecord } from './record.ts';
import type { BasisPoints } from './share.ts';
import { type Assessment, assess, DEFAULT_NEAR, type Measure, type Yardstick } from './status.ts';

export type IndicatorCode = 'max.teachers' | 'max.parents' | 'max.students' | 'cok.teachers' | 'cok.students';

export interface Indicator {
  readonly code: IndicatorCode;
  readonly source: 'max' | 'cok';
  readonly group: Group;
  /** Full name (Russian, nominative plural), for headings and help. */
  readonly title: string;
  /** Short name for a narrow column heading. */
  readonly shortTitle: string;
  /** Default target in basis points; the one in force stands in «Настройки». */
  readonly target: BasisPoints;
  /** Kinds of organisation to which the indicator does not apply. */
  readonly notFor: readonly KnownKind[];
}

export const INDICATORS: readonly Indicator[] = [
  {
    code: 'max.teachers',
    source: 'max',
    group: 'teachers',
    title: 'Активные педагоги в МАХ',
    shortTitle: 'МАХ педагоги',
    target: 7500,
    notFor: [],
  },
  {
    code: 'max.parents',
    source: 'max',
    group: 'parents',
    title: 'Активные родители в МАХ',
    shortTitle: 'МАХ родители',
    target: 3000,
    notFor: [],
  },
  {
    code: 'max.students',
    source: 'max',
    group: 'students',
    title: 'Активные обучающиеся в МАХ',
    shortTitle: 'МАХ обучающиеся',
    target: 3000,
    notFor: ['preschool'],
  },
  {
    code: 'cok.teachers',
    source: 'cok',
    group: 'teachers',
    title: 'Педагоги, назначившие урок в УБ ЦОК',
    shortTitle: 'УБ ЦОК педагоги',
    target: 6000,
    notFor: ['preschool'],
  },
  {
    code: 'cok.students',
    source: 'cok',
    group: 'students',
    title: 'Обучающиеся, просмотревшие урок УБ ЦОК',
    shortTitle: 'УБ ЦОК обучающиеся',
    target: 3000,
    notFor: ['preschool'],
  },
];

export const MAX_INDICATORS: readonly Indicator[] = INDICATORS.filter(
  (indicator) => indicator.source === 'max',
);

export const COK_INDICATORS: readonly Indicator[] = INDICATORS.filter(
  (indicator) => indicator.source === 'cok',
);

/** The row of the table above. */
export function indicatorOf(code: IndicatorCode): Indicator {
  const indicator = INDICATORS.find((candidate) => candidate.code === code);
  if (indicator === undefined) throw new Error(code);
  return indicator;
}

export { DEFAULT_NEAR };

/** Targets and band in force. A null target is one that the user emptied: nothing is judged by it. */
export interface Targets {
  readonly byIndicator: Readonly<Record<IndicatorCode, BasisPoints | null>>;
  readonly near: BasisPoints;
}

export const DEFAULT_TARGETS: Targets = {
  byIndicator: Object.fromEntries(
    INDICATORS.map((indicator) => [indicator.code, indicator.target]),
  ) as Record<IndicatorCode, BasisPoints>,
  near: DEFAULT_NEAR,
};

export function appliesTo(indicator: Indicator, kind: OrganisationKind): boolean {
  return kind === 'unknown' || !indicator.notFor.includes(kind);
}

/** True where a person must first say what kind of organisation it is: until then there are no data. */
export function awaitsKind({ group }: Pick<Indicator, 'group'>, kind: OrganisationKind): boolean {
  return group === 'students' && hasStudents(kind) === null;
}

/** Counts of an indicator as they are judged: none where the kind of the organisation is to be asked. */
export function judgedMeasure(
  indicator: Indicator,
  kind: OrganisationKind,
  counts: { readonly active: Count; readonly total: Count },
  applicable: boolean = appliesTo(indicator, kind),
): Measure {
  const { active, total } = awaitsKind(indicator, kind) ? { active: null, total: null } : counts;
  return { active, total, applicable };
}

/** The counts of one MAX indicator of a school, taken from its statistics record. */
export function maxMeasure(indicator: Indicator, record: StatisticsRecord, kind: OrganisationKind): Measure {
  const counts = STAGE_COUNT[indicator.group];
  return judgedMeasure(indicator, kind, { active: record[counts.active], total: record[counts.total] });
}

export function yardstickOf(indicator: Indicator, targets: Targets): Yardstick {
  return { target: targets.byIndicator[indicator.code], near: targets.near };
}

export interface IndicatorAssessment extends Assessment {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly target: BasisPoints | null;
}

/** All MAX indicators of one school against the targets, in the order of the table. */
export function assessMax(
  record: StatisticsRecord,
  kind: OrganisationKind,
  targets: Targets,
): IndicatorAssessment[] {
  return MAX_INDICATORS.map((indicator) => {
    const measure = maxMeasure(indicator, record, kind);
    const yardstick = yardstickOf(indicator, targets);
    return { indicator, measure, target: yardstick.target, ...assess(measure, yardstick) };
  });
}
