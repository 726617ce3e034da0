import type { Count, IsoDate, StatisticsRecord } from '../domain/record.ts';
import { type Crowd, type SampleOrganisation, sampleOrganisation } from './organisation.ts';

export interface SampleOptions {
  /** Organisations of the last report; earlier ones differ by the vanished and the new. */
  readonly schools: number;
  readonly weeks: number;
  /** Any whole number; the same seed gives the same district. */
  readonly seed: number;
  /** Day of the last report; the earlier ones are 7, 14 … days older. */
  readonly lastDate: IsoDate;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

interface Counts {
  readonly active: number;
  readonly registered: number;
  readonly linked: number;
}

const NOBODY: Counts = { active: 0, registered: 0, linked: 0 };

/** A crowd as it was `back` weeks before the last report; activity and linking stay within the registered. */
function countsOf(crowd: Crowd, back: number, hasJournal: boolean): Counts {
  const active = Math.round((crowd.people * crowd.active) / (1 + crowd.growth * back));
  const registered = Math.max(active, Math.round((crowd.people * crowd.registered) / (1 + 0.01 * back)));
  return { active, registered, linked: hasJournal ? Math.floor(registered * crowd.linked) : 0 };
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce<Count>((all, count) => (all === null || count === null ? null : all + count), 0);
}

function recordOf(organisation: SampleOrganisation, date: IsoDate, back: number): StatisticsRecord {
  const { kind, oddity } = organisation;
  const hasJournal = kind === 'school' || kind === 'college';
  const teachers = countsOf(organisation.teachers, back, hasJournal);
  const students = kind === 'preschool' ? NOBODY : countsOf(organisation.students, back, hasJournal);
  const parents = countsOf(organisation.parents, back, hasJournal);
  const totals = [organisation.teachers.total, organisation.students.total, organisation.parents.total];
  const counted = (count: number): Count => (oddity === 'no-activity' ? null : count);
  return {
    date,
    shortName: organisation.shortName,
    orgType: organisation.orgType,
    municipality: organisation.municipality,
    region: 'Примерная область',
    regionCode: '00',
    link: '',
    orgId: organisation.orgId,
    activity: oddity === 'inactive' ? 'неактивна' : 'активна',
    peopleTotal: sum(totals),
    teachersTotal: organisation.teachers.total,
    studentsTotal: organisation.students.total,
    parentsTotal: organisation.parents.total,
    registeredTotal: teachers.registered + students.registered + parents.registered,
    teachersRegistered: teachers.registered,
    teachersLinked: teachers.linked,
    studentsRegistered: students.registered,
    studentsLinked: students.linked,
    parentsRegistered: parents.registered,
    parentsLinked: parents.linked,
    studentsActive: counted(students.active),
    parentsActive: counted(parents.active),
    inn: organisation.inn,
    teachersActive: counted(teachers.active),
    teachersCalled: counted(Math.floor(teachers.active * organisation.teachers.linked * 0.3)),
  };
}

function isIn(organisation: SampleOrganisation, back: number): boolean {
  if (organisation.oddity === 'new') return back === 0;
  return organisation.oddity !== 'vanished' || back > 0;
}

/** Organisations until the last report has `schools` of them. */
function organisations(schools: number, seed: number): SampleOrganisation[] {
  const all: SampleOrganisation[] = [];
  for (let reported = 0; reported < schools; ) {
    const organisation = sampleOrganisation(seed, all.length);
    all.push(organisation);
    if (isIn(organisation, 0)) reported++;
  }
  return all;
}

function dayBefore(lastDate: IsoDate, back: number): IsoDate {
  return new Date(Date.parse(lastDate) - back * WEEK).toISOString().slice(0, 10);
}

/**
 * The weekly reports of an invented district, the oldest first: schools, kindergartens, colleges and
 * additional education that grow from week to week, with everything odd that real reports have.
 */
export function sampleDistrict({ schools, weeks, seed, lastDate }: SampleOptions): StatisticsRecord[][] {
  const all = organisations(schools, seed);
  return Array.from({ length: weeks }, (_, week) => {
    const back = weeks - 1 - week;
    const date = dayBefore(lastDate, back);
    return all
      .filter((organisation) => isIn(organisation, back))
      .map((organisation) => recordOf(organisation, date, back));
  });
}
