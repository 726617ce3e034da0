import { COK_HEADINGS, HEADINGS } from '../domain/headings.ts';
import { KINDS_WITHOUT_JOURNAL, type OrganisationKind } from '../domain/organisation.ts';
import { basisPointsOf, peopleToTarget, shareOf, targetOf, WHOLE } from '../domain/share.ts';
import { STAGE_COUNT } from '../domain/stage-counts.ts';
import { DEFAULT_NEAR, STATUS_FACES, statusOfShare } from '../domain/status.ts';
import type { Parameter } from './arguments.ts';
import type { CellFunction } from './broadcast.ts';
import type { ShareFunction } from './table-form.ts';

/** Products of a count and 10,000 stay exact whole numbers up to here. */
const LARGEST_COUNT = Math.floor(Number.MAX_SAFE_INTEGER / WHOLE);

export function people(name: string, title: string): Parameter {
  return {
    name,
    title,
    expected: 'Нужно целое число людей, не меньше нуля',
    whole: true,
    max: LARGEST_COUNT,
  };
}

/** The totals of УБ ЦОК stand in its own sheet; elsewhere they are those of the statistics. */
const COK_TEACHERS_TOTAL: readonly string[] = [COK_HEADINGS.teachersTotal, HEADINGS.teachersTotal];
const COK_STUDENTS_TOTAL: readonly string[] = [COK_HEADINGS.studentsTotal, HEADINGS.studentsTotal];

const TOTAL = people('total', 'всего');

export const SHARE: Parameter = {
  name: 'share',
  title: 'доля',
  expected: 'Доля задаётся числом: 75 % или 0,75',
  whole: false,
  max: Number.MAX_VALUE,
};

const TARGET: Parameter = {
  name: 'target',
  title: 'цель',
  expected: 'Цель задаётся долей: 75 % или 0,75',
  whole: false,
  max: 1,
};

const NEAR: Parameter = {
  name: 'near',
  title: 'ширина полосы «близко»',
  expected: 'Полоса «близко» задаётся долей: 5 % или 0,05',
  whole: false,
  max: 1,
  fallback: DEFAULT_NEAR / WHOLE,
};

/** Stands in the third place of functions of two arguments. */
const NONE: Parameter = { name: '', title: '', expected: '', whole: false, max: 0, fallback: 0 };

/** Share of `part` in `total` as a fraction floored to 0.01 %; blank where the total is 0. */
function shareFunction(
  part: Parameter,
  partHeadings: readonly string[],
  totalHeadings: readonly string[],
  notFor: readonly OrganisationKind[],
  students: boolean,
  total: Parameter = TOTAL,
): ShareFunction {
  return {
    first: part,
    second: total,
    third: NONE,
    partHeadings,
    totalHeadings,
    notFor,
    students,
    calculate(active, all) {
      const share = shareOf(active, all);
      return share === null ? '' : share / WHOLE;
    },
  };
}

const GROUPS = {
  teachers: { title: 'педагоги', notFor: [] },
  parents: { title: 'родители', notFor: [] },
  students: { title: 'обучающиеся', notFor: ['preschool'] },
} as const;

type MaxGroup = keyof typeof GROUPS;

const STAGES = {
  active: 'активные',
  registered: 'зарегистрированные',
  linked: 'связавшие аккаунты',
} as const;

type MaxStage = keyof typeof STAGES;

function stagePeople(group: MaxGroup, stage: MaxStage): Parameter {
  return people(stage, `${STAGES[stage]} ${GROUPS[group].title}`);
}

/** Those who linked are told of the registered, as the stage «связали аккаунты» is; the others of all. */
function stageShare(group: MaxGroup, stage: MaxStage): ShareFunction {
  const isLinked = stage === 'linked';
  const columns = STAGE_COUNT[group];
  return shareFunction(
    stagePeople(group, stage),
    [HEADINGS[columns[stage]]],
    [HEADINGS[columns[isLinked ? 'registered' : 'total']]],
    isLinked ? [...GROUPS[group].notFor, ...KINDS_WITHOUT_JOURNAL] : GROUPS[group].notFor,
    group === 'students',
    isLinked ? stagePeople(group, 'registered') : TOTAL,
  );
}

export const ACTIVE_TEACHERS = stageShare('teachers', 'active');
export const ACTIVE_PARENTS = stageShare('parents', 'active');
export const ACTIVE_STUDENTS = stageShare('students', 'active');
export const REGISTERED_TEACHERS = stageShare('teachers', 'registered');
export const REGISTERED_PARENTS = stageShare('parents', 'registered');
export const REGISTERED_STUDENTS = stageShare('students', 'registered');
export const LINKED_TEACHERS = stageShare('teachers', 'linked');
export const LINKED_PARENTS = stageShare('parents', 'linked');
export const LINKED_STUDENTS = stageShare('students', 'linked');
export const COK_TEACHERS = shareFunction(
  people('assigned', 'назначили урок'),
  [COK_HEADINGS.assigned],
  COK_TEACHERS_TOTAL,
  ['preschool'],
  false,
);
export const COK_STUDENTS = shareFunction(
  people('viewed', 'просмотрели урок'),
  [COK_HEADINGS.viewed],
  COK_STUDENTS_TOTAL,
  ['preschool'],
  true,
);

export const STATUS: CellFunction = {
  first: SHARE,
  second: TARGET,
  third: NEAR,
  calculate(share, target, near) {
    const yardstick = { target: targetOf(target), near: targetOf(near) };
    return STATUS_FACES[statusOfShare(basisPointsOf(share), yardstick)].label;
  },
};

export const PEOPLE_TO_TARGET: CellFunction = {
  first: people('active', 'активные'),
  second: TOTAL,
  third: TARGET,
  calculate(active, total, target) {
    return total === 0 ? '' : peopleToTarget(active, total, targetOf(target));
  },
};
