import { STEPS, type StepId, stepOf } from '../../domain/checklists/steps.ts';
import { FORMATS } from '../layout.ts';
import { type CellOutput, type Sheet, textOf } from '../platform.ts';
import { dressColumns } from '../sheet-maker.ts';
import { CHECKLISTS_LAYOUT, type ColumnKey, findColumns, isDated, KEYS } from './columns.ts';
import { lettersOf, stepShareFormula, TOTALS_ROW } from './formulas.ts';
import { allColumns, dayCheck, LIST_FILLS, rowFormulas, stepCheck, stepRules } from './sheet.ts';

const FIRST = CHECKLISTS_LAYOUT.firstRow;

/**
 * Steps that the sheet does not have yet: a book of an older version. A step whose column a person
 * deleted still has its hidden state, and does not come back.
 */
function newSteps(columns: ReadonlyMap<ColumnKey, number>): StepId[] {
  return STEPS.filter(({ id }) => !columns.has(`state.${id}`)).map(({ id }) => id);
}

/** One call. */
export function lacksSteps(sheet: Sheet): boolean {
  return newSteps(allColumns(sheet)).length > 0;
}

/**
 * Gives the sheet the columns of new steps, each after the step before it wherever people moved that;
 * ticks and people's own columns are shifted whole. Killed, it is done again: the heading of the hidden
 * state goes last, and a column that was left empty is taken for the one it was inserted for.
 */
export function addNewSteps(sheet: Sheet): void {
  if (!lacksSteps(sheet)) return;
  const width = sheet.getMaxColumns();
  const rows: CellOutput[][] = sheet.getRange(1, 1, sheet.getMaxRows(), width).getValues();
  const columns = new Map(findColumns(rows[0] ?? []));
  const steps = newSteps(columns);
  const place = (key: ColumnKey): void => {
    if (columns.has(key)) return;
    const earlier = KEYS.slice(0, KEYS.indexOf(key)).reverse();
    const after = columns.get(earlier.find((other) => columns.has(other)) ?? 'id') ?? 1;
    const isThere = rows[0] !== undefined && after < rows[0].length;
    if (!isThere || rows.some((row) => textOf(row[after]) !== '')) {
      sheet.insertColumnsAfter(after, 1);
      for (const row of rows) row.splice(after, 0, '');
      for (const [other, column] of columns) if (column > after) columns.set(other, column + 1);
    }
    columns.set(key, after + 1);
  };
  const visible = (step: StepId): ColumnKey[] => (isDated(step) ? [step, `checked.${step}`] : [step]);
  for (const step of steps) for (const key of [...visible(step), `state.${step}` as const]) place(key);

  const letter = lettersOf(columns);
  const height = sheet.getMaxRows() - FIRST + 1;
  const cells = (key: ColumnKey): ReturnType<Sheet['getRange']> =>
    sheet.getRange(FIRST, columns.get(key) ?? 1, height, 1);
  for (const step of steps) {
    cells(step).setNumberFormat('General').setDataValidation(stepCheck()).setHorizontalAlignment('center');
    if (isDated(step)) cells(`checked.${step}`).setDataValidation(dayCheck());
    cells(`state.${step}`).setNumberFormat('General').clearDataValidations();
    for (const key of visible(step)) {
      dress(sheet, key, columns.get(key) ?? 1);
      sheet.getRange(1, columns.get(key) ?? 1).setBackground(LIST_FILLS[stepOf(step).list]);
    }
    sheet
      .getRange(TOTALS_ROW, columns.get(step) ?? 1)
      .setFormula(stepShareFormula(letter, step))
      .setNumberFormat(FORMATS.share);
    sheet.hideColumns(columns.get(`state.${step}`) ?? 1);
  }
  // The labels that formulas of states look at stand in the headings; progress counts all of them.
  const ids = rows.slice(FIRST - 1).map((row) => textOf(row[(columns.get('id') ?? 1) - 1]));
  for (const [first, count] of stretchesOfSchools(ids)) {
    for (const { column, width: filled, formula } of rowFormulas(columns, letter, first)) {
      sheet.getRange(first, column, count, filled).setFormula(formula);
    }
  }
  const rules = steps.flatMap((step) => stepRules(sheet, columns, step, height));
  // A killed run may have put them there already.
  const ours = rules.map(formulaOf);
  const others = sheet.getConditionalFormatRules().filter((rule) => !ours.includes(formulaOf(rule)));
  sheet.setConditionalFormatRules([...others, ...rules]);
  for (const step of steps) dress(sheet, `state.${step}`, columns.get(`state.${step}`) ?? 1);
}

function formulaOf(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): string {
  return String(rule.getBooleanCondition()?.getCriteriaValues()[0]);
}

function dress(sheet: Sheet, key: ColumnKey, column: number): void {
  const layout = CHECKLISTS_LAYOUT.columns[KEYS.indexOf(key)];
  if (layout === undefined) return;
  const columns = Array.from({ length: column }, () => layout);
  dressColumns(sheet, { ...CHECKLISTS_LAYOUT, columns }, column, 1);
}

/** Neighbouring rows of schools: first row, number of rows. People's own rows are jumped over. */
function stretchesOfSchools(ids: readonly string[]): [number, number][] {
  const stretches: [number, number][] = [];
  ids.forEach((id, index) => {
    if (id === '') return;
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last[0] + last[1] === FIRST + index) last[1] += 1;
    else stretches.push([FIRST + index, 1]);
  });
  return stretches;
}
