import { type StageLoss, stageLosses, worstStage } from './funnel.ts';
import type { IndicatorAssessment } from './indicators.ts';
import type { OrganisationKind } from './organisation.ts';
import type { StatisticsRecord } from './record.ts';

/** True below the target; «близко» counts, as it is not met. */
export function isMissed({ status }: Pick<IndicatorAssessment, 'status'>): boolean {
  return status === 'near' || status === 'below';
}

/**
 * The weak spot of a school: of the first missed indicator that loses people, the stage that loses
 * most; null where there is none. Teachers come first, as their indicator is the organisation's own work.
 */
export function weakSpot(
  record: StatisticsRecord,
  kind: OrganisationKind,
  assessments: readonly IndicatorAssessment[],
): StageLoss | null {
  for (const { indicator } of assessments.filter((row) => row.indicator.source === 'max' && isMissed(row))) {
    const worst = worstStage(stageLosses(record, indicator.group, kind));
    if (worst !== null) return worst;
  }
  return null;
}
