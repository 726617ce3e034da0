import { type FileIssue, type Issue, severityOf } from '../domain/issues.ts';
import type { IsoDate, StatisticsRecord } from '../domain/record.ts';
import type { ColumnQuestion } from './column-choice.ts';
import { findColumns, type SaidOfColumns } from './columns.ts';
import type { DayMonthOrder } from './dates.ts';
import { type FailedRows, failedRows } from './failed-rows.ts';
import { headingsTookRowsIn, quotesTold } from './heading-quotes.ts';
import { HeadingIndex } from './headings.ts';
import { IMPORT_ROW_LIMIT } from './limits.ts';
import { openingIssues, openPastedTable, openTable } from './open-table.ts';
import type { Opened, OpenedTable } from './opened.ts';
import { type RecordsReading, readRecords } from './records.ts';
import { reportIssues } from './sense.ts';
import type { HeadingSynonyms } from './synonyms.ts';

export interface ReadingOptions extends SaidOfColumns {
  /** Headings that the user has named, beside the built-in synonyms. */
  readonly synonyms?: HeadingSynonyms;
  /** How «3/6/2026» is meant; not said, such a date is refused. */
  readonly dayMonthOrder?: DayMonthOrder;
  /** Which sheet of a workbook is read; not said, the one that looks like the report. */
  readonly sheet?: string;
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
  readonly encoding: OpenedTable['encoding'];
  /** '' in a workbook. */
  readonly delimiter: string;
  /** Names of the sheets of a workbook that hold such a table, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

export interface StatisticsReading {
  /** One record a school and report; empty where any issue is an error: nothing of such a file is offered. */
  readonly records: readonly StatisticsRecord[];
  readonly issues: readonly Issue[];
  /** Which column is which, where the headings do not tell and a person may say. */
  readonly question: ColumnQuestion | null;
  /** Rows to be mended, where rows are why the file is refused. */
  readonly failed: FailedRows | null;
  readonly summary: ReadingSummary;
}

/** Bytes of a chosen file → records and issues. Never throws; `name` is only carried along. */
export function readStatisticsFile(
  bytes: Uint8Array,
  name: string,
  options: ReadingOptions = {},
): StatisticsReading {
  const index = new HeadingIndex(options.synonyms);
  return readOpened(openTable(bytes, index, options.sheet), index, name, options);
}

/** A table pasted from the clipboard → records and issues. Never throws. */
export function readStatisticsText(text: string, options: ReadingOptions = {}): StatisticsReading {
  const index = new HeadingIndex(options.synonyms);
  return readOpened(openPastedTable(text, index), index, '', options);
}

function readOpened(
  opened: Opened,
  index: HeadingIndex,
  fileName: string,
  options: ReadingOptions,
): StatisticsReading {
  if (!opened.ok)
    return refusal([opened.issue], { fileName, encoding: 'utf-8', delimiter: '', sheets: [], sheet: null });
  const { opened: layout } = opened;
  const about = {
    fileName,
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    sheets: layout.sheet?.tables ?? [],
    sheet: layout.sheet?.name ?? null,
  };
  const columns = findColumns(layout, index, options);
  const { question } = columns;
  if (hasError(columns.issues)) {
    const asked = headingsTookRowsIn(layout.table, layout.headingRow) ? null : question;
    return refusal(asked === null ? quotesTold(layout, columns.issues) : columns.issues, about, asked);
  }
  const reading = readRecords({
    table: layout.table,
    headingRow: layout.headingRow,
    positions: columns.positions,
    lines: layout.lines,
    dayMonthOrder: options.dayMonthOrder,
  });
  const issues: Issue[] = [...openingIssues(layout), ...columns.issues, ...reading.issues.all()];
  issues.unshift(...extentIssues(reading, hasError(issues), options.rowLimit ?? IMPORT_ROW_LIMIT));
  const { records, dates } = reading;
  if (!hasError(issues)) issues.unshift(...reportIssues(records));
  return {
    records: hasError(issues) ? [] : records,
    issues,
    question,
    failed: failedRows(layout, issues),
    summary: {
      ...about,
      date: dates.length === 1 ? (dates[0] ?? null) : null,
      dates,
      schools: records.length,
      municipalities: municipalitiesOf(records),
    },
  };
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
  about: Omit<ReadingSummary, 'date' | 'dates' | 'schools' | 'municipalities'>,
  question: ColumnQuestion | null = null,
): StatisticsReading {
  return {
    records: [],
    issues,
    question,
    failed: null,
    summary: { ...about, date: null, dates: [], schools: 0, municipalities: [] },
  };
}

function municipalitiesOf(records: readonly StatisticsRecord[]): MunicipalityCount[] {
  const counts = new Map<string, number>();
  for (const { municipality } of records) counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
  return [...counts]
    .map(([name, schools]) => ({ name, schools }))
    .sort((one, other) => other.schools - one.schools || (one.name < other.name ? -1 : 1));
}
