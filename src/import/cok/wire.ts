import { COK_COUNT_KEYS, type CokCountKey, cokCounts } from '../../domain/cok.ts';
import type { IsoDate } from '../../domain/record.ts';
import { isRealDay } from '../dates.ts';
import { COUNT_LIMIT, IMPORT_ROW_LIMIT } from '../limits.ts';
import { fields, list, Mismatch, nullable, oneOf, readRequest, text, whole } from '../shape.ts';
import { aliasOf } from './alias.ts';
import type { CokReport } from './plan.ts';

/** A report of УБ ЦОК on its way to the server. */
export interface CokWire {
  readonly date: IsoDate;
  /** Counts that the file has, in the order of `COK_COUNT_KEYS`. */
  readonly fields: readonly CokCountKey[];
  /** Id, then a count for each of `fields`. */
  readonly schools: readonly (readonly (string | number | null)[])[];
  /** Names that a person has confirmed, and the ids they stand for. */
  readonly aliases: readonly (readonly [name: string, id: string])[];
}

const ID_LENGTH = 100;
const NAME_LENGTH = 500;

const count = nullable(whole(0, COUNT_LIMIT));

const readWire = fields({
  date: (value) => {
    const day = text(10)(value);
    if (!isRealDay(day)) throw new Mismatch('a real day');
    return day;
  },
  fields: list(oneOf(COK_COUNT_KEYS), COK_COUNT_KEYS.length, 1),
  schools: list(
    list((cell) => cell, COK_COUNT_KEYS.length + 1, 2),
    IMPORT_ROW_LIMIT,
    1,
  ),
  aliases: list(list(text(NAME_LENGTH), 2, 2), IMPORT_ROW_LIMIT),
});

/**
 * What came over the wire, as a report with unique ids, and the aliases by the name's form.
 * @throws IssueError `request-invalid`
 */
export function validateCok(value: unknown): CokReport & { readonly aliases: ReadonlyMap<string, string> } {
  return readRequest('cok', () => {
    const wire = readWire(value);
    const ids = new Set<string>();
    const schools = wire.schools.map(([id, ...cells]) => {
      const key = text(ID_LENGTH)(id);
      if (key === '' || ids.has(key) || cells.length !== wire.fields.length)
        throw new Mismatch('unique schools');
      ids.add(key);
      const read = cells.map(count);
      return { id: key, counts: cokCounts((field) => read[wire.fields.indexOf(field)] ?? null) };
    });
    const aliases = wire.aliases.map(([name = '', id = '']) => [aliasOf(name), id] as const);
    return { date: wire.date, fields: wire.fields, schools, aliases: new Map(aliases) };
  });
}
