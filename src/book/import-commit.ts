import { IssueError } from '../domain/issues.ts';
import { type KindAnswer, withAnswers } from '../domain/organisation.ts';
import { dateOfRow, type IsoDate, idOfRow, latestDate, type StatisticsRow } from '../domain/record.ts';
import { planImport } from '../import/plan.ts';
import { datesText, importText, undoText } from '../text/log.ts';
import type { Book } from './book.ts';
import { type FoundPlace, placeOfChecklists } from './checklists/outward.ts';
import { checklistSchools } from './checklists/place.ts';
import { placeWithImport } from './checklists/sheet.ts';
import { whereOpen, writingOpen } from './closed.ts';
import { finishCok } from './cok/commit.ts';
import type { CokTarget } from './cok/history.ts';
import { cokTargetOf, readTyped, typedDates, typedEntries, withOverwritten } from './cok/typed.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  comparedDates,
  type HistoryReading,
  type HistoryReports,
  historyState,
  readHistory,
  readHistoryRows,
} from './history.ts';
import { historyTarget, planHistory, rowsOf } from './import-history.ts';
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
  const before = new Map(statistics.rows.map((row) => [idOfRow(row), row]));
  const entries = plan.historyOnly
    ? []
    : plan.rows.map(({ id, row }) => ({ id, before: before.get(id) ?? null, after: row }));
  const { history, older } = planHistory(book, plan, entries, historyOf(toHistory), report.date);
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
  writeJournal(sheets.journal, head('importing'), entries, older);
  SpreadsheetApp.flush();
  writingOpen(
    book.spreadsheet,
    () => finish(book, entries, 'after', head('imported'), { statistics, settings, older, history }),
    () => finish(book, entries, 'before', { ...head('undone'), log: null }, { older, gentle: true }),
  );
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
 * them by formulas, but the monitoring, 8.5, kinds and remarks are written. «Чек-листы» get the kinds too,
 * «История» the counts of УБ ЦОК that people typed. Only what an import wrote
 * is written, so a killed run leaves rows of before and after, and may be repeated.
 */
export function recalculateSchools(book: Book): number {
  const nothing: ReportState = new Map();
  let held: HistoryReports | null = null;
  for (let attempt = 1, earlier: ReportWrite | null = null; ; attempt += 1) {
    const statistics = readStatistics(book.sheets.statistics, book.dateOf);
    if (statistics.rows.length === 0) throw new IssueError({ code: 'book-empty' });
    const state = stateOf(statistics.rows);
    const date = dateOfState(state);
    const cok = readTyped(book.sheets.cok, book.dateOf);
    const history = readHistoryRows(
      book.sheets.history,
      (keys) => new Set([...comparedDates(keys, date, new Map()), ...typedDates(cok, keys, date)]),
      book.dateOf,
    );
    held ??= history.reports;
    const checklists = placeOfChecklists(book.sheets.checklists);
    const settings = readSettings(book.sheets.settings, book.dateOf);
    const reading: BookReading = {
      settings,
      statistics: statistics.keyed,
      schools: readSchoolKeys(book.sheets.schools),
      history: historyState(history, date, new Map()),
      checklists,
    };
    let typed: CokTarget = cokTargetOf(typedEntries(cok, held, date), 'after');
    if (earlier !== null) {
      clearEarlier(earlier, reading);
      typed = withOverwritten(typed, earlier.history, history.keyed, held);
    }
    earlier = writeReport(book, reading, nothing, state, new Map(), typed);
    SpreadsheetApp.flush();
    if (Object.values(earlier).every(keysInPlace)) {
      const schools = checklistSchools(statistics.rows, settings.kindWords);
      placeWithImport(book.sheets.checklists, schools, checklists.columns);
      return state.size;
    }
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
  }
}

type Finish = (
  book: Book,
  entries: readonly JournalEntry[],
  side: 'before' | 'after',
  done: JournalHead,
) => void;

/** How an import of this kind is written. */
function finishOf({ kind }: JournalHead): Finish {
  return kind === 'cok' ? finishCok : finish;
}

/** What was read in this run already. */
interface Early {
  readonly statistics?: StatisticsState;
  readonly settings?: Settings;
  readonly older?: readonly HistoryEntry[];
  readonly history?: HistoryReading;
  /** Sheets that are closed to the person stay as they are. */
  readonly gentle?: boolean;
}

/** Writes one side of the journal into the book and says so in the journal. */
function finish(
  book: Book,
  entries: readonly JournalEntry[],
  side: 'before' | 'after',
  done: JournalHead,
  early: Early = {},
): void {
  const written: ReportState = new Map(entries.map((entry) => [entry.id, entry[side]]));
  const older = early.older ?? readOlder(book.sheets.journal);
  const target = historyTarget(entries, older, side, done.date);
  let cok: CokTarget = cokTargetOf(older, side);
  let place: FoundPlace;
  let earlier: ReportWrite | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const statistics =
      (attempt === 1 ? early.statistics : undefined) ?? readStatistics(book.sheets.statistics, book.dateOf);
    // A report that goes to «История» only leaves «Статистика» as it is; «Школы» compare with it.
    const state = entries.length > 0 ? written : stateOf(statistics.rows);
    const date = dateOfState(state);
    place = placeOfChecklists(book.sheets.checklists);
    const reading: BookReading = {
      settings: early.settings ?? readSettings(book.sheets.settings, book.dateOf),
      statistics: statistics.keyed,
      schools: readSchoolKeys(book.sheets.schools),
      history:
        attempt === 1 && early.history !== undefined
          ? historyState(early.history, date, target)
          : readHistory(book.sheets.history, date, target, book.dateOf),
      checklists: place,
    };
    if (earlier !== null) {
      clearEarlier(earlier, reading);
      if (early.history !== undefined)
        cok = withOverwritten(cok, earlier.history, reading.history.keyed, early.history.reports);
    }
    earlier = writeReport(book, reading, written, state, target, cok, early.gentle);
    SpreadsheetApp.flush();
    if (Object.values(earlier).every(keysInPlace)) break;
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
  }
  // The entry before the head: killed in between, the repair finds it and does not write it again.
  if (done.log !== null) appendLog(book.sheets.log, [done.log]);
  // Where «Чек-листы» is closed to the person, the schools get their rows from the next one who looks.
  if (side === 'after')
    whereOpen(book.sheets.checklists, () => placeNewSchools(book, entries, place, early.settings), undefined);
  writeHead(book.sheets.journal, { ...done, log: null });
}

/** Gives the schools that an import added a row of «Чек-листы»; costs nothing where it added none. */
function placeNewSchools(
  { sheets, dateOf }: Book,
  entries: readonly JournalEntry[],
  { columns }: FoundPlace,
  early?: Settings,
): void {
  if (entries.every(({ before }) => before !== null)) return;
  const { kindWords } = early ?? readSettings(sheets.settings, dateOf);
  placeWithImport(sheets.checklists, checklistSchools(rowsOf(entries, 'after'), kindWords), columns);
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
