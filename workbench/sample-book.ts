import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SheetState } from './apps-script/book-state.ts';
import type { AppsScript } from './apps-script/index.ts';
import { momentToSerial, serialToMoment } from './apps-script/zone.ts';
import { lookAt, type Prepared, type PreparedResult } from './engine/prepared.ts';
import { importCokFile } from './import-cok.ts';
import { importStatisticsFile } from './import-statistics.ts';
import { parseManifest } from './manifest.ts';
import { packBook } from './packed-book.ts';
import type { Note } from './page/notes.ts';
import type { ReadyBook, ReadyCells } from './page/project.ts';
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

function notesOf(cells: SheetState['cells']): Note[] {
  return cells.flatMap((line, row) =>
    line.flatMap((cell, column): Note[] =>
      cell?.note === undefined ? [] : [[row + 1, column + 1, cell.note]],
    ),
  );
}

/** Formulas look at the date, so what they show is good for a day. */
function dayOf(timeZone: string): { readonly from: number; readonly until: number } {
  const day = Math.floor(momentToSerial(Date.now(), timeZone));
  return { from: serialToMoment(day, timeZone), until: serialToMoment(day + 1, timeZone) };
}

async function makeSampleBook(project: BuiltProject): Promise<[ReadyBook, ReadyCells]> {
  const environment = openProject(project);
  try {
    await importSample(environment);
    // The menu of the book as it is now.
    environment.open('LIMITED');
    const { book } = environment;
    const prepared = prepare(environment);
    const { head, cells } = packBook(book.snapshot());
    const ready = {
      ...dayOf(book.timeZone),
      menus: environment.menu.menus,
      look: lookAt(book, prepared),
      notes: notesOf(book.sheet(prepared.sheetId).cells),
      book: head,
    };
    return [ready, { cells, results: prepared.results }];
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
  return hash.update(String(dayOf(parseManifest(project.manifest).timeZone).from)).digest('hex');
}

/** Two texts of JSON: what is shown at first, and the cells. */
export interface SampleTexts {
  readonly ready: string;
  readonly cells: string;
}

/** Three lines: the key and the texts. */
function cached(key: string): SampleTexts | null {
  try {
    const [madeFrom, ready, cells] = readFileSync(CACHE, 'utf8').split('\n');
    return madeFrom === key && ready !== undefined && cells !== undefined ? { ready, cells } : null;
  } catch {
    // Not there yet: it is made.
    return null;
  }
}

/**
 * The sample book as JSON of a ReadyBook and its ReadyCells. Importing takes a while, so the last book
 * is kept until something changes that it is made from.
 */
export async function sampleBook(project: BuiltProject, onWork: () => void): Promise<SampleTexts> {
  const key = keyOf(project);
  const known = cached(key);
  if (known !== null) return known;
  onWork();
  const [ready = '', cells = ''] = (await makeSampleBook(project)).map((part) => JSON.stringify(part));
  mkdirSync(path.dirname(CACHE), { recursive: true });
  // Others may read or write at the same time: a file is there whole or not at all.
  const own = `${CACHE}.${process.pid}`;
  writeFileSync(own, [key, ready, cells].join('\n'));
  renameSync(own, CACHE);
  return { ready, cells };
}
