/** The built add-on in an emulated book, as the tests of the book use it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unpackCode } from '../../build/packing/code.ts';
import { COLUMN_INDEX } from '../../src/domain/columns.ts';
import { recordToRow, type StatisticsRow } from '../../src/domain/record.ts';
import { sampleDistrict } from '../../src/sample/district.ts';
import type { ImportOutcome, Reply } from '../../src/server/contract.ts';
import {
  type AppsScript,
  type AppsScriptOptions,
  createAppsScript,
} from '../../workbench/apps-script/index.ts';
import { createEngine } from '../../workbench/engine/calculator.ts';

function built(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), 'utf8');
}

let code: string | null = null;

/**
 * As it is unpacked: thousands of runs need not unpack it each time. The workbench runs it as it is
 * built. A run that counts lines gives its own form of it (test/coverage). Read when first needed, as
 * the bench builds it first.
 */
function builtCode(): string {
  code ??=
    process.env.COVERED_CODE === undefined
      ? unpackCode(built('Code.js'))
      : readFileSync(process.env.COVERED_CODE, 'utf8');
  return code;
}

export function openProject(options: AppsScriptOptions = {}): AppsScript {
  const app = createAppsScript({
    manifest: JSON.parse(built('appsscript.json')),
    html: { sidebar: built('sidebar.html') },
    calculator: createEngine,
    ...options,
  });
  app.load(builtCode());
  return app;
}

/** Weeks of an invented district as rows of the wire format, the oldest first. */
export function sampleWeeks(schools: number, weeks = 1, seed = 1): StatisticsRow[][] {
  return sampleDistrict({ schools, weeks, seed, lastDate: '2026-11-18' }).map((records) =>
    records.map(recordToRow),
  );
}

/** The same with two schools of a type that no word tells: one names it, one leaves it blank. */
export function withUnknownTypes(rows: readonly StatisticsRow[]): StatisticsRow[] {
  const typed = (type: string) => (cell: StatisticsRow[number], at: number) =>
    at === COLUMN_INDEX.orgType ? type : cell;
  return rows.map((row, index) => (index > 1 ? row : row.map(typed(index === 0 ? 'Иное' : ''))));
}

export async function importRows(
  app: AppsScript,
  rows: readonly StatisticsRow[],
  fileName = 'stat.csv',
): Promise<Reply<ImportOutcome>> {
  return (await app.clientRun('sidebarImportStatistics', { fileName, rows })) as Reply<ImportOutcome>;
}

export function sheetNamed(app: AppsScript, name: string): number {
  const sheet = app.book.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet.id;
}

/** Values of a sheet by heading of row 1, for rows whose key column is not empty. */
export function tableOf(
  app: AppsScript,
  sheetName: string,
  keyHeading = 'ID организация',
): Map<string, Record<string, unknown>> {
  const { values } = app.view(sheetNamed(app, sheetName));
  const headings = (values[0] ?? []).map(String);
  const key = headings.indexOf(keyHeading);
  const table = new Map<string, Record<string, unknown>>();
  for (const row of values.slice(1)) {
    const id = String(row[key] ?? '');
    if (id !== '') table.set(id, Object.fromEntries(headings.map((heading, index) => [heading, row[index]])));
  }
  return table;
}
