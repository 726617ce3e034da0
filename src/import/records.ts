import { COLUMN_INDEX, COLUMNS, type ColumnKey } from '../domain/columns.ts';
import type { RowIssue } from '../domain/issues.ts';
import type { Count, IsoDate, StatisticsRecord } from '../domain/record.ts';
import { addRecordIssues } from './checks.ts';
import { type DateReading, type DayMonthOrder, readDate } from './dates.ts';
import type { ColumnPositions } from './headings.ts';
import { IssueList } from './issue-list.ts';
import { CELL_TEXT_LIMIT, COUNT_LIMIT } from './limits.ts';
import type { LineCounter, Table } from './table.ts';
import {
  allDigits,
  innLengthRight,
  plainCount,
  readCount,
  readDigits,
  restoreInn,
  restoreRegionCode,
} from './values.ts';

type Row = readonly string[];

export interface RecordsInput {
  readonly table: Table;
  /** 0-based row of the headings; the data stand below it. */
  readonly headingRow: number;
  readonly positions: ColumnPositions;
  readonly lines: LineCounter;
  readonly dayMonthOrder?: DayMonthOrder | undefined;
}

export interface RecordsReading {
  readonly records: readonly StatisticsRecord[];
  /** Report dates in the order in which they appear, with the number of schools of each. */
  readonly dates: ReadonlyMap<IsoDate, number>;
  readonly issues: IssueList;
}

/** Reads the data rows. A record with a faulty cell is still built, for counting; its issue stops the import. */
export function readRecords(input: RecordsInput): RecordsReading {
  const reader = new RowReader(input);
  const { rows, badQuotes } = input.table;
  for (const row of badQuotes) {
    if (row <= input.headingRow || isExportError(rows[row] ?? [])) continue;
    reader.issues.add({ code: 'row-quotes', line: input.lines.lineOf(row) });
  }
  for (let index = input.headingRow + 1; index < rows.length; index += 1) {
    const row = rows[index];
    if (row !== undefined) reader.read(row, index);
  }
  return reader;
}

const KINDS = COLUMNS.map((column) => column.kind);
const KEYS = COLUMNS.map((column) => column.key);
const NAME = COLUMN_INDEX.shortName;
const ID = COLUMN_INDEX.orgId;
const INN = COLUMN_INDEX.inn;
const OPENING_BRACE = 123;
const EXCERPT = 120;
const TOTAL_WORDS = ['итог', 'всего', 'total', 'grand total', 'сумма'];

class RowReader implements RecordsReading {
  readonly records: StatisticsRecord[] = [];
  readonly dates = new Map<IsoDate, number>();
  readonly issues = new IssueList();
  private readonly input: RecordsInput;
  private readonly width: number;
  private readonly lastRow: number;
  private readonly rowOfKey = new Map<string, number>();
  private lastDateCell = '';
  private lastDate: DateReading | null = null;
  private row: Row = [];
  private index = 0;

  constructor(input: RecordsInput) {
    this.input = input;
    const { rows } = input.table;
    this.width = rows[input.headingRow]?.length ?? 0;
    let last = rows.length - 1;
    while (last > 0 && isBlankRow(rows[last] ?? [])) last -= 1;
    this.lastRow = last;
  }

  read(row: Row, index: number): void {
    this.row = row;
    this.index = index;
    if (isExportError(row)) {
      this.add({ code: 'row-export-error', line: this.line(), excerpt: row.join(',').slice(0, EXCERPT) });
      return;
    }
    if (this.cell(ID).trim() === '') {
      if (isBlankRow(row) || this.isTotal()) return;
      this.add({ code: 'id-missing', line: this.line(), school: this.school() });
      return;
    }
    if (row.length !== this.width && !this.widthFits()) return;
    const record = this.record();
    this.count(record);
    addRecordIssues(record, this.line, this.add);
    this.records.push(record);
  }

  private readonly line = (): number => this.input.lines.lineOf(this.index);
  private readonly add = (issue: RowIssue): void => this.issues.add(issue);

  private cell(column: number): string {
    const position = this.input.positions[column];
    return position === undefined || position < 0 ? '' : (this.row[position] ?? '');
  }

  private school(): string {
    return this.cell(NAME).trim();
  }

