import type { IsoDate, StatisticsRecord } from '../domain/record.ts';

/** What of a file is taken. */
export interface Selection {
  /** МО whose schools are taken; null: all. */
  readonly municipalities: readonly string[] | null;
  /** Which of several reports in the file; null: the last one. */
  readonly date: IsoDate | null;
  /** The reports before it are taken too, for «История». */
  readonly older: boolean;
}

export interface Selected {
  readonly date: IsoDate | null;
  readonly records: readonly StatisticsRecord[];
  /** Schools of earlier reports. */
  readonly older: readonly StatisticsRecord[];
  /** Schools left out, as their МО is not taken. */
  readonly leftOut: number;
}

/** A school without МО is taken always: nothing tells that it is another district's. */
export function isTaken(municipality: string, municipalities: Selection['municipalities']): boolean {
  return municipality === '' || municipalities === null || municipalities.includes(municipality);
}

export function selectRecords(
  records: readonly StatisticsRecord[],
  { municipalities, date, older }: Selection,
): Selected {
  const taken = date ?? lastDate(records);
  const ofDate = records.filter((record) => record.date === taken);
  const isOwn = (record: StatisticsRecord): boolean => isTaken(record.municipality, municipalities);
  const own = ofDate.filter(isOwn);
  const before = records.filter((record) => older && record.date < (taken ?? '') && isOwn(record));
  return { date: taken, records: own, older: before, leftOut: ofDate.length - own.length };
}

function lastDate(records: readonly StatisticsRecord[]): IsoDate | null {
  return records.reduce<IsoDate | null>(
    (last, { date }) => (last === null || date > last ? date : last),
    null,
  );
}

/** МО of the file that no school of the book has; empty where the book has none of the others either. */
export function foreignMunicipalities(
  ofFile: readonly string[],
  ofBook: ReadonlySet<string>,
): readonly string[] {
  const named = ofFile.filter((name) => name !== '');
  const foreign = named.filter((name) => !ofBook.has(name));
  return foreign.length === named.length ? [] : foreign;
}
