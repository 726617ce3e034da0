import { IssueError } from '../domain/issues.ts';
import { type KindAnswer, withAnswers } from '../domain/organisation.ts';
import { dateOfRow, type IsoDate, idOfRow, latestDate, type StatisticsRow } from '../domain/record.ts';
import { planImport } from '../import/plan.ts';
import { datesText, importText, undoText } from '../text/log.ts';
import type { Book } from './book.ts';
import { checklistSchools } from './checklists/place.ts';
import { placeWithImport } from './checklists/sheet.ts';
import { finishCok } from './cok/commit.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  countsOfRow,
  type HistoryRow,
  type HistoryTarget,
  historyKey,
  historyRow,
  readHistory,
  readReports,
} from './history.ts';
import {
  type HistoryEntry,
  isInterrupted,
  type JournalEntry,
  type JournalHead,
  type JournalPhase,
  readHead,
  readJournal,
  readOlder,
  writeHead,
  writeJournal,
} from './journal.ts';
import { appendLog, isLogged, type LogEntry, type LogKind } from './log.ts';
import {
  type BookReading,
  historyOf,
  keysInPlace,
  type ReportState,
  type ReportWrite,
  writeReport,
} from './report-writer.ts';
import { clearStrays } from './rows.ts';
import { readSchoolKeys } from './schools-sheet.ts';
import type { Settings } from './settings/areas.ts';
import { readSettings } from './settings/sheet.ts';
import { readStatistics, type StatisticsState } from './statistics.ts';

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
  /** Date of the data in the book after the import. */
  readonly bookDate: IsoDate | null;
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
  /** Reports of earlier dates, for «История» only. */
  readonly older: readonly StatisticsRow[];
  /** Of the book that the person saw; refused with `preview-stale` where it holds no more. */
  readonly fingerprint?: string;
  /** What the person said of unknown types: it holds for this import, «Настройки» are written after it. */
  readonly kinds?: readonly KindAnswer[];
  /** How many warnings the person saw before writing. */
  readonly warnings: number;
}

/** People may sort or insert rows while we write; so often the write is checked and done again. */
const ATTEMPTS = 3;

/** Writes one report into the book: «Статистика», «Школы», «История», and the journal for the undo. */
export function commitImport(book: Book, report: Report, signature: Signature): ImportCounts {
  const { sheets, dateOf } = book;
  const statistics = readStatistics(sheets.statistics, dateOf);
  const written = readSettings(sheets.settings, dateOf);
  if (report.fingerprint !== undefined && report.fingerprint !== fingerprintOf(statistics.rows, written)) {
    throw new IssueError({ code: 'preview-stale' });
  }
  const settings = { ...written, kindWords: withAnswers(written.kindWords, report.kinds ?? []) };
  const plan = planImport(statistics.rows, report.rows);
  const counts: ImportCounts = {
    added: plan.added.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged.length,
    vanished: plan.vanished.length,
    bookDate: plan.historyOnly ? plan.bookDate : plan.date,
  };
  const toHistory = plan.historyOnly ? [...report.older, ...report.rows] : report.older;
  const older = [
    ...(toHistory.length === 0 ? [] : olderEntries(book, historyOf(toHistory))),
    ...(plan.date !== null && plan.date === plan.bookDate ? goneEntries(book, plan.date, plan.vanished) : []),
  ];
  const dates = [...new Set(toHistory.map((row) => dateOfRow(row) ?? ''))].sort();
  const head = (phase: JournalPhase): JournalHead => ({
    phase,
    kind: 'statistics',
    reportDate: '',
    date: report.date,
    fileName: report.fileName,
    log: logEntry('import', signature, {
      change: plan.historyOnly ? '' : datesText(plan.bookDate, plan.date),
      details: importText({ ...report, counts: plan.historyOnly ? null : counts, historyDates: dates }),
    }),
  });
  const before = new Map(statistics.rows.map((row) => [idOfRow(row), row]));
  const entries = plan.historyOnly
    ? []
    : plan.rows.map(({ id, row }) => ({ id, before: before.get(id) ?? null, after: row }));
  writeJournal(sheets.journal, head('importing'), entries, older);
  SpreadsheetApp.flush();
  finish(book, entries, 'after', head('imported'), { statistics, settings, older });
  return counts;
}

/**
 * What becomes of «История» when these rows come in: their reports are replaced whole, so a school
 * that an earlier import of the same date had, and this one has not, goes.
 */
function olderEntries({ sheets, dateOf }: Book, incoming: ReadonlyMap<string, HistoryRow>): HistoryEntry[] {
  const dates = new Set([...incoming.values()].map((row) => row.date));
  const present = [...readReports(sheets.history, dates, dateOf).values()];
  const rows = new Map<string, readonly [before: HistoryRow | null, after: HistoryRow | null]>();
  for (const row of present.flatMap((report) => [...report.values()])) {
    rows.set(historyKey(row.date, row.orgId), [row, null]);
  }
  for (const [key, row] of incoming) rows.set(key, [rows.get(key)?.[0] ?? null, row]);
  const cells = (row: HistoryRow | null): HistoryEntry['before'] => (row === null ? null : countsOfRow(row));
  return [...rows].map(([key, [before, after]]) => {
    const at = key.indexOf('|');
    return { date: key.slice(0, at), id: key.slice(at + 1), before: cells(before), after: cells(after) };
  });
}

/**
 * Rows of «История» that go with the schools that a second report of the same date lacks: «Статистика»
 * does not know what УБ ЦОК had in them, and an undo gives it back.
 */
