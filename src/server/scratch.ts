import { freeName } from '../book/marks.ts';
import type { Sheet, Spreadsheet } from '../book/platform.ts';

const NAME = 'Проверка (временный лист)';
/** Property of the document: id of the scratch sheet that is there; a killed check leaves it behind. */
const PROPERTY = 'maxcok.scratch';

/** Gives a new empty sheet to `use` and removes it, whatever happens. No other sheet is touched. `number` tells the sheets of one check apart. */
export function onScratchSheet<T>(spreadsheet: Spreadsheet, number: number, use: (sheet: Sheet) => T): T {
  const sheet = spreadsheet.insertSheet(freeName(spreadsheet, `${NAME} ${number}`));
  const properties = PropertiesService.getDocumentProperties();
  properties.setProperty(PROPERTY, String(sheet.getSheetId()));
  try {
    return use(sheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
    properties.deleteProperty(PROPERTY);
  }
}

/** Removes the scratch sheet of a check that was killed. */
export function removeLeftover(spreadsheet: Spreadsheet): void {
  const id = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  if (id === null) return;
  const sheet = spreadsheet.getSheets().find((candidate) => String(candidate.getSheetId()) === id);
  // The id alone may be another sheet's by now, in a version of the book that was restored.
  if (sheet?.getName().startsWith(NAME) === true) spreadsheet.deleteSheet(sheet);
  PropertiesService.getDocumentProperties().deleteProperty(PROPERTY);
}
