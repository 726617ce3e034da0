import type { Group } from '../columns.ts';
import type { LossStage, StageLoss } from '../funnel.ts';
import type { OrganisationKind } from '../organisation.ts';
import { isOpen, type StepStates } from './progress.ts';
import { DEFAULT_SCOPES, type StepId, type StepScopes, stepAppliesTo, stepOf } from './steps.ts';

/**
 * Which steps cure which stage of the funnel, the one that cures it most directly first. Steps that
 * a type of organisation lacks drop out; at least one is left for every type that has the stage
 * (tested). An invitation by link is never among them: the next export removes whoever came by it.
 */
export const CURES: Readonly<Record<LossStage, Readonly<Record<Group, readonly StepId[]>>>> = {
  registered: {
    // New users are verified through the integration; in preschools through the community.
    teachers: [
      'integration.identifiers',
      'integration.export-task',
      'organisation.community',
      'organisation.heads-teachers',
    ],
    parents: ['organisation.community', 'organisation.site-section', 'organisation.parent-meetings'],
    students: ['organisation.site-section'],
  },
  linked: {
    // Column P counts profiles with an identifier, not the chat event of И7.
    teachers: ['integration.identifiers', 'integration.export-task', 'integration.smir'],
    parents: ['integration.class-chats', 'organisation.site-section'],
    students: ['integration.class-chats', 'organisation.site-section'],
  },
  active: {
    teachers: [
      'integration.teachers-linked',
      'integration.communication',
      'organisation.community',
      'organisation.heads-teachers',
    ],
    parents: [
      'organisation.parent-chats',
      'integration.class-chats',
      'organisation.community',
      'organisation.parent-meetings',
    ],
    students: ['organisation.student-chats', 'integration.class-chats'],
  },
};

/** The same for the indicators of УБ ЦОК, in the order in which access comes about. */
export const COK_CURES: Readonly<Record<'teachers' | 'students', readonly StepId[]>> = {
  teachers: ['cok.timetable', 'cok.export', 'cok.invitations', 'cok.access', 'cok.assigned'],
  students: ['cok.assigned', 'cok.viewed'],
};

/** Whose taking part is voluntary: for them a cure is an offer of help, never a demand. */
export function isVoluntary(group: Group): boolean {
  return group !== 'teachers';
}

export interface Cure {
  /** Steps that apply to the school, the most direct first. */
  readonly steps: readonly StepId[];
  /** The step to open: the first that still waits, else the first (to be looked at again). */
  readonly opens: StepId | null;
  /** Every step is ticked, and people are lost at the stage all the same. */
  readonly allDone: boolean;
  readonly voluntary: boolean;
}

/** The steps that cure the loss of a school; without `states` no step counts as ticked. */
export function cureOf(
  loss: Pick<StageLoss, 'stage' | 'group'>,
  kind: OrganisationKind,
  states?: StepStates,
  scopes: StepScopes = DEFAULT_SCOPES,
): Cure {
  return makeCure(CURES[loss.stage][loss.group], loss.group, kind, states, scopes);
}

/** The steps that bring a group to the indicator of УБ ЦОК. */
export function cokCureOf(
  group: 'teachers' | 'students',
  kind: OrganisationKind,
  states?: StepStates,
  scopes: StepScopes = DEFAULT_SCOPES,
): Cure {
  return makeCure(COK_CURES[group], group, kind, states, scopes);
}

function makeCure(
  ids: readonly StepId[],
  group: Group,
  kind: OrganisationKind,
  states: StepStates | undefined,
  scopes: StepScopes,
): Cure {
  const steps = ids.filter(
    (id) =>
      stepAppliesTo(stepOf(id), kind, scopes) && (states === undefined || states[id].state !== 'excepted'),
  );
  const waiting = steps.find((id) => states === undefined || isOpen(states[id]));
  return {
    steps,
    opens: waiting ?? steps[0] ?? null,
    allDone: steps.length > 0 && waiting === undefined,
    voluntary: isVoluntary(group),
  };
}

/** What a step cures: for its how-to and the tests. */
export function stagesCuredBy(id: StepId): { readonly stage: LossStage; readonly group: Group }[] {
  const cured: { stage: LossStage; group: Group }[] = [];
  for (const stage of Object.keys(CURES) as LossStage[]) {
    for (const group of Object.keys(CURES[stage]) as Group[]) {
      if (CURES[stage][group].includes(id)) cured.push({ stage, group });
    }
  }
  return cured;
}
