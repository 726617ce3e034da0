import { type FileIssue, type Issue, severityOf } from '../domain/issues.ts';
import type { IsoDate, StatisticsRecord } from '../domain/record.ts';
import { positionsByOrder } from './by-position.ts';
import type { DayMonthOrder } from './dates.ts';
import { decode, type Encoding, refuseForeignText } from './decode.ts';
import { HeadingIndex, type HeadingMatch, matchHeadings } from './headings.ts';
import { findLayout, KNOWN_ENOUGH, type Layout } from './layout.ts';
import { IMPORT_ROW_LIMIT } from './limits.ts';
import { type RecordsReading, readRecords } from './records.ts';
import { reportIssues } from './sense.ts';
import type { HeadingSynonyms } from './synonyms.ts';

export interface ReadingOptions {
  /** Headings that the user has named, beside the built-in synonyms. */
  readonly synonyms?: HeadingSynonyms;
  /** How «3/6/2026» is meant; not said, such a date is refused. */
  readonly dayMonthOrder?: DayMonthOrder;
  /** Most schools taken; by default what the book takes. */
  readonly rowLimit?: number;
}

export interface MunicipalityCount {
  /** As in the column «МО»; '' where the file leaves it blank. */
  readonly name: string;
  readonly schools: number;
}

export interface ReadingSummary {
  /** File name; '' for a pasted table. */
  readonly fileName: string;
  /** Report date; null where the file has none or several. */
  readonly date: IsoDate | null;
  readonly dates: readonly IsoDate[];
  /** Schools read, also where an error stops the import. */
  readonly schools: number;
  /** Most schools first. */
  readonly municipalities: readonly MunicipalityCount[];
  /** `pasted` where there were no bytes. */
  readonly encoding: Encoding | 'pasted';
  readonly delimiter: string;
}

export interface StatisticsReading {
  /** One record a school; empty where any issue is an error: nothing of such a file is offered. */
  readonly records: readonly StatisticsRecord[];
  readonly issues: readonly Issue[];
  readonly summary: ReadingSummary;
}

/** Bytes of a chosen file → records and issues. Never throws; `name` is only carried along. */
export function readStatisticsFile(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = {},
): StatisticsReading {
  const decoded = decode(bytes);
  if (!decoded.ok) return refusal([decoded.issue], { fileName: name, encoding: 'utf-8' });
  const { text, encoding, repaired } = decoded;
  return readText(text, { fileName: name, encoding }, options, repaired);
}

/** A table pasted from the clipboard → records and issues. Never throws. */
export function readStatisticsText(text: string, options: ReadingOptions = {}): StatisticsReading {
  const source = { fileName: '', encoding: 'pasted' as const };
  const checked = refuseForeignText({ ok: true as const, text });
  return checked.ok ? readText(text, source, options, false) : refusal([checked.issue], source);
}

type Source = Pick<ReadingSummary, 'fileName' | 'encoding'>;

function readText(
  source: string,
  from: Source,
  options: ReadingOptions,
  repaired: boolean,
): StatisticsReading {
  const index = new HeadingIndex(options.synonyms);
  const found = findLayout(source, index);
  const layout = { ...found, repaired: repaired || found.repaired };
  const about = { ...from, delimiter: layout.delimiter };
  const columns = matchColumns(layout, index);
  if (hasError(columns.issues)) return refusal(columns.issues, about);
  const reading = readRecords({
    table: layout.table,
    headingRow: layout.headingRow,
    positions: columns.positions,
    lines: layout.lines,
    dayMonthOrder: options.dayMonthOrder,
  });
  const issues: Issue[] = [...readingIssues(layout), ...columns.issues, ...reading.issues.all()];
  issues.unshift(...extentIssues(reading, hasError(issues), options.rowLimit ?? IMPORT_ROW_LIMIT));
  const { records, dates } = reading;
  if (!hasError(issues)) issues.unshift(...reportIssues(records));
  return {
    records: hasError(issues) ? [] : records,
    issues,
    summary: {
      ...about,
      date: dates.length === 1 ? (dates[0] ?? null) : null,
      dates,
      schools: records.length,
      municipalities: municipalitiesOf(records),
    },
  };
}

/** Columns by their headings; by their order only where the headings are foreign altogether. */
function matchColumns(layout: Layout, index: HeadingIndex): HeadingMatch {
  const { table, headingRow } = layout;
  const headings = table.rows[headingRow] ?? [];
  const match = matchHeadings(headings, index);
  const personal = match.issues.some((issue) => issue.code === 'columns-personal');
  if (layout.known >= KNOWN_ENOUGH || personal) return match;
  const positions = positionsByOrder(table.rows, headingRow);
  if (positions === null) return match;
  return { positions, issues: [{ code: 'columns-by-position', headings }] };
}

/** How the text had to be read. */
function readingIssues({ table, headingRow, lines, repaired }: Layout): FileIssue[] {
  const issues: FileIssue[] = repaired ? [{ code: 'file-repaired' }] : [];
  const above = table.rows.slice(0, headingRow);
  if (above.some((row) => row.some((cell) => cell.trim() !== ''))) {
    issues.push({ code: 'lines-skipped', first: lines.lineOf(0), last: lines.lineOf(headingRow) - 1 });
  }
  return issues;
}

/** How much there is: nothing, too much, several reports. */
function extentIssues({ records, dates }: RecordsReading, refused: boolean, limit: number): FileIssue[] {
  const issues: FileIssue[] = [];
  if (records.length === 0 && !refused) issues.push({ code: 'file-header-only' });
  if (records.length > limit) issues.push({ code: 'file-too-long', rows: records.length, limit });
  if (dates.length > 1) issues.push({ code: 'dates-several', dates: [...dates].sort() });
  return issues;
}

function hasError(issues: readonly Issue[]): boolean {
  return issues.some((issue) => severityOf(issue) === 'error');
}

function refusal(
  issues: readonly Issue[],
  from: Source & { readonly delimiter?: string },
): StatisticsReading {
  return {
    records: [],
    issues,
    summary: { delimiter: '', ...from, date: null, dates: [], schools: 0, municipalities: [] },
  };
}

function municipalitiesOf(records: readonly StatisticsRecord[]): MunicipalityCount[] {
  const counts = new Map<string, number>();
  for (const { municipality } of records) counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
  return [...counts]
    .map(([name, schools]) => ({ name, schools }))
    .sort((one, other) => other.schools - one.schools || (one.name < other.name ? -1 : 1));
}
