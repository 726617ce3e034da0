import { isVoluntary } from '../../domain/checklists/cures.ts';
import type { Group } from '../../domain/columns.ts';
import { stageLosses } from '../../domain/funnel.ts';
import type { IndicatorGrowth } from '../../domain/growth.ts';
import type { IndicatorAssessment, Targets } from '../../domain/indicators.ts';
import type { IsoDate } from '../../domain/record.ts';
import { isSmallGroup } from '../../domain/small-group.ts';
import { type Assessment, type Measure, STATUS_FACES } from '../../domain/status.ts';
import { GROUP_WORDS } from '../labels.ts';
import { counted, formatCount, formatDate, formatShare } from '../numbers.ts';
import { WORDS } from '../plurals.ts';
import { remarksOf } from '../remarks.ts';
import { stageText } from '../stages.ts';
import { districtRows } from './district.ts';
import { judged, nameOf, type SchoolFacts } from './facts.ts';
import { growthText } from './growth.ts';
import { type Links, nextStepOf, stepDeed, stepLink, stepTitle } from './next-step.ts';
import type { PageRow, RowLook } from './sheet-rows.ts';
import { voluntaryText } from './voluntary.ts';

/** One page for a head: of a school or of the district, as rows of a sheet; `pageText` gives it as text. */

const HEAD: PageRow = row('head', 'Показатель', 'Активно', 'Доля', 'Статус', 'До цели');
/** So many schools are named, so that the page stays one. */
const NAMED = 10;
const GROUPS: readonly Group[] = ['teachers', 'parents', 'students'];

function row(look: RowLook, ...cells: readonly string[]): PageRow {
  return { look, cells };
}

/** A line of text; none where there is nothing to say. */
function line(text: string): PageRow[] {
  return text === '' ? [] : [row('text', text)];
}

export function schoolPage(facts: SchoolFacts, growth: readonly IndicatorGrowth[], links?: Links): PageRow[] {
  const { record } = facts;
  const place = [record.orgType, record.municipality].filter((part) => part !== '').join(', ');
  if (record.date === '') {
    return [
      row('title', `Справка: ${nameOf(record)}`),
      row('text', 'Организации нет в последнем отчёте: данных о ней нет.'),
    ];
  }
  const step = nextStepOf(facts);
  const losses = GROUPS.map((group) => stagesText(facts, group)).filter((text) => text !== '');
  return [
    row('title', `Справка: ${nameOf(record)}`),
    row(
      'text',
      `Показатели на ${formatDate(record.date)}; активность в МАХ — за 7 дней до этой даты. ${place}`.trim(),
    ),
    HEAD,
    ...facts.assessments.map((assessment) => indicatorRow(assessment.indicator.title, assessment)),
    ...line(growthText(growth)),
    row('heading', 'По стадиям'),
    ...losses.map((text) => row('text', text)),
    ...(step === null
      ? []
      : [
          row('heading', 'Следующий шаг'),
          row('text', stepTitle(step)),
          row('text', stepDeed(step)),
          ...line(stepLink(step, links)),
        ]),
    ...line(remarksText(facts)),
    ...line(familiesText(facts.assessments)),
  ];
}

export function districtPage(
  schools: readonly SchoolFacts[],
  targets: Targets,
  date: IsoDate,
  grown: readonly { readonly facts: SchoolFacts; readonly growth: readonly IndicatorGrowth[] }[],
): PageRow[] {
  const rows = districtRows(schools, targets);
  const reported = schools.filter(({ record }) => record.date !== '').length;
  const absent = schools.length - reported;
  const nearest = nearestSchools(schools);
  return [
    row('title', 'Справка о показателях района'),
    row(
      'text',
      `Показатели на ${formatDate(date)}; активность в МАХ — за 7 дней до этой даты. В отчёте ${counted(reported, WORDS.organisation)}${absent === 0 ? '' : `, нет в нём: ${formatCount(absent)}`}. Доли — по людям, все организации вместе.`,
    ),
    HEAD,
    ...rows.map((district) =>
      indicatorRow(district.indicator.title, {
        ...district,
        measure: { active: district.sum.active, total: district.sum.total, applicable: true },
      }),
    ),
    row('heading', 'Сколько организаций'),
    row(
      'head',
      'Показатель',
      ...(['met', 'near', 'below', 'no-data'] as const).map((key) => STATUS_FACES[key].label),
    ),
    ...rows.map(({ indicator, schools: by }) =>
      row('cells', indicator.title, ...[by.met, by.near, by.below, by['no-data']].map(formatCount)),
    ),
    ...(nearest.length === 0 ? [] : [row('heading', 'Ближе всего к цели по педагогам'), HEAD, ...nearest]),
    ...(grown.length === 0
      ? []
      : [
          row('heading', 'Больше всего выросли'),
          ...grown.flatMap(({ facts, growth }) => line(`${nameOf(facts.record)}. ${growthText(growth)}`)),
        ]),
    ...line(voluntaryText(['parents', 'students'])),
  ];
}

