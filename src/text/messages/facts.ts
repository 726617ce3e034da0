import type { StepStates } from '../../domain/checklists/progress.ts';
import type { Promised } from '../../domain/checklists/promises.ts';
import type { Group } from '../../domain/columns.ts';
import type { Indicator, IndicatorAssessment } from '../../domain/indicators.ts';
import type { OrganisationKind } from '../../domain/organisation.ts';
import type { IsoDate, StatisticsRecord } from '../../domain/record.ts';
import { GROUP_WORDS } from '../labels.ts';

/** What a text says of one school: nothing else goes into it. */
export interface SchoolFacts {
  readonly record: StatisticsRecord;
  readonly kind: OrganisationKind;
  readonly assessments: readonly IndicatorAssessment[];
  /** Its checklists, where the book has them; without them no step counts as ticked. */
  readonly states?: StepStates;
  /** Day of its counts of УБ ЦОК. */
  readonly cokDate?: IsoDate | null;
  /** What it promised and when, where that day has not passed: until then no step is asked for. */
  readonly promise?: Promised | null;
}

/** Indicators that have a target and apply: what a text may speak of. */
export function judged({ assessments }: SchoolFacts): IndicatorAssessment[] {
  return assessments.filter(({ target, status }) => target !== null && status !== 'not-applicable');
}

/** «педагоги», «педагоги (УБ ЦОК)» */
export function peopleOf({ group, source }: Indicator): string {
  const people = GROUP_WORDS[group].nominative;
  return source === 'cok' ? `${people} (УБ ЦОК)` : people;
}

export function isFamily(group: Group): boolean {
  return group !== 'teachers';
}

/** Name as a text shows it: on one line; an id where the source has no name. */
export function nameOf({ shortName, orgId }: StatisticsRecord): string {
  return oneLine(shortName) || `организация с ID ${oneLine(orgId)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
