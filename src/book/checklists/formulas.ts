import { LABEL_PATTERN, PIECE_PATTERN } from '../../domain/checklists/exceptions.ts';
import {
  BLANKS_PATTERN,
  NO_WORDS,
  NOT_APPLICABLE_PATTERN,
  YES_WORDS,
} from '../../domain/checklists/step-cell.ts';
import { DEFAULT_SCOPES, STEPS, type StepId, stepAppliesTo } from '../../domain/checklists/steps.ts';
import { columnLetter } from '../../domain/columns.ts';
import type { OrganisationKind } from '../../domain/organisation.ts';
import { WHOLE } from '../../domain/share.ts';
import { STATUS_FACES } from '../../domain/status.ts';
import { sheetReference } from '../cells.ts';
import { STATISTICS_LAYOUT } from '../statistics.ts';
import {
  CHECKLISTS_LAYOUT,
  type ColumnKey,
  type Columns,
  KIND_WORDS,
  type ProgressScope,
} from './columns.ts';

/**
 * Same-row formulas that follow the rule of progress (`stepState` of the core): a hidden cell a step
 * says its state, progress counts them. The report date and the names of the steps stand in hidden
 * cells of the rows above. A test holds formulas and core equal.
 */
export const STATES = { done: 'да', waiting: 'нет', off: 'н/п', lapsed: 'снова', wrong: 'неверно' } as const;

const HEADING_ROW = 1;
/** Row of the shares of schools; in the column «исключены», of the date of the report. */
export const TOTALS_ROW = 2;

type Letters = (key: ColumnKey) => string;

/** @throws Error where a column that the formula looks at is gone */
export function lettersOf(columns: Columns): Letters {
  return (key) => {
    const found = columns.get(key);
    if (found === undefined) throw new Error(`no column ${key}`);
    return columnLetter(found - 1);
  };
}

/** «|И3|О4|»: labels of the steps that leave the school out, by its kind and by «не применимо». */
export function excludedFormula(letter: Letters, row: number): string {
  const byKind = (Object.keys(KIND_WORDS) as OrganisationKind[])
    .map((kind) => ({ kind, labels: labelsWithout(kind) }))
    .filter(({ labels }) => labels !== '')
    .map(({ kind, labels }) => `"${KIND_WORDS[kind]}";"${labels}"`);
  const text = `REGEXREPLACE(${letter('exceptions')}${row}&"";"${PIECE_PATTERN}";"$1,")`;
  const labels = `REGEXREPLACE(UPPER(${text});"${LABEL_PATTERN}";"|$1$2|")`;
  const cyrillic = `SUBSTITUTE(SUBSTITUTE(${labels};"O";"О");"P";"Р")`;
  return `=SWITCH(${letter('kind')}${row};${byKind.join(';')};"")&${cyrillic}`;
}

function labelsWithout(kind: OrganisationKind): string {
  const labels = STEPS.filter((step) => !stepAppliesTo(step, kind, DEFAULT_SCOPES)).map(({ label }) => label);
  return labels.length === 0 ? '' : `|${labels.join('|')}|`;
}

/** State of a step whose cell «проверено» stands at `checked`, null for a step without one. */
export function stateFormula(letter: Letters, step: StepId, row: number): string {
  const state = letter(`state.${step}`);
  const excluded = `$${letter('excluded')}`;
  const cell = `${letter(step)}${row}`;
  const dated = STEPS.some(({ id, period }) => id === step && period === 'report');
  const done = dated
    ? checkedFormula(`${letter(`checked.${step}`)}${row}`, `${excluded}$${TOTALS_ROW}`)
    : `"${STATES.done}"`;
  const word = `TRIM(LOWER(REGEXREPLACE(${cell}&"";"${BLANKS_PATTERN}";" ")))`;
  const cases = [
    ...YES_WORDS.map((yes) => `"${yes}";${done}`),
    ...NO_WORDS.map((no) => `"${no}";"${STATES.waiting}"`),
    `IF(REGEXMATCH(${word};"${NOT_APPLICABLE_PATTERN}");"${STATES.off}";"${STATES.wrong}")`,
  ].join(';');
  return (
    `=IF(ISNUMBER(FIND("|"&${state}$${HEADING_ROW}&"|";${excluded}${row}));"${STATES.off}";` +
    `SWITCH(${word};${cases}))`
  );
}

function checkedFormula(day: string, reportDate: string): string {
  const { done, wrong, lapsed } = STATES;
  const held = `IF(${day}<1;"${wrong}";IF(INT(${day})>TODAY();"${wrong}";IF(INT(${day})<${reportDate};"${lapsed}";"${done}")))`;
  return `IF(TRIM(${day}&"")="";"${done}";IF(ISNUMBER(${day});${held};"${wrong}"))`;
}

function stepsOf(scope: ProgressScope): readonly StepId[] {
  return STEPS.filter(({ list }) => scope === 'all' || list === scope).map(({ id }) => id);
}

/** Counts over the states of a scope in a row: done, and applicable. */
function countsOf(letter: Letters, scope: ProgressScope, row: number): { done: string; applicable: string } {
  const steps = stepsOf(scope);
  const [first = '', last = ''] = [steps[0], steps[steps.length - 1]].map((step) =>
    step === undefined ? '' : letter(`state.${step}`),
  );
  const states = `$${first}${row}:$${last}${row}`;
  return {
    done: `COUNTIF(${states};"${STATES.done}")`,
    applicable: `(${steps.length}-COUNTIF(${states};"${STATES.off}"))`,
  };
}

/** «5 из 9». */
export function progressFormula(letter: Letters, scope: ProgressScope, row: number): string {
  const { done, applicable } = countsOf(letter, scope, row);
  return `=IF(${applicable}=0;"${STATUS_FACES['not-applicable'].label}";${done}&" из "&${applicable})`;
}

export function shareFormula(letter: Letters, scope: ProgressScope, row: number): string {
  const { done, applicable } = countsOf(letter, scope, row);
  return `=IF(${applicable}=0;"";INT(${WHOLE}*${done}/${applicable})/${WHOLE})`;
}

/** Share of the schools to which a step applies that did it; rounded down. */
export function stepShareFormula(letter: Letters, step: StepId): string {
  const state = letter(`state.${step}`);
  const states = `${state}$${CHECKLISTS_LAYOUT.firstRow}:${state}`;
  const count = (word: string): string => `COUNTIF(${states};"${word}")`;
  const { done, waiting, lapsed, wrong } = STATES;
  const applicable = `(${[done, waiting, lapsed, wrong].map(count).join('+')})`;
  return `=IF(${applicable}=0;"";INT(${WHOLE}*${count(done)}/${applicable})/${WHOLE})`;
}

/** Date of the data, 0 in an empty book. */
export function reportDateFormula(statisticsName: string): string {
  return `=MAX(${sheetReference(statisticsName)}!$A$${STATISTICS_LAYOUT.firstRow}:$A)`;
}
