import { isInactive } from '../domain/activity.ts';
import type { IndicatorAssessment } from '../domain/indicators.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { IsoDate, StatisticsRecord } from '../domain/record.ts';
import { isSmallGroup } from '../domain/small-group.ts';
import { formatCount, formatDate, formatShare } from './numbers.ts';
import { worstStageText } from './stages.ts';

/** What a person should check in the data of one school, for the column «замечания»; '' where nothing. */
export function remarksOf(
  record: StatisticsRecord,
  kind: OrganisationKind,
  assessments: readonly IndicatorAssessment[],
): string {
  const remarks: string[] = [];
  if (isInactive(record.activity)) remarks.push('неактивна');
  if (kind === 'unknown') remarks.push(unknownTypeText(record.orgType));
  for (const { measure, indicator } of assessments) {
    if (measure.applicable && isSmallGroup(measure.total)) {
      remarks.push(`${indicator.shortTitle}: мало людей (${measure.total})`);
    }
  }
  for (const { aboveWhole, share, measure, indicator } of assessments) {
    if (!aboveWhole || share === null || measure.active === null || measure.total === null) continue;
    const counts = `${formatCount(measure.active)} из ${formatCount(measure.total)}`;
    remarks.push(`${indicator.shortTitle}: ${formatShare(share)} (${counts}), сверьте «всего»`);
  }
  return remarks.join('; ');
}

/** What a type that no word tells means for the indicators, and what to do about it. */
function unknownTypeText(type: string): string {
  const effect = 'показатели обучающихся не считаются';
  return type === ''
    ? `«Тип ОО» не указан: ${effect}, укажите его в источнике отчёта`
    : `«Тип ОО» «${type}» не распознан: ${effect}, добавьте слово в «Настройки» и выберите в меню «Пересчитать школы»`;
}

/** How the remark of a school begins that the report does not have. */
export const VANISHED = 'нет в отчёте';

/** Remark of a school that stands in the book and is missing in the report of the date. */
export function vanishedRemark(reportDate: IsoDate): string {
  return `${VANISHED} от ${formatDate(reportDate)}`;
}

/**
 * Where a school loses most of its teachers, for the column «слабое место»; '' where nobody is lost.
 * Teachers only: for parents and students taking part is voluntary.
 */
export function weakSpotText(record: StatisticsRecord, kind: OrganisationKind): string {
  return worstStageText(record, 'teachers', kind);
}
