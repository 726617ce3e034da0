/** A value that travels as JSON, so that a fact can be compared here and shown to a person there. */
export type Plain = string | number | boolean | null | readonly Plain[];

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * One thing that the platform does, to be seen on an empty scratch sheet. The emulator's tests run
 * every row; the installation check runs the rows that the add-on relies on, on the live platform.
 */
export interface Fact {
  readonly id: string;
  /** docs: official page · live: somebody ran it · seen: observed in public issues or code · unknown: only recorded. */
  readonly certainty: 'docs' | 'live' | 'seen' | 'unknown';
  readonly source: string;
  /** Only in a spreadsheet of this locale. */
  readonly locale: 'ru_RU' | 'en_US' | null;
  readonly probe: (sheet: Sheet) => Plain;
  /** null for unknown rows. */
  readonly expected: Plain;
}

type Row = readonly [id: string, source: string, probe: Fact['probe'], expected: Plain];

/** Rows of one certainty, in any locale. */
export function facts(certainty: Fact['certainty'], rows: readonly Row[]): Fact[] {
  return rows.map(([id, source, probe, expected]) => ({
    id,
    certainty,
    source,
    locale: null,
    probe,
    expected,
  }));
}

/** The message that the action throws, or null. */
export function refusal(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** [kind, text]; a date by its wall-clock day in the spreadsheet. */
export function described(sheet: Sheet): Plain {
  const value: unknown = sheet.getRange('A1').getValue();
  if (typeof value !== 'object' || value === null) return [typeof value, String(value)];
  const zone = sheet.getParent().getSpreadsheetTimeZone();
  return ['date', Utilities.formatDate(value as GoogleAppsScript.Base.Date, zone, 'yyyy-MM-dd')];
}