  private isTotal(): boolean {
    if (this.cell(INN).trim() !== '') return false;
    const words = KINDS.flatMap((kind, column) => {
      const text = kind === 'count' ? '' : this.cell(column).trim();
      return text === '' ? [] : [text];
    });
    const named = words.find((text) => TOTAL_WORDS.some((word) => text.toLowerCase().startsWith(word)));
    if (named === undefined && words.length > 0) return false;
    this.issues.add({ code: 'row-total', line: this.line(), found: named ?? '' });
    return true;
  }

  /** False where the row has cells that belong to no column, or was cut off. */
  private widthFits(): boolean {
    const found = this.row.length;
    const expected = this.width;
    if (found > expected) {
      if (isBlankRow(this.row.slice(expected))) return true;
    } else {
      const lacking = this.input.positions.some((position) => position >= found);
      if (!lacking) return true;
      if (this.index < this.lastRow || this.input.table.closed) {
        this.issues.add({ code: 'row-short', line: this.line(), found, expected });
        return true;
      }
    }
    this.issues.add({ code: 'row-ragged', line: this.line(), found, expected });
    return false;
  }

  private record(): StatisticsRecord {
    const fields: Partial<Record<ColumnKey, string | Count>> = {};
    for (let column = 0; column < KEYS.length; column += 1) {
      const key = KEYS[column];
      if (key !== undefined) fields[key] = this.value(column, this.cell(column));
    }
    return fields as StatisticsRecord;
  }

  private value(column: number, cell: string): string | Count {
    switch (KINDS[column]) {
      case 'count': {
        const plain = plainCount(cell);
        return plain >= 0 ? plain : this.readCount(column, cell);
      }
      case 'date':
        return this.readDate(column, cell);
      case 'digits':
        return this.readDigits(column, cell);
      default:
        return this.readText(column, cell);
    }
  }

  private place(column: number): { line: number; heading: string; school: string } {
    return { line: this.line(), heading: COLUMNS[column]?.heading ?? '', school: this.school() };
  }

  private readCount(column: number, cell: string): Count {
    if (cell === '') return null;
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

  private readDate(column: number, cell: string): IsoDate {
    const known = cell === this.lastDateCell ? this.lastDate : null;
    const reading = known ?? readDate(cell, this.input.dayMonthOrder);
    this.lastDateCell = cell;
    this.lastDate = reading;
    if (reading.ok) {
      if (reading.range && known === null) {
        this.add({ code: 'date-range', found: cell.trim(), taken: reading.date, ...this.place(column) });
      }
      return reading.date;
    }
    if (cell.trim() === '') this.add({ code: 'date-missing', ...this.place(column) });
    else this.add({ code: reading.fault, found: cell.trim(), ...this.place(column) });
    return '';
  }

  private readDigits(column: number, cell: string): string {
    if (cell === '') return '';
    const reading = allDigits(cell) ? { ok: true as const, value: cell } : readDigits(cell);
    if (!reading.ok) {
      this.add({ code: reading.fault, found: cell.trim(), ...this.place(column) });
      return '';
    }
    const key = KEYS[column];
    if (key === 'regionCode') return restoreRegionCode(reading.value);
    if (key !== 'inn') return reading.value;
    const inn = restoreInn(reading.value);
    if (inn !== '' && !innLengthRight(inn)) {
      this.add({ code: 'inn-length', found: cell.trim(), ...this.place(column) });
    }
    return inn;
  }

  private readText(column: number, cell: string): string {
    const text = cell.trim();
    if (text.length > CELL_TEXT_LIMIT) {
      const place = this.place(column);
      this.add({ code: 'text-too-long', length: text.length, limit: CELL_TEXT_LIMIT, ...place });
    }
    return text;
  }

  private count(record: StatisticsRecord): void {
    const { date, orgId } = record;
    if (date !== '') this.dates.set(date, (this.dates.get(date) ?? 0) + 1);
    const key = `${date} ${orgId}`;
    const first = this.rowOfKey.get(key);
    if (first === undefined) {
      this.rowOfKey.set(key, this.index);
      return;
    }
    const firstLine = this.input.lines.lineOf(first);
    this.add({ code: 'id-doubled', line: this.line(), firstLine, id: orgId, school: record.shortName });
  }
}

function isBlankRow(row: Row): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** Metabase writes the message of a query that failed half-way into the same file, as JSON. */
function isExportError(row: Row): boolean {
  return row[0]?.charCodeAt(0) === OPENING_BRACE && row.some((cell) => cell.includes('error'));
}
