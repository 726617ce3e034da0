import type { Group } from '../domain/columns.ts';
import type { StageLoss } from '../domain/funnel.ts';
import { assessMax, type IndicatorAssessment, type Targets } from '../domain/indicators.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import type { StatisticsRecord } from '../domain/record.ts';
import { isMissed, weakSpot } from '../domain/weak-spot.ts';
import { GROUP_WORDS } from './labels.ts';
import { NEXT_STEPS, PRESCHOOL_STEPS } from './next-steps.ts';
import { counted, formatCount, formatDate, formatShare } from './numbers.ts';
import { GENITIVE_WORDS, plural, WORDS } from './plurals.ts';
import { stageText } from './stages.ts';

export interface SchoolMessageInput {
  readonly record: StatisticsRecord;
  readonly kind: OrganisationKind;
  readonly targets: Targets;
}

const GREETING = 'Добрый день!';
const SINGULAR: Readonly<Record<Group, keyof typeof GENITIVE_WORDS>> = {
  teachers: 'teacher',
  parents: 'parent',
  students: 'student',
};

/**
 * A ready Russian text to one school: its numbers, the worst stage, one next step; thanks where
 * everything is met. Parents and students are offered help and asked for nothing.
 */
export function schoolMessage({ record, kind, targets }: SchoolMessageInput): string {
  const name = oneLine(record.shortName) || `организация с ID ${oneLine(record.orgId)}`;
  if (record.date === '') return paragraphs(GREETING, absentText(name));
  const judged = assessMax(record, kind, targets).filter((row) => row.target !== null);
  const met = judged.filter((row) => row.status === 'met');
  const missed = judged.filter(isMissed);
  const unknown = judged.filter((row) => row.status === 'no-data');
  const heading = `${name}, активность в МАХ за 7 дней до ${formatDate(record.date)}`;
  if (missed.length === 0) {
    return paragraphs(GREETING, met.length > 0 ? thanks(heading, met) : `${heading}.`, unknownText(unknown));
  }
  return paragraphs(
    GREETING,
    `${heading}:\n${missed.map(missedLine).join('\n')}`,
    metText(met),
    unknownText(unknown),
    stepText(record, kind, missed),
    voluntaryText(missed),
  );
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function absentText(name: string): string {
  return `${name}: в последнем отчёте по МАХ этой организации нет, поэтому данных о ней нет. Проверьте, пожалуйста, что организация по-прежнему есть в Сферуме.`;
}

/** «— активны 41 из 60 педагогов, 68,33 %; до цели 75 % — ещё 4 человека» */
function missedLine(row: IndicatorAssessment): string {
  const { active, total } = row.measure;
  const { group } = row.indicator;
  const verb = active === 1 ? 'активен' : 'активны';
  const people = plural(total ?? 0, GENITIVE_WORDS[SINGULAR[group]]);
  const counts = `— ${verb} ${formatCount(active ?? 0)} из ${formatCount(total ?? 0)} ${people}, ${formatShare(row.share ?? 0)}`;
  const target = formatShare(row.target ?? 0);
  if (group !== 'teachers') return `${counts}; ориентир ${target}`;
  return `${counts}; до цели ${target} — ещё ${counted(row.missing ?? 0, WORDS.person)}`;
}

function shares(rows: readonly IndicatorAssessment[]): string {
  return rows
    .map((row) => `${GROUP_WORDS[row.indicator.group].nominative} — ${formatShare(row.share ?? 0)}`)
    .join(', ');
}

function thanks(heading: string, met: readonly IndicatorAssessment[]): string {
  return `${heading}: ${shares(met)}. Цели достигнуты. Спасибо вам и коллегам за работу!`;
}

function metText(met: readonly IndicatorAssessment[]): string {
  return met.length === 0 ? '' : `Уже достигнуто: ${shares(met)}. Спасибо!`;
}

function unknownText(unknown: readonly IndicatorAssessment[]): string {
  if (unknown.length === 0) return '';
  return `Нет данных: ${unknown.map((row) => GROUP_WORDS[row.indicator.group].nominative).join(', ')}.`;
}

function stepText(
  record: StatisticsRecord,
  kind: OrganisationKind,
  missed: readonly IndicatorAssessment[],
): string {
  const worst = weakSpot(record, kind, missed);
  if (worst === null) return '';
  const people = GROUP_WORDS[worst.group].nominative;
  return `Самое слабое место (${people}): ${stageText(worst)}.\nСледующий шаг: ${nextStep(worst, kind)}.`;
}

function nextStep({ group, stage }: StageLoss, kind: OrganisationKind): string {
  if (kind === 'preschool' && group !== 'students') return PRESCHOOL_STEPS[group];
  return NEXT_STEPS[group][stage];
}

function voluntaryText(missed: readonly IndicatorAssessment[]): string {
  const groups = missed.map((row) => row.indicator.group).filter((group) => group !== 'teachers');
  if (groups.length === 0) return '';
  const whose = groups.map((group) => GROUP_WORDS[group].genitive).join(' и ');
  const whom = groups.map((group) => GROUP_WORDS[group].dative).join(' и ');
  return `Участие ${whose} добровольное. Предложите помощь тем, кому она нужна, и сохраните ${whom} другой удобный способ получать информацию.`;
}
