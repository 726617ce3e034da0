import type { CountKey } from '../columns.ts';
import { KINDS_WITHOUT_JOURNAL, type OrganisationKind } from '../organisation.ts';
import type { IsoDate } from '../record.ts';

/**
 * The steps of the three checklists. Adding a step is one row here and its words in
 * src/text/checklist-steps.ts (a missing row there does not compile). This file carries no Russian
 * sentences, so that functions in cells may import it.
 */

export type ChecklistList = 'integration' | 'cok' | 'organisation';

export const LISTS: readonly ChecklistList[] = ['integration', 'cok', 'organisation'];

/** Which organisations a step concerns; the kinds left out are a setting. */
export type StepScope = 'everyone' | 'journal' | 'cok' | 'students' | 'preschool' | 'general';

/** Kinds to which a scope does not apply. An unknown kind is never left out: it is asked about. */
export type StepScopes = Readonly<Record<StepScope, readonly OrganisationKind[]>>;

export const DEFAULT_SCOPES: StepScopes = {
  everyone: [],
  journal: KINDS_WITHOUT_JOURNAL,
  cok: ['preschool'],
  students: ['preschool'],
  preschool: ['school', 'college', 'additional'],
  general: ['preschool', 'college', 'additional'],
};

interface StepRow {
  /** Never changes: it keys the column of the book, its ticks and the log. */
  readonly id: string;
  readonly list: ChecklistList;
  /** Short number that people see and type («И3»); never given to another step. */
  readonly label: string;
  readonly scope: StepScope;
  /** Required by the district, or recommended by it. */
  readonly weight: 'required' | 'recommended';
  /** Whose work it is; a district's duty is never asked of a school. */
  readonly duty: 'school' | 'district';
  /** Last day on which the step is in time. */
  readonly due?: IsoDate;
  /** `report`: ticked with the day it was checked, lapses when a later report comes. */
  readonly period?: 'report';
  /** More than 0 in this count suggests that the step is done. */
  readonly suggestedBy?: CountKey;
}

const INTEGRATION = {
  list: 'integration',
  scope: 'journal',
  weight: 'required',
  duty: 'school',
} as const;
const COK = { list: 'cok', scope: 'cok', weight: 'required', duty: 'school' } as const;
const MEASURE = { list: 'organisation', scope: 'everyone', weight: 'required', duty: 'school' } as const;
const ADVICE = { ...MEASURE, weight: 'recommended' } as const;

/** In the order in which people work through them. */
const TABLE = [
  { id: 'integration.datagate', label: 'И1', ...INTEGRATION },
  { id: 'integration.token', label: 'И2', ...INTEGRATION },
  { id: 'integration.smir', label: 'И3', ...INTEGRATION },
  { id: 'integration.export-task', label: 'И4', ...INTEGRATION },
  { id: 'integration.identifiers', label: 'И5', ...INTEGRATION, suggestedBy: 'teachersLinked' },
  { id: 'integration.staff-room', label: 'И6', ...INTEGRATION },
  { id: 'integration.teachers-linked', label: 'И7', ...INTEGRATION },
  { id: 'integration.class-chats', label: 'И8', ...INTEGRATION },
  { id: 'integration.communication', label: 'И9', ...INTEGRATION },

  { id: 'cok.timetable', label: 'Ц1', ...COK },
  { id: 'cok.export', label: 'Ц2', ...COK },
  { id: 'cok.invitations', label: 'Ц3', ...COK },
  { id: 'cok.access', label: 'Ц4', ...COK },
  { id: 'cok.assigned', label: 'Ц5', ...COK },
  { id: 'cok.viewed', label: 'Ц6', ...COK },

  { id: 'organisation.district-heads', label: 'О1', ...MEASURE, duty: 'district' },
  { id: 'organisation.heads-teachers', label: 'О2', ...MEASURE },
  { id: 'organisation.local-act', label: 'О3', ...MEASURE },
  { id: 'organisation.parent-chats', label: 'О4', ...MEASURE, period: 'report' },
  { id: 'organisation.student-chats', label: 'О5', ...MEASURE, scope: 'students', period: 'report' },
  { id: 'organisation.district-form', label: 'О6', ...MEASURE, due: '2025-11-26' },
  { id: 'organisation.head-meetings', label: 'Р1', ...ADVICE },
  { id: 'organisation.parent-meetings', label: 'Р2', ...ADVICE },
  { id: 'organisation.whiteboard', label: 'Р3', ...ADVICE },
  { id: 'organisation.community', label: 'Р4', ...ADVICE, scope: 'preschool' },
  { id: 'organisation.certificates', label: 'Р5', ...ADVICE, scope: 'general' },
  { id: 'organisation.channel', label: 'Р6', ...ADVICE },
  { id: 'organisation.site-section', label: 'Р7', ...ADVICE },
  { id: 'organisation.recommendations', label: 'Р8', ...ADVICE },
] as const satisfies readonly StepRow[];

export type StepId = (typeof TABLE)[number]['id'];

export interface Step extends StepRow {
  readonly id: StepId;
}

export const STEPS: readonly Step[] = TABLE;

const BY_ID: ReadonlyMap<string, Step> = new Map(STEPS.map((step) => [step.id, step]));

export function isStepId(text: string): text is StepId {
  return BY_ID.has(text);
}

export function stepOf(id: StepId): Step {
  const step = BY_ID.get(id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
}

export function stepsOfList(list: ChecklistList): readonly Step[] {
  return STEPS.filter((step) => step.list === list);
}

/** Whether a step concerns organisations of a kind; an unknown kind is asked about, not guessed. */
export function stepAppliesTo(
  step: Step,
  kind: OrganisationKind,
  scopes: StepScopes = DEFAULT_SCOPES,
): boolean {
  return kind === 'unknown' || !scopes[step.scope].includes(kind);
}
