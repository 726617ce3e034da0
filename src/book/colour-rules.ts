import { STATUS_FACES, STATUS_TEXT_COLOUR, STATUSES } from '../domain/status.ts';

/**
 * Colour rules look at the text of the status cell only, so that colour and word cannot disagree.
 * «не применимо» has no fill and so no rule.
 */
export function statusRules(
  ranges: GoogleAppsScript.Spreadsheet.Range[],
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  return STATUSES.map((status) => STATUS_FACES[status]).flatMap((face) =>
    face.fill === null
      ? []
      : [
          SpreadsheetApp.newConditionalFormatRule()
            .whenTextEqualTo(face.label)
            .setBackground(face.fill)
            .setFontColor(STATUS_TEXT_COLOUR)
            .setRanges(ranges)
            .build(),
        ],
  );
}
