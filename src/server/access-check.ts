import type { SheetLayout } from '../book/layout.ts';
import type { Sheet, Spreadsheet } from '../book/platform.ts';
import { onScratchSheet } from './scratch.ts';

/** What the person who runs the check may do in the book, and how its locale writes numbers. */
export interface Access {
  /** What the platform said when it refused a change; null where the book may be changed. */
  readonly refusal: string | null;
  readonly decimalComma: boolean;
}

/** Changes a temporary sheet: only a try tells whether the book may be changed. */
export function tryAccess(spreadsheet: Spreadsheet): Access {
  try {
    const shown = onScratchSheet(spreadsheet, 0, (sheet) =>
      sheet.getRange('A1').setNumberFormat('0.0').setValue(1.5).getDisplayValue(),
    );
    return { refusal: null, decimalComma: shown === '1,5' };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error), decimalComma: true };
  }
}

/** Protected parts of sheets of ours that the person may not edit: «Школы», «Чек-листы» D3:F20. */
export function closedParts(
  spreadsheet: Spreadsheet,
  layouts: readonly SheetLayout[],
  sheetOf: (layout: SheetLayout) => Sheet | null,
): string[] {
  const ours = new Set(layouts.map((layout) => sheetOf(layout)?.getSheetId()));
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].flatMap((type) =>
    spreadsheet
      .getProtections(type)
      .filter((protection) => !protection.canEdit())
      .map((protection) => protection.getRange())
      .filter((range) => ours.has(range.getSheet().getSheetId()))
      .map((range) => {
        const name = `«${range.getSheet().getName()}»`;
        return type === SHEET ? name : `${name} ${range.getA1Notation()}`;
      }),
  );
}
