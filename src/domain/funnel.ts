import type { Group, StageKey } from './columns.ts';
import { hasStudents, KINDS_WITHOUT_JOURNAL, type OrganisationKind } from './organisation.ts';
import type { Count } from './record.ts';
import { type MaxCounts, STAGE_COUNT } from './stage-counts.ts';

/**
 * Stages at which people are lost on the way to activity. They are not nested: activity needs no
 * link with the journal, so `active` is measured against the registered, as `linked` is.
 */
export type LossStage = 'registered' | 'linked' | 'active';

/** Earlier stages first: a tie goes to the earlier. */
export const LOSS_STAGES: readonly LossStage[] = ['registered', 'linked', 'active'];

export interface StageLoss {
  readonly group: Group;
  readonly stage: LossStage;
  /** People who reached the stage. */
  readonly reached: number;
  /** People of the stage before it. */
  readonly of: number;
  /** max(0, of − reached) */
  readonly lost: number;
}

function loss(group: Group, stage: LossStage, reached: Count, of: Count): StageLoss | null {
  if (reached === null || of === null) return null;
  return { group, stage, reached, of, lost: Math.max(0, of - reached) };
}

/** The counts of one group of people at the four stages. */
export type StageCounts = Readonly<Record<StageKey, Count>>;

/**
 * Losses at each stage: not registered (total − registered), registered but not linked, registered but
 * not active. A stage with a blank count is left out, and linking where there is no journal.
 */
export function lossesOf(group: Group, counts: StageCounts, hasJournal: boolean): StageLoss[] {
  const losses = [
    loss(group, 'registered', counts.registered, counts.total),
    hasJournal ? loss(group, 'linked', counts.linked, counts.registered) : null,
    loss(group, 'active', counts.active, counts.registered),
  ];
  return losses.filter((row): row is StageLoss => row !== null);
}

/** The same of a school's report, as far as they apply to its kind. */
export function stageLosses(record: MaxCounts, group: Group, kind: OrganisationKind): StageLoss[] {
  if (group === 'students' && hasStudents(kind) !== true) return [];
  const keys = STAGE_COUNT[group];
  const counts = {
    total: record[keys.total],
    registered: record[keys.registered],
    linked: record[keys.linked],
    active: record[keys.active],
  };
  return lossesOf(group, counts, !KINDS_WITHOUT_JOURNAL.includes(kind));
}

/** The stage that loses most people, a tie going to the earlier; null where nobody is lost. */
export function worstStage(losses: readonly StageLoss[]): StageLoss | null {
  let worst: StageLoss | null = null;
  for (const candidate of losses) {
    if (candidate.lost > (worst?.lost ?? 0)) worst = candidate;
  }
  return worst;
}
