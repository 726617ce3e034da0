import { type Book, findSheets, prepareBook } from '../book/book.ts';
import { CHECKLISTS_LAYOUT } from '../book/checklists/columns.ts';
import { readChecklists } from '../book/checklists/reading.ts';
import { HISTORY_LAYOUT, readHistory } from '../book/history.ts';
import { repairBook } from '../book/import-commit.ts';
import type { SheetLayout } from '../book/layout.ts';
import { appendLog, LOG_LAYOUT, readLog } from '../book/log.ts';
import { sheetObtainer } from '../book/obtain.ts';
import { type DateReader, dateReader, dayOf, type Sheet, zonedDateReader } from '../book/platform.ts';
import { fillReport, REPORT_LAYOUT, writeReport } from '../book/report-sheet.ts';
import { fillTexts, TEXTS_LAYOUT, writeTexts } from '../book/texts-sheet.ts';
import type { IsoDate } from '../domain/record.ts';
import { fields, list, nullable, oneOf, readRequest, text } from '../import/shape.ts';
import { PAGE_COLUMNS, type PageRow, ROW_LOOKS, type SchoolText } from '../text/messages/sheet-rows.ts';
import { logKindWords } from '../text/sheets/log.ts';
import { IMPORT_ROW_LIMIT } from './contract.ts';
import type { ChecklistRow } from './contract-checklists.ts';
import type { CopiedText, EarlierRow, LastText, TextsState, WrittenSheet } from './contract-texts.ts';
import { underDocumentLock } from './lock.ts';
import { checklistRow } from './read-checklists.ts';
import { validWho } from './who.ts';

/** A cell of the platform holds no more. */
const CELL_LIMIT = 50_000;
const NAME_LIMIT = 500;
const PAGE_ROWS = 200;

const day = text(10, /^\d{4}-\d{2}-\d{2}$/);
const name = text(NAME_LIMIT);

/** The last text of each school, and its counts a week before. Changes nothing. */
export function readTexts(date: unknown): TextsState {
  const bookDate = readRequest('date', () => nullable(day)(date ?? null));
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheetOf = findSheets(spreadsheet);
  const log = sheetOf(LOG_LAYOUT);
  const history = sheetOf(HISTORY_LAYOUT);
  const checklists = sheetOf(CHECKLISTS_LAYOUT);
  const zone = spreadsheet.getSpreadsheetTimeZone();
  return {
    today: dayOf(new Date(), zone),
    checklists:
      checklists === null
        ? []
        : checklistRows(
            checklists,
            zonedDateReader(() => zone),
          ),
    last: log === null ? [] : lastTexts(log),
    earlier: history === null ? [] : earlierRows(history, bookDate, dateReader(spreadsheet)),
  };
}

function checklistRows(sheet: Sheet, dateOf: DateReader): ChecklistRow[] {
  const reading = readChecklists(sheet);
  return [...reading.keyed.rowOf.keys()].map((id) => checklistRow(reading, id, dateOf, null));
}

/** People may sort «Журнал»: the latest moment counts, not the place. */
function lastTexts(log: Sheet): LastText[] {
  const kind = logKindWords().text;
  const last = new Map<string, LastText>();
  for (const { what, when, schoolId, details } of readLog(log)) {
    if (what !== kind || when === null || schoolId === '') continue;
    if (when > (last.get(schoolId)?.[1] ?? 0)) last.set(schoolId, [schoolId, when, details]);
  }
  return [...last.values()];
}

function earlierRows(sheet: Sheet, date: IsoDate | null, dateOf: DateReader): EarlierRow[] {
  return [...readHistory(sheet, date, new Map(), dateOf).previous].map(([id, row]) => [
    id,
    row.teachersActive,
    row.teachersTotal,
    row.parentsActive,
    row.parentsTotal,
    row.studentsActive,
    row.studentsTotal,
  ]);
}

/** Writes into «Журнал» which schools' texts were copied: when, who, about what. */
export function logTexts(request: unknown): LastText[] {
  const { who, texts } = readRequest('request', () =>
    fields<{ who: string; texts: CopiedText[] }>({
      who: validWho,
      texts: list(fields<CopiedText>({ id: name, school: name, about: name }), IMPORT_ROW_LIMIT, 1),
    })(request),
  );
  const when = new Date();
  inBook(({ sheets }) =>
    appendLog(
      sheets.log,
      texts.map(({ id, school, about }) => ({
        when,
        who,
        kind: 'text',
        school,
        schoolId: id,
        change: '',
        details: about,
      })),
    ),
  );
  return texts.map(({ id, about }) => [id, when.getTime(), about]);
}

export function writeTextsSheet(request: unknown): WrittenSheet {
  const school = fields<SchoolText>({
    id: name,
    school: name,
    about: name,
    date: day,
    text: text(CELL_LIMIT),
  });
  const texts = readRequest('texts', () => list(school, IMPORT_ROW_LIMIT)(request));
  return onDemand(TEXTS_LAYOUT, fillTexts, (sheet) => writeTexts(sheet, texts));
}

export function writeReportSheet(request: unknown): WrittenSheet {
  const row = fields<PageRow>({ look: oneOf(ROW_LOOKS), cells: list(text(CELL_LIMIT), PAGE_COLUMNS) });
  const rows = readRequest('rows', () => list(row, PAGE_ROWS, 1)(request));
  return onDemand(REPORT_LAYOUT, fillReport, (sheet) => writeReport(sheet, rows));
}

function inBook<T>(run: (book: Book) => T): T {
  return underDocumentLock(() => {
    const book = prepareBook(SpreadsheetApp.getActiveSpreadsheet());
    repairBook(book);
    return run(book);
  });
}

/** Finds or makes the sheet, writes it and brings it to the front. */
function onDemand(
  layout: SheetLayout,
  fill: (sheet: Sheet) => void,
  write: (sheet: Sheet) => void,
): WrittenSheet {
  return inBook(({ spreadsheet }) => {
    const sheet = sheetObtainer(spreadsheet).obtain(layout, fill);
    write(sheet);
    spreadsheet.setActiveSheet(sheet);
    return { sheet: sheet.getName() };
  });
}
