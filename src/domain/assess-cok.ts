import { type CokRecord, type CokRules, cokMeasure } from './cok.ts';
import { COK_INDICATORS, type IndicatorAssessment, type Targets, yardstickOf } from './indicators.ts';
import type { OrganisationKind } from './organisation.ts';
import type { StatisticsRecord } from './record.ts';
import { assess } from './status.ts';

/**
 * The indicators of УБ ЦОК of one school, in the order of the table; none where nobody has entered
 * its counts, so that a book without УБ ЦОК says nothing of it.
 */
export function assessCok(
  record: StatisticsRecord,
  cok: Pick<CokRecord, 'counts'> | undefined,
  kind: OrganisationKind,
  targets: Targets,
  rules: CokRules,
): IndicatorAssessment[] {
  if (cok === undefined || (cok.counts.assigned === null && cok.counts.viewed === null)) return [];
  return COK_INDICATORS.map((indicator) => {
    const measure = cokMeasure(indicator, cok.counts, record, kind, rules);
    const yardstick = yardstickOf(indicator, targets);
    return { indicator, measure, target: yardstick.target, ...assess(measure, yardstick) };
  });
}
