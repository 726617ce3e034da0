import { COK_COUNT_KEYS, COK_ROW_WIDTH } from '../domain/cok.ts';
import { COLUMN_COUNT } from '../domain/columns.ts';
import { IssueError } from '../domain/issues.ts';
import type { Count, IsoDate, StatisticsRow } from '../domain/record.ts';
import { type CellInput, textCell } from './cells.ts';
import type { SheetLayout } from './layout.ts';
import { isLogKind, type LogEntry } from './log.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { writeBlock } from './sheet-maker.ts';

/**
 * The hidden journal of the commit: what the last import is about to change (or has changed), by
 * id, before and after. A run that was killed half-way is finished from it; the last import is
 * undone from it. Row 1 says what state it is in; below it stand the
 * schools as JSON, cut into cells, and in the second column rows of earlier reports.
 */
export type JournalPhase =
  /** Nothing to undo or to finish. */
  | 'empty'
  /** An import is being written: the book may be half-way; finish it from «after». */
  | 'importing'
  /** The last import is complete and can be undone. */
  | 'imported'
  /** An undo is being written: finish it from «before». */
  | 'undoing'
  /** The last import was undone. */
  | 'undone';

const PHASES: readonly string[] = ['empty', 'importing', 'imported', 'undoing', 'undone'];

/** What was imported: statistics of МАХ, or of УБ ЦОК. */
export type JournalKind = 'statistics' | 'cok';

export interface JournalHead {
  readonly phase: JournalPhase;
  readonly kind: JournalKind;
  /** Date of the report that was imported, and the name of its file. */
  readonly date: IsoDate;
  readonly fileName: string;
  /** Date of the report in «Статистика», in whose rows of «История» the counts of УБ ЦОК stand; '' for an import of it. */
  readonly reportDate: IsoDate;
  /** What «Журнал» shall say once the book is written; null when it has been said. */
  readonly log: LogEntry | null;
}

/**
 * One school: its row of «Статистика» before and after, null where there is none; for УБ ЦОК its row
 * there with its cells of «История».
 */
export interface JournalEntry {
  readonly id: string;
  readonly before: StatisticsRow | null;
  readonly after: StatisticsRow | null;
}

/**
 * A school in an earlier report that goes to «История» only: type and counts before and after, null
 * where there is no row. `part`: only the cells of УБ ЦОК of a row that stands.
 */
export interface HistoryEntry {
  readonly date: IsoDate;
  readonly id: string;
  readonly part?: 'cok';
  readonly before: readonly (string | Count)[] | null;
  readonly after: readonly (string | Count)[] | null;
}

const FIRST_ROW = 2;
/** Column A below the head. */
const PIECES = `A${FIRST_ROW}:A`;
/** A cell holds at most 50,000 characters. */
const PIECE = 40_000;

export const JOURNAL_LAYOUT: SheetLayout = {
  key: 'journal',
  name: 'Служебный (МАХ и УБ ЦОК)',
  firstRow: FIRST_ROW,
  frozenColumns: 0,
  columns: [],
};

/** Row 1: phase, date, file name, explanation for whoever finds the sheet, entry for «Журнал», kind, date of the statistics. */
const HEAD_CELLS = 7;
const EXPLANATION =
  'Служебный лист надстройки: по нему завершается прерванный импорт и отменяется последний. Не меняйте его';

const EMPTY: JournalHead = {
  phase: 'empty',
  kind: 'statistics',
  date: '',
  fileName: '',
  reportDate: '',
  log: null,
};

export function fillJournal(sheet: Sheet): void {
  writeHead(sheet, EMPTY);
  sheet.hideSheet();
}

/** Nothing to finish and nothing to undo. */
export function resetJournal(sheet: Sheet): void {
  sheet.getRange('A1:B').clearContent();
  writeHead(sheet, EMPTY);
}

export function writeHead(sheet: Sheet, head: JournalHead): void {
  writeBlock(sheet, 1, 1, [headCells(head)]);
}

function headCells({ phase, kind, date, fileName, reportDate, log }: JournalHead): CellInput[] {
  const entry = log === null ? '' : JSON.stringify({ ...log, when: log.when.getTime() });
  return [phase, ...[date, fileName, EXPLANATION, entry, kind, reportDate].map(textCell)];
}

