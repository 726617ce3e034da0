import { logHeadings, logKindWords } from '../text/sheets/log.ts';
import { textCell } from './cells.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';

/**
 * «Журнал»: what was done in the book, the newest on top. Entries are only added, never changed.
 * Rows of people are pushed down like everything else below the headings.
 */
const WIDTHS = [130, 90, 150, 220, 220, 420, 110];
const [DAY_AND_HOUR, ID_COLUMN] = [0, 7];

export const LOG_LAYOUT: SheetLayout = {
  key: 'log',
  name: 'Журнал',
  firstRow: 2,
  frozenColumns: 0,
  reference: 'sheets.texts',
  hidden: [ID_COLUMN],
  columns: logHeadings().map((words, index) => ({
    ...words,
    kind: 'file',
    width: WIDTHS[index] ?? 100,
    ...(index === DAY_AND_HOUR ? { format: FORMATS.dateTime } : {}),
  })),
};

export type LogKind = keyof ReturnType<typeof logKindWords>;

export function isLogKind(value: unknown): value is LogKind {
  return typeof value === 'string' && Object.keys(logKindWords()).includes(value);
}

/** Is it what the column «что» says of an entry of ours? */
export function isLogWord(text: string): boolean {
  return Object.values(logKindWords()).includes(text);
}

export interface LogEntry {
  readonly when: Date;
  /** Role or short code of who did it; '' where it is not known. */
  readonly who: string;
  readonly kind: LogKind;
  /** Short name and id of the school; '' where the entry is about all. */
  readonly school: string;
  readonly schoolId: string;
  /** «было → стало». */
  readonly change: string;
  readonly details: string;
}

/** An entry as it stands in the sheet. */
export interface LoggedEntry extends Omit<LogEntry, 'when' | 'kind'> {
  /** Milliseconds since 1970; null where a person changed the cell to something else. */
  readonly when: number | null;
  /** The words of the column «что». */
  readonly what: string;
}

/**
 * Adds the entries, the first one on top. Two service calls, however many entries: both are buffered
 * and nothing is read, so that nobody's change of the sheet comes in between.
 */
export function appendLog(sheet: Sheet, entries: readonly LogEntry[]): void {
  if (entries.length === 0) return;
  const words = logKindWords();
  // Rows inserted before a row take its formats; those of the headings would come from above.
  sheet.insertRowsBefore(LOG_LAYOUT.firstRow, entries.length);
  sheet
    .getRange(LOG_LAYOUT.firstRow, 1, entries.length, LOG_LAYOUT.columns.length)
    .setValues(
      entries.map(({ when, who, kind, school, schoolId, change, details }) => [
        when,
        ...[who, words[kind], school, change, details, schoolId].map(textCell),
      ]),
    );
}

/** All rows of the sheet from the top, those of people among them; one call. */
export function readLog(sheet: Sheet): LoggedEntry[] {
  const values: CellOutput[][] = sheet.getRange('A2:G').getValues();
  return values.map(([when, ...texts]) => {
    const [who = '', what = '', school = '', change = '', details = '', schoolId = ''] = texts.map(textOf);
    return { when: momentOf(when), who, what, school, change, details, schoolId };
  });
}

/** Is the entry in the sheet already? Told by its moment and by what it says was done; one call. */
export function isLogged(sheet: Sheet, { when, kind }: LogEntry): boolean {
  const what = logKindWords()[kind];
  // A moment goes through a fraction of a day and comes back a little off.
  return readLog(sheet).some(
    (row) => row.what === what && row.when !== null && Math.abs(row.when - when.getTime()) < SECOND,
  );
}

const SECOND = 1000;

/** Dates may come from another realm: no instanceof. */
function momentOf(cell: CellOutput | undefined): number | null {
  return typeof cell === 'object' && typeof cell.getTime === 'function' ? cell.getTime() : null;
}
