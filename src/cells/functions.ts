import { basisPointsOf, peopleToTarget, shareOf, targetOf, WHOLE } from '../domain/share.ts';
import { DEFAULT_NEAR, STATUS_FACES, statusOfShare } from '../domain/status.ts';
import type { Parameter } from './arguments.ts';
import type { CellFunction } from './broadcast.ts';

/** Products of a count and 10,000 stay exact whole numbers up to here. */
const LARGEST_COUNT = Math.floor(Number.MAX_SAFE_INTEGER / WHOLE);

function people(name: string, title: string): Parameter {
  return {
    name,
    title,
    expected: 'Нужно целое число людей, не меньше нуля',
    whole: true,
    max: LARGEST_COUNT,
  };
}

const TOTAL = people('total', 'всего');

const SHARE: Parameter = {
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
function shareFunction(part: Parameter, total: Parameter): CellFunction {
  return {
    first: part,
    second: total,
    third: NONE,
    calculate(active, all) {
      const share = shareOf(active, all);
      return share === null ? '' : share / WHOLE;
    },
  };
}

export const ACTIVE_TEACHERS = shareFunction(people('active', 'активные педагоги'), TOTAL);
export const ACTIVE_PARENTS = shareFunction(people('active', 'активные родители'), TOTAL);
export const ACTIVE_STUDENTS = shareFunction(people('active', 'активные обучающиеся'), TOTAL);
export const COK_TEACHERS = shareFunction(people('assigned', 'назначили урок'), TOTAL);
export const COK_STUDENTS = shareFunction(people('viewed', 'просмотрели урок'), TOTAL);

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
