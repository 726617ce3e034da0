import type { Count } from './record.ts';

/** Below so many people one person moves the share by more than 10 percentage points. */
export const SMALL_GROUP = 10;

/** True where a percent is shaky: counts are shown, the percent is flagged, and the school is not ranked. */
export function isSmallGroup(total: Count): boolean {
  return total !== null && total > 0 && total < SMALL_GROUP;
}
