import { byId } from '../by-id.ts';
import { type BasisPoints, peopleToTarget, shareOf, WHOLE } from '../share.ts';
import type { Measure } from '../status.ts';
import { sumPeople } from './district.ts';
import type { Monitoring } from './monitoring.ts';

/** How far a school is thought to go: to its target, or to all of its people. */
export type Reach = 'target' | 'whole';

export interface SchoolMeasure extends Measure {
  readonly orgId: string;
}

export interface PathStep {
  readonly orgId: string;
  /** 1 is the first to work with. */
  readonly rank: number;
  /** People whom the school can bring. */
  readonly people: number;
  /** Sum of the people up to and with this school. */
  readonly running: number;
}

export interface ShortestPath {
  /** People missing to the district's target; 0 where it is met. */
  readonly gap: number;
  /** The fewest schools that close the gap. All reserves together always do: each reaches the target. */
  readonly steps: readonly PathStep[];
}

function reserveOf(active: number, total: number, target: BasisPoints, reach: Reach): number {
  return peopleToTarget(active, total, reach === 'whole' ? WHOLE : target);
}

/**
 * The fewest schools whose reserve closes the district's gap. Taking the largest reserves first is
 * the least number, as the gap is a plain sum; of equal reserves the smaller school, then the lower id.
 */
export function shortestPath(
  schools: readonly SchoolMeasure[],
  target: BasisPoints,
  reach: Reach = 'target',
): ShortestPath {
  const { active, total } = sumPeople(schools);
  const gap = peopleToTarget(active, total, target);
  const reserves = schools
    .filter((school) => school.applicable && shareOf(school.active, school.total) !== null)
    .map(({ orgId, active: part, total: all }) => ({
      orgId,
      total: all ?? 0,
      people: reserveOf(part ?? 0, all ?? 0, target, reach),
    }))
    .sort((a, b) => b.people - a.people || a.total - b.total || byId(a, b));
  const steps: PathStep[] = [];
  let running = 0;
  for (const { orgId, people } of reserves) {
    if (running >= gap) break;
    running += people;
    steps.push({ orgId, rank: steps.length + 1, people, running });
  }
  return { gap, steps };
}

export interface MonitoredOrganisation extends Monitoring {
  readonly orgId: string;
}

export interface CheapestToTurn {
  /** Organisations missing to the share's target; null where the user entered none. */
  readonly needed: number | null;
  /** Fewest people first; up to `needed`, or all. */
  readonly steps: readonly PathStep[];
  /** True where `steps` reach the target of the share; null without a target. */
  readonly reaches: boolean | null;
}

/** People missing over all parts; null where one of them cannot be said. */
export function priceOf({ parts }: Monitoring): number | null {
  let people = 0;
  for (const { missing } of parts) {
    if (missing === null) return null;
    people += missing;
  }
  return people;
}

/** Organisations that do not count yet, by the people whom each is missing in its best weeks. */
export function cheapestToTurn(
  organisations: readonly MonitoredOrganisation[],
  shareTarget: BasisPoints | null = null,
): CheapestToTurn {
  const applicable = organisations.filter(({ verdict }) => verdict !== 'not-applicable').length;
  const counted = organisations.filter(({ verdict }) => verdict === 'counts').length;
  const needed = shareTarget === null ? null : peopleToTarget(counted, applicable, shareTarget);
  const priced: { readonly orgId: string; readonly people: number }[] = [];
  for (const organisation of organisations) {
    const people = organisation.verdict === 'does-not-count' ? priceOf(organisation) : null;
    if (people !== null) priced.push({ orgId: organisation.orgId, people });
  }
  priced.sort((a, b) => a.people - b.people || byId(a, b));
  let running = 0;
  const steps = priced.slice(0, needed ?? priced.length).map(({ orgId, people }, index) => {
    running += people;
    return { orgId, rank: index + 1, people, running };
  });
  return { needed, steps, reaches: needed === null ? null : steps.length >= needed };
}
