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
import { datesText, importText, undoText } from '../text/log.ts';
import type { Book } from './book.ts';
import { finishCok } from './cok/commit.ts';
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
import { appendLog, isLogged, type LogEntry, type LogKind } from './log.ts';
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
 * journal (what will change) → flush → data → flush → ids read again → «Журнал», journal (done) → flush.
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

/** Who wrote or undid an import, and when, as «Журнал» says it. */
export interface Signature {
  readonly who: string;
  readonly when: Date;
}

export interface Report {
  readonly date: IsoDate;
  readonly fileName: string;
  readonly rows: readonly StatisticsRow[];
  /** How many warnings the person saw before writing. */
  readonly warnings: number;
}

/** People may sort or insert rows while we write; so often the write is checked and done again. */
const ATTEMPTS = 3;

/** Writes one report into the book: «Статистика», «Школы», «История», and the journal for the undo. */
export function commitImport(book: Book, report: Report, signature: Signature): ImportCounts {
  const { rows: current, keyed } = readStatistics(book.sheets.statistics, book.dateOf);
  const plan = planImport(current, report.rows);
  const [refusal] = plan.issues;
  if (refusal !== undefined) throw new IssueError(refusal);
  const counts: ImportCounts = {
    added: plan.added.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged.length,
    vanished: plan.vanished.length,
  };
  const head = (phase: JournalPhase): JournalHead => ({
    phase,
    kind: 'statistics',
    reportDate: '',
    date: report.date,
    fileName: report.fileName,
    log: logEntry('import', signature, {
      change: datesText(plan.bookDate, plan.date),
      details: importText({ ...report, ...counts }),
    }),
  });
  const before = new Map(current.map((row) => [idOfRow(row), row]));
  const entries = plan.rows.map(({ id, row }) => ({ id, before: before.get(id) ?? null, after: row }));
  writeJournal(book.sheets.journal, head('importing'), entries);
  SpreadsheetApp.flush();
  finish(book, entries, 'after', head('imported'), keyed);
  return counts;
}

function logEntry(
  kind: LogKind,
  signature: Signature,
  texts: Pick<LogEntry, 'change' | 'details'>,
): LogEntry {
  return { kind, ...signature, school: '', schoolId: '', ...texts };
}

/** Puts the book back to what it was before the last import. */
export function undoLastImport(book: Book, signature: Signature): JournalHead {
  const head = readHead(book.sheets.journal);
  if (head.phase !== 'imported') throw new IssueError({ code: 'undo-nothing' });
  const entries = readJournal(book.sheets.journal, head);
  const dates = (['after', 'before'] as const).map((side) => latestDate(rowsOf(entries, side)));
  const log = logEntry('undo', signature, {
    change: datesText(dates[0] ?? null, dates[1] ?? null),
    details: undoText(head.date, head.fileName),
  });
  writeHead(book.sheets.journal, { ...head, phase: 'undoing', log });
  SpreadsheetApp.flush();
  finishOf(head)(book, entries, 'before', { ...head, phase: 'undone', log });
  return head;
}

/** Finishes what a killed run left half-way; a whole book costs one read. */
export function repairBook(book: Book): void {
  const head = readHead(book.sheets.journal);
  if (!isInterrupted(head)) return;
  const importing = head.phase === 'importing';
  const entries = readJournal(book.sheets.journal, head);
  const { log } = head;
  finishOf(head)(book, entries, importing ? 'after' : 'before', {
    ...head,
    phase: importing ? 'imported' : 'undone',
    log: log !== null && isLogged(book.sheets.log, log) ? null : log,
  });
}

/** How an import of this kind is written. */
function finishOf({ kind }: JournalHead): typeof finish {
  return kind === 'cok' ? finishCok : finish;
}

function rowsOf(entries: readonly JournalEntry[], side: 'before' | 'after'): StatisticsRow[] {
  return entries.map((entry) => entry[side]).filter((row) => row !== null);
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
  // The entry before the head: killed in between, the repair finds it and does not write it again.
  if (done.log !== null) appendLog(book.sheets.log, [done.log]);
  writeHead(book.sheets.journal, { ...done, log: null });
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
