import { type ChecklistList, LISTS, STEPS, type StepId } from '../../domain/checklists/steps.ts';
import type { OrganisationKind } from '../../domain/organisation.ts';
import { checklistColumnWords } from '../../text/sheets/checklists.ts';
import { stepName } from '../../text/step-titles.ts';
import { type CellKind, type ColumnLayout, FORMATS, type SheetLayout } from '../layout.ts';
import { type CellOutput, textOf } from '../platform.ts';

/**
 * «Чек-листы»: a school a row, a step a column. Row 1 headings, row 2 the share of schools that did
 * the step, data from row 3. People insert, move and delete columns, so every column is found by its
 * heading, a step by its short number in front of it.
 */
export type ProgressScope = ChecklistList | 'all';

export const PROGRESS_SCOPES: readonly ProgressScope[] = ['all', ...LISTS];

/** Steps that have a cell «проверено» beside them. */
export function isDated(step: StepId): boolean {
  return STEPS.some(({ id, period }) => id === step && period === 'report');
}

export type ColumnKey =
  | 'id'
  | 'name'
  | 'kind'
  | `progress.${ProgressScope}`
  | `share.${ProgressScope}`
  | StepId
  | `checked.${StepId}`
  | 'exceptions'
  | 'comment'
  | 'invitedOn'
  | 'pending'
  | 'excluded'
  | 'coordinator'
  | `state.${StepId}`;

/** How the sheet writes the kind of an organisation; its formulas look at these words. */
export const KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
  school: 'школа',
  preschool: 'детский сад',
  college: 'колледж',
  additional: 'доп. образование',
  unknown: 'не определён',
};

const words = checklistColumnWords();

function column(
  key: ColumnKey,
  kind: CellKind,
  width: number,
  heading: string,
  note: string,
  more: Pick<ColumnLayout, 'format' | 'reference'> = {},
): readonly [ColumnKey, ColumnLayout] {
  return [key, { heading, note, kind, width, ...more }];
}

/** Pixels in which no word of a step's heading is broken. */
function stepWidth(heading: string): number {
  return heading.split(' ').some((word) => word.length > 11) ? 146 : 118;
}

const COLUMNS: readonly (readonly [ColumnKey, ColumnLayout])[] = [
  column('id', 'id', 114, 'ID организация', words.id),
  column('name', 'id', 230, 'Школа', words.name),
  column('kind', 'id', 132, 'Вид', words.kind),
  ...PROGRESS_SCOPES.flatMap((scope) => {
    const title = words.scopes[scope];
    return [
      column(`progress.${scope}`, 'formula', 104, title, words.progress),
      column(`share.${scope}`, 'formula', 104, `${title}, %`, words.share, { format: FORMATS.share }),
    ];
  }),
  ...STEPS.flatMap(({ id, label }) => {
    const step = column(id, 'hand', stepWidth(stepName(id)), stepName(id), '');
    if (!isDated(id)) return [step];
    return [
      step,
      column(`checked.${id}`, 'hand', 100, `${label}: проверено`, words.checked, { format: FORMATS.date }),
    ];
  }),
  column('exceptions', 'hand', 220, 'не применимо', words.exceptions),
  column('comment', 'hand', 260, 'комментарий', words.comment),
  column('invitedOn', 'hand', 118, 'приглашения: дата', words.invitedOn, {
    format: FORMATS.date,
    reference: 'cok.invitations',
  }),
  column('pending', 'hand', 118, 'приглашения: ждут', words.pending, { reference: 'cok.invitations' }),
  column('excluded', 'formula', 60, 'исключены', words.hidden),
  ...STEPS.map(({ id, label }) => column(`state.${id}`, 'formula', 60, label, words.hidden)),
];

export const KEYS: readonly ColumnKey[] = COLUMNS.map(([key]) => key);
const FIRST_HIDDEN = KEYS.indexOf('excluded');

export const CHECKLISTS_LAYOUT: SheetLayout = {
  key: 'checklists',
  name: 'Чек-листы',
  firstRow: 3,
  frozenColumns: 2,
  reference: 'sheets.checklists',
  hidden: [1, ...KEYS.map((_, index) => index + 1).slice(FIRST_HIDDEN)],
  columns: COLUMNS.map(([, layout]) => layout),
};

export function headingOf(key: ColumnKey): string {
  return CHECKLISTS_LAYOUT.columns[KEYS.indexOf(key)]?.heading ?? 'Координатор';
}

/** People insert columns among ours, and delete some; so many are looked at beyond the last visible one. */
const SPARE = 10;
/** Columns that are read; the sheet is made wider by the hidden ones, so it has so many. */
export const READ_WIDTH = FIRST_HIDDEN + SPARE;

/** 1-based columns by key, as far as they are there. */
export type Columns = ReadonlyMap<ColumnKey, number>;

const LABEL = /^([А-Я]\d+)\. /;

function keyOf(heading: string): ColumnKey | undefined {
  const label = LABEL.exec(heading)?.[1];
  if (label !== undefined) return STEPS.find((step) => step.label === label)?.id;
  return COLUMNS.find(([, { heading: ours }]) => ours === heading)?.[0];
}

/** Finds the columns by their headings; of two alike the left one is ours. */
export function findColumns(headings: readonly (CellOutput | undefined)[]): Columns {
  const columns = new Map<ColumnKey, number>();
  headings.forEach((heading, index) => {
    const key = keyOf(textOf(heading));
    if (key !== undefined && !columns.has(key)) columns.set(key, index + 1);
  });
  return columns;
}

/** Where the columns stand in a new sheet. */
export const NEW_COLUMNS: Columns = new Map(KEYS.map((key, index) => [key, index + 1]));
