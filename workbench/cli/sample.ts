import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cokCsv, sampleCok } from '../../src/sample/cok.ts';
import { statisticsCsv } from '../../src/sample/csv.ts';
import { type SampleOptions, sampleDistrict } from '../../src/sample/district.ts';
import { SAMPLE_OPTIONS } from '../../src/sample/options.ts';

const USAGE =
  'npm run sample -- [--schools 130] [--weeks 2] [--seed 1] [--date 2026-11-18] [--out workbench/sample]';

const DEFAULT_FOLDER = fileURLToPath(new URL('../sample', import.meta.url));

const OPTIONS = {
  schools: { type: 'string', default: String(SAMPLE_OPTIONS.schools) },
  weeks: { type: 'string', default: String(SAMPLE_OPTIONS.weeks) },
  seed: { type: 'string', default: String(SAMPLE_OPTIONS.seed) },
  date: { type: 'string', default: SAMPLE_OPTIONS.lastDate },
  out: { type: 'string', default: DEFAULT_FOLDER },
} as const;

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name}: ожидалось целое число от ${least} до ${most}, указано «${text}».`);
}

function day(name: string, text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text) return text;
  throw new Error(`--${name}: ожидалась дата вида 2026-11-18, указано «${text}».`);
}

interface SampleRequest extends SampleOptions {
  readonly folder: string;
}

/** Reads the command's arguments; throws a sentence for people where one cannot be used. */
function readArguments(args: readonly string[]): SampleRequest {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, strict: false });
  const unknown = [...Object.keys(values).filter((name) => !(name in OPTIONS)), ...positionals];
  if (unknown.length > 0) throw new Error(`Неизвестный аргумент: ${unknown.join(', ')}.`);
  const text = (name: keyof typeof OPTIONS): string => {
    const value = values[name];
    if (typeof value === 'string') return value;
    throw new Error(`--${name}: после имени ожидалось значение.`);
  };
  return {
    schools: whole('schools', text('schools'), 1, 100_000),
    weeks: whole('weeks', text('weeks'), 1, 520),
    seed: whole('seed', text('seed'), 0, 2 ** 32 - 1),
    lastDate: day('date', text('date')),
    folder: resolve(text('out')),
  };
}

/** Writes one CSV of each kind a week, named by its date; returns the paths, the oldest week first. */
function writeSample({ folder, ...options }: SampleRequest): string[] {
  mkdirSync(folder, { recursive: true });
  return sampleDistrict(options).flatMap((records, week) => {
    const date = records[0]?.date ?? options.lastDate;
    const cok = cokCsv(sampleCok(records, options.weeks - 1 - week), records, date);
    const files: readonly (readonly [name: string, text: string])[] = [
      [`statistics-${date}.csv`, statisticsCsv(records)],
      [`cok-${date}.csv`, cok],
    ];
    return files.map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
  });
}

try {
  for (const path of writeSample(readArguments(process.argv.slice(2)))) console.log(path);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 1;
}
