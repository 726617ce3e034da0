import { COLUMNS, type ColumnKey, type StatisticsColumn } from '../domain/columns.ts';
import type { FileIssue } from '../domain/issues.ts';
import { normaliseText } from '../domain/normalise.ts';
import {
  HEADING_PHRASES,
  HEADING_SYNONYMS,
  type HeadingSynonyms,
  PERSONAL_PARTS,
  PERSONAL_WORDS,
} from './synonyms.ts';

/** Which cell of a row holds which column: 0-based position, -1 where the file lacks the column. */
export type ColumnPositions = readonly number[];

export interface HeadingMatch {
  /** One position for each of the 25 columns, in the source's order. */
  readonly positions: ColumnPositions;
  readonly issues: readonly FileIssue[];
}

const PHRASES = HEADING_PHRASES.map(([from, to]) => [normaliseText(from), normaliseText(to)] as const);
const PERSONAL_PART_FORMS = PERSONAL_PARTS.map(normaliseText);
const PERSONAL_WORD_FORMS = PERSONAL_WORDS.map(normaliseText);

/** Form under which a heading is looked up: normalised, with phrases of one meaning made one. */
function lookupForm(heading: string): string {
  const words = normaliseText(heading).split(' ');
  const form = words
    .map((word) => PHRASES.find(([from]) => from === word)?.[1] ?? word)
    .join(' ')
    .split('сферум в сферум')
    .join('сферум');
  return PHRASES.reduce((text, [from, to]) => (from.includes(' ') ? text.split(from).join(to) : text), form);
}

/** Tells the row of headings from others: how many different columns of a table a row names. */
export interface HeadingRecogniser {
  recognised(row: readonly string[]): number;
}

/** Recognises headings of the statistics, with the user's own synonyms beside the built-in ones. */
export class HeadingIndex implements HeadingRecogniser {
  private readonly keys = new Map<string, ColumnKey>();

  constructor(synonyms: HeadingSynonyms = {}) {
    for (const column of COLUMNS) {
      const names = [
        column.heading,
        ...(HEADING_SYNONYMS[column.key] ?? []),
        ...(synonyms[column.key] ?? []),
      ];
      for (const name of names) this.keys.set(lookupForm(name), column.key);
    }
  }

  keyOf(heading: string): ColumnKey | null {
    return this.keys.get(lookupForm(heading)) ?? null;
  }

  /** Number of different columns that a row names: tells the row of headings from others. */
  recognised(row: readonly string[]): number {
    return new Set(row.map((cell) => this.keyOf(cell)).filter((key) => key !== null)).size;
  }
}

/** Finds each of the 25 columns by its heading, in any order; names what is missing, doubled, foreign. */
export function matchHeadings(row: readonly string[], index: HeadingIndex): HeadingMatch {
  const found = new Map<ColumnKey, number[]>();
  const foreign: string[] = [];
  row.forEach((cell, position) => {
    const name = cell.trim();
    const key = index.keyOf(name);
    if (key !== null) found.set(key, [...(found.get(key) ?? []), position]);
    else if (name !== '') foreign.push(name);
  });
  return {
    positions: COLUMNS.map((column) => found.get(column.key)?.[0] ?? -1),
    issues: [...missing(found, foreign), ...doubled(found), ...unknown(foreign)],
  };
}

function missing(found: ReadonlyMap<ColumnKey, readonly number[]>, foreign: readonly string[]): FileIssue[] {
  const lacking = COLUMNS.filter((column) => column.required && !found.has(column.key));
  if (lacking.length === 0) return [];
  return [
    {
      code: 'columns-missing',
      headings: lacking.map((column) => column.heading),
      found: foreign,
    },
  ];
}

function doubled(found: ReadonlyMap<ColumnKey, readonly number[]>): FileIssue[] {
  return COLUMNS.flatMap((column: StatisticsColumn): FileIssue[] => {
    const positions = found.get(column.key) ?? [];
    if (positions.length < 2) return [];
    return [
      {
        code: 'column-doubled',
        heading: column.heading,
        positions: positions.map((position) => position + 1),
      },
    ];
  });
}

function unknown(foreign: readonly string[]): FileIssue[] {
  const personal = foreign.filter(isPersonal);
  const plain = foreign.filter((heading) => !isPersonal(heading));
  const issues: FileIssue[] = [];
  if (plain.length > 0) issues.push({ code: 'columns-unknown', headings: plain });
  if (personal.length > 0) issues.push({ code: 'columns-personal', headings: personal });
  return issues;
}

/** Does the heading name something of a person: a column that is never read? */
export function isPersonal(heading: string): boolean {
  const form = normaliseText(heading);
  return (
    PERSONAL_PART_FORMS.some((part) => form.includes(part)) ||
    form.split(/[\s,;:/()]/).some((word) => PERSONAL_WORD_FORMS.includes(word))
  );
}
