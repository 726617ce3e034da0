import { COK_COUNT_KEYS, type CokCountKey, type CokCounts, cokCounts } from '../../domain/cok.ts';
import { type Issue, severityOf } from '../../domain/issues.ts';
import { type Count, type IsoDate, latestDay } from '../../domain/record.ts';
import type { ColumnChoice, ColumnQuestion } from '../column-choice.ts';
import { type DayMonthOrder, readDate } from '../dates.ts';
import { IssueList } from '../issue-list.ts';
import { COUNT_LIMIT, IMPORT_ROW_LIMIT } from '../limits.ts';
import { openingIssues, openPastedTable, openTable } from '../open-table.ts';
import type { Opened, OpenedTable } from '../opened.ts';
import { readCount } from '../values.ts';
import { COK_RECOGNISER, findCokColumns } from './columns.ts';

export interface CokReadingOptions {
  /** Which column is which, as a person has said. */
  readonly columns?: ColumnChoice;
  /** How «3/6/2026» is meant; not said, such a date is refused. */
  readonly dayMonthOrder?: DayMonthOrder;
}

/** One row of the file; which school it is, is not known yet. */
export interface CokFileRow {
  readonly line: number;
  /** Name as the file writes it; '' where only a code stands. */
  readonly school: string;
  /** Cell of the column of ids or ИНН; '' where there is none. */
  readonly code: string;
  readonly counts: CokCounts;
}

export interface CokReading {
  /** Empty where any issue is an error, or columns are not known yet. */
  readonly rows: readonly CokFileRow[];
  readonly issues: readonly Issue[];
  /** Which column is which; null where the file has no table. */
  readonly question: ColumnQuestion | null;
  /** The columns are known: from our own headings, or said by a person. */
  readonly known: boolean;
  /** Counts that the file has columns for. */
  readonly fields: readonly CokCountKey[];
  /** The day of the report; null where the file does not say it. */
  readonly date: IsoDate | null;
  readonly encoding: OpenedTable['encoding'];
  readonly delimiter: string;
}

/** Bytes of a chosen file → rows and issues. Never throws. */
export function readCokFile(bytes: Uint8Array, options: CokReadingOptions = {}): CokReading {
  return readOpened(openTable(bytes, COK_RECOGNISER), options);
}

/** A table pasted from the clipboard. Never throws. */
export function readCokText(text: string, options: CokReadingOptions = {}): CokReading {
  return readOpened(openPastedTable(text, COK_RECOGNISER), options);
}

const TOTAL_WORDS = ['итог', 'всего', 'total', 'сумма'];

function readOpened(opened: Opened, options: CokReadingOptions): CokReading {
  const nothing = { rows: [], question: null, known: false, fields: [], date: null };
  if (!opened.ok) return { ...nothing, issues: [opened.issue], encoding: 'utf-8', delimiter: '' };
  const table = opened.opened;
  const about = { encoding: table.encoding, delimiter: table.delimiter };
  const { choice, question, issues } = findCokColumns(table, options.columns);
  if (choice === null) return { ...nothing, ...about, question, issues };
  const fields = COK_COUNT_KEYS.filter((key) => choice[key] !== undefined);
  const reader = new CokRows(table, choice, fields, options.dayMonthOrder);
  const found = [...openingIssues(table), ...issues, ...reader.issues()];
  if (!fields.includes('assigned') && !fields.includes('viewed')) found.unshift({ code: 'cok-no-counts' });
  const refused = found.some((issue) => severityOf(issue) === 'error');
  return {
    ...about,
    rows: refused ? [] : reader.latest(),
    issues: found,
    question: { ...question, proposed: choice },
    known: true,
    fields,
    date: reader.date(),
  };
}

/** The rows below the headings, read one by one. */
class CokRows {
  readonly rows: CokFileRow[] = [];
  /** Day of each row; null where the file does not say it. */
  private readonly days: (IsoDate | null)[] = [];
  private readonly list = new IssueList();
  private readonly percents = new Map<string, string>();

