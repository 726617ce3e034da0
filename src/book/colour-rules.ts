import { STATUS_FACES, STATUS_TEXT_COLOUR, STATUSES } from '../domain/status.ts';

/**
 * Colour rules look at the text of the status cell only, so that colour and word cannot disagree.
 * «не применимо» has no fill and so no rule.
 */
export function statusRules(
  ranges: GoogleAppsScript.Spreadsheet.Range[],
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  return STATUSES.map((status) => STATUS_FACES[status]).flatMap(({ label, fill }) =>
    wordRules(ranges, label, fill),
  );
}

/** The rule of one word; none where it has no fill. */
export function wordRules(
  ranges: GoogleAppsScript.Spreadsheet.Range[],
  word: string,
  fill: string | null,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  if (fill === null) return [];
  return [
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(word)
      .setBackground(fill)
      .setFontColor(STATUS_TEXT_COLOUR)
      .setRanges(ranges)
      .build(),
  ];
}
