import type { Spreadsheet } from '../book/platform.ts';
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
