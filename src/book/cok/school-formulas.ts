import { columnLetter } from '../../domain/columns.ts';
import { awaitsKind, COK_INDICATORS, type Indicator, indicatorOf } from '../../domain/indicators.ts';
import type { OrganisationKind } from '../../domain/organisation.ts';
import { WHOLE } from '../../domain/share.ts';
import { STATUS_FACES } from '../../domain/status.ts';
import { type CellInput, sheetReference, textCell } from '../cells.ts';
import { blockOf, KIND_AWAITED } from '../school-cells.ts';
import { indicatorColumn, indicatorLetter, TARGET_ROW } from '../schools.ts';
import {
  ADDITIONAL,
  ADDITIONAL_CODE,
  PRESCHOOL_TEACHERS,
  PRESCHOOL_TEACHERS_CODE,
  STUDENTS_OF,
  STUDENTS_OF_CODE,
} from '../settings/cok.ts';
import { settingFormula } from '../settings/targets.ts';
import { COK_COLUMNS, cokLetter } from './layout.ts';

const NOT_APPLICABLE = STATUS_FACES['not-applicable'].label;

/** What «Настройки» say of УБ ЦОК, and the cell of row 2 of «Школы» that shows it. */
const RULES = [
  ['cok.teachers', 'active', PRESCHOOL_TEACHERS_CODE],
  ['cok.teachers', 'total', ADDITIONAL_CODE],
  ['cok.students', 'total', STUDENTS_OF_CODE],
] as const;

const [PRESCHOOL_CELL, ADDITIONAL_CELL, STUDENTS_OF_CELL] = RULES.map(
  ([code, field]) => `${indicatorLetter(indicatorOf(code), field)}$${TARGET_ROW}`,
);

/** 1-based column and formula of each cell of row 2 that links to a rule in «Настройки». */
export function cokRuleCells(settingsName: string): (readonly [column: number, formula: string])[] {
  return RULES.map(([code, field, setting]) => [
    indicatorColumn(indicatorOf(code), field),
    `=IFERROR(${settingFormula(settingsName, setting)};"")`,
  ]);
}

/**
 * Cells of the УБ ЦОК indicators of one school in «Школы»: formulas over its row in «УБ ЦОК», found
 * by id, so that an import and a number typed by hand show at once. Totals that «УБ ЦОК» lacks are
 * those of the statistics in the same row. A test holds them equal to `cokMeasure` of the core.
 */
export function cokCells(kind: OrganisationKind, row: number, cokSheet: string): CellInput[] {
  return COK_INDICATORS.flatMap((indicator) => {
    if (awaitsKind(indicator, kind)) return blockOf(indicator, row, KIND_AWAITED);
    const letter = cokLetter(indicator.group === 'teachers' ? 'assigned' : 'viewed');
    return blockOf(indicator, row, {
      active: peopleFormula(letter, row, cokSheet),
      people: peopleChangeFormula(indicator, row, cokSheet),
      total: totalCell(indicator, kind, row, cokSheet),
      change: changeFormula(indicator, row, cokSheet),
    });
  });
}

/** The cell of «УБ ЦОК» in the school's row; an error where there is no such row. */
function cellIn(letter: string, row: number, cokSheet: string): string {
  const sheet = sheetReference(cokSheet);
  return `INDEX(${sheet}!$${letter}:$${letter};MATCH($A${row};${sheet}!$A:$A;0))`;
}

function numberIn(letter: string, row: number, cokSheet: string, otherwise = '""'): string {
  const cell = cellIn(letter, row, cokSheet);
  return `IF(ISNUMBER(${cell});${cell};${otherwise})`;
}

/** A share typed for a number of people must not pass for one: it is as if the cell were empty. */
function peopleFormula(letter: string, row: number, cokSheet: string): string {
  const cell = cellIn(letter, row, cokSheet);
  return `=IF(ISNUMBER(${cell});IF(INT(${cell})=${cell};${cell};"");"")`;
}

function totalCell(indicator: Indicator, kind: OrganisationKind, row: number, cokSheet: string): CellInput {
  const teachers = indicator.group === 'teachers';
  if (kind === 'preschool' && !teachers) return textCell(NOT_APPLICABLE);
  const inStatistics = `${indicatorLetter(indicatorOf(teachers ? 'max.teachers' : 'max.students'), 'total')}${row}`;
  const all = numberIn(cokLetter(teachers ? 'teachersTotal' : 'studentsTotal'), row, cokSheet, inStatistics);
  const total = teachers
    ? all
    : `IF(${STUDENTS_OF_CELL}="${STUDENTS_OF[1]}";${numberIn(cokLetter('studentsAssigned'), row, cokSheet)};${all})`;
  if (kind === 'preschool') {
    return `=IF(${PRESCHOOL_CELL}="${PRESCHOOL_TEACHERS[1]}";${total};"${NOT_APPLICABLE}")`;
  }
  if (kind === 'additional') {
    return `=IF(${ADDITIONAL_CELL}="${ADDITIONAL[1]}";"${NOT_APPLICABLE}";${total})`;
  }
  return `=${total}`;
}

/** Change of the number of people against the report before. */
function peopleChangeFormula(indicator: Indicator, row: number, cokSheet: string): string {
  const active = `${indicatorLetter(indicator, 'active')}${row}`;
  const share = `${indicatorLetter(indicator, 'share')}${row}`;
  const column = indicator.group === 'teachers' ? COK_COLUMNS.assignedBefore : COK_COLUMNS.viewedBefore;
  const before = cellIn(columnLetter(column - 1), row, cokSheet);
  return `=IF(AND(ISNUMBER(${share});ISNUMBER(${before}));${active}-${before};"")`;
}

/** Change of the share in percentage points against the report before; both are whole 0.01 %. */
function changeFormula(indicator: Indicator, row: number, cokSheet: string): string {
  const share = `${indicatorLetter(indicator, 'share')}${row}`;
  const column = indicator.group === 'teachers' ? COK_COLUMNS.teachersBefore : COK_COLUMNS.studentsBefore;
  const before = cellIn(columnLetter(column - 1), row, cokSheet);
  return `=IF(AND(ISNUMBER(${share});ISNUMBER(${before}));ROUND(${WHOLE}*(${share}-${before});0)/100;"")`;
}
