import fc from 'fast-check';
import type { OrganisationKind } from '../../../src/domain/organisation.ts';
import type { Count } from '../../../src/domain/record.ts';
import type { MaxCounts } from '../../../src/domain/stage-counts.ts';
import type { OrganisationCounts } from '../../../src/domain/yardsticks/district.ts';
import { countOrBlank } from '../record-builder.ts';

/** Active and all people of a group. */
export type Pair = readonly [active: Count, total: Count];

const BLANK: Pair = [null, null];

/** Counts of a report with the active and all people of each group; the other stages are blank. */
export function counts(teachers: Pair, students: Pair = BLANK, parents: Pair = BLANK): MaxCounts {
  return {
    teachersActive: teachers[0],
    teachersTotal: teachers[1],
    teachersRegistered: null,
    teachersLinked: null,
    studentsActive: students[0],
    studentsTotal: students[1],
    studentsRegistered: null,
    studentsLinked: null,
    parentsActive: parents[0],
    parentsTotal: parents[1],
    parentsRegistered: null,
    parentsLinked: null,
  };
}

export function organisation(
  kind: OrganisationKind,
  teachers: Pair,
  students: Pair = BLANK,
  parents: Pair = BLANK,
  orgId = kind,
): OrganisationCounts {
  return { orgId, kind, counts: counts(teachers, students, parents) };
}

export const KINDS: readonly OrganisationKind[] = ['school', 'preschool', 'college', 'additional', 'unknown'];

const pair = fc.tuple(countOrBlank, countOrBlank);

export const anyCounts: fc.Arbitrary<MaxCounts> = fc
  .tuple(pair, pair, pair)
  .map(([teachers, students, parents]) => counts(teachers, students, parents));

export const anyOrganisation: fc.Arbitrary<OrganisationCounts> = fc
  .tuple(fc.uuid(), fc.constantFrom(...KINDS), anyCounts)
  .map(([orgId, kind, all]) => ({ orgId, kind, counts: all }));
