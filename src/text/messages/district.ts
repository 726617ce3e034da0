import type { Indicator, Targets } from '../../domain/indicators.ts';
import { INDICATORS, yardstickOf } from '../../domain/indicators.ts';
import type { IsoDate } from '../../domain/record.ts';
import { assessDistrict, type DistrictAssessment } from '../../domain/yardsticks/district.ts';
import { counted, formatCount, formatDate, formatShare } from '../numbers.ts';
import { GENITIVE_WORDS, plural, WORDS } from '../plurals.ts';
import { isFamily, peopleOf, type SchoolFacts } from './facts.ts';
import { type FieldValues, fillTemplate } from './fields.ts';
import { countsText, listOf } from './indicator-lines.ts';
import type { FieldName, Templates } from './templates.ts';
import { voluntaryText } from './voluntary.ts';

/** One indicator of the district: its people together, and how many schools reached the target. */
export interface DistrictRow extends DistrictAssessment {
  readonly indicator: Indicator;
  readonly target: number | null;
}

/** The district's indicators, by people; those that no school is judged on are left out. */
export function districtRows(schools: readonly SchoolFacts[], targets: Targets): DistrictRow[] {
  const judged = new Set(schools.flatMap(({ assessments }) => assessments.map(({ indicator }) => indicator)));
  return INDICATORS.filter((indicator) => judged.has(indicator))
    .map((indicator) => {
      const yardstick = yardstickOf(indicator, targets);
      const measures = schools.flatMap(({ assessments }) =>
        assessments.filter((row) => row.indicator.code === indicator.code).map(({ measure }) => measure),
      );
      return { indicator, target: yardstick.target, ...assessDistrict(measures, yardstick) };
    })
    .filter(({ share, target }) => share !== null && target !== null);
}

/** A message for the district's chat: the district's numbers, and no school by name. */
export function districtMessage(
  schools: readonly SchoolFacts[],
  targets: Targets,
  date: IsoDate,
  templates: Templates,
): string {
  const rows = districtRows(schools, targets);
  const reported = schools.filter(({ record }) => record.date !== '').length;
  const families = rows.map(({ indicator }) => indicator.group).filter(isFamily);
  const values: FieldValues = {
    дата: formatDate(date),
    школ: counted(reported, WORDS.organisation),
    показатели: listOf(rows.map(shareText)),
    цели: reachedText(rows),
    добровольность: voluntaryText(families.length > 0 ? families : ['parents', 'students']),
  } satisfies Partial<Record<FieldName, string>>;
  return fillTemplate(templates.district, values);
}

/** «активны 4 271 из 6 000 педагогов, 71,18 %; цель 75 %» */
function shareText({ indicator, sum, share, target }: DistrictRow): string {
  const aim = isFamily(indicator.group) ? 'ориентир' : 'цель';
  return `${countsText(indicator, sum.active, sum.total, share ?? 0)}; ${aim} ${formatShare(target ?? 0)}`;
}

function reachedText(rows: readonly DistrictRow[]): string {
  if (rows.length === 0) return '';
  return `Цели достигли: ${rows.map(reachedPart).join('; ')}.`;
}

/** «педагоги — 41 из 60 организаций» */
function reachedPart({ indicator, schools, sum }: DistrictRow): string {
  const of = plural(sum.measured, GENITIVE_WORDS.organisation);
  return `${peopleOf(indicator)} — ${formatCount(schools.met)} из ${formatCount(sum.measured)} ${of}`;
}
