import { COLUMN_COUNT } from '../domain/columns.ts';
import { IssueError } from '../domain/issues.ts';
import type { IsoDate, StatisticsRow } from '../domain/record.ts';
import { textCell } from './cells.ts';
import type { SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { writeBlock } from './sheet-maker.ts';

/**
 * The hidden journal of the commit: what the last import is about to change (or has changed), by
 * id, before and after. A run that was killed half-way is finished from it; the last import is
 * undone from it. Row 1 says what state it is in; below it stand the schools as JSON, cut into cells.
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

export interface JournalHead {
  readonly phase: JournalPhase;
  /** Date of the report that was imported, and the name of its file. */
  readonly date: IsoDate;
  readonly fileName: string;
}

/** One school: its row of «Статистика» before and after, null where there is none. */
export interface JournalEntry {
  readonly id: string;
  readonly before: StatisticsRow | null;
  readonly after: StatisticsRow | null;
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

/** Row 1: phase, date, file name, explanation for whoever finds the sheet. */
const EXPLANATION =
  'Служебный лист надстройки: по нему завершается прерванный импорт и отменяется последний. Не меняйте его';

export function fillJournal(sheet: Sheet): void {
  writeHead(sheet, { phase: 'empty', date: '', fileName: '' });
  sheet.hideSheet();
}

export function writeHead(sheet: Sheet, head: JournalHead): void {
  const cells = [head.phase, textCell(head.date), textCell(head.fileName), textCell(EXPLANATION)];
  writeBlock(sheet, 1, 1, [cells]);
}

export function readHead(sheet: Sheet): JournalHead {
  const cells: CellOutput[] = sheet.getRange(1, 1, 1, 3).getValues()[0] ?? [];
  const phase = textOf(cells[0]);
  return {
    phase: PHASES.includes(phase) ? (phase as JournalPhase) : 'empty',
    date: textOf(cells[1]),
    fileName: textOf(cells[2]),
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
 * Writes the entries in place of those of the import before. Killed half-way, the journal says that
 * there is nothing to undo; only the last write, the head, says that the book is being written.
 */
export function writeJournal(sheet: Sheet, head: JournalHead, entries: readonly JournalEntry[]): void {
  writeHead(sheet, { ...head, phase: 'empty' });
  sheet.getRange(PIECES).clearContent();
  writeBlock(
    sheet,
    FIRST_ROW,
    1,
    cutText(JSON.stringify(entries), PIECE).map((piece) => [textCell(piece)]),
  );
  writeHead(sheet, head);
}

/** @throws IssueError `journal-damaged` where a person changed the text */
export function readJournal(sheet: Sheet): JournalEntry[] {
  const pieces: CellOutput[][] = sheet.getRange(PIECES).getValues();
  const entries = parseJson(pieces.map((row) => textOf(row[0])).join(''));
  if (Array.isArray(entries) && entries.every(isEntry)) return entries;
  throw new IssueError({ code: 'journal-damaged', sheet: sheet.getName() });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  const { id, before, after } = Object(value) as Record<string, unknown>;
  return typeof id === 'string' && [before, after].every(isHalf);
}

function isHalf(half: unknown): boolean {
  return half === null || (Array.isArray(half) && half.length === COLUMN_COUNT);
}
