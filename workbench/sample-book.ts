import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppsScript } from './apps-script/index.ts';
import type { Prepared, PreparedResult } from './engine/prepared.ts';
import { importCokFile } from './import-cok.ts';
import { importStatisticsFile } from './import-statistics.ts';
import { parseManifest } from './manifest.ts';
import { packBook } from './packed-book.ts';
import type { ReadyBook } from './page/project.ts';
import { type BuiltProject, openProject, sampleCokFiles, sampleFiles } from './project.ts';

const NAME = 'Показатели школ: пример';
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const CACHE = path.join(FOLDER, '../.cache/workbench-sample.json');
const LOCK_FILE = path.join(FOLDER, '../package-lock.json');
/** Folders whose sources do not decide what is in the book. */
const NOT_IN_THE_BOOK = ['page', 'frame', 'docs', 'cli'];

/** The sample weeks of МАХ and УБ ЦОК, imported by the add-on's own server functions. */
async function importSample(environment: AppsScript): Promise<void> {
  const cokFiles = sampleCokFiles();
  for (const [week, { name, bytes }] of sampleFiles().entries()) {
    const { outcome, issues } = await importStatisticsFile(environment, bytes, name);
    if (outcome === null) throw new Error(`${name} was refused: ${JSON.stringify(issues)}`);
    const cok = cokFiles[week];
    if (cok !== undefined) await importCokFile(environment, cok.bytes, cok.name);
  }
  environment.book.changeBook((state) => {
    state.name = NAME;
  });
}

/** What the formulas of the sheet that opens first show. */
function prepare({ book, calculator }: AppsScript): Prepared {
  const sheetId = book.activeSheetId;
  const written = book.extent(sheetId);
  const spilled = calculator.spillExtent(sheetId);
  const rows = Math.max(1, written.rows, spilled.rows);
  const columns = Math.max(1, written.columns, spilled.columns);
  const results = calculator
    .results(sheetId, { row: 1, column: 1, rows, columns })
    .flatMap((line, row) =>
      line.flatMap((result, column): PreparedResult[] =>
        result === null ? [] : [[row + 1, column + 1, result]],
      ),
    );
  return { sheetId, results };
}

/** Formulas look at the date, so what they show is good for a day. */
function today(timeZone: string): string {
  return new Date().toLocaleDateString('en-CA', { timeZone });
}

async function makeSampleBook(project: BuiltProject): Promise<ReadyBook> {
  const environment = openProject(project);
  try {
    await importSample(environment);
    // The menu of the book as it is now.
    environment.open('LIMITED');
    const { book } = environment;
    return {
      day: today(book.timeZone),
      menus: environment.menu.menus,
      prepared: prepare(environment),
      book: packBook(book.snapshot()),
    };
  } finally {
    environment.dispose();
  }
}

function sourcesOfTheBook(): string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|csv)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((name) => !NOT_IN_THE_BOOK.includes(path.relative(FOLDER, name).split(path.sep)[0] ?? ''))
    .sort();
}

/** Changes with whatever decides what is in the book: the add-on, the emulator, the files, the day. */
function keyOf(project: BuiltProject): string {
  const hash = createHash('sha256').update(project.code).update(project.manifest);
  for (const name of [LOCK_FILE, ...sourcesOfTheBook()]) hash.update(readFileSync(name));
  return hash.update(today(parseManifest(project.manifest).timeZone)).digest('hex');
}

/** First line: the key. */
function cached(key: string): string | null {
  try {
    const text = readFileSync(CACHE, 'utf8');
    const end = text.indexOf('\n');
    return text.slice(0, end) === key ? text.slice(end + 1) : null;
  } catch {
    // Not there yet: it is made.
    return null;
  }
}

/**
 * The sample book as JSON of a ReadyBook. Importing takes a while, so the last book is kept until
 * something changes that it is made from.
 */
export async function sampleBook(project: BuiltProject, onWork: () => void): Promise<string> {
  const key = keyOf(project);
  const known = cached(key);
  if (known !== null) return known;
  onWork();
  const made = JSON.stringify(await makeSampleBook(project));
  mkdirSync(path.dirname(CACHE), { recursive: true });
  // Others may read or write at the same time: a file is there whole or not at all.
  const own = `${CACHE}.${process.pid}`;
  writeFileSync(own, `${key}\n${made}`);
  renameSync(own, CACHE);
  return made;
}
