import { COLUMNS } from '../domain/columns.ts';
import type { FileIssue } from '../domain/issues.ts';
import { standsInOrder } from './by-position.ts';
import {
  type ChosenColumns,
  type ColumnChoice,
  type ColumnQuestion,
  headingSignature,
  offeredColumns,
  rememberedChoice,
  type WantedField,
} from './column-choice.ts';
import { type ColumnPositions, type HeadingIndex, isPersonal, matchHeadings } from './headings.ts';
import { KNOWN_ENOUGH, type Layout } from './layout.ts';

export interface FoundColumns {
  readonly positions: ColumnPositions;
  readonly issues: readonly FileIssue[];
  /** What a person may be asked; null where the headings tell everything, or nothing could be chosen. */
  readonly question: ColumnQuestion | null;
}

/** What a person has said about columns. */
export interface SaidOfColumns {
  /** Which column is which, just said. */
  readonly columns?: ColumnChoice;
  /** The same, said at earlier imports. */
  readonly remembered?: readonly ChosenColumns[];
}

const FIELDS: readonly WantedField[] = COLUMNS.map(({ key, heading, meaning, required }) => ({
  key,
  title: heading,
  hint: meaning,
  required,
}));

/**
 * Finds the 25 columns: as a person has said, else by the headings, else by their order, where the
 * headings are foreign altogether. Where none of it helps, there is a question to ask.
 */
export function findColumns(layout: Layout, index: HeadingIndex, said: SaidOfColumns = {}): FoundColumns {
  const { rows } = layout.table;
  const headings = rows[layout.headingRow] ?? [];
  const match = matchHeadings(headings, index);
  const unclear = match.issues.some(({ code }) => code === 'columns-missing' || code === 'column-doubled');
  if (!unclear && said.columns === undefined) return { ...match, question: null };
  const question = questionOf(layout, index);
  const choice = said.columns ?? (question && rememberedChoice(question, said.remembered ?? []));
  if (choice !== null) return { ...chosen(choice, headings), question: proposing(question, choice) };
  const personal = match.issues.some(({ code }) => code === 'columns-personal');
  if (layout.known >= KNOWN_ENOUGH || personal || !standsInOrder(rows, layout.headingRow))
    return { ...match, question };
  const byOrder = Object.fromEntries(COLUMNS.map(({ key }, at) => [key, at]));
  return {
    positions: Object.values(byOrder),
    issues: [{ code: 'columns-by-position', headings }],
    question: proposing(question, byOrder),
  };
}

function proposing(question: ColumnQuestion | null, proposed: ColumnChoice): ColumnQuestion | null {
  return question && { ...question, proposed };
}

function questionOf({ table, headingRow }: Layout, index: HeadingIndex): ColumnQuestion | null {
  const headings = table.rows[headingRow] ?? [];
  const columns = offeredColumns(table.rows, headingRow, (heading) => !isPersonal(heading));
  const keys = columns.map(({ heading }) => index.keyOf(heading));
  const proposed: Record<string, number> = {};
  columns.forEach(({ position }, at) => {
    const key = keys[at] ?? null;
    // Of a heading that occurs twice a person says which one is meant.
    if (key !== null && keys.indexOf(key) === keys.lastIndexOf(key)) proposed[key] = position;
  });
  // Columns that are simply not there cannot be pointed at.
  const wanted = FIELDS.filter(({ key, required }) => required && proposed[key] === undefined);
  if (columns.length - Object.keys(proposed).length < wanted.length) return null;
  return { signature: headingSignature('max', headings), fields: FIELDS, columns, proposed };
}

function chosen(
  choice: ColumnChoice,
  headings: readonly string[],
): { readonly positions: ColumnPositions; readonly issues: readonly FileIssue[] } {
  const positions = COLUMNS.map(({ key }) => choice[key] ?? -1);
  const personal = headings.filter(isPersonal);
  const issues: FileIssue[] = [{ code: 'columns-chosen', columns: positions.filter((at) => at >= 0).length }];
  if (personal.length > 0) issues.push({ code: 'columns-personal', headings: personal });
  return { positions, issues };
}
