import type { CountKey, Group, StageKey } from './columns.ts';
import type { Count } from './record.ts';

/** The count column of a group at a stage, for example (`teachers`, `active`) → `teachersActive`. */
export const STAGE_COUNT = {
  teachers: {
    total: 'teachersTotal',
    registered: 'teachersRegistered',
    linked: 'teachersLinked',
    active: 'teachersActive',
  },
  parents: {
    total: 'parentsTotal',
    registered: 'parentsRegistered',
    linked: 'parentsLinked',
    active: 'parentsActive',
  },
  students: {
    total: 'studentsTotal',
    registered: 'studentsRegistered',
    linked: 'studentsLinked',
    active: 'studentsActive',
  },
} as const satisfies Readonly<Record<Group, Readonly<Record<StageKey, CountKey>>>>;

type StageCounts = (typeof STAGE_COUNT)[Group];
export type StageCountKey = StageCounts[keyof StageCounts & StageKey];

/** The 12 counts of the three groups at the four stages: what «История» keeps of a report. */
export type MaxCounts = Readonly<Record<StageCountKey, Count>>;
