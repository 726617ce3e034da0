import { type FileIssue, type Issue, severityOf } from '../domain/issues.ts';
import type { IsoDate, StatisticsRecord } from '../domain/record.ts';
import type { DayMonthOrder } from './dates.ts';
import { decode, type Encoding, refuseForeignText } from './decode.ts';
import { findDialect } from './dialect.ts';
import { HeadingIndex, matchHeadings } from './headings.ts';
import { IMPORT_ROW_LIMIT } from './limits.ts';
import { readRecords } from './records.ts';
import type { HeadingSynonyms } from './synonyms.ts';
import { LineCounter, parseTable } from './table.ts';

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
  return readText(decoded.text, { fileName: name, encoding: decoded.encoding }, options);
}

/** A table pasted from the clipboard → records and issues. Never throws. */
export function readStatisticsText(text: string, options: ReadingOptions = {}): StatisticsReading {
  const source = { fileName: '', encoding: 'pasted' as const };
  const checked = refuseForeignText({ ok: true as const, text });
  return checked.ok ? readText(text, source, options) : refusal([checked.issue], source);
}

type Source = Pick<ReadingSummary, 'fileName' | 'encoding'>;

function readText(source: string, from: Source, options: ReadingOptions): StatisticsReading {
  const index = new HeadingIndex(options.synonyms);
  const { text, dialect } = findDialect(source, index);
  const table = parseTable(text, dialect);
  const lines = new LineCounter(table.rows, dialect.linesBefore + 1);
  const headings = matchHeadings(table.rows[dialect.headingRow] ?? [], index);
  const fileIssues: FileIssue[] = [...headings.issues];
  const about = { ...from, delimiter: dialect.delimiter };
  if (hasError(fileIssues)) return refusal(fileIssues, about);
  const { headingRow } = dialect;
  if (
    headingRow > 0 &&
    table.rows.slice(0, headingRow).some((row) => row.some((cell) => cell.trim() !== ''))
  ) {
    fileIssues.push({
      code: 'lines-skipped',
      first: dialect.linesBefore + 1,
      last: lines.lineOf(headingRow) - 1,
    });
  }
  const reading = readRecords({
    table,
    headingRow,
    positions: headings.positions,
    lines,
    dayMonthOrder: options.dayMonthOrder,
  });
  const rowIssues = reading.issues.all();
  const { dates } = reading;
  const limit = options.rowLimit ?? IMPORT_ROW_LIMIT;
  const { records } = reading;
  if (records.length === 0 && !hasError(rowIssues)) fileIssues.push({ code: 'file-header-only' });
  if (records.length > limit) fileIssues.push({ code: 'file-too-long', rows: records.length, limit });
  if (dates.length > 1) fileIssues.push({ code: 'dates-several', dates: [...dates].sort() });
  const issues = [...fileIssues, ...rowIssues];
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
