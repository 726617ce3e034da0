import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { severityOf } from '../../src/domain/issues.ts';
import type { ImportOutcome } from '../../src/server/contract.ts';
import { sentenceOf } from '../../src/text/issues/sentences.ts';
import { counted, formatDate } from '../../src/text/numbers.ts';
import { WORDS } from '../../src/text/plurals.ts';
import { type Dump, dumpIssue, dumpSheets } from '../dump.ts';
import { importStatisticsFile } from '../import-statistics.ts';
import { buildProject, openProject } from '../project.ts';
import { schoolTable, statusCounts } from './table.ts';

const USAGE = 'npm run import -- FILE.csv [--book BOOK.json] [--dump OUT.json]';

interface ImportCommand {
  readonly file: string;
  /** Read before the import when it exists, written after it. */
  readonly book: string | null;
  readonly dump: string | null;
}

/** @throws Error with the usage where the arguments are not understood */
function readArguments(args: readonly string[]): ImportCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { book: { type: 'string' }, dump: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(`Укажите один файл: ${USAGE}`);
  return { file, book: values.book ?? null, dump: values.dump ?? null };
}

function summaryLine(outcome: ImportOutcome): string {
  const { date, schools, added, updated, unchanged, vanished } = outcome;
  return (
    `Записан отчёт на ${formatDate(date)}: ${counted(schools, WORDS.school)} — ` +
    `новых ${added}, изменено ${updated}, без изменений ${unchanged}, нет в отчёте ${vanished}.`
  );
}

/** @returns exit code: 0 imported, 1 refused */
async function run({ file, book, dump }: ImportCommand): Promise<number> {
  const bytes = new Uint8Array(readFileSync(file));
  const saved = book !== null && existsSync(book) ? readFileSync(book, 'utf8') : undefined;
  const environment = openProject(await buildProject(), saved);
  environment.calls.reset();
  const { outcome, issues } = await importStatisticsFile(environment, bytes, basename(file));
  const { total, byMethod } = environment.calls;
  const sheets = dump !== null || outcome !== null ? dumpSheets(environment) : [];
  if (dump !== null) {
    const whole: Dump = { sheets, issues: issues.map(dumpIssue), calls: { total, byMethod } };
    writeFileSync(dump, JSON.stringify(whole));
  }
  if (outcome === null) {
    for (const issue of issues) if (severityOf(issue) === 'error') console.error(sentenceOf(issue));
    return 1;
  }
  if (book !== null) writeFileSync(book, environment.book.save());
  const schools = sheets.find(({ key }) => key === 'schools');
  if (schools === undefined) throw new Error('В книге нет листа «Школы».');
  for (const line of schoolTable(schools, process.env.NO_COLOR === undefined)) console.log(line);
  console.log('');
  for (const line of statusCounts(schools)) console.log(line);
  for (const issue of issues) console.log(`• ${sentenceOf(issue)}`);
  console.log(summaryLine(outcome));
  return 0;
}

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
