import type { Count } from './record.ts';
import { type BasisPoints, peopleToTarget, shareOf } from './share.ts';

/** Where an indicator of a school stands against its target. */
export type Status = 'met' | 'near' | 'below' | 'no-data' | 'not-applicable';

/** Status is always symbol + word + colour; `fill` is null where the cell keeps its background. */
export interface StatusFace {
  readonly status: Status;
  /** Exactly as written into status cells: colour rules compare with this text. */
  readonly label: string;
  readonly fill: string | null;
}

export const STATUS_TEXT_COLOUR = '#202124';

export const STATUS_FACES: Readonly<Record<Status, StatusFace>> = {
  met: { status: 'met', label: '✓ цель', fill: '#a8ddb5' },
  near: { status: 'near', label: '● близко', fill: '#fff3c4' },
  below: { status: 'below', label: '▼ ниже', fill: '#f0998b' },
  'no-data': { status: 'no-data', label: '— нет данных', fill: '#ececec' },
  'not-applicable': { status: 'not-applicable', label: 'не применимо', fill: null },
};

/** In the order in which a reader counts them: good news first, then what is missing. */
export const STATUSES: readonly Status[] = ['met', 'near', 'below', 'no-data', 'not-applicable'];

/** Counts of one indicator of one school. */
export interface Measure {
  readonly active: Count;
  readonly total: Count;
  /** False where the indicator does not apply to this type of organisation. */
  readonly applicable: boolean;
}

export interface Yardstick {
  /** Target share in basis points; null where none is set, and nothing can be judged then. */
  readonly target: BasisPoints | null;
  /** Width of the band «близко» below the target, in basis points (500 = 5 percentage points). */
  readonly near: BasisPoints;
}

export interface Assessment {
  readonly status: Status;
  /** Share rounded down to 0.01 %, null where there is none. */
  readonly share: BasisPoints | null;
  /** People missing to the target, 0 when met, null where it cannot be said. */
  readonly missing: number | null;
  /** More active people than the forms counted: met, but worth a remark. */
  readonly aboveWhole: boolean;
}

/** Width of the band «близко» where nothing else is set: 5 percentage points. */
export const DEFAULT_NEAR: BasisPoints = 500;

/** Status of a share: exactly at the target is met, exactly at the lower edge of the band is near. */
export function statusOfShare(share: BasisPoints, yardstick: Yardstick): Status {
  if (yardstick.target === null) return 'no-data';
  if (share >= yardstick.target) return 'met';
  return share >= yardstick.target - yardstick.near ? 'near' : 'below';
}

/** Judges one indicator of one school; the only place where status, share and gap are put together. */
export function assess(measure: Measure, yardstick: Yardstick): Assessment {
  const { active, total, applicable } = measure;
  if (!applicable) return { status: 'not-applicable', share: null, missing: null, aboveWhole: false };
  const share = shareOf(active, total);
  if (share === null || active === null || total === null) {
    return { status: 'no-data', share: null, missing: null, aboveWhole: false };
  }
  return {
    status: statusOfShare(share, yardstick),
    share,
    missing: yardstick.target === null ? null : peopleToTarget(active, total, yardstick.target),
    aboveWhole: active > total,
  };
}
