import { COLUMNS } from '../../src/domain/columns.ts';
import { recordToRow, type StatisticsRecord } from '../../src/domain/record.ts';

export const HEADINGS: readonly string[] = COLUMNS.map((column) => column.heading);

/** A school with every cell filled and no oddity. */
export const SCHOOL: StatisticsRecord = {
  date: '2026-06-03',
  shortName: 'ГБОУ «Школа № 5»',
  orgType: 'Общеобразовательная организация',
  municipality: 'Московский район',
  region: 'Город Вымышленск',
  regionCode: '05',
  link: '',
  orgId: '100005',
  activity: 'активна',
  peopleTotal: 1060,
  teachersTotal: 60,
  studentsTotal: 500,
  parentsTotal: 500,
  registeredTotal: 420,
  teachersRegistered: 50,
  teachersLinked: 45,
  studentsRegistered: 200,
  studentsLinked: 150,
  parentsRegistered: 170,
  parentsLinked: 140,
  studentsActive: 100,
  parentsActive: 160,
  inn: '0780000005',
  teachersActive: 41,
  teachersCalled: 3,
};

export function school(overrides: Partial<StatisticsRecord> = {}): StatisticsRecord {
  return { ...SCHOOL, ...overrides };
}

/** Cells of a record as raw text, blank where the source has none. */
export function cellsOf(record: StatisticsRecord): string[] {
  return recordToRow(record).map((cell) => (cell === null ? '' : String(cell)));
}

export interface Writing {
  readonly delimiter?: string;
  readonly newline?: string;
  /** Quote every cell, or only those that need it. */
  readonly quoteAll?: boolean;
  readonly finalNewline?: boolean;
}

/** A CSV writer of the tests' own: shares nothing with the reader under test. */
export function writeCsv(rows: readonly (readonly string[])[], writing: Writing = {}): string {
  const { delimiter = ',', newline = '\n', quoteAll = false, finalNewline = true } = writing;
  const lines = rows.map((row) =>
    row
      .map((cell) => {
        const special = [delimiter, '"', '\n', '\r'].some((mark) => cell.includes(mark));
        return quoteAll || special ? `"${cell.split('"').join('""')}"` : cell;
      })
      .join(delimiter),
  );
  return lines.join(newline) + (finalNewline ? newline : '');
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const WINDOWS_1251 = new Map(
  [...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (letter, byte) => [letter, byte],
  ),
);

/** Letters that the encoding lacks become «?», as programs write them. */
export function windows1251(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => WINDOWS_1251.get(letter) ?? 0x3f);
}

export function utf16le(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

/** A file of the statistics with these schools, headings first. */
export function statisticsCsv(records: readonly StatisticsRecord[], writing: Writing = {}): string {
  return writeCsv([HEADINGS, ...records.map(cellsOf)], writing);
}