function indicatorRow(
  title: string,
  {
    indicator,
    measure,
    share,
    status,
    target,
    missing,
  }: Assessment & {
    readonly indicator: IndicatorAssessment['indicator'];
    readonly measure: Measure;
    readonly target: number | null;
  },
): PageRow {
  const counts =
    measure.active === null || measure.total === null || !measure.applicable
      ? ''
      : `${formatCount(measure.active)} из ${formatCount(measure.total)}`;
  const aim = target === null ? '' : formatShare(target);
  return row(
    'cells',
    title,
    counts,
    share === null ? '' : formatShare(share),
    STATUS_FACES[status].label,
    isVoluntary(indicator.group) ? aimOf('ориентир', aim) : toTarget(missing, aim),
  );
}

function aimOf(word: string, aim: string): string {
  return aim === '' ? '' : `${word} ${aim}`;
}

/** Of families nobody is asked for: their target is only named. */
function toTarget(missing: number | null, aim: string): string {
  return missing === null || missing === 0
    ? aimOf('цель', aim)
    : `ещё ${formatCount(missing)} чел. до ${aim}`;
}

/** «Педагоги: зарегистрированы 50 из 60; активны 41 из 50 зарегистрированных.» */
function stagesText({ record, kind }: SchoolFacts, group: Group): string {
  const losses = stageLosses(record, group, kind);
  if (losses.length === 0) return '';
  const people = GROUP_WORDS[group].nominative;
  return `${people.charAt(0).toUpperCase()}${people.slice(1)}: ${losses.map(stageText).join('; ')}.`;
}

function remarksText({ record, kind, assessments }: SchoolFacts): string {
  const remarks = remarksOf(record, kind, assessments);
  return remarks === '' ? '' : `Замечания: ${remarks}.`;
}

function familiesText(assessments: readonly IndicatorAssessment[]): string {
  return voluntaryText(
    assessments.filter(({ status }) => status !== 'not-applicable').map(({ indicator }) => indicator.group),
  );
}

/** Schools that the fewest teachers keep from the target; groups in which a percent means little are left out. */
function nearestSchools(schools: readonly SchoolFacts[]): PageRow[] {
  return schools
    .flatMap((facts) =>
      judged(facts)
        .filter(
          ({ indicator, missing, measure }) =>
            indicator.code === 'max.teachers' && (missing ?? 0) > 0 && !isSmallGroup(measure.total),
        )
        .map((assessment) => ({ facts, assessment })),
    )
    .sort((a, b) => (a.assessment.missing ?? 0) - (b.assessment.missing ?? 0))
    .slice(0, NAMED)
    .map(({ facts, assessment }) => indicatorRow(nameOf(facts.record), assessment));
}

/** The page as text to send: a line a row; counts of a table with the headings that they need. */
export function pageText(rows: readonly PageRow[]): string {
  const lines: string[] = [];
  let head: PageRow = HEAD;
  let previous: RowLook = 'title';
  for (const row of rows) {
    const [first = '', ...rest] = row.cells;
    if (row.look === 'heading') lines.push('', `${first}:`);
    else if (row.look === 'cells') lines.push(`— ${first}: ${valuesText(head, rest)}`);
    else if (row.look === 'text') lines.push(...(previous === 'cells' ? [''] : []), first);
    else if (row.look === 'title') lines.push(first, '');
    else head = row;
    previous = row.look;
  }
  return lines.join('\n').trim();
}

function valuesText(head: PageRow, values: readonly string[]): string {
  const words = values.map((value, index) =>
    head === HEAD || value === '' ? value : `${head.cells[index + 1] ?? ''} ${value}`,
  );
  return words.filter((word) => word !== '').join(', ');
}
