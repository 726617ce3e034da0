import { type Indicator, judgedMeasure } from '../indicators.ts';
import type { OrganisationKind } from '../organisation.ts';
import { shareOf } from '../share.ts';
import { type MaxCounts, STAGE_COUNT } from '../stage-counts.ts';
import { type Assessment, assess, type Measure, STATUSES, type Status, type Yardstick } from '../status.ts';

/** Active and all people of the schools that have both counts; never a mean of percents. */
export interface PeopleSum {
  readonly active: number;
  readonly total: number;
  /** Schools in the sum. */
  readonly measured: number;
  /** Schools to which it applies, with a blank count or a total of 0: in neither sum. */
  readonly withoutData: number;
  readonly notApplicable: number;
}

export function sumPeople(measures: readonly Measure[]): PeopleSum {
  let active = 0;
  let total = 0;
  let measured = 0;
  let notApplicable = 0;
  for (const measure of measures) {
    if (!measure.applicable) {
      notApplicable += 1;
    } else if (shareOf(measure.active, measure.total) !== null) {
      active += measure.active ?? 0;
      total += measure.total ?? 0;
      measured += 1;
    }
  }
  return { active, total, measured, withoutData: measures.length - measured - notApplicable, notApplicable };
}

/** The district as one measure: not applicable where it applies to no school, no data where none has any. */
export function measureOfSum(sum: PeopleSum): Measure {
  const known = sum.measured > 0;
  return {
    active: known ? sum.active : null,
    total: known ? sum.total : null,
    applicable: known || sum.withoutData > 0 || sum.notApplicable === 0,
  };
}

export interface DistrictAssessment extends Assessment {
  readonly sum: PeopleSum;
  /** Schools by their own status. */
  readonly schools: Readonly<Record<Status, number>>;
}

/** Judges the district on one indicator as its schools are judged, by people. */
export function assessDistrict(measures: readonly Measure[], yardstick: Yardstick): DistrictAssessment {
  const sum = sumPeople(measures);
  const schools = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const measure of measures) schools[assess(measure, yardstick).status] += 1;
  return { ...assess(measureOfSum(sum), yardstick), sum, schools };
}

/** One organisation in one report, as far as the yardsticks look at it. */
export interface OrganisationCounts {
  readonly orgId: string;
  readonly kind: OrganisationKind;
  readonly counts: MaxCounts;
}

/** The counts of one MAX indicator of an organisation. */
export function measureOf(indicator: Indicator, { kind, counts }: OrganisationCounts): Measure {
  const keys = STAGE_COUNT[indicator.group];
  return judgedMeasure(indicator, kind, { active: counts[keys.active], total: counts[keys.total] });
}
