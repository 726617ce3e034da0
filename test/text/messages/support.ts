import { assessMax, DEFAULT_TARGETS, type Targets } from '../../../src/domain/indicators.ts';
import { type OrganisationKind, organisationKind } from '../../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../../src/domain/record.ts';
import { templatesInForce } from '../../../src/text/messages/check.ts';
import type { SchoolFacts } from '../../../src/text/messages/facts.ts';
import { school } from '../../import/support.ts';

export const { templates: DEFAULTS } = templatesInForce([]);

export function factsOf(
  record: StatisticsRecord,
  targets: Targets = DEFAULT_TARGETS,
  kind: OrganisationKind = organisationKind(record.orgType),
): SchoolFacts {
  return { record, kind, assessments: assessMax(record, kind, targets) };
}

/** Facts of the invented «Школа № 5» with these changes. */
export function facts(
  changes: Partial<StatisticsRecord> = {},
  kind: OrganisationKind = 'school',
): SchoolFacts {
  return factsOf(school(changes), DEFAULT_TARGETS, kind);
}

/** No-break spaces as «~», so that expectations stay readable. */
export function readable(text: string): string {
  return text.split('\u00a0').join('~');
}
