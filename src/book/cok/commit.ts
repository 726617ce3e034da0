import { COK_COUNT_KEYS, COK_ROW_WIDTH, type CokRecord, cokToRow, rowToCok } from '../../domain/cok.ts';
import { IssueError } from '../../domain/issues.ts';
import { idOfRow, latestDate, type StatisticsRow } from '../../domain/record.ts';
import { type CokReport, planCok } from '../../import/cok/plan.ts';
import { cokImportText, datesText } from '../../text/log.ts';
import type { Book } from '../book.ts';
import type { CellInput } from '../cells.ts';
import { whereOpen, writingOpen } from '../closed.ts';
import { historyKey, readHistoryRows } from '../history.ts';
import {
  type HistoryEntry,
  type JournalEntry,
  type JournalHead,
  readOlder,
  writeHead,
  writeJournal,
} from '../journal.ts';
import { appendLog } from '../log.ts';
import { type CellOutput, type Sheet, textOf } from '../platform.ts';
import { keysInPlace, type SheetWrite, untouched } from '../report-writer.ts';
import { clearStrays, type KeyedRows, writeRows } from '../rows.ts';
import { readSettings } from '../settings/sheet.ts';
import { readStatistics } from '../statistics.ts';
import { COK_HISTORY_FROM, cokHistoryCells, readCokHistory } from './history.ts';
import { COK_COLUMNS } from './layout.ts';
import { addCokRows, cokRowCells, readCok, untouchedCokRows } from './rows.ts';
import { cokTargetOf, typedDates, typedEntries } from './typed.ts';

/**
 * The commit of УБ ЦОК: the same journal, order of writes, repair and undo as that of the statistics.
 * «Школы» is not written: its formulas look at «УБ ЦОК». In «История» the counts stand with their own
 * date beside those of the report that is in «Статистика».
 */
export interface CokCommitCounts {
  readonly filled: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
}

interface CokCommit extends CokReport {
  readonly fileName: string;
  readonly warnings: number;
}

/** People may sort or insert rows while we write; so often the write is checked and done again. */
const ATTEMPTS = 3;

export function commitCok(
  book: Book,
  report: CokCommit,
  signature: { readonly who: string; readonly when: Date },
): CokCommitCounts {
  const { sheets, dateOf } = book;
  const settings = readSettings(sheets.settings, dateOf);
  const statistics = readStatistics(sheets.statistics, dateOf).rows;
  refuseUnknown(report, statistics);
  addCokRows(sheets.cok, statistics, dateOf);
  const cok = readCok(sheets.cok, dateOf);
  const plan = planCok(cok.records, statistics, report, settings);
  const refusal = plan.issues.find(({ code }) => code === 'cok-older');
  if (refusal !== undefined) throw new IssueError(refusal);
  const reportDate = latestDate(statistics) ?? '';
  const { reports } = readHistoryRows(
    sheets.history,
    (keys) => typedDates(cok, keys, reportDate).add(reportDate),
    dateOf,
  );
  const entries = plan.rows.map(({ before, after }): JournalEntry => {
    const was = reports.get(reportDate)?.get(after.id)?.cok ?? null;
    const half = (record: CokRecord, cells: Readonly<StatisticsRow>): StatisticsRow => [
      ...cokToRow(record),
      ...cells,
    ];
    return { id: after.id, before: half(before, was ?? NO_HISTORY), after: half(after, historyOf(after)) };
  });
  const counts: CokCommitCounts = {
    filled: plan.filled.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged.length,
    kept: plan.kept.length,
  };
  const head: JournalHead = {
    phase: 'importing',
    kind: 'cok',
    date: report.date,
    reportDate,
    fileName: report.fileName,
    log: {
      kind: 'cok',
      ...signature,
      school: '',
      schoolId: '',
      change: datesText(plan.bookDate, report.date),
      details: cokImportText({ ...report, ...counts }),
    },
  };
  const named = new Set(entries.map(({ id }) => id));
  const typed = typedEntries(cok, reports, reportDate).filter(
    ({ date, id }) => date !== reportDate || !named.has(id),
  );
  writeJournal(sheets.journal, head, entries, typed);
  SpreadsheetApp.flush();
  writingOpen(
    book.spreadsheet,
    () => finishCok(book, entries, 'after', { ...head, phase: 'imported' }, typed),
    () => finishCok(book, entries, 'before', { ...head, phase: 'undone', log: null }, typed, true),
  );
  return counts;
}

/** Cells of «История»: date of the counts, then the counts. */
const NO_HISTORY: StatisticsRow = [null, ...COK_COUNT_KEYS.map(() => null)];

function historyOf({ date, counts }: CokRecord): StatisticsRow {
  return [date, ...COK_COUNT_KEYS.map((key) => counts[key])];
}

