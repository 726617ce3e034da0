import { columnLetter } from '../../domain/columns.ts';
import { freeName, hasHeadings, markAnew, unmarkSheet } from '../marks.ts';
import { sheetObtainer } from '../obtain.ts';
import { type CellOutput, type Sheet, type Spreadsheet, textOf } from '../platform.ts';
import { CHOICE_CELLS, SUMMARY_LAYOUT, SUMMARY_ROWS } from './layout.ts';
import { CHART_ROWS, PAGE_ROWS, pageTexts } from './sheet.ts';

/** Name of a «Сводка» that holds something of people's where ours must stand. */
const SET_ASIDE = 'Сводка (прежняя)';

/** The cells of «Сводка» of version 0.1. */
const FORMER = /^([A-L][1-4]|[A-C][67]|A9)$/;
const FORMER_HEADING = 'Показатель';

/**
 * Makes «Сводка» anew: after a sheet that it looks at was made anew, or in a book of an earlier
 * layout. Where people have put something of their own among our cells, or moved them, that sheet is
 * left to them under another name, and a new one is made. Killed at any call, the next run goes on.
 *
 * @param fill fills a sheet, and may be repeated
 */
export function renewSummary(spreadsheet: Spreadsheet, summary: Sheet, fill: (sheet: Sheet) => void): Sheet {
  const present = hasHeadings(summary, SUMMARY_LAYOUT);
  if (holdsOnlyOurs(summary)) {
    markAnew(summary, SUMMARY_LAYOUT.key);
    if (!present) {
      const rows = Math.min(summary.getMaxRows(), PAGE_ROWS);
      summary.getRange(1, 1, rows, SUMMARY_LAYOUT.columns.length).clearContent();
    }
  } else {
    summary.setName(freeName(spreadsheet, SET_ASIDE));
    unmarkSheet(summary);
  }
  return sheetObtainer(spreadsheet).obtain(SUMMARY_LAYOUT, fill);
}

/** Is there nothing of people's among our cells? */
export function holdsOnlyOurs(summary: Sheet): boolean {
  if (!hasHeadings(summary, SUMMARY_LAYOUT)) return holdsOnly(summary, isFormer);
  const ours = pageTexts();
  return holdsOnly(summary, presentTest(lacksPromises(summary) ? withoutPromises(ours) : ours));
}

/** Is it of the time when no promises were listed? */
export function lacksPromises(summary: Sheet): boolean {
  const title = pageTexts().get(`A${SUMMARY_ROWS.promises}`);
  const column: CellOutput[][] = summary.getRange('A1:A').getValues();
  return column.every(([cell]) => textOf(cell) !== title);
}

/** The cells as they stood before that block came among them. */
function withoutPromises(ours: Texts): Texts {
  const { promises, doubts } = SUMMARY_ROWS;
  const former = new Map<string, string | null>();
  for (const [address, text] of ours) {
    const [letter, row] = [address.charAt(0), Number(address.slice(1))];
    if (row < promises) former.set(address, text);
    else if (row >= doubts) former.set(`${letter}${row - (doubts - promises)}`, text);
  }
  return former;
}

type CellTest = (address: string, text: string) => boolean;
/** By address; null for a formula. */
type Texts = ReadonlyMap<string, string | null>;

const isFormer: CellTest = (address, text) =>
  FORMER.test(address) && (address !== 'A1' || text === FORMER_HEADING);

/** Texts must stand where we wrote them: else rows or columns were moved. */
function presentTest(ours: Texts): CellTest {
  const free: readonly string[] = [CHOICE_CELLS.indicator, CHOICE_CELLS.reach];
  return (address, text) => {
    const expected = ours.get(address);
    return expected === null || expected === text || free.includes(address);
  };
}

function holdsOnly(sheet: Sheet, test: CellTest): boolean {
  const rows = Math.min(sheet.getMaxRows(), PAGE_ROWS + CHART_ROWS);
  const columns = Math.min(sheet.getMaxColumns(), SUMMARY_LAYOUT.columns.length);
  const values: CellOutput[][] = sheet.getRange(1, 1, rows, columns).getValues();
  return values.every((row, down) =>
    row.every((value, right) => value === '' || test(`${columnLetter(right)}${down + 1}`, textOf(value))),
  );
}
