import type { Indicator } from './indicators.ts';
import type { Assessment, Status } from './status.ts';

/**
 * Where a school stands on all indicators together: below as soon as one is below; without data where
 * the statistics lack it for one; else near or met. УБ ЦОК is loaded apart, so that its missing counts
 * say nothing, nor does an indicator whose target the user emptied.
 */
export function overallStatus(
  assessments: readonly (Assessment & { readonly indicator: Indicator })[],
): Status {
  const has = (wanted: Status): boolean => assessments.some(({ status }) => status === wanted);
  if (has('below')) return 'below';
  const lacks = assessments.some(
    ({ indicator, status, share }) => indicator.source === 'max' && status === 'no-data' && share === null,
  );
  if (lacks) return 'no-data';
  if (has('near')) return 'near';
  return has('met') ? 'met' : 'no-data';
}
