import { hasStudents, type OrganisationKind } from '../organisation.ts';
import type { MaxCounts } from '../stage-counts.ts';
import type { Measure } from '../status.ts';

/**
 * Students and parents of an organisation as one group, (U + V) ÷ (L + M); a preschool gives
 * parents alone, V ÷ M. A blank among the counts that are needed leaves no count, nor does a kind that
 * is to be asked about.
 */
export function learnersMeasure({
  kind,
  counts,
}: {
  readonly kind: OrganisationKind;
  readonly counts: MaxCounts;
}): Measure {
  const { studentsActive, parentsActive, studentsTotal, parentsTotal } = counts;
  const students = hasStudents(kind);
  if (students === null) return { active: null, total: null, applicable: true };
  if (!students) return { active: parentsActive, total: parentsTotal, applicable: true };
  return {
    active: studentsActive === null || parentsActive === null ? null : studentsActive + parentsActive,
    total: studentsTotal === null || parentsTotal === null ? null : studentsTotal + parentsTotal,
    applicable: true,
  };
}
