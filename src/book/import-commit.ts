import { IssueError } from '../domain/issues.ts';
import {
  dateOfRow,
  type IsoDate,
  idOfRow,
  latestDate,
  type StatisticsRecord,
  type StatisticsRow,
} from '../domain/record.ts';
import { planImport } from '../import/plan.ts';
import type { Book } from './book.ts';
import { historyKey, readHistory } from './history.ts';
import {
  isInterrupted,
  type JournalEntry,
  type JournalHead,
  type JournalPhase,
  readHead,
  readJournal,
  writeHead,
  writeJournal,
} from './journal.ts';
import {
  type BookReading,
  type HistoryTarget,
  historyOf,
  keysInPlace,
  type ReportState,
  type ReportWrite,
  writeReport,
} from './report-writer.ts';
import { clearStrays, type KeyedRows } from './rows.ts';
import { readSchoolKeys } from './schools-sheet.ts';
import { readSettings } from './settings/sheet.ts';
import { readStatistics } from './statistics.ts';

/**
 * The commit. The caller holds the document lock for all of it.
 *
 * journal (what will change) → flush → data → flush → ids read again → journal (done) → flush.
 * The platform buffers writes, and a killed run may have stored any prefix of what was not flushed;
 * so whatever the journal does not announce has not been touched, and what it announces can be
 * finished from it by the next call (`repairBook`).
 */

export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
}

/** People may sort or insert rows while we write; so often the write is checked and done again. */
const ATTEMPTS = 3;

/** Writes one report into the book: «Статистика», «Школы», «История», and the journal for the undo. */
export function commitImport(
  book: Book,
  report: { readonly date: IsoDate; readonly fileName: string; readonly rows: readonly StatisticsRow[] },
): ImportCounts {
  const { rows: current, keyed } = readStatistics(book.sheets.statistics, book.dateOf);
  const plan = planImport(current, report.rows);
  const [refusal] = plan.issues;
  if (refusal !== undefined) throw new IssueError(refusal);
  const head = (phase: JournalPhase): JournalHead => ({
    phase,
    date: report.date,
    fileName: report.fileName,
  });
  const before = new Map(current.map((row) => [idOfRow(row), row]));
  const entries = plan.rows.map(({ id, row }) => ({ id, before: before.get(id) ?? null, after: row }));
  writeJournal(book.sheets.journal, head('importing'), entries);
  SpreadsheetApp.flush();
  finish(book, entries, 'after', head('imported'), keyed);
  return {
    added: plan.added.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged.length,
    vanished: plan.vanished.length,
  };
}

/** Puts the book back to what it was before the last import. */
export function undoLastImport(book: Book): JournalHead {
  const head = readHead(book.sheets.journal);
  if (head.phase !== 'imported') throw new IssueError({ code: 'undo-nothing' });
  const entries = readJournal(book.sheets.journal);
  writeHead(book.sheets.journal, { ...head, phase: 'undoing' });
  SpreadsheetApp.flush();
  finish(book, entries, 'before', { ...head, phase: 'undone' });
  return head;
}

/** Finishes what a killed run left half-way; a whole book costs one read. */
export function repairBook(book: Book): void {
  const head = readHead(book.sheets.journal);
  if (!isInterrupted(head)) return;
  const importing = head.phase === 'importing';
  const entries = readJournal(book.sheets.journal);
  finish(book, entries, importing ? 'after' : 'before', {
    ...head,
    phase: importing ? 'imported' : 'undone',
  });
}

/**
 * Writes one side of the journal into the book and says so in the journal.
 * @param keyed the rows of «Статистика» where they were read in this run already
 */
function finish(
  book: Book,
  entries: readonly JournalEntry[],
  side: 'before' | 'after',
  done: JournalHead,
  keyed?: KeyedRows,
): void {
  const state: ReportState = new Map(entries.map((entry) => [entry.id, entry[side]]));
  const history = historyTarget(entries, side, done.date);
  let earlier: ReportWrite | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const reading = readForWriting(book, state, attempt === 1 ? keyed : undefined);
    if (earlier !== null) clearEarlier(earlier, reading);
    earlier = writeReport(book, reading, state, history);
    SpreadsheetApp.flush();
    if (Object.values(earlier).every(keysInPlace)) break;
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
  }
  writeHead(book.sheets.journal, done);
}

function readForWriting(book: Book, state: ReportState, statistics: KeyedRows | undefined): BookReading {
  const { sheets, dateOf } = book;
  const date = latestDate([...state.values()].filter((row) => row !== null));
  return {
    settings: readSettings(sheets.settings, dateOf),
    statistics: statistics ?? readStatistics(sheets.statistics, dateOf).keyed,
    schools: readSchoolKeys(sheets.schools),
    history: readHistory(sheets.history, date, dateOf),
  };
}

/** Takes back what an attempt before wrote into rows that are not ours. */
function clearEarlier({ statistics, schools, history }: ReportWrite, reading: BookReading): void {
  clearStrays(statistics.sheet, statistics.written, reading.statistics);
  clearStrays(schools.sheet, schools.written, reading.schools);
  clearStrays(history.sheet, history.written, reading.history.keyed);
}

/** «История» of the imported date: the report's rows after the import, the rows of before on undo. */
function historyTarget(
  entries: readonly JournalEntry[],
  side: 'before' | 'after',
  date: IsoDate,
): HistoryTarget {
  const ofDate = (row: StatisticsRow | null): row is StatisticsRow => row !== null && dateOfRow(row) === date;
  const target = new Map<string, StatisticsRecord | null>();
  for (const entry of entries) target.set(historyKey(date, entry.id), null);
  for (const [key, record] of historyOf(entries.map((entry) => entry[side]).filter(ofDate))) {
    target.set(key, record);
  }
  return target;
}
