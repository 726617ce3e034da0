import { MAX_INDICATORS } from '../indicators.ts';
import type { OrganisationKind } from '../organisation.ts';
import type { IsoDate } from '../record.ts';
import { type BasisPoints, WHOLE } from '../share.ts';
import {
  type Assessment,
  assess,
  DEFAULT_NEAR,
  type Measure,
  type Status,
  statusOfShare,
} from '../status.ts';
import { measureOf, measureOfSum, type OrganisationCounts, type PeopleSum, sumPeople } from './district.ts';
import { learnersMeasure } from './learners.ts';

/**
 * Road map of the region («дорожная карта», signed by the vice-governor), indicators 1–4. It judges
 * the region, or a district as its part, and never a school.
 */
export interface RoadMapSettings {
  readonly stage1: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    /** The maximum that the region reached in VK Messenger in 2024/2025; null until the user enters it. */
    readonly maxima: Readonly<Record<Stage1People, BasisPoints | null>>;
  };
  readonly stage2: {
    /** Indicator 1. In force once the normative acts are approved: null until then. */
    readonly staff: DatedStage;
    /** Indicator 2. The source gives no date; ours is that of indicator 1. */
    readonly learners: DatedStage;
  };
  /** Indicator 2: students and parents each, or as one group. */
  readonly reading: 'separate' | 'combined';
  /** Indicators 3 and 4, of what the statistics do not know: entered by hand, null until then. */
  readonly byHand: Readonly<Record<'moved' | 'civilServants', BasisPoints | null>>;
  /** Preschool counts as general education, so that indicator 4 leaves it out: our inference. */
  readonly preschoolIsGeneral: boolean;
  readonly near: BasisPoints;
}

export type Stage1People = 'staff' | 'students' | 'parents' | 'learners';

interface DatedStage {
  readonly from: IsoDate | null;
  readonly target: BasisPoints;
}

export const DEFAULT_ROAD_MAP: RoadMapSettings = {
  stage1: {
    from: '2025-10-01',
    to: '2025-12-29',
    maxima: { staff: null, students: null, parents: null, learners: null },
  },
  stage2: {
    staff: { from: '2025-12-30', target: 7500 },
    learners: { from: '2025-12-30', target: 3000 },
  },
  reading: 'separate',
  byHand: { moved: null, civilServants: null },
  preschoolIsGeneral: true,
  near: DEFAULT_NEAR,
};

export type RoadMapPeople = Stage1People | 'moved' | 'civilServants' | 'otherTeachers';

/** Stage in force on the report date; `none` before the first and between the two. */
export type RoadMapStage = 1 | 2 | 'none' | 'undated';

/** What a reader must be told beside the number. */
export type RoadMapRemark =
  /** X ÷ K stands for all staff of state and municipal organisations. */
  | 'proxy-staff'
  /** Σ X ÷ Σ K over colleges and additional education stands for teachers outside general education. */
  | 'proxy-other-teachers'
  /** Stage 2 holds once the normative acts are approved. */
  | 'stage2-if-approved'
  /** The date of stage 2 is not in the source: it is our reading. */
  | 'stage2-date-assumed'
  | 'by-hand';

export interface RoadMapPart extends Assessment {
  readonly people: RoadMapPeople;
  readonly target: BasisPoints | null;
  /** null for a share entered by hand. */
  readonly sum: PeopleSum | null;
}

export interface RoadMapIndicator {
  readonly indicator: 1 | 2 | 3 | 4;
  readonly stage: RoadMapStage;
  readonly parts: readonly RoadMapPart[];
  /** Of all parts together: below if one is, met if all are. */
  readonly status: Status;
  readonly remarks: readonly RoadMapRemark[];
}

export function stageOn(date: IsoDate, settings: RoadMapSettings, stage2: DatedStage): RoadMapStage {
  if (stage2.from !== null && date >= stage2.from) return 2;
  const { from, to } = settings.stage1;
  return date >= from && date <= to ? 1 : 'none';
}

function targetOn(
  stage: RoadMapStage,
  people: Stage1People,
  settings: RoadMapSettings,
  stage2: DatedStage,
): BasisPoints | null {
  if (stage === 2) return stage2.target;
  return stage === 1 ? settings.stage1.maxima[people] : null;
}