  private readonly table: OpenedTable;
  private readonly headings: readonly string[];
  private readonly choice: ColumnChoice;
  private readonly fields: readonly CokCountKey[];
  private readonly order: DayMonthOrder | undefined;

  constructor(
    table: OpenedTable,
    choice: ColumnChoice,
    fields: readonly CokCountKey[],
    order: DayMonthOrder | undefined,
  ) {
    this.table = table;
    this.choice = choice;
    this.fields = fields;
    this.order = order;
    const { rows, badQuotes } = table.table;
    const { headingRow, lines } = table;
    this.headings = rows[headingRow] ?? [];
    for (const row of badQuotes) {
      // One that opens among the headings swallows the rows.
      if (row >= headingRow) this.list.add({ code: 'row-quotes', line: lines.lineOf(row) });
    }
    rows.forEach((row, at) => {
      if (at > headingRow) this.read(row, at);
    });
  }

  issues(): Issue[] {
    const issues: Issue[] = [...this.percents].map(([heading, found]) => ({
      code: 'cok-percent',
      heading,
      found,
    }));
    issues.push(...this.list.all());
    const dates = this.dates();
    if (dates.length > 1) issues.push({ code: 'dates-several', dates });
    if (this.rows.length > IMPORT_ROW_LIMIT) {
      issues.push({ code: 'file-too-long', rows: this.rows.length, limit: IMPORT_ROW_LIMIT });
    }
    if (this.rows.length === 0 && issues.length === 0) issues.push({ code: 'file-header-only' });
    return issues;
  }

  /** The latest day that the file names. */
  date(): IsoDate | null {
    return latestDay(this.days);
  }

  /** Rows of the latest report, and those without a day: there may be earlier ones in the file. */
  latest(): CokFileRow[] {
    const date = this.date();
    return this.rows.filter((_, index) => (this.days[index] ?? date) === date);
  }

  private dates(): IsoDate[] {
    const named = this.days.filter((day) => day !== null);
    return [...new Set(named)].sort();
  }

  private cell(row: readonly string[], key: string): string {
    return row[this.choice[key] ?? -1]?.trim() ?? '';
  }

  private read(row: readonly string[], at: number): void {
    if (row.every((cell) => cell.trim() === '')) return;
    const line = this.table.lines.lineOf(at);
    const [school, code] = [this.cell(row, 'school'), this.cell(row, 'code')];
    const width = this.headings.length;
    if (row.slice(width).some((cell) => cell.trim() !== '')) {
      this.list.add({ code: 'row-ragged', line, found: row.length, expected: width });
      return;
    }
    if (isTotal(school) || (school === '' && code === '')) {
      this.list.add({ code: 'row-total', line, found: school });
      return;
    }
    this.days.push(this.day(row, { line, school }));
    const counts = cokCounts((key) =>
      this.fields.includes(key) ? this.count(row, key, { line, school }) : null,
    );
    this.rows.push({ line, school, code, counts });
  }

  private count(row: readonly string[], key: CokCountKey, at: { line: number; school: string }): Count {
    const found = this.cell(row, key);
    const heading = this.cell(this.headings, key);
    const reading = readCount(found);
    if (reading.ok) return reading.value;
    const { fault } = reading;
    if (found.endsWith('%') || fault === 'count-fraction') {
      if (!this.percents.has(heading)) this.percents.set(heading, found);
    } else if (fault === 'count-too-large') {
      this.list.add({ code: fault, ...at, heading, found, limit: COUNT_LIMIT });
    } else this.list.add({ code: fault, ...at, heading, found });
    return null;
  }

  private day(row: readonly string[], at: { line: number; school: string }): IsoDate | null {
    const found = this.cell(row, 'date');
    if (found === '') return null;
    const reading = readDate(found, this.order);
    if (reading.ok) return reading.date;
    this.list.add({ code: reading.fault, ...at, heading: this.cell(this.headings, 'date'), found });
    return null;
  }
}

function isTotal(school: string): boolean {
  const text = school.toLowerCase();
  return TOTAL_WORDS.some((word) => text.startsWith(word));
}
