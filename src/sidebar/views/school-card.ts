import type { StageLoss } from '../../domain/funnel.ts';
import type { IndicatorAssessment } from '../../domain/indicators.ts';
import { weakSpot } from '../../domain/weak-spot.ts';
import type { BookState } from '../../server/contract.ts';
import { GROUP_WORDS } from '../../text/labels.ts';
import { formatCount, formatShare } from '../../text/numbers.ts';
import { remarksOf } from '../../text/remarks.ts';
import { schoolMessage } from '../../text/reminder.ts';
import { stageText } from '../../text/stages.ts';
import { element, focusHeading } from '../dom.ts';
import type { School } from '../schools.ts';
import { statusChip } from '../statuses.ts';

const TEXT_ID = 'school-text';

export interface SchoolCard {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
  /** Holds the ready text. */
  readonly area: HTMLTextAreaElement;
}

/** One school: its indicators, its weak spot in words, the ready text. */
export function schoolCard(school: School, book: BookState): SchoolCard {
  const { record } = school;
  const heading = focusHeading('h2', record.shortName);
  const place = [`ID ${record.orgId}`, record.municipality, record.orgType].filter((part) => part !== '');
  const indicators = element('ul', { class: 'indicators' });
  for (const assessment of school.assessments) indicators.append(indicatorItem(assessment));
  const weak = weakSpot(record, school.kind, school.assessments);
  const remarks = school.reported
    ? remarksOf(record, school.kind, school.assessments)
    : 'нет в последнем отчёте, её числа пусты';
  const message = schoolMessage({ record, kind: school.kind, targets: book.targets });
  const area = element('textarea', { id: TEXT_ID, class: 'field', readonly: true, rows: rowsFor(message) });
  area.value = message;
  return {
    heading,
    area,
    element: element(
      'div',
      { class: 'stack' },
      element('div', {}, heading, element('p', { class: 'quiet small' }, place.join(' · '))),
      indicators,
      weak === null ? null : element('p', {}, element('strong', {}, 'Слабое место: '), weakSpotText(weak)),
      remarks === '' ? null : element('p', { class: 'notice warning' }, `Замечания: ${remarks}.`),
      element('div', {}, element('label', { class: 'label', for: TEXT_ID }, 'Текст для школы'), area),
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
  const words = [
    counted && measure.applicable
      ? `${formatCount(measure.active ?? 0)} из ${formatCount(measure.total ?? 0)}`
      : null,
    target === null || !measure.applicable ? null : `цель ${formatShare(target)}`,
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
      missing !== null && missing > 0 ? element('strong', {}, `ещё ${formatCount(missing)} чел.`) : null,
      words.length === 0 ? null : element('span', { class: 'quiet' }, words.join(', ')),
    ),
  );
}

function weakSpotText(loss: StageLoss): string {
  return `${GROUP_WORDS[loss.group].nominative}: ${stageText(loss)}`;
}

/** Lines that the text takes at the sidebar's width, so that it is seen whole where it is short. */
function rowsFor(message: string): number {
  const lines = message.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 36)), 0);
  return Math.min(40, Math.max(6, lines));
}
