import { COLUMN_INDEX } from '../domain/columns.ts';
import { idOfRow, type StatisticsRecord } from '../domain/record.ts';
import type { BookState } from '../server/contract.ts';

/** What a school is found and listed by. */
export interface Findable {
  readonly record: Pick<StatisticsRecord, 'shortName' | 'orgId' | 'municipality'>;
}

export interface SearchResult<T> {
  readonly schools: readonly T[];
  /** How many schools match, of which `schools` are the best. */
  readonly total: number;
}

/** The schools in the book's order, not judged yet. */
export function findablesOf({ rows }: BookState): Findable[] {
  return rows.map((row) => ({
    record: {
      shortName: String(row[COLUMN_INDEX.shortName] ?? ''),
      orgId: idOfRow(row),
      municipality: String(row[COLUMN_INDEX.municipality] ?? ''),
    },
  }));
}

/** Made when somebody first looks for a school: most who open the panel do not. */
const searchTexts = new WeakMap<Findable['record'], string>();

/** The words by which a school is found (name, number, id, district), with a space around each. */
function searchTextOf({ record }: Findable): string {
  let text = searchTexts.get(record);
  if (text === undefined) {
    text = ` ${spaced(`${record.shortName} ${record.orgId} ${record.municipality}`)} `;
    searchTexts.set(record, text);
  }
  return text;
}

/**
 * Finds schools by number, id or parts of words, all of which must be met. A school that has every
 * part as a whole word comes first («5» finds school 5 before school 525), then one whose words
 * begin with the parts, then the rest; the book's order decides among equals.
 */
export function searchSchools<T extends Findable>(
  schools: readonly T[],
  query: string,
  limit: number,
): SearchResult<T> {
  const parts = spaced(query)
    .split(' ')
    .filter((part) => part !== '');
  if (parts.length === 0) return { schools: schools.slice(0, limit), total: schools.length };
  const whole: T[] = [];
  const begins: T[] = [];
  const contains: T[] = [];
  for (const school of schools) {
    const text = searchTextOf(school);
    if (!parts.every((part) => text.includes(part))) continue;
    if (parts.every((part) => text.includes(` ${part} `))) whole.push(school);
    else if (parts.every((part) => text.includes(` ${part}`))) begins.push(school);
    else contains.push(school);
  }
  const found = [...whole, ...begins, ...contains];
  return { schools: found.slice(0, limit), total: found.length };
}

/** A text in small letters whose words are parted by one space. */
function spaced(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^а-яa-z0-9]+/g, ' ');
}