function goneEntries({ sheets, dateOf }: Book, date: IsoDate, ids: readonly string[]): HistoryEntry[] {
  if (ids.length === 0) return [];
  const report = readReports(sheets.history, new Set([date]), dateOf).get(date);
  return ids.flatMap((id) => {
    const row = report?.get(id);
    return row?.cok === undefined ? [] : [{ date, id, before: countsOfRow(row), after: null }];
  });
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
    change: entries.length === 0 ? '' : datesText(dates[0] ?? null, dates[1] ?? null),
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

/**
 * Makes «Школы» anew from what «Статистика» and «История» hold, by the settings of now: most follow
 * them by formulas, but the monitoring, 8.5, kinds and remarks are written. Only what an import wrote
 * is written, so a killed run leaves rows of before and after, and may be repeated.
 */
export function recalculateSchools(book: Book): number {
  const nothing: ReportState = new Map();
  for (let attempt = 1, earlier: ReportWrite | null = null; ; attempt += 1) {
    const statistics = readStatistics(book.sheets.statistics, book.dateOf);
    if (statistics.rows.length === 0) throw new IssueError({ code: 'book-empty' });
    const state = stateOf(statistics.rows);
    const reading: BookReading = {
      settings: readSettings(book.sheets.settings, book.dateOf),
      statistics: statistics.keyed,
      schools: readSchoolKeys(book.sheets.schools),
      history: readHistory(book.sheets.history, dateOfState(state), new Map(), book.dateOf),
    };
    if (earlier !== null) clearEarlier(earlier, reading);
    earlier = writeReport(book, reading, nothing, state, new Map());
    SpreadsheetApp.flush();
    if (Object.values(earlier).every(keysInPlace)) return state.size;
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
  }
}

/** How an import of this kind is written. */
function finishOf({ kind }: JournalHead): typeof finish {
  return kind === 'cok' ? finishCok : finish;
}

function rowsOf(entries: readonly JournalEntry[], side: 'before' | 'after'): StatisticsRow[] {
  return entries.map((entry) => entry[side]).filter((row) => row !== null);
}

/** What was read in this run already. */
interface Early {
  readonly statistics: StatisticsState;
  readonly settings: Settings;
  readonly older: readonly HistoryEntry[];
}

/** Writes one side of the journal into the book and says so in the journal. */
function finish(
  book: Book,
  entries: readonly JournalEntry[],
  side: 'before' | 'after',
  done: JournalHead,
  early?: Early,
): void {
  const written: ReportState = new Map(entries.map((entry) => [entry.id, entry[side]]));
  const older = early?.older ?? readOlder(book.sheets.journal);
  const history = historyTarget(entries, older, side, done.date);
  let earlier: ReportWrite | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const statistics =
      attempt === 1 && early !== undefined
        ? early.statistics
        : readStatistics(book.sheets.statistics, book.dateOf);
    // A report that goes to «История» only leaves «Статистика» as it is; «Школы» compare with it.
    const state = entries.length > 0 ? written : stateOf(statistics.rows);
    const reading: BookReading = {
      settings: early?.settings ?? readSettings(book.sheets.settings, book.dateOf),
      statistics: statistics.keyed,
      schools: readSchoolKeys(book.sheets.schools),
      history: readHistory(book.sheets.history, dateOfState(state), history, book.dateOf),
    };
    if (earlier !== null) clearEarlier(earlier, reading);
    earlier = writeReport(book, reading, written, state, history);
    SpreadsheetApp.flush();
    if (Object.values(earlier).every(keysInPlace)) break;
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
  }
  if (side === 'after') placeNewSchools(book, entries, early?.settings);
  // The entry before the head: killed in between, the repair finds it and does not write it again.
  if (done.log !== null) appendLog(book.sheets.log, [done.log]);
  writeHead(book.sheets.journal, { ...done, log: null });
}

/** Gives the schools that an import added a row of «Чек-листы»; costs nothing where it added none. */
function placeNewSchools({ sheets, dateOf }: Book, entries: readonly JournalEntry[], early?: Settings): void {
  if (entries.every(({ before }) => before !== null)) return;
  const { kindWords } = early ?? readSettings(sheets.settings, dateOf);
  placeWithImport(sheets.checklists, checklistSchools(rowsOf(entries, 'after'), kindWords));
}

function stateOf(rows: readonly StatisticsRow[]): ReportState {
  return new Map(rows.map((row) => [idOfRow(row), row]));
}

function dateOfState(state: ReportState): IsoDate | null {
  return latestDate([...state.values()].filter((row) => row !== null));
}

/** Takes back what an attempt before wrote into rows that are not ours. */
function clearEarlier({ statistics, schools, history }: ReportWrite, reading: BookReading): void {
  clearStrays(statistics.sheet, statistics.written, reading.statistics);
  clearStrays(schools.sheet, schools.written, reading.schools);
  clearStrays(history.sheet, history.written, reading.history.keyed);
}

/**
 * «История» after the import, or after its undo: of the imported date the report's rows, or those of
 * before; of earlier dates, and of rows that go, what the journal says.
 */
function historyTarget(
  entries: readonly JournalEntry[],
  older: readonly HistoryEntry[],
  side: 'before' | 'after',
  date: IsoDate,
): HistoryTarget {
  const target = new Map<string, HistoryRow | null>();
  for (const entry of entries) target.set(historyKey(date, entry.id), null);
  const ofDate = rowsOf(entries, side).filter((row) => dateOfRow(row) === date);
  for (const [key, record] of historyOf(ofDate)) target.set(key, record);
  // Last: what the journal keeps of a row is more than the statistics have.
  for (const { date: day, id, [side]: cells } of older) {
    target.set(historyKey(day, id), cells === null ? null : historyRow(day, id, cells));
  }
  return target;
}
