import { type Group, STAGE_COUNT } from './columns.ts';
import { KINDS_WITHOUT_JOURNAL, type OrganisationKind } from './organisation.ts';
import type { Count, StatisticsRecord } from './record.ts';

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

/**
 * Losses of a group at each stage: not registered (total − registered), registered but not linked,
 * registered but not active. A stage with a blank count, or that does not apply, is left out.
 */
export function stageLosses(record: StatisticsRecord, group: Group, kind: OrganisationKind): StageLoss[] {
  if (group === 'students' && kind === 'preschool') return [];
  const keys = STAGE_COUNT[group];
  const registered = record[keys.registered];
  const losses = [
    loss(group, 'registered', registered, record[keys.total]),
    KINDS_WITHOUT_JOURNAL.includes(kind) ? null : loss(group, 'linked', record[keys.linked], registered),
    loss(group, 'active', record[keys.active], registered),
  ];
  return losses.filter((row): row is StageLoss => row !== null);
}

/** The stage that loses most people, a tie going to the earlier; null where nobody is lost. */
export function worstStage(losses: readonly StageLoss[]): StageLoss | null {
  let worst: StageLoss | null = null;
  for (const candidate of losses) {
    if (candidate.lost > (worst?.lost ?? 0)) worst = candidate;
  }
  return worst;
}
