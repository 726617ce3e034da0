import { isVoluntary } from '../../domain/checklists/cures.ts';
import type { Group } from '../../domain/columns.ts';
import type { Indicator, IndicatorAssessment, IndicatorCode } from '../../domain/indicators.ts';
import { counted, formatCount, formatDate, formatShare } from '../numbers.ts';
import { GENITIVE_WORDS, plural, WORDS } from '../plurals.ts';
import { peopleOf, type SchoolFacts } from './facts.ts';

const PEOPLE: Readonly<Record<Group, keyof typeof GENITIVE_WORDS>> = {
  teachers: 'teacher',
  parents: 'parent',
  students: 'student',
};

/** What one and what several people did. */
const DEEDS: Readonly<Record<IndicatorCode, readonly [one: string, several: string]>> = {
  'max.teachers': ['активен', 'активны'],
  'max.parents': ['активен', 'активны'],
  'max.students': ['активен', 'активны'],
  'cok.teachers': ['назначил урок УБ ЦОК', 'назначили урок УБ ЦОК'],
  'cok.students': ['посмотрел урок УБ ЦОК', 'посмотрели урок УБ ЦОК'],
};

/** «активны 41 из 60 педагогов, 68,33 %» */
export function countsText(indicator: Indicator, active: number, total: number, share: number): string {
  const [one, several] = DEEDS[indicator.code];
  const people = plural(total, GENITIVE_WORDS[PEOPLE[indicator.group]]);
  return `${active === 1 ? one : several} ${formatCount(active)} из ${formatCount(total)} ${people}, ${formatShare(share)}`;
}

/** «активны 41 из 60 педагогов, 68,33 %; до цели 75 % — ещё 4 человека»: of families nobody is asked for. */
export function missedText(
  { indicator, measure, share, target, missing }: IndicatorAssessment,
  { record, cokDate = null }: Pick<SchoolFacts, 'record' | 'cokDate'>,
): string {
  // The counts of УБ ЦОК have a day of their own.
  const other = indicator.source === 'cok' && cokDate !== null && cokDate !== record.date ? cokDate : null;
  const day = other === null ? '' : ` (на ${formatDate(other)})`;
  const counts = `${countsText(indicator, measure.active ?? 0, measure.total ?? 0, share ?? 0)}${day}`;
  const aim = formatShare(target ?? 0);
  if (isVoluntary(indicator.group)) return `${counts}; ориентир ${aim}`;
  return `${counts}; до цели ${aim} — ещё ${counted(missing ?? 0, WORDS.person)}`;
}

export function listOf(lines: readonly string[]): string {
  return lines.map((line) => `— ${line}`).join('\n');
}

/** «педагоги — 75 %, родители — 32 %» */
export function sharesText(rows: readonly IndicatorAssessment[]): string {
  return rows.map(({ indicator, share }) => `${peopleOf(indicator)} — ${formatShare(share ?? 0)}`).join(', ');
}
