import type { SheetKey, SheetLayout } from './layout.ts';
import {
  type FoundSheet,
  findMarkedSheets,
  freeName,
  hasHeadings,
  type MarkedSheets,
  markComplete,
  markSheet,
  markUnfinished,
} from './marks.ts';
import type { Sheet, Spreadsheet } from './platform.ts';

export interface SheetObtainer {
  /** The sheet of the layout; made and filled where it is missing or not complete. */
  obtain(layout: SheetLayout, fill: (sheet: Sheet) => void): Sheet;
  /** The sheet where it is there and complete already. */
  existing(layout: SheetLayout): Sheet | null;
  /** Sheets that were filled by this obtainer. */
  readonly filled: ReadonlySet<SheetKey>;
}

/**
 * Finds the sheets of ours and makes the missing ones. Killed at any call, the next run goes on: a
 * sheet is marked before it is filled, and filling is done again from the start.
 */
export function sheetObtainer(spreadsheet: Spreadsheet): SheetObtainer {
  const marked: MarkedSheets = findMarkedSheets(spreadsheet);
  const place = spreadsheet.getSheets().length;
  const filled = new Set<SheetKey>();
  return {
    filled,
    existing: ({ key }) => {
      const found = marked.get(key);
      return found?.complete === true ? found.sheet : null;
    },
    obtain: (layout, fill) => {
      const found = marked.get(layout.key) ?? adopt(spreadsheet, layout);
      if (found?.complete === true) return found.sheet;
      // Each new sheet goes before the one made just now; so the tabs come in the opposite order.
      const sheet = found?.sheet ?? spreadsheet.insertSheet(freeName(spreadsheet, layout.name), place);
      if (!marked.has(layout.key)) markUnfinished(sheet, layout.key);
      fill(sheet);
      markComplete(sheet, layout.key);
      filled.add(layout.key);
      return sheet;
    },
  };
}

/**
 * A sheet without a mark that has our name: ours if it has our headings (its mark was lost, for
 * example in a book made from a download), to be filled if it is empty (begun by a killed run, or
 * prepared by a person), else somebody else's.
 */
function adopt(spreadsheet: Spreadsheet, layout: SheetLayout): FoundSheet | null {
  const named = spreadsheet.getSheetByName(layout.name);
  if (named === null) return null;
  if (named.getLastRow() === 0) return { sheet: named, complete: false };
  if (!hasHeadings(named, layout)) return null;
  markSheet(named, layout.key);
  return { sheet: named, complete: true };
}
