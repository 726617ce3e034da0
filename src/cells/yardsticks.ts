import { lossesOf, worstStage } from '../domain/funnel.ts';
import { hasStudents, organisationKind } from '../domain/organisation.ts';
import { basisPointsOf, shareOf, WHOLE } from '../domain/share.ts';
import { DEFAULT_MONITORING, verdictOf } from '../domain/yardsticks/monitoring.ts';
import { type SelfDiagnosisCounts, selfDiagnosis } from '../domain/yardsticks/self-diagnosis.ts';
import { levelText } from '../text/levels.ts';
import { stageText } from '../text/stages.ts';
import { VERDICT_LABELS } from '../text/verdicts.ts';
import { errorValue, isBlank, missingArgument, type Parameter, wrongArgument } from './arguments.ts';
import type { CellAnswer } from './broadcast.ts';
import { people, SHARE } from './functions.ts';
import { tableOf } from './ranges.ts';
import type { RowFunction } from './rows.ts';

/** A parameter that takes no number. */
function words(
  name: string,
  title: string,
  expected: string,
  also: (value: unknown) => boolean = () => false,
): Parameter {
  return { name, title, expected, whole: false, max: -1, also };
}

/** Parameters admit nothing else here: calculate sees numbers, and null for blanks. */
function count(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

export const WORST_STAGE: RowFunction = {
  parameters: [
    people('total', 'всего'),
    people('registered', 'зарегистрированы'),
    people('linked', 'связали аккаунты'),
    people('active', 'активны'),
  ],
  required: 4,
  calculate([total, registered, linked, active]) {
    const counts = {
      total: count(total),
      registered: count(registered),
      linked: count(linked),
      active: count(active),
    };
    const worst = worstStage(lossesOf('teachers', counts, true));
    return worst === null ? '' : stageText(worst);
  },
};

function isNotApplicable(value: unknown): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === VERDICT_LABELS['not-applicable'];
}

/** A share of one group: a fraction, or «не применимо», which asks for nothing. */
function groupShare(name: string, title: string): Parameter {
  return { ...SHARE, name, title, also: isNotApplicable };
}

function reaches(share: unknown, target: number): boolean | null {
  const fraction = count(share);
  return fraction === null ? null : basisPointsOf(fraction) >= target;
}

export const ORG_COUNTS: RowFunction = {
  parameters: [
    groupShare('teachersShare', 'доля педагогов'),
    groupShare('parentsShare', 'доля родителей'),
    groupShare('studentsShare', 'доля обучающихся'),
    words('orgType', 'тип организации', 'Тип организации — это текст', (value) => typeof value === 'string'),
  ],
  required: 3,
  calculate([teachers, parents, studentsShare, orgType]) {
    const { targets } = DEFAULT_MONITORING;
    // Where no type is named, the shares given are those that are asked.
    const students = typeof orgType === 'string' ? hasStudents(organisationKind(orgType)) : true;
    const met: (boolean | null)[] = [];
    if (!isNotApplicable(teachers)) met.push(reaches(teachers, targets.teachers));
    if (!isNotApplicable(parents)) met.push(reaches(parents, targets.parents));
    if (students === null) met.push(null);
    else if (students && !isNotApplicable(studentsShare)) met.push(reaches(studentsShare, targets.students));
    return VERDICT_LABELS[met.length === 0 ? 'not-applicable' : verdictOf(met)];
  },
};

function tick(name: string, title: string): Parameter {
  return words(name, title, 'Отметка — это ИСТИНА или ЛОЖЬ', (value) => typeof value === 'boolean');
}

export const SELF_DIAGNOSIS: RowFunction = {
  parameters: [
    people('registeredTotal', 'регистраций всего'),
    people('teachersRegistered', 'зарегистрировано педагогов'),
    people('teachersTotal', 'педагогов всего'),
    people('studentsRegistered', 'зарегистрировано обучающихся'),
    people('studentsTotal', 'обучающихся всего'),
    tick('structure', 'структура создана'),
    tick('communities', 'педагоги в сообществах'),
    tick('activeUse', 'активно используется'),
    tick('notRegistered', 'не зарегистрирована'),
  ],
  required: 5,
  calculate([all, teachersRegistered, teachersTotal, studentsRegistered, studentsTotal, ...ticks]) {
    const counts: SelfDiagnosisCounts = {
      registeredTotal: count(all),
      teachersRegistered: count(teachersRegistered),
      teachersTotal: count(teachersTotal),
      studentsRegistered: count(studentsRegistered),
      studentsTotal: count(studentsTotal),
    };
    const isAbsent = Object.values(counts).every((value) => value === null);
    const diagnosis = selfDiagnosis('school', isAbsent ? null : counts, {
      structure: ticks[0] === true,
      communities: ticks[1] === true,
      activeUse: ticks[2] === true,
      notRegistered: ticks[3] === true,
    });
    return diagnosis.level ?? levelText(diagnosis);
  },
};

const VERDICTS = words('organisations', 'ответы MAX_ORG_COUNTS', 'Нужны ответы MAX_ORG_COUNTS');
const END = words('end', 'край оценки', 'Край оценки — «от» или «до»');

/** Share of the organisations that count, k ÷ n; with «до» as if those without data counted too. */
export function orgsShare(organisations: unknown, end: unknown): CellAnswer {
  if (organisations === undefined) return missingArgument(VERDICTS);
  const side = tableOf(end)?.[0]?.[0] ?? end;
  const sideError = errorValue(side);
  if (sideError !== null) return sideError;
  const isHigh = side === 'до';
  if (!isHigh && !isBlank(side) && side !== 'от') return wrongArgument(END, side);
  const labels: readonly unknown[] = Object.values(VERDICT_LABELS);
  let reached = 0;
  let applicable = 0;
  for (const value of (tableOf(organisations) ?? [[organisations]]).flat()) {
    const error = errorValue(value);
    if (error !== null) return error;
    if (isBlank(value) || value === VERDICT_LABELS['not-applicable']) continue;
    if (!labels.includes(value)) return wrongArgument(VERDICTS, value);
    applicable += 1;
    if (value === VERDICT_LABELS.counts || (isHigh && value === VERDICT_LABELS['no-data'])) reached += 1;
  }
  const share = shareOf(reached, applicable);
  return share === null ? '' : share / WHOLE;
}
