import type { Issue } from '../../domain/issues.ts';
import { aliasOf } from './alias.ts';
import { type KnownSchool, SchoolMatcher } from './match.ts';
import type { CokFileRow } from './read.ts';

/** Which school each row of a file is. */
export interface Resolution {
  readonly sure: readonly { readonly row: CokFileRow; readonly id: string }[];
  /** To be confirmed by a person. */
  readonly guesses: readonly { readonly row: CokFileRow; readonly id: string }[];
  /** To be chosen by a person. */
  readonly several: readonly { readonly row: CokFileRow; readonly ids: readonly string[] }[];
  readonly unmatched: readonly CokFileRow[];
  /** Said to be no schools of the book. */
  readonly foreign: readonly CokFileRow[];
  /** `cok-school-doubled` for rows of one school. */
  readonly issues: readonly Issue[];
}

/** How a row is named to people. */
export function rowTitle({ school, code }: CokFileRow): string {
  return school === '' ? code : school;
}

/** A school that one row is for sure is not guessed for another; one guessed twice is asked about. */
export function resolveSchools(
  rows: readonly CokFileRow[],
  schools: readonly KnownSchool[],
  aliases: readonly (readonly [name: string, id: string])[],
): Resolution {
  const matcher = new SchoolMatcher(schools, new Map(aliases));
  const matches = rows.map((row) => ({ row, match: matcher.match([row.code, row.school]) }));
  const sure = matches.flatMap(({ row, match }) => (match.kind === 'sure' ? [{ row, id: match.id }] : []));
  const foreign = matches.flatMap(({ row, match }) => (match.kind === 'foreign' ? [row] : []));
  const taken = new Set(sure.map(({ id }) => id));
  const several: { row: CokFileRow; ids: readonly string[] }[] = [];
  const unmatched: CokFileRow[] = [];
  const guessed = new Map<string, CokFileRow[]>();
  for (const { row, match } of matches) {
    if (match.kind === 'none') unmatched.push(row);
    if (match.kind === 'several') {
      const free = match.ids.filter((id) => !taken.has(id));
      if (free.length === 0) unmatched.push(row);
      else several.push({ row, ids: free });
    }
    if (match.kind === 'guess') {
      if (taken.has(match.id)) unmatched.push(row);
      else guessed.set(match.id, [...(guessed.get(match.id) ?? []), row]);
    }
  }
  const guesses: { row: CokFileRow; id: string }[] = [];
  for (const [id, same] of guessed) {
    const [row] = same;
    if (row !== undefined && same.length === 1) guesses.push({ row, id });
    else several.push(...same.map((each) => ({ row: each, ids: [id] })));
  }
  return { sure, guesses, several, unmatched, foreign, issues: doubled(sure) };
}

/** Rows that stand for one school. */
export function doubled(chosen: Resolution['sure']): Issue[] {
  const rows = new Map<string, CokFileRow[]>();
  for (const { row, id } of chosen) rows.set(id, [...(rows.get(id) ?? []), row]);
  return [...rows.values()].flatMap((same): Issue[] => {
    const [first] = same;
    if (first === undefined || same.length === 1) return [];
    return [{ code: 'cok-school-doubled', school: rowTitle(first), lines: same.map(({ line }) => line) }];
  });
}

/**
 * Under which name the answer for a row is remembered: the school's name; where other rows of the
 * file are called the same, the code. Null where neither tells the row from the others.
 */
export function rememberedName(row: CokFileRow, rows: readonly CokFileRow[]): string | null {
  const form = aliasOf(row.school);
  const namesakes = rows.filter(({ school }) => aliasOf(school) === form);
  if (form !== '' && namesakes.length === 1) return row.school;
  return row.code === '' || namesakes.filter(({ code }) => code === row.code).length > 1 ? null : row.code;
}