export function readHead(sheet: Sheet): JournalHead {
  const cells: CellOutput[] = sheet.getRange(1, 1, 1, HEAD_CELLS).getValues()[0] ?? [];
  const phase = textOf(cells[0]);
  return {
    phase: PHASES.includes(phase) ? (phase as JournalPhase) : 'empty',
    kind: textOf(cells[5]) === 'cok' ? 'cok' : 'statistics',
    date: textOf(cells[1]),
    fileName: textOf(cells[2]),
    reportDate: textOf(cells[6]),
    log: entryOf(parseJson(textOf(cells[4]))),
  };
}

/** The entry as `headCells` wrote it; null where there is none, or a person changed it. */
function entryOf(value: unknown): LogEntry | null {
  const { when, who, kind, school, schoolId, change, details } = Object(value) as Record<string, unknown>;
  if (typeof when !== 'number' || !isLogKind(kind)) return null;
  const [whoText = '', schoolText = '', id = '', changeText = '', detailsText = ''] = [
    who,
    school,
    schoolId,
    change,
    details,
  ].map((text) => (typeof text === 'string' ? text : ''));
  return {
    when: new Date(when),
    who: whoText,
    kind,
    school: schoolText,
    schoolId: id,
    change: changeText,
    details: detailsText,
  };
}

/** Phases in which the book is being written, or a run was killed while it wrote. */
export const UNFINISHED_PHASES: readonly JournalPhase[] = ['importing', 'undoing'];

/** Was a run killed while it wrote into the book? */
export function isInterrupted(head: JournalHead): boolean {
  return UNFINISHED_PHASES.includes(head.phase);
}

/** Cuts a text into pieces that fit into a cell; a pair of surrogates stays together. */
export function cutText(text: string, length: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(from + length, text.length);
    const last = text.charCodeAt(to - 1);
    if (last >= 0xd800 && last <= 0xdbff && to < text.length) to += 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/**
 * Writes head and entries in place of those of the import before. Killed between the two writes, the
 * journal is empty: nothing to finish, nothing to undo.
 */
export function writeJournal(
  sheet: Sheet,
  head: JournalHead,
  entries: readonly JournalEntry[],
  older: readonly HistoryEntry[] = [],
): void {
  sheet.getRange('A1:B').clearContent();
  const first = headCells(head);
  const pieces = cutText(JSON.stringify(entries), PIECE);
  const olderPieces = older.length === 0 ? [] : cutText(JSON.stringify(older), PIECE);
  const beside = new Array<CellInput>(first.length - 2).fill('');
  const below = Array.from({ length: Math.max(pieces.length, olderPieces.length) }, (_, index) => [
    ...[pieces, olderPieces].map((column) => textCell(column[index] ?? '')),
    ...beside,
  ]);
  writeBlock(sheet, 1, 1, [first, ...below]);
}

/**
 * Rows of earlier reports that the import changes in «История».
 * @throws IssueError `journal-damaged` where a person changed the text
 */
export function readOlder(sheet: Sheet): HistoryEntry[] {
  const pieces: CellOutput[][] = sheet.getRange(`B${FIRST_ROW}:B`).getValues();
  const text = pieces.map((row) => textOf(row[0])).join('');
  const entries = text === '' ? [] : parseJson(text);
  if (Array.isArray(entries) && entries.every(isHistoryEntry)) return entries;
  throw new IssueError({ code: 'journal-damaged', sheet: sheet.getName() });
}

function isHistoryEntry(value: unknown): value is HistoryEntry {
  const { date, id, before, after } = Object(value) as Record<string, unknown>;
  return (
    [date, id].every((text) => typeof text === 'string') &&
    [before, after].every((half) => half === null || Array.isArray(half))
  );
}

/** @throws IssueError `journal-damaged` where a person changed the text */
export function readJournal(sheet: Sheet, { kind }: JournalHead): JournalEntry[] {
  const pieces: CellOutput[][] = sheet.getRange(PIECES).getValues();
  const entries = parseJson(pieces.map((row) => textOf(row[0])).join(''));
  if (Array.isArray(entries) && entries.every((entry) => isEntry(entry, ROW_WIDTHS[kind]))) return entries;
  throw new IssueError({ code: 'journal-damaged', sheet: sheet.getName() });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const ROW_WIDTHS: Readonly<Record<JournalKind, number>> = {
  statistics: COLUMN_COUNT,
  cok: COK_ROW_WIDTH + 1 + COK_COUNT_KEYS.length,
};

function isEntry(value: unknown, width: number): value is JournalEntry {
  const { id, before, after } = Object(value) as Record<string, unknown>;
  return typeof id === 'string' && [before, after].every((half) => isHalf(half, width));
}

function isHalf(half: unknown, width: number): boolean {
  return half === null || (Array.isArray(half) && half.length === width);
}
