import { type Cure, cokCureOf, cureOf, isVoluntary } from '../../../domain/checklists/cures.ts';
import type { StepId } from '../../../domain/checklists/steps.ts';
import { stepOf } from '../../../domain/checklists/steps.ts';
import { type StageLoss, stageLosses, worstStage } from '../../../domain/funnel.ts';
import type { IndicatorAssessment } from '../../../domain/indicators.ts';
import { isMissed, weakSpot } from '../../../domain/weak-spot.ts';
import { pointsText } from '../../../text/checklist-changes.ts';
import { cureText } from '../../../text/checklists.ts';
import { formatCount, formatShare } from '../../../text/numbers.ts';
import { remarksOf } from '../../../text/remarks.ts';
import { stageText } from '../../../text/stages.ts';
import type { ChecklistSchool } from '../../checklists/school-list.ts';
import { button, element } from '../../dom.ts';
import type { School } from '../../schools.ts';
import { statusChip } from '../../statuses.ts';

/** The numbers of a school, and from each missed indicator the way to the step that cures it. */
export function passport(school: ChecklistSchool, reveal: (step: StepId) => void): HTMLElement {
  const { judged } = school;
  if (judged === null) {
    return element('p', { class: 'notice' }, 'В «Статистике» этой школы нет, поэтому чисел нет.');
  }
  const weak = weakSpot(judged.record, judged.kind, judged.assessments);
  const remarks = judged.reported
    ? remarksOf(judged.record, judged.kind, judged.assessments)
    : 'нет в последнем отчёте, её числа пусты';
  return element(
    'section',
    { class: 'stack tight', 'aria-label': 'Показатели школы' },
    element(
      'ul',
      { class: 'indicators compact' },
      ...judged.assessments
        .filter(({ status }) => status !== 'not-applicable')
        .map((assessment) => indicatorItem(assessment, school, judged, weak, reveal)),
    ),
    remarks === '' ? null : element('p', { class: 'small quiet' }, `Замечания: ${remarks}.`),
  );
}

function indicatorItem(
  assessment: IndicatorAssessment,
  school: ChecklistSchool,
  judged: School,
  weak: StageLoss | null,
  reveal: (step: StepId) => void,
): HTMLElement {
  const { indicator, status, share } = assessment;
  const change = school.changes[indicator.code];
  return element(
    'li',
    { class: 'indicator' },
    element(
      'p',
      { class: 'line' },
      element('strong', {}, indicator.shortTitle),
      element(
        'span',
        { class: 'row share-line' },
        change === undefined ? null : changeWords(change),
        share === null ? null : element('span', { class: 'share' }, formatShare(share)),
      ),
    ),
    element('p', { class: 'row small' }, statusChip(status), gapWords(assessment)),
    ...(isMissed(assessment) ? cureLines(assessment, school, judged, weak, reveal) : []),
  );
}

function changeWords(points: number): HTMLElement {
  return element(
    'span',
    { class: 'small quiet count' },
    pointsText(points),
    element('span', { class: 'visually-hidden' }, ' за неделю'),
  );
}

/** Of staff it is asked; to parents and students help is offered, as taking part is voluntary. */
function gapWords({ indicator, missing, target }: IndicatorAssessment): HTMLElement | null {
  if (missing === null || missing === 0) return null;
  const people = `${formatCount(missing)}\u00a0чел.`;
  if (!isVoluntary(indicator.group)) return element('strong', {}, `ещё ${people}`);
  return element(
    'span',
    { class: 'quiet' },
    `до ориентира ${formatShare(target ?? 0)} — ${people}: предложите помощь желающим`,
  );
}

function cureLines(
  { indicator }: IndicatorAssessment,
  { reading }: ChecklistSchool,
  { record, kind }: School,
  weak: StageLoss | null,
  reveal: (step: StepId) => void,
): HTMLElement[] {
  if (indicator.source === 'cok') {
    return indicator.group === 'parents'
      ? []
      : [cureButton(cokCureOf(indicator.group, kind, reading.states), false, reveal)].flat();
  }
  const worst = worstStage(stageLosses(record, indicator.group, kind));
  if (worst === null) return [];
  const isWeakSpot = weak !== null && weak.group === worst.group && weak.stage === worst.stage;
  return [
    element(
      'p',
      { class: 'small' },
      isWeakSpot ? element('strong', {}, 'Слабое место: ') : 'слабое место: ',
      stageText(worst),
    ),
    ...cureButton(cureOf(worst, kind, reading.states), isWeakSpot, reveal),
  ];
}

/** The way to the step: whole sentence at the weak spot of the school, short elsewhere. */
function cureButton(cure: Cure, whole: boolean, reveal: (step: StepId) => void): HTMLElement[] {
  const { opens } = cure;
  if (opens === null) return [];
  const sentence = cureText(cure);
  if (whole) {
    return [button(sentence, () => reveal(opens), { attributes: { class: 'cure' } })];
  }
  const label = `Шаг ${stepOf(opens).label}`;
  const attributes = { class: 'cure short', title: sentence, 'aria-label': `${label}. ${sentence}` };
  return [button(label, () => reveal(opens), { attributes })];
}
