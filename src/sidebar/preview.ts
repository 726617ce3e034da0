import { assessMax, type Indicator, MAX_INDICATORS } from '../domain/indicators.ts';
import { type OrganisationKind, organisationKind } from '../domain/organisation.ts';
import type { StatisticsRecord } from '../domain/record.ts';
import { STATUSES, type Status } from '../domain/status.ts';
import type { BookState } from '../server/contract.ts';

/** Schools of the file by status of one indicator. */
export interface StatusCounts {
  readonly indicator: Indicator;
  readonly counts: Readonly<Record<Status, number>>;
}

/** How many schools of the file are met, near, below …, by indicator. */
export function statusCountsOf(
  records: readonly StatisticsRecord[],
  settings: Pick<BookState, 'targets' | 'kindWords'>,
): StatusCounts[] {
  const tallies = MAX_INDICATORS.map((indicator) => ({ indicator, counts: noSchools() }));
  const kinds = new Map<string, OrganisationKind>();
  for (const record of records) {
    const kind = kinds.get(record.orgType) ?? organisationKind(record.orgType, settings.kindWords);
    kinds.set(record.orgType, kind);
    assessMax(record, kind, settings.targets).forEach(({ status }, index) => {
      const tally = tallies[index];
      if (tally !== undefined) tally.counts[status] += 1;
    });
  }
  return tallies;
}

export function statusesSeen(counts: Readonly<Record<Status, number>>): Status[] {
  return STATUSES.filter((status) => counts[status] > 0);
}

function noSchools(): Record<Status, number> {
  return { met: 0, near: 0, below: 0, 'no-data': 0, 'not-applicable': 0 };
}
