import { COLUMN_INDEX, COLUMNS } from '../domain/columns.ts';
import type { RowIssue } from '../domain/issues.ts';
import type { Count, IsoDate, StatisticsRecord } from '../domain/record.ts';
import { type DayMonthOrder, readDate } from './dates.ts';
import { headingsTookRowsIn } from './heading-quotes.ts';
import type { ColumnPositions } from './headings.ts';
import { IssueList } from './issue-list.ts';
import { CELL_TEXT_LIMIT, COUNT_LIMIT } from './limits.ts';
import { addRecordIssues } from './sense.ts';
import type { RowLines, Table } from './table.ts';
import {
  allDigits,
  innLengthRight,
  plainCount,
  readCount,
  readDigits,
  restoreInn,
  restoreRegionCode,
  trimmed,
} from './values.ts';

type Row = readonly string[];

export interface RecordsInput {
  readonly table: Table;
  /** 0-based row of the headings; the data stand below it. */
  readonly headingRow: number;
  readonly positions: ColumnPositions;
  readonly lines: RowLines;
  readonly dayMonthOrder?: DayMonthOrder | undefined;
}

export interface RecordsReading {
  readonly records: readonly StatisticsRecord[];
  /** Report dates in the order in which they appear. */
  readonly dates: readonly IsoDate[];
  readonly issues: IssueList;
}

/** Reads the data rows. A record with a faulty cell is still built, for counting; its issue stops the import. */
export function readRecords(input: RecordsInput): RecordsReading {
  const reader = new RowReader(input);
  const { rows, badQuotes } = input.table;
  const tookIn = headingsTookRowsIn(input.table, input.headingRow);
  for (const row of badQuotes) {
    const harmless = row < input.headingRow || (row === input.headingRow && !tookIn);
    if (harmless || isExportError(rows[row] ?? [])) continue;
    reader.issues.add({ code: 'row-quotes', line: input.lines.lineOf(row) });
  }
  rows.forEach((row, index) => {
    if (index > input.headingRow) reader.read(row, index);
  });
  return reader;
}

const AT = COLUMN_INDEX;
/** Columns whose cells a row of totals leaves blank, or fills with the word for it. */
const NAMING_COLUMNS = COLUMNS.flatMap((column, index) => (column.kind === 'count' ? [] : [index]));
const OPENING_BRACE = 123;
const EXCERPT = 120;
const TOTAL_WORDS = ['итог', 'всего', 'total', 'grand total', 'сумма'];

class RowReader implements RecordsReading {
  readonly records: StatisticsRecord[] = [];
  readonly issues = new IssueList();
  private readonly input: RecordsInput;
  private readonly width: number;
  /** Rightmost column that is read. */
  private readonly lastPosition: number;
  private readonly rowsByDate = new Map<IsoDate, Map<string, number>>();
  private lastDateCell = '';
  private lastDate = readDate('');
  private row: Row = [];
  private index = 0;

  constructor(input: RecordsInput) {
    this.input = input;
    this.width = input.table.rows[input.headingRow]?.length ?? 0;
    this.lastPosition = Math.max(...input.positions);
  }

  get dates(): readonly IsoDate[] {
    return [...this.rowsByDate.keys()];
  }

  read(row: Row, index: number): void {
    this.row = row;
    this.index = index;
    if (isExportError(row)) {
      this.add({ code: 'row-export-error', line: this.line(), excerpt: row.join(',').slice(0, EXCERPT) });
      return;
    }
    const unnamed = trimmed(this.cell(AT.orgId)) === '';
    if (unnamed && this.isBlank()) return;
    if (!this.widthFits()) {
      this.add({ code: 'row-ragged', line: this.line(), found: row.length, expected: this.width });
      return;
    }
    if (unnamed) {
      if (!this.isTotal()) this.add({ code: 'id-missing', line: this.line(), school: this.school() });
      return;
    }
    if (this.isShort()) {
      this.add({ code: 'row-short', line: this.line(), found: row.length, expected: this.width });
    }
    const record = this.record();
    this.register(record);
    addRecordIssues(record, this.line, this.add);
    this.records.push(record);
  }

  private readonly line = (): number => this.input.lines.lineOf(this.index);
  private readonly add = (issue: RowIssue): void => this.issues.add(issue);

  private cell(column: number): string {
    const position = this.input.positions[column] ?? -1;
    return position < 0 ? '' : (this.row[position] ?? '');
  }

  /** Nothing stands in the columns of the statistics: what stands beside them is a person's own. */
  private isBlank(): boolean {
    return COLUMNS.every((_, column) => this.cell(column).trim() === '');
  }

  private school(): string {
    return this.cell(AT.shortName).trim();
  }

  private isTotal(): boolean {
    if (this.cell(AT.inn).trim() !== '') return false;
    const words = NAMING_COLUMNS.map((column) => this.cell(column).trim()).filter((text) => text !== '');
    const named = words.find((text) => TOTAL_WORDS.some((word) => text.toLowerCase().startsWith(word)));
    if (named === undefined && words.length > 0) return false;
    this.issues.add({ code: 'row-total', line: this.line(), found: named ?? '' });
    return true;
  }

