import { type Cure, cokCureOf, cureOf } from '../../domain/checklists/cures.ts';
import type { StepId } from '../../domain/checklists/steps.ts';
import type { StageLoss } from '../../domain/funnel.ts';
import type { IndicatorAssessment } from '../../domain/indicators.ts';
import { isMissed, weakSpot } from '../../domain/weak-spot.ts';
import { deedOf, STEP_WORDS } from '../checklist-steps.ts';
import { stepName } from '../checklists.ts';
import { GROUP_WORDS } from '../labels.ts';
import { LINKS, type Link, type LinkKey } from '../links.ts';
import { stageText } from '../stages.ts';
import { isFamily, judged, type SchoolFacts } from './facts.ts';

/** The step that a text asks for or offers: where people are lost, and what cures it. */
export interface NextStep {
  /** Null where the indicator has no stages (УБ ЦОК). */
  readonly loss: StageLoss | null;
  readonly step: StepId;
  /** Every step that cures it is ticked, and people are lost all the same. */
  readonly again: boolean;
}

/** One step for a school that misses an indicator, the staff's own work first; null where nothing is missed. */
export function nextStepOf(facts: SchoolFacts): NextStep | null {
  const missed = judged(facts).filter(isMissed);
  const own = missed.filter(({ indicator }) => !isFamily(indicator.group));
  const offered = missed.filter(({ indicator }) => isFamily(indicator.group));
  return stepAmong(facts, own) ?? stepAmong(facts, offered);
}

function stepAmong(facts: SchoolFacts, missed: readonly IndicatorAssessment[]): NextStep | null {
  const { record, kind, states } = facts;
  const loss = weakSpot(
    record,
    kind,
    missed.filter(({ indicator }) => indicator.source === 'max'),
  );
  if (loss !== null) return made(loss, cureOf(loss, kind, states));
  const cok = missed.find(({ indicator }) => indicator.source === 'cok');
  if (cok === undefined || cok.indicator.group === 'parents') return null;
  return made(null, cokCureOf(cok.indicator.group, kind, states));
}

function made(loss: StageLoss | null, { opens, allDone }: Cure): NextStep | null {
  return opens === null ? null : { loss, step: opens, again: allDone };
}

/** «педагоги: зарегистрированы 50 из 60»; '' where there is no stage. */
export function weakSpotText(loss: StageLoss | null): string {
  return loss === null ? '' : `${GROUP_WORDS[loss.group].nominative}: ${stageText(loss)}`;
}

/** «И7. Все педагоги связаны и видны в «Учительской»» */
export function stepTitle({ step, again }: NextStep): string {
  return again ? `${stepName(step)} (отмечен, но проверьте ещё раз)` : stepName(step);
}

export function stepDeed({ step }: NextStep): string {
  return deedOf(step);
}

export type Links = Readonly<Record<LinkKey, Link>>;

/** «Справка: УБ ЦОК: https://…»; '' where the step has no link or its address is not filled in. */
export function stepLink({ step }: NextStep, links: Links = LINKS): string {
  const key = STEP_WORDS[step].link;
  if (key === undefined || links[key].address === '') return '';
  const { title, address, uncertain } = links[key];
  return `${title}: ${address}${uncertain ? ' (адрес уточните)' : ''}`;
}