function refuseUnknown({ schools }: CokReport, statistics: readonly StatisticsRow[]): void {
  if (statistics.length === 0) throw new IssueError({ code: 'book-empty' });
  const known = new Set(statistics.map(idOfRow));
  const foreign = schools.find(({ id }) => !known.has(id));
  if (foreign !== undefined) throw new IssueError({ code: 'request-invalid', detail: `id ${foreign.id}` });
}

/**
 * Writes one side of the journal into «УБ ЦОК» and «История», and says so in the journal.
 * @param typed counts that people had typed and «История» lacked
 * @param gentle whether a sheet that is closed to the person is left as it is
 */
export function finishCok(
  book: Book,
  entries: readonly JournalEntry[],
  side: 'before' | 'after',
  done: JournalHead,
  typed: readonly HistoryEntry[] = readOlder(book.sheets.journal),
  gentle = false,
): void {
  const { sheets, dateOf } = book;
  const rows = new Map(entries.map((entry) => [entry.id, entry[side] ?? []]));
  const historyRows = cokTargetOf(typed, side);
  for (const [id, row] of rows) historyRows.set(historyKey(done.reportDate, id), row.slice(COK_ROW_WIDTH));
  const historyKeyOf = ([date, id]: readonly CellOutput[]): string =>
    historyKey(dateOf(date) ?? '', textOf(id));
  let earlier: readonly SheetWrite[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const cok = readCok(sheets.cok, dateOf);
    const history = readCokHistory(sheets.history, done.reportDate, dateOf);
    const keyed = [cok.keyed, history.keyed] as const;
    const vanished = untouchedCokRows(sheets.cok, cok, (id) => !history.cells.has(id), dateOf);
    earlier.forEach(({ sheet, written }, index) => {
      clearStrays(sheet, written, keyed[index] ?? keyed[0]);
    });
    const tried = (sheet: Sheet, write: () => SheetWrite): SheetWrite =>
      gentle ? whereOpen(sheet, write, untouched(sheet)) : write();
    earlier = [
      tried(sheets.cok, () => ({
        ...writeKnown(
          sheets.cok,
          keyed[0],
          rows,
          COK_COLUMNS.name,
          (row) => cokRowCells(rowToCok(row.slice(0, COK_ROW_WIDTH))).slice(1),
          vanished,
        ),
        keyCells: 1,
        keyOf: ([id]) => textOf(id),
      })),
      tried(sheets.history, () => ({
        ...writeKnown(sheets.history, keyed[1], historyRows, COK_HISTORY_FROM, cokHistoryCells),
        keyCells: 2,
        keyOf: historyKeyOf,
      })),
    ];
    SpreadsheetApp.flush();
    if (earlier.every(keysInPlace)) break;
    if (attempt === ATTEMPTS) throw new IssueError({ code: 'book-busy' });
  }
  if (done.log !== null) appendLog(sheets.log, [done.log]);
  writeHead(sheets.journal, { ...done, log: null });
}

/**
 * Writes cells into the rows that are there; a row that a person took away stays away.
 * @param between rows that are written again as they are where they part ours, so that the number of
 * calls does not grow with the schools that vanished
 */
function writeKnown(
  sheet: Sheet,
  keyed: KeyedRows,
  rows: ReadonlyMap<string, StatisticsRow>,
  column: number,
  cells: (row: StatisticsRow) => CellInput[],
  between: ReadonlyMap<number, CellInput[]> = new Map(),
): Pick<SheetWrite, 'sheet' | 'keyColumn' | 'rowOf' | 'written'> {
  const rowOf = new Map<string, number>();
  const cellsByRow = new Map<number, CellInput[]>();
  for (const [key, row] of rows) {
    const at = keyed.rowOf.get(key);
    if (at === undefined) continue;
    rowOf.set(key, at);
    cellsByRow.set(at, cells(row));
  }
  bridge(cellsByRow, between);
  return { sheet, keyColumn: 1, rowOf, written: [writeRows(sheet, column, cellsByRow)] };
}

/** Adds the rows that close a gap between two of ours. */
function bridge(cellsByRow: Map<number, CellInput[]>, between: ReadonlyMap<number, CellInput[]>): void {
  const rows = [...cellsByRow.keys()].sort((one, other) => one - other);
  rows.slice(1).forEach((row, index) => {
    const gap: [number, CellInput[]][] = [];
    for (let at = (rows[index] ?? row) + 1; at < row; at += 1) {
      const cells = between.get(at);
      if (cells === undefined) return;
      gap.push([at, cells]);
    }
    for (const [at, cells] of gap) cellsByRow.set(at, cells);
  });
}