function partOf(
  people: RoadMapPeople,
  measures: readonly Measure[],
  target: BasisPoints | null,
  near: BasisPoints,
): RoadMapPart {
  const sum = sumPeople(measures);
  return { people, target, sum, ...assess(measureOfSum(sum), { target, near }) };
}

function handPart(people: 'moved' | 'civilServants', settings: RoadMapSettings): RoadMapPart {
  const share = settings.byHand[people];
  const status = share === null ? 'no-data' : statusOfShare(share, { target: WHOLE, near: settings.near });
  return { people, target: WHOLE, sum: null, status, share, missing: null, aboveWhole: false };
}

/** All parts must be met: one below decides, then what is unknown, then what is near. */
export function statusOfParts(statuses: readonly Status[]): Status {
  for (const status of ['below', 'no-data', 'near', 'met'] as const) {
    if (statuses.includes(status)) return status;
  }
  return 'not-applicable';
}

function indicator(
  number: RoadMapIndicator['indicator'],
  stage: RoadMapStage,
  parts: readonly RoadMapPart[],
  remarks: readonly RoadMapRemark[],
): RoadMapIndicator {
  return {
    indicator: number,
    stage,
    parts,
    status: statusOfParts(parts.map(({ status }) => status)),
    remarks,
  };
}

function maxMeasures(
  group: 'teachers' | 'students' | 'parents',
  organisations: readonly OrganisationCounts[],
) {
  return MAX_INDICATORS.filter((row) => row.group === group).flatMap((row) =>
    organisations.map((organisation) => measureOf(row, organisation)),
  );
}

function staff(
  organisations: readonly OrganisationCounts[],
  date: IsoDate,
  settings: RoadMapSettings,
): RoadMapIndicator {
  const { staff: stage2 } = settings.stage2;
  const stage = stageOn(date, settings, stage2);
  const target = targetOn(stage, 'staff', settings, stage2);
  const measures = maxMeasures('teachers', organisations);
  return indicator(
    1,
    stage,
    [partOf('staff', measures, target, settings.near)],
    ['proxy-staff', ...(stage === 2 ? (['stage2-if-approved'] as const) : [])],
  );
}

function learners(
  organisations: readonly OrganisationCounts[],
  date: IsoDate,
  settings: RoadMapSettings,
): RoadMapIndicator {
  const { learners: stage2 } = settings.stage2;
  const stage = stageOn(date, settings, stage2);
  const part = (people: Stage1People, measures: readonly Measure[]) =>
    partOf(people, measures, targetOn(stage, people, settings, stage2), settings.near);
  const parts =
    settings.reading === 'combined'
      ? [part('learners', organisations.map(learnersMeasure))]
      : [
          part('students', maxMeasures('students', organisations)),
          part('parents', maxMeasures('parents', organisations)),
        ];
  const isAssumed = stage === 2 && stage2.from === DEFAULT_ROAD_MAP.stage2.learners.from;
  return indicator(2, stage, parts, isAssumed ? ['stage2-date-assumed'] : []);
}

/** Kinds outside general education; an unknown kind is asked about, not guessed. */
export function isOutsideGeneral(kind: OrganisationKind, preschoolIsGeneral: boolean): boolean {
  return kind === 'college' || kind === 'additional' || (kind === 'preschool' && !preschoolIsGeneral);
}

function otherTeachers(
  organisations: readonly OrganisationCounts[],
  settings: RoadMapSettings,
): RoadMapIndicator {
  const measures = organisations.map(
    ({ kind, counts }): Measure => ({
      active: counts.teachersActive,
      total: counts.teachersTotal,
      applicable: isOutsideGeneral(kind, settings.preschoolIsGeneral),
    }),
  );
  const teachers = partOf('otherTeachers', measures, WHOLE, settings.near);
  const parts = [handPart('civilServants', settings), teachers];
  return indicator(4, 'undated', parts, ['by-hand', 'proxy-other-teachers']);
}

/** Indicators 1–4 for the organisations of one report, each by the stage in force on its date. */
export function roadMap(
  organisations: readonly OrganisationCounts[],
  date: IsoDate,
  settings: RoadMapSettings = DEFAULT_ROAD_MAP,
): RoadMapIndicator[] {
  return [
    staff(organisations, date, settings),
    learners(organisations, date, settings),
    indicator(3, 'undated', [handPart('moved', settings)], ['by-hand']),
    otherTeachers(organisations, settings),
  ];
}
