import { STEPS, type StepId } from '../../domain/checklists/steps.ts';
import type { OrganisationKind } from '../../domain/organisation.ts';
import { checklistColumnWords } from '../../text/sheets/checklists.ts';
import { textCell } from '../cells.ts';
import { FORMATS } from '../layout.ts';
import type { Sheet } from '../platform.ts';
import { insertRows, type KeyedRows, writeRows } from '../rows.ts';
import { fillSheet, writeBlock } from '../sheet-maker.ts';
import {
  CHECKLISTS_LAYOUT,
  type ColumnKey,
  type Columns,
  findColumns,
  isDated,
  KIND_WORDS,
  NEW_COLUMNS,
  PROGRESS_SCOPES,
  READ_WIDTH,
} from './columns.ts';
import {
  excludedFormula,
  lettersOf,
  progressFormula,
  reportDateFormula,
  STATES,
  shareFormula,
  stateFormula,
  stepShareFormula,
  TOTALS_ROW,
} from './formulas.ts';
import { type ChecklistReading, readChecklists } from './reading.ts';

const FIRST = CHECKLISTS_LAYOUT.firstRow;
/** Colours of the headings by list, and of states; text stays dark on each. */
export const LIST_FILLS = { integration: '#e3f2e6', cok: '#fdf1dc', organisation: '#ece6f6' } as const;
const FILLS = { off: '#ececec', done: '#e6f4ea', lapsed: '#fff3c4', wrong: '#f8c9c4' } as const;
const GREY_TEXT = '#5f6368';

