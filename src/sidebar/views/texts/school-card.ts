import type { IndicatorAssessment } from '../../../domain/indicators.ts';
import { weakSpot } from '../../../domain/weak-spot.ts';
import { isFamily } from '../../../text/messages/facts.ts';
import { weakSpotText } from '../../../text/messages/next-step.ts';
import { formatCount, formatShare } from '../../../text/numbers.ts';
import { remarksOf } from '../../../text/remarks.ts';
import { element, focusHeading } from '../../dom.ts';
import type { School } from '../../schools.ts';
import { statusChip } from '../../statuses.ts';

export interface SchoolCard {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
}

/** One school: its indicators, its weak spot in words, when it last got a text. */
export function schoolCard(school: School, lastText: string): SchoolCard {
  const { record } = school;
  const heading = focusHeading('h2', record.shortName);
  const place = [`ID ${record.orgId}`, record.municipality, record.orgType].filter((part) => part !== '');
  const indicators = element('ul', { class: 'indicators' });
  for (const assessment of school.assessments) indicators.append(indicatorItem(assessment));
  const weak = weakSpot(record, school.kind, school.assessments);
  const remarks = school.reported
    ? remarksOf(record, school.kind, school.assessments)
    : 'нет в последнем отчёте, её числа пусты';
  return {
    heading,
    element: element(
      'div',
      { class: 'stack' },
      element(
        'div',
        {},
        heading,
        element('p', { class: 'quiet small' }, place.join(' · ')),
        element('p', { class: 'quiet small last-text' }, lastText),
      ),
      indicators,
      weak === null ? null : element('p', {}, element('strong', {}, 'Слабое место: '), weakSpotText(weak)),
      remarks === '' ? null : element('p', { class: 'notice warning' }, `Замечания: ${remarks}.`),
    ),
  };
}

function indicatorItem({
  indicator,
  measure,
  target,
  status,
  share,
  missing,
}: IndicatorAssessment): HTMLElement {
  const counted = measure.active !== null && measure.total !== null;
  // Of families nobody is asked for: their target is only named.
  const asked = missing !== null && missing > 0 && !isFamily(indicator.group);
  const aim = isFamily(indicator.group) ? 'ориентир' : 'цель';
  const words = [
    counted && measure.applicable
      ? `${formatCount(measure.active ?? 0)} из ${formatCount(measure.total ?? 0)}`
      : null,
    target === null || !measure.applicable ? null : `${aim} ${formatShare(target)}`,
  ].filter((part) => part !== null);
  return element(
    'li',
    { class: 'indicator' },
    element(
      'p',
      { class: 'line' },
      element('strong', {}, indicator.title),
      share === null ? null : element('span', { class: 'share' }, formatShare(share)),
    ),
    element(
      'p',
      { class: 'row small' },
      statusChip(status),
      asked ? element('strong', {}, `ещё ${formatCount(missing)} чел.`) : null,
      words.length === 0 ? null : element('span', { class: 'quiet' }, words.join(', ')),
    ),
  );
}
