import { COLUMNS } from '../domain/columns.ts';
import { recordToRow, type StatisticsRecord } from '../domain/record.ts';

const NEEDS_QUOTES = /[",\r\n]/;

function field(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function line(fields: readonly (string | number | null)[]): string {
  return `${fields.map(field).join(',')}\n`;
}

/**
 * A report as the source (Metabase, unformatted) writes it: commas, quotes only where they are needed,
 * LF also after the last line, blanks as empty fields, ISO dates. To be stored as UTF-8 without BOM.
 */
export function statisticsCsv(records: readonly StatisticsRecord[]): string {
  return [COLUMNS.map((column) => column.heading), ...records.map(recordToRow)].map(line).join('');
}
