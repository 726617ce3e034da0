import { byId } from './by-id.ts';
import type { BasisPoints } from './share.ts';
import { SMALL_GROUP } from './small-group.ts';

/** A school in the order of one indicator; only schools that have a share are ranked. */
export interface RankedSchool {
  readonly orgId: string;
  readonly total: number;
  readonly share: BasisPoints;
  /** Against the report before, in 0.01 %; null where there is none. */
  readonly change: BasisPoints | null;
}

/** Small groups are not ranked: one person moves their share too far. */
function isRanked({ total }: RankedSchool): boolean {
  return total >= SMALL_GROUP;
}

/** Highest share first; of equal shares the larger school, then the lower id. */
export function bestSchools(schools: readonly RankedSchool[], count: number): RankedSchool[] {
  return schools
    .filter(isRanked)
    .sort((a, b) => b.share - a.share || b.total - a.total || byId(a, b))
    .slice(0, count);
}

/** Largest growth first; a school that did not grow is left out. */
export function fastestGrowing(schools: readonly RankedSchool[], count: number): RankedSchool[] {
  return schools
    .filter((school) => isRanked(school) && school.change !== null && school.change > 0)
    .sort((a, b) => (b.change ?? 0) - (a.change ?? 0) || b.total - a.total || byId(a, b))
    .slice(0, count);
}
