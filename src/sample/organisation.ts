import type { KnownKind } from '../domain/organisation.ts';
import { between, type Random, seededRandom } from './random.ts';

/** People of one role in an invented organisation, and how they took to the messenger by the last report. */
export interface Crowd {
  readonly people: number;
  /** People by the statistical forms: as a rule `people`, 0 or null (blank) in the odd cases. */
  readonly total: number | null;
  /** Active, registered: shares of `people`; linked: a share of the registered. */
  readonly active: number;
  readonly registered: number;
  readonly linked: number;
  /** How much of its activity a crowd gained a week. */
  readonly growth: number;
}

export interface SampleOrganisation {
  readonly kind: KnownKind;
  readonly shortName: string;
  readonly orgType: string;
  readonly municipality: string;
  readonly orgId: string;
  readonly inn: string;
  readonly oddity: Oddity | null;
  readonly teachers: Crowd;
  readonly students: Crowd;
  readonly parents: Crowd;
}

/** What real reports have besides ordinary rows. */
export type Oddity =
  | 'new'
  | 'vanished'
  | 'inactive'
  | 'no-forms'
  | 'zero-totals'
  | 'no-activity'
  | 'long-inn'
  | 'teachers-above-whole'
  | 'parents-above-whole';

/** Each oddity stands at its place among 40 organisations, so that a district of 40 has them all. */
const ODDITIES: Readonly<Record<number, Oddity>> = {
  3: 'new',
  6: 'vanished',
  9: 'no-activity',
  12: 'zero-totals',
  15: 'long-inn',
  18: 'inactive',
  22: 'no-forms',
  26: 'teachers-above-whole',
  32: 'parents-above-whole',
};
const ODDITY_PERIOD = 40;

interface KindSample {
  readonly orgType: string;
  readonly legalForm: string;
  readonly names: readonly string[];
  readonly teachers: readonly [number, number];
  readonly students: readonly [number, number];
}

const KINDS: Readonly<Record<KnownKind, KindSample>> = {
  school: {
    orgType: 'Общеобразовательная организация',
    legalForm: 'ГБОУ',
    names: ['Школа', 'Гимназия', 'Лицей', 'Школа-интернат', 'Школа'],
    teachers: [32, 96],
    students: [380, 1250],
  },
  preschool: {
    orgType: 'Дошкольная образовательная организация',
    legalForm: 'ГБДОУ',
    names: ['Детский сад', 'Центр развития ребёнка – детский сад'],
    teachers: [6, 38],
    students: [55, 340],
  },
  college: {
    orgType: 'Профессиональная образовательная организация',
    legalForm: 'ГБПОУ',
    names: ['Колледж', 'Техникум'],
    teachers: [40, 120],
    students: [500, 1600],
  },
  additional: {
    orgType: 'Организация дополнительного образования',
    legalForm: 'ГБУ ДО',
    names: ['Дом творчества', 'Детско-юношеский центр'],
    teachers: [18, 70],
    students: [400, 2200],
  },
};

/** Kinds of twenty neighbours: as many kindergartens as schools, a few of the rest. */
const MIX: readonly KnownKind[] = Array.from('spspspacspspspscpspa', (letter) =>
  letter === 's' ? 'school' : letter === 'p' ? 'preschool' : letter === 'c' ? 'college' : 'additional',
);

const DISTRICTS = [
  { name: 'Заречный район', genitive: 'Заречного района' },
  { name: 'Примерный район', genitive: 'Примерного района' },
] as const;

/** No organisation of the country bears such numbers. */
const FIRST_NUMBER = 9001;

/** Around the default target: two fifths reach it, a fifth come close, the rest stay below. */
function activity(random: Random, target: number): number {
  const luck = random();
  const depth = random();
  if (luck < 0.42) return target + depth * 0.2;
  if (luck < 0.62) return target - depth * 0.05;
  return (target - 0.05) * (1 - depth * depth);
}

function crowd(random: Random, people: number, target: number, leastRegistered: number): Crowd {
  return {
    people,
    total: people,
    active: activity(random, target),
    registered: leastRegistered + random() * (1 - leastRegistered),
    linked: 0.35 + random() * 0.63,
    growth: random() * 0.06 - 0.006,
  };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** Straight quotes in most names, and a comma in every fifth: the source does not spare the reader. */
function nameOf(kind: KnownKind, index: number, random: Random, genitive: string): string {
  const { legalForm, names } = KINDS[kind];
  const name = names[between(random, 0, names.length - 1)] ?? '';
  const [open, close] = index % 3 === 2 ? ['«', '»'] : ['"', '"'];
  const building = index % 5 === 0 ? ', здание 2' : '';
  return `${legalForm} ${open}${name} № ${FIRST_NUMBER + index}${close} ${genitive}${building}`;
}

function altered(oddity: Oddity | null, plain: SampleOrganisation): SampleOrganisation {
  const { teachers, students, parents } = plain;
  const totals = (total: number | null): SampleOrganisation => ({
    ...plain,
    teachers: { ...teachers, total },
    students: { ...students, total },
    parents: { ...parents, total },
  });
  switch (oddity) {
    case 'no-forms':
      return totals(null);
    case 'zero-totals':
      return totals(0);
    case 'long-inn':
      return { ...plain, inn: `${plain.inn}00` };
    case 'inactive':
      return { ...plain, teachers: { ...teachers, active: 0.04 } };
    case 'teachers-above-whole':
      return { ...plain, teachers: { ...teachers, active: 1.08, growth: 0.01 } };
    case 'parents-above-whole':
      return { ...plain, parents: { ...parents, active: 1.15, growth: 0.02 } };
    default:
      return plain;
  }
}

/**
 * The invented organisation number `index` (from 0) of a seed: always the same, however many
 * organisations and weeks are asked for.
 */
export function sampleOrganisation(seed: number, index: number): SampleOrganisation {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) + Math.imul(index + 1, 0x85ebca6b));
  const kind = MIX[index % MIX.length] ?? 'school';
  const district = DISTRICTS[index % 7 === 6 ? 1 : 0];
  const { orgType, teachers, students } = KINDS[kind];
  const oddity = ODDITIES[index % ODDITY_PERIOD] ?? null;
  const children = between(random, students[0], students[1]);
  return altered(oddity, {
    kind,
    shortName: nameOf(kind, index, random, district.genitive),
    orgType,
    municipality: district.name,
    orgId: digits(between(random, 0, 3) * 10_000_000 + 1000 + index, 8),
    inn: `00${digits(between(random, 0, 99), 2)}${digits(index, 6)}`,
    oddity,
    teachers: crowd(random, between(random, teachers[0], teachers[1]), 0.75, 0.7),
    students: crowd(random, children, 0.3, 0.5),
    parents: crowd(random, children, 0.3, 0.45),
  });
}