  /** False where the row has cells that belong to no column, or was cut off with the file. */
  private widthFits(): boolean {
    if (this.row.length > this.width) return isBlankRow(this.row.slice(this.width));
    const { rows, closed } = this.input.table;
    const cutOff = this.index === rows.length - 1 && !closed;
    return !(cutOff && this.isShort());
  }

  /** Cells of columns that are read are missing at the end of the row. */
  private isShort(): boolean {
    return this.row.length <= this.lastPosition;
  }

  /** Spelled out, so that the compiler sees every column and the engine one shape of object. */
  private record(): StatisticsRecord {
    return {
      date: this.date(AT.date),
      shortName: this.text(AT.shortName),
      orgType: this.text(AT.orgType),
      municipality: this.text(AT.municipality),
      region: this.text(AT.region),
      regionCode: restoreRegionCode(this.digits(AT.regionCode)),
      link: this.text(AT.link),
      orgId: this.digits(AT.orgId),
      activity: this.text(AT.activity),
      peopleTotal: this.count(AT.peopleTotal),
      teachersTotal: this.count(AT.teachersTotal),
      studentsTotal: this.count(AT.studentsTotal),
      parentsTotal: this.count(AT.parentsTotal),
      registeredTotal: this.count(AT.registeredTotal),
      teachersRegistered: this.count(AT.teachersRegistered),
      teachersLinked: this.count(AT.teachersLinked),
      studentsRegistered: this.count(AT.studentsRegistered),
      studentsLinked: this.count(AT.studentsLinked),
      parentsRegistered: this.count(AT.parentsRegistered),
      parentsLinked: this.count(AT.parentsLinked),
      studentsActive: this.count(AT.studentsActive),
      parentsActive: this.count(AT.parentsActive),
      inn: this.inn(AT.inn),
      teachersActive: this.count(AT.teachersActive),
      teachersCalled: this.count(AT.teachersCalled),
    };
  }

  private place(column: number): { line: number; heading: string; school: string } {
    return { line: this.line(), heading: COLUMNS[column]?.heading ?? '', school: this.school() };
  }

  private count(column: number): Count {
    const cell = this.cell(column);
    const plain = plainCount(cell);
    if (plain >= 0) return plain;
    const reading = readCount(cell);
    if (reading.ok) return reading.value;
    const place = this.place(column);
    if (reading.fault === 'count-too-large') {
      this.add({ code: reading.fault, found: cell.trim(), limit: COUNT_LIMIT, ...place });
    } else {
      this.add({ code: reading.fault, found: cell.trim(), ...place });
    }
    return null;
  }

  /** All rows of a report have one date as a rule, so the last reading serves again. */
  private date(column: number): IsoDate {
    const cell = this.cell(column);
    const first = cell !== this.lastDateCell;
    if (first) this.lastDate = readDate(cell, this.input.dayMonthOrder);
    this.lastDateCell = cell;
    const reading = this.lastDate;
    if (reading.ok) {
      if (reading.range && first) {
        this.add({ code: 'date-range', found: cell.trim(), taken: reading.date, ...this.place(column) });
      }
      return reading.date;
    }
    if (cell.trim() === '') this.add({ code: 'date-missing', ...this.place(column) });
    else this.add({ code: reading.fault, found: cell.trim(), ...this.place(column) });
    return '';
  }

  private digits(column: number): string {
    const cell = this.cell(column);
    if (allDigits(cell)) return cell;
    const reading = readDigits(cell);
    if (reading.ok) return reading.value;
    this.add({ code: reading.fault, found: cell.trim(), ...this.place(column) });
    return '';
  }

  private inn(column: number): string {
    const inn = restoreInn(this.digits(column));
    if (inn !== '' && !innLengthRight(inn)) {
      this.add({ code: 'inn-length', found: this.cell(column).trim(), ...this.place(column) });
    }
    return inn;
  }

  private text(column: number): string {
    const text = trimmed(this.cell(column));
    if (text.length > CELL_TEXT_LIMIT) {
      const place = this.place(column);
      this.add({ code: 'text-too-long', length: text.length, limit: CELL_TEXT_LIMIT, ...place });
    }
    return text;
  }

  /** Notes the school under its date; a second row of it in one report is a double. */
  private register({ date, orgId, shortName }: StatisticsRecord): void {
    if (date === '') return;
    const rows = this.rowsOf(date);
    const first = rows.get(orgId);
    if (first === undefined) {
      rows.set(orgId, this.index);
      return;
    }
    const firstLine = this.input.lines.lineOf(first);
    this.add({ code: 'id-doubled', line: this.line(), firstLine, id: orgId, school: shortName });
  }

  private rowsOf(date: IsoDate): Map<string, number> {
    let rows = this.rowsByDate.get(date);
    if (rows === undefined) {
      rows = new Map();
      this.rowsByDate.set(date, rows);
    }
    return rows;
  }
}

function isBlankRow(row: Row): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** Metabase writes the message of a query that failed half-way into the same file, as JSON. */
function isExportError(row: Row): boolean {
  return row[0]?.charCodeAt(0) === OPENING_BRACE && row.some((cell) => cell.includes('error'));
}
