import type { Indicator, IndicatorAssessment } from './indicators.ts';
import type { Count } from './record.ts';
import { type BasisPoints, shareOf } from './share.ts';
import { isSmallGroup } from './small-group.ts';

/** An indicator of a school in two reports. */
export interface IndicatorGrowth {
  readonly indicator: Indicator;
  readonly before: BasisPoints;
  readonly now: BasisPoints;
}

/** Active and all people of an indicator in the earlier report; null counts where it has none. */
export interface EarlierCounts {
  readonly active: Count;
  readonly total: Count;
}

/** Change in 0.01 percentage points. */
export function pointsOf({ before, now }: IndicatorGrowth): number {
  return now - before;
}

/** Indicators that stand in both reports, and whose groups are large enough for a percent to mean something. */
export function growthOf(
  assessments: readonly IndicatorAssessment[],
  earlier: (indicator: Indicator) => EarlierCounts | null,
): IndicatorGrowth[] {
  const growth: IndicatorGrowth[] = [];
  for (const { indicator, share, measure } of assessments) {
    const counts = earlier(indicator);
    if (share === null || counts === null) continue;
    const before = shareOf(counts.active, counts.total);
    if (before === null || isSmallGroup(counts.total) || isSmallGroup(measure.total)) continue;
    growth.push({ indicator, before, now: share });
  }
  return growth;
}

/** Schools whose staff grew most, the greatest growth first; among equals the given order stays. */
export function grownMost<School>(
  schools: readonly { readonly school: School; readonly growth: readonly IndicatorGrowth[] }[],
  limit: number,
): School[] {
  const ranked = schools
    .map(({ school, growth }) => {
      const staff = growth.find(({ indicator }) => indicator.code === 'max.teachers');
      return { school, points: staff === undefined ? 0 : pointsOf(staff) };
    })
    .filter(({ points }) => points > 0);
  return ranked
    .sort((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ school }) => school);
}
