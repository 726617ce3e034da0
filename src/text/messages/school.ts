import type { Promised } from '../../domain/checklists/promises.ts';
import type { Group } from '../../domain/columns.ts';
import type { IndicatorGrowth } from '../../domain/growth.ts';
import type { IndicatorAssessment } from '../../domain/indicators.ts';
import { isMissed } from '../../domain/weak-spot.ts';
import { type Breach, breachesOf, concernsFamilies } from '../guard/guard.ts';
import { LINKS } from '../links.ts';
import { formatDate } from '../numbers.ts';
import { isFamily, judged, nameOf, peopleOf, type SchoolFacts } from './facts.ts';
import { type FieldValues, fillTemplate } from './fields.ts';
import { growthText } from './growth.ts';
import { listOf, missedText, sharesText } from './indicator-lines.ts';
import { type Links, nextStepOf, stepDeed, stepLink, stepTitle, weakSpotText } from './next-step.ts';
import type { FieldName, TemplateKey, Templates, Tone } from './templates.ts';
import { voluntaryText } from './voluntary.ts';

export interface MessageSetting {
  readonly tone: Tone;
  readonly templates: Templates;
  readonly links?: Links;
}

/** Why a text is written: what is below, thanks, or that there is nothing to go by. */
export type MessageAbout = 'missed' | 'thanks' | 'no-data' | 'absent';

export interface Message {
  readonly about: MessageAbout;
  /** The template it was made of; null for the two texts that are no templates. */
  readonly template: TemplateKey | null;
  /** What is below the target. */
  readonly missed: readonly IndicatorAssessment[];
  readonly text: string;
}

/**
 * The text to one school: what it misses, the worst stage, one next step; thanks where nothing is
 * missed. The tone is for what staff do; where only families' indicators are below, help is offered.
 */
export function schoolMessage(
  facts: SchoolFacts,
  setting: MessageSetting,
  growth: readonly IndicatorGrowth[] = [],
): Message {
  const rows = judged(facts);
  const missed = rows.filter(isMissed);
  if (facts.record.date === '') return { about: 'absent', template: null, missed, text: absentText(facts) };
  if (missed.length === 0) {
    if (!rows.some(({ status }) => status === 'met')) {
      return { about: 'no-data', template: null, missed, text: unknownText(facts, rows) };
    }
    return thanksMessage(facts, setting, growth);
  }
  const own = missed.some(({ indicator }) => !isFamily(indicator.group));
  const template = own ? setting.tone : 'offer';
  const values = schoolValues(facts, rows, setting.links ?? LINKS);
  return {
    about: 'missed',
    template,
    missed,
    text: filled(setting.templates[template], values, rows, missed),
  };
}

/** Thanks to a school that reached its targets, or that grew. */
export function thanksMessage(
  facts: SchoolFacts,
  { templates }: MessageSetting,
  growth: readonly IndicatorGrowth[] = [],
): Message {
  const rows = judged(facts);
  const values: FieldValues = {
    школа: nameOf(facts.record),
    дата: formatDate(facts.record.date),
    достигнуто: metText(rows),
    рост: growthText(growth),
  } satisfies Partial<Record<FieldName, string>>;
  const shown = [...rows.filter(({ status }) => status === 'met'), ...growth];
  return {
    about: 'thanks',
    template: 'thanks',
    missed: [],
    text: filled(templates.thanks, values, shown, []),
  };
}

function schoolValues(facts: SchoolFacts, rows: readonly IndicatorAssessment[], links: Links): FieldValues {
  const step = nextStepOf(facts);
  return {
    школа: nameOf(facts.record),
    дата: formatDate(facts.record.date),
    показатели: listOf(rows.filter(isMissed).map((row) => missedText(row, facts))),
    достигнуто: metText(rows),
    'нет данных': noDataText(rows),
    'слабое место': step === null ? '' : weakSpotText(step.loss),
    договорённость: promiseText(facts.promise ?? null),
    // What was agreed is waited for.
    ...(step === null || (facts.promise ?? null) !== null
      ? {}
      : { шаг: stepTitle(step), 'как сделать': stepDeed(step), ссылка: stepLink(step, links) }),
  } satisfies Partial<Record<FieldName, string>>;
}

/** «Мы договорились: до 25.11.2025 — заполнят расписание.» A person's words that the guard refuses stay out. */
function promiseText(promise: Promised | null): string {
  if (promise === null) return '';
  const { until, what } = promise;
  const day = `Мы договорились вернуться к этому ${formatDate(until)}`;
  const whole = what === '' ? day : `${day}: ${what}`;
  const sentence = breachesOf(whole).length > 0 || concernsFamilies(whole) ? day : whole;
  return `${sentence}. Если нужна помощь раньше, напишите.`;
}

/** Fills the template; the voluntary phrase comes wherever the rest speaks of families. */
function filled(
  template: string,
  values: FieldValues,
  shown: readonly Pick<IndicatorAssessment, 'indicator'>[],
  missed: readonly IndicatorAssessment[],
): string {
  const rest = fillTemplate(template, { ...values, ...UNNAMED });
  if (!concernsFamilies(rest)) return fillTemplate(template, values);
  const named = shown.map(({ indicator }) => indicator.group).filter(isFamily);
  // A step may speak of families where no indicator of theirs is shown.
  const groups: readonly Group[] = named.length > 0 ? named : ['parents', 'students'];
  const voluntary = voluntaryText(groups, missed.map(({ indicator }) => indicator.group).filter(isFamily));
  return fillTemplate(template, { ...values, добровольность: voluntary });
}

/** A school's name says nothing about families, whatever words it is made of. */
const UNNAMED: FieldValues = { школа: 'организация' };

/**
 * Breaches of a text that was made for a school, by its words without the school's name, which the
 * author of a template cannot choose.
 */
export function messageBreaches(text: string, { record }: Pick<SchoolFacts, 'record'>): Breach[] {
  return breachesOf(text.split(nameOf(record)).join('организация'));
}

function metText(rows: readonly IndicatorAssessment[]): string {
  const met = rows.filter(({ status }) => status === 'met');
  if (met.length === 0) return '';
  return `${met.length === 1 ? 'Цель достигнута' : 'Цели достигнуты'}: ${sharesText(met)}.`;
}

function noDataText(rows: readonly IndicatorAssessment[]): string {
  const unknown = rows.filter(({ status }) => status === 'no-data');
  return unknown.length === 0
    ? ''
    : `Нет данных: ${unknown.map(({ indicator }) => peopleOf(indicator)).join(', ')}.`;
}

function absentText({ record }: SchoolFacts): string {
  return `Добрый день!\n\n${nameOf(record)}: в последнем отчёте по МАХ этой организации нет, поэтому данных о ней нет. Проверьте, пожалуйста, что организация по-прежнему есть в Сферуме.`;
}

function unknownText({ record }: SchoolFacts, rows: readonly IndicatorAssessment[]): string {
  const groups = rows.map(({ indicator }) => indicator.group).filter(isFamily);
  return [
    'Добрый день!',
    `${nameOf(record)}, показатели на ${formatDate(record.date)}.\n${noDataText(rows)}`.trim(),
    voluntaryText(groups),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
