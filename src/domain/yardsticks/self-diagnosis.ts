import type { KnownKind, OrganisationKind } from '../organisation.ts';
import type { Count } from '../record.ts';
import { type BasisPoints, peopleToTarget, shareOf } from '../share.ts';

/**
 * Самодиагностика, criterion 8.5 («критерии 2024» of 06.05.2025), critical: level 0 voids the whole
 * key condition. Levels rest on a person's ticks where the statistics cannot know.
 */
export type Level = 0 | 1 | 2 | 3;

export interface SelfDiagnosisSettings {
  /** Teachers and students each to the threshold, or both as one group. */
  readonly reading: 'each' | 'pooled';
  /** Share of registered people that level 2 asks for. */
  readonly threshold: BasisPoints;
  readonly kinds: readonly KnownKind[];
}

export const DEFAULT_SELF_DIAGNOSIS: SelfDiagnosisSettings = {
  reading: 'each',
  threshold: 9500,
  kinds: ['school'],
};

export interface SelfDiagnosisCounts {
  /** N: registered users of all roles. */
  readonly registeredTotal: Count;
  readonly teachersRegistered: Count;
  readonly teachersTotal: Count;
  readonly studentsRegistered: Count;
  readonly studentsTotal: Count;
}

/** What only a person can confirm. */
export interface SelfDiagnosisTicks {
  /** The organisation is not registered. */
  readonly notRegistered: boolean;
  /** It is registered, and its structure is created. */
  readonly structure: boolean;
  /** 100 % of teachers are in network professional communities. */
  readonly communities: boolean;
  /** The messenger is actively used. */
  readonly activeUse: boolean;
}

/** `both`: teachers and students as one group. */
export type RegisteredPeople = 'teachers' | 'students' | 'both';

/** Registered people below the threshold. */
export interface ShortShare {
  readonly people: RegisteredPeople;
  readonly registered: number;
  readonly total: number;
  readonly share: BasisPoints;
  readonly missing: number;
}

export type SelfDiagnosisReason =
  | { readonly code: 'not-for-kind' }
  | { readonly code: 'kind-unknown' }
  /** Not in the report, which says nothing of registration. */
  | { readonly code: 'absent' }
  | { readonly code: 'confirmed-not-registered' }
  /** A person confirmed that it is not registered, but the report counts registered users. */
  | { readonly code: 'registered-after-all'; readonly registered: number }
  /** N = 0: level 0 is suggested, and waits for a person. */
  | { readonly code: 'nobody-registered' }
  | { readonly code: 'structure-unconfirmed' }
  | { readonly code: 'shares-short'; readonly short: readonly ShortShare[]; readonly threshold: BasisPoints }
  /** Level 1 at least; level 2 cannot be said. */
  | { readonly code: 'counts-missing'; readonly people: readonly RegisteredPeople[] }
  | { readonly code: 'ticks-missing'; readonly ticks: readonly ('communities' | 'activeUse')[] }
  | { readonly code: 'all-met' };

export interface SelfDiagnosis {
  readonly outcome: 'level' | 'undetermined' | 'no-data' | 'not-applicable';
  /** The level reached; null unless `outcome` is `level`. */
  readonly level: Level | null;
  /** The level that waits for a person's tick or for the missing counts; null where nothing is to be said. */
  readonly suggested: Level | null;
  /** Level 0: the whole key condition is «ниже базового». */
  readonly belowBasic: boolean;
  readonly reason: SelfDiagnosisReason;
}

function levelOf(level: Level, reason: SelfDiagnosisReason): SelfDiagnosis {
  return { outcome: 'level', level, suggested: null, belowBasic: level === 0, reason };
}

function without(
  outcome: Exclude<SelfDiagnosis['outcome'], 'level'>,
  reason: SelfDiagnosisReason,
  suggested: Level | null = null,
): SelfDiagnosis {
  return { outcome, level: null, suggested, belowBasic: false, reason };
}

interface RegisteredShare {
  readonly people: RegisteredPeople;
  readonly registered: Count;
  readonly total: Count;
}

function added(a: Count, b: Count): Count {
  return a === null || b === null ? null : a + b;
}

function registeredShares(
  counts: SelfDiagnosisCounts,
  reading: SelfDiagnosisSettings['reading'],
): RegisteredShare[] {
  const { teachersRegistered, teachersTotal, studentsRegistered, studentsTotal } = counts;
  if (reading === 'pooled') {
    return [
      {
        people: 'both',
        registered: added(teachersRegistered, studentsRegistered),
        total: added(teachersTotal, studentsTotal),
      },
    ];
  }
  return [
    { people: 'teachers', registered: teachersRegistered, total: teachersTotal },
    { people: 'students', registered: studentsRegistered, total: studentsTotal },
  ];
}

/** Level 1 is reached: judges levels 2 and 3. */
function judgeShares(
  counts: SelfDiagnosisCounts,
  ticks: SelfDiagnosisTicks,
  { reading, threshold }: SelfDiagnosisSettings,
): SelfDiagnosis {
  const short: ShortShare[] = [];
  const unknown: RegisteredPeople[] = [];
  for (const { people, registered, total } of registeredShares(counts, reading)) {
    const share = shareOf(registered, total);
    if (share === null || registered === null || total === null) unknown.push(people);
    else if (share < threshold) {
      const missing = peopleToTarget(registered, total, threshold);
      short.push({ people, registered, total, share, missing });
    }
  }
  if (short.length > 0) return levelOf(1, { code: 'shares-short', short, threshold });
  if (unknown.length > 0) return without('undetermined', { code: 'counts-missing', people: unknown }, 1);
  const missing = (['communities', 'activeUse'] as const).filter((tick) => !ticks[tick]);
  return missing.length > 0
    ? levelOf(2, { code: 'ticks-missing', ticks: missing })
    : levelOf(3, { code: 'all-met' });
}

/**
 * Level of one organisation.
 * @param counts of its latest report; null where it is not in the report
 */
export function selfDiagnosis(
  kind: OrganisationKind,
  counts: SelfDiagnosisCounts | null,
  ticks: SelfDiagnosisTicks,
  settings: SelfDiagnosisSettings = DEFAULT_SELF_DIAGNOSIS,
): SelfDiagnosis {
  if (kind === 'unknown') return without('undetermined', { code: 'kind-unknown' });
  if (!settings.kinds.includes(kind)) return without('not-applicable', { code: 'not-for-kind' });
  const registered = counts === null ? null : counts.registeredTotal;
  if (ticks.notRegistered) {
    return registered !== null && registered > 0
      ? without('undetermined', { code: 'registered-after-all', registered })
      : levelOf(0, { code: 'confirmed-not-registered' });
  }
  if (counts === null) return without('no-data', { code: 'absent' });
  if (registered === 0) return without('undetermined', { code: 'nobody-registered' }, 0);
  if (!ticks.structure) return without('undetermined', { code: 'structure-unconfirmed' });
  return judgeShares(counts, ticks, settings);
}