/** What the sheet shows of a school. */
export interface ChecklistSchool {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/** Fills an empty sheet: headings, checks, colours, shares of schools. May be repeated. */
export function fillChecklists(sheet: Sheet, statisticsName: string): void {
  const width = CHECKLISTS_LAYOUT.columns.length;
  const lacking = Math.max(width, READ_WIDTH) - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  // Rows that are added take checks and formats of the one above. A blank row stays below them, so that
  // they come inside of what the filter and the colours cover.
  const surplus = sheet.getMaxRows() - FIRST - 1;
  if (surplus > 0 && sheet.getLastRow() < FIRST) sheet.deleteRows(FIRST + 2, surplus);
  fillSheet(sheet, CHECKLISTS_LAYOUT);
  writeTotals(sheet, statisticsName);
  const at = (key: ColumnKey): number => NEW_COLUMNS.get(key) ?? 1;
  const rows = sheet.getMaxRows() - FIRST + 1;
  const checked = Math.max(rows - 1, 1);
  const [firstStep, lastStep] = [STEPS[0], STEPS[STEPS.length - 1]];
  if (firstStep === undefined || lastStep === undefined) return;
  const [from, to] = [at(firstStep.id), at(lastStep.id)];
  sheet
    .getRange(FIRST, from, checked, to - from + 1)
    .setDataValidation(stepCheck())
    .setHorizontalAlignment('center');
  const day = dayCheck();
  for (const { id } of STEPS.filter((step) => isDated(step.id))) {
    sheet.getRange(FIRST, at(`checked.${id}`), checked, 1).setDataValidation(day);
  }
  sheet.getRange(FIRST, at('invitedOn'), checked, 1).setDataValidation(day);
  for (const [list, fill] of Object.entries(LIST_FILLS)) {
    const columns = STEPS.filter((step) => step.list === list).flatMap(({ id }) =>
      isDated(id) ? [at(id), at(`checked.${id}`)] : [at(id)],
    );
    const [start = 1] = columns;
    sheet.getRange(1, start, 1, columns.length).setBackground(fill);
  }
  sheet.setConditionalFormatRules(colourRules(sheet, rows));
  if (sheet.getFilter() === null) {
    sheet.getRange(TOTALS_ROW, 1, sheet.getMaxRows() - TOTALS_ROW + 1, at('pending')).createFilter();
  }
}

/** One check for the cells of all steps; what is no tick may stand there and is named. */
export function stepCheck(): GoogleAppsScript.Spreadsheet.DataValidation {
  const { check } = checklistColumnWords();
  return SpreadsheetApp.newDataValidation()
    .requireCheckbox()
    .setAllowInvalid(true)
    .setHelpText(check)
    .build();
}

export function dayCheck(): GoogleAppsScript.Spreadsheet.DataValidation {
  const { day } = checklistColumnWords();
  return SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(true).setHelpText(day).build();
}

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

function colourRules(sheet: Sheet, rows: number): Rule[] {
  return STEPS.flatMap(({ id }) => stepRules(sheet, NEW_COLUMNS, id, rows));
}

/** Rules of one column look at its hidden state; their columns follow when people insert others. */
export function stepRules(sheet: Sheet, columns: Columns, step: StepId, rows: number): Rule[] {
  const letter = lettersOf(columns);
  const rule = (state: keyof typeof FILLS, text: string | null): Rule => {
    const range = sheet.getRange(FIRST, columns.get(step) ?? 1, rows, 1);
    const built = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=$${letter(`state.${step}`)}${FIRST}="${STATES[state]}"`)
      .setBackground(FILLS[state])
      .setRanges([range]);
    return (text === null ? built : built.setFontColor(text)).build();
  };
  return [
    rule('off', GREY_TEXT),
    rule('done', null),
    rule('wrong', null),
    ...(isDated(step) ? [rule('lapsed', null)] : []),
  ];
}

/** How-tos of the steps by id. */
export type StepNotes = Readonly<Record<string, string>>;

/**
 * Puts the how-tos beside the headings of steps that have no note, or the beginning of it that an
 * earlier version put there. One call where none is missing.
 */
export function noteSteps(sheet: Sheet, { columns }: ChecklistReading, notes: StepNotes): void {
  const headings = sheet.getRange(1, 1, 1, READ_WIDTH);
  const found: string[] = headings.getNotes()[0] ?? [];
  const lacking = STEPS.filter(({ id }) => {
    const [note, there] = [notes[id], found[(columns.get(id) ?? 0) - 1]];
    return note !== undefined && (there === '' || note.startsWith(`${there}\n`));
  });
  if (lacking.length === 0) return;
  for (const { id } of lacking) found[(columns.get(id) ?? 0) - 1] = notes[id] ?? '';
  headings.setNotes([found]);
}

/** Row 2 of a new sheet: share of the schools that did each step, and the date by which checks lapse. */
function writeTotals(sheet: Sheet, statisticsName: string): void {
  const letter = lettersOf(NEW_COLUMNS);
  const cells = CHECKLISTS_LAYOUT.columns.map(() => '');
  const put = (key: ColumnKey, cell: string): void => {
    cells[(NEW_COLUMNS.get(key) ?? 0) - 1] = cell;
  };
  put('name', textCell(checklistColumnWords().done));
  for (const { id } of STEPS) put(id, stepShareFormula(letter, id));
  put('excluded', reportDateFormula(statisticsName));
  sheet
    .getRange(TOTALS_ROW, 1, 1, cells.length)
    .setValues([cells])
    .setNumberFormat(FORMATS.share)
    .setBackground('#f1f3f4')
    .setFontWeight('bold');
}

/** The date by which checks lapse, after the sheet that it looks at was made anew. */
export function renewReportDate(sheet: Sheet, statisticsName: string): void {
  const column = allColumns(sheet).get('excluded');
  if (column !== undefined) sheet.getRange(TOTALS_ROW, column).setValue(reportDateFormula(statisticsName));
}

export function allColumns(sheet: Sheet): Columns {
  return findColumns(sheet.getRange('1:1').getValues()[0] ?? []);
}

/** What the sheet lacks of the schools of the book. */
interface Placement {
  readonly added: readonly ChecklistSchool[];
  /** Rows of the others. */
  readonly known: ReadonlyMap<number, ChecklistSchool>;
  /** Rows whose name, or whose kind, is another by now. */
  readonly changed: ReadonlyMap<ColumnKey, readonly number[]>;
}

function placementOf({ keyed, cell }: ChecklistReading, schools: readonly ChecklistSchool[]): Placement {
  const known = new Map<number, ChecklistSchool>();
  const added: ChecklistSchool[] = [];
  for (const school of schools) {
    const row = keyed.rowOf.get(school.id);
    if (row === undefined) added.push(school);
    else known.set(row, school);
  }
  const changed = new Map(
    IDENTITY.map(([key, text]) => [
      key,
      [...known].filter(([, school]) => cell(school.id, key) !== text(school)).map(([row]) => row),
    ]),
  );
  return { added, known, changed };
}

function isIdle({ added, changed }: Placement): boolean {
  return added.length === 0 && [...changed.values()].every((rows) => rows.length === 0);
}

export function lacksSchools(reading: ChecklistReading, schools: readonly ChecklistSchool[]): boolean {
  return !isIdle(placementOf(reading, schools));
}

/**
 * Brings the sheet to the schools of the book: new ones get a row below ours, names and kinds that
 * changed are written. A school that the book does not have any more keeps its row.
 *
 * @returns the sheet after it; nothing to do costs nothing but the reading
 */
export function placeSchools(sheet: Sheet, schools: readonly ChecklistSchool[]): ChecklistReading {
  const reading = readChecklists(sheet);
  return writePlacement(sheet, reading, schools) ? readChecklists(sheet) : reading;
}

/**
 * The same for an import, which does not look at the sheet afterwards.
 * @param found columns as they were read earlier in the run, hidden ones too
 */
export function placeWithImport(sheet: Sheet, schools: readonly ChecklistSchool[], found: Columns): void {
  const reading = readChecklists(sheet);
  // Somebody may have inserted columns since.
  const holds = [...reading.columns].every(([key, column]) => found.get(key) === column);
  writePlacement(sheet, reading, schools, holds ? found : undefined);
}

/** @returns whether anything was written */
function writePlacement(
  sheet: Sheet,
  reading: ChecklistReading,
  schools: readonly ChecklistSchool[],
  found?: Columns,
): boolean {
  const placement = placementOf(reading, schools);
  if (isIdle(placement)) return false;
  const { added, known, changed } = placement;
  for (const [key, text] of IDENTITY) {
    const column = reading.columns.get(key);
    const rows = changed.get(key) ?? [];
    if (column === undefined || rows.length === 0) continue;
    // From the first to the last of them, so that the calls do not grow with the schools.
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const between = [...known].filter(([row]) => row >= first && row <= last);
    writeRows(sheet, column, new Map(between.map(([row, school]) => [row, [textCell(text(school))]])));
  }
  // A reading ends before the hidden columns.
  if (added.length > 0) addRows(sheet, reading.keyed, added, found ?? allColumns(sheet));
  return true;
}

const IDENTITY: readonly (readonly [ColumnKey, (school: ChecklistSchool) => string])[] = [
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => KIND_WORDS[kind]],
];

function addRows(
  sheet: Sheet,
  keyed: KeyedRows,
  schools: readonly ChecklistSchool[],
  columns: Columns,
): void {
  const start = insertRows(sheet, FIRST, keyed, schools.length);
  if (isAsMade(columns)) {
    writeBlock(
      sheet,
      start,
      1,
      schools.map((school, index) => wholeRow(school, start + index)),
    );
    return;
  }
  const letter = lettersOf(columns);
  // The id goes last: a row that a killed run began without it is nobody's.
  for (const [key, text] of IDENTITY) {
    const column = columns.get(key);
    if (column !== undefined)
      writeBlock(
        sheet,
        start,
        column,
        schools.map((school) => [textCell(text(school))]),
      );
  }
  for (const { column, width, formula } of rowFormulas(columns, letter, start)) {
    // Filled like this, relative references move along; one call, however many cells.
    sheet.getRange(start, column, schools.length, width).setFormula(formula);
  }
  writeBlock(
    sheet,
    start,
    columns.get('id') ?? 1,
    schools.map(({ id }) => [textCell(id)]),
  );
}

/** Do our columns stand where they were made, with nobody's between? */
function isAsMade(columns: Columns): boolean {
  return [...NEW_COLUMNS].every(([key, column]) => columns.get(key) === column);
}

/** A row of a sheet that is as it was made, in one block: no tick yet, every formula in its place. */
function wholeRow({ id, name, kind }: ChecklistSchool, row: number): string[] {
  const letter = lettersOf(NEW_COLUMNS);
  const cells = new Map<ColumnKey, string>([
    ['id', textCell(id)],
    ['name', textCell(name)],
    ['kind', textCell(KIND_WORDS[kind])],
    ['excluded', excludedFormula(letter, row)],
    ...STEPS.map(({ id: step }): [ColumnKey, string] => [`state.${step}`, stateFormula(letter, step, row)]),
    ...PROGRESS_SCOPES.flatMap((scope): [ColumnKey, string][] => [
      [`progress.${scope}`, progressFormula(letter, scope, row)],
      [`share.${scope}`, shareFormula(letter, scope, row)],
    ]),
  ]);
  return [...NEW_COLUMNS.keys()].map((key) => cells.get(key) ?? '');
}

interface RowFormula {
  readonly column: number;
  /** Neighbouring columns that the formula fills. */
  readonly width: number;
  readonly formula: string;
}

/** Formulas of a row, as far as the columns that they look at are there. */
export function rowFormulas(columns: Columns, letter: (key: ColumnKey) => string, row: number): RowFormula[] {
  const formulas: RowFormula[] = [];
  const put = (key: ColumnKey, needs: readonly ColumnKey[], formula: () => string): void => {
    const column = columns.get(key);
    if (column === undefined || !needs.every((need) => columns.has(need))) return;
    formulas.push({ column, width: 1, formula: formula() });
  };
  const states = STEPS.map(({ id }): ColumnKey => `state.${id}`);
  for (const scope of PROGRESS_SCOPES) {
    put(`progress.${scope}`, states, () => progressFormula(letter, scope, row));
    put(`share.${scope}`, states, () => shareFormula(letter, scope, row));
  }
  put('excluded', ['kind', 'exceptions'], () => excludedFormula(letter, row));
  for (const { first, width } of stateStretches(columns)) {
    const needs: ColumnKey[] = isDated(first) ? ['excluded', `checked.${first}`] : ['excluded'];
    const column = columns.get(`state.${first}`);
    if (column !== undefined && needs.every((need) => columns.has(need)))
      formulas.push({ column, width, formula: stateFormula(letter, first, row) });
  }
  return formulas;
}

/** Neighbouring states whose steps are neighbours too: there one formula fills all. */
function stateStretches(columns: Columns): { readonly first: StepId; width: number }[] {
  const stretches: { first: StepId; width: number }[] = [];
  let next = { step: 0, state: 0 };
  for (const { id } of STEPS) {
    const [step, state] = [columns.get(id), columns.get(`state.${id}`)];
    if (step === undefined || state === undefined) continue;
    const last = stretches[stretches.length - 1];
    const goesOn = last !== undefined && step === next.step && state === next.state && !isDated(id);
    if (goesOn) last.width += 1;
    else stretches.push({ first: id, width: 1 });
    next = isDated(id) ? { step: 0, state: 0 } : { step: step + 1, state: state + 1 };
  }
  return stretches;
}
