import { findSheets, prepareBook } from '../book/book.ts';
import { handChanges, logHandChanges } from '../book/checklists/by-hand.ts';
import { CHECKLISTS_LAYOUT } from '../book/checklists/columns.ts';
import { readSchoolExtras } from '../book/checklists/extras.ts';
import { type LoggedTicks, readLoggedTicks } from '../book/checklists/logged.ts';
import { addNewSteps, lacksSteps } from '../book/checklists/new-steps.ts';
import { checklistSchools } from '../book/checklists/place.ts';
import {
  type ChecklistReading,
  missingSteps,
  readChecklists,
  schoolCells,
} from '../book/checklists/reading.ts';
import {
  type ChecklistSchool,
  lacksSchools,
  noteSteps,
  placeSchools,
  type StepNotes,
} from '../book/checklists/sheet.ts';
import { LOG_LAYOUT } from '../book/log.ts';
import { type DateReader, dayOf, type Sheet, zonedDateReader } from '../book/platform.ts';
import { SCHOOLS_LAYOUT } from '../book/schools.ts';
import type { IsoDate } from '../domain/record.ts';
import type { ChecklistRow, ChecklistState } from './contract-checklists.ts';
import { underDocumentLock } from './lock.ts';
import { readBook } from './read-book.ts';

/** The two sheets as they were found, and what stands in them. */
interface Look {
  readonly checklists: Sheet;
  readonly log: Sheet;
  readonly reading: ChecklistReading;
  readonly logged: LoggedTicks;
}

/**
 * Everything that the view shows. Writes only where the sheet lacks schools, or where people
 * changed ticks in the sheet itself since the last look.
 */
export function readChecklistState(notes: unknown): ChecklistState {
  const book = readBook();
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const zone = spreadsheet.getSpreadsheetTimeZone();
  const dateOf = zonedDateReader(() => zone);
  const now = new Date();
  const today = dayOf(now, zone);
  const schools = checklistSchools(book.rows, book.kindWords);
  const look = (checklists: Sheet, log: Sheet, reading: ChecklistReading): Look => ({
    checklists,
    log,
    reading,
    logged: readLoggedTicks(log, (moment) => dayOf(new Date(moment), zone)),
  });

  const sheetOf = findSheets(spreadsheet);
  const [checklists, log] = [sheetOf(CHECKLISTS_LAYOUT), sheetOf(LOG_LAYOUT)];
  let seen = checklists === null || log === null ? null : look(checklists, log, readChecklists(checklists));
  if (seen === null || wantsWriting(seen, schools, dateOf) || lacksSteps(seen.checklists)) {
    seen = underDocumentLock(() => {
      const { sheets } = prepareBook(spreadsheet);
      addNewSteps(sheets.checklists);
      const placed = look(sheets.checklists, sheets.log, placeSchools(sheets.checklists, schools));
      const changes = handChanges(placed.reading, placed.logged, dateOf);
      if (changes.length === 0) return placed;
      const setting = { ...placed, dateOf, now, today, who: '' };
      return look(placed.checklists, placed.log, logHandChanges(setting, placed.reading, changes));
    });
  }
  const { reading, logged } = seen;
  noteSteps(seen.checklists, reading, stepNotes(notes));
  const schoolsSheet = sheetOf(SCHOOLS_LAYOUT);
  return {
    today,
    book,
    rows: [...reading.keyed.rowOf.keys()].map((id) =>
      checklistRow(reading, id, dateOf, logged.lastTick.get(id) ?? null),
    ),
    extras: schoolsSheet === null ? {} : readSchoolExtras(schoolsSheet),
    lastTexts: objectOf(logged.lastText),
    missingSteps: missingSteps(reading),
    hints: { checklists: seen.checklists.getSheetId(), log: seen.log.getSheetId(), zone },
  };
}

function objectOf<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  const made: Record<string, T> = {};
  for (const [key, value] of map) made[key] = value;
  return made;
}

/** Texts of the client, for notes; longer ones are left out. */
function stepNotes(notes: unknown): StepNotes {
  const valid: Record<string, string> = {};
  for (const [id, note] of Object.entries(Object(notes))) {
    if (typeof note === 'string' && note.length <= NOTE_LIMIT) valid[id] = note;
  }
  return valid;
}

const NOTE_LIMIT = 1000;

function wantsWriting(
  { reading, logged }: Look,
  schools: readonly ChecklistSchool[],
  dateOf: DateReader,
): boolean {
  return lacksSchools(reading, schools) || handChanges(reading, logged, dateOf).length > 0;
}

export function checklistRow(
  reading: ChecklistReading,
  id: string,
  dateOf: DateReader,
  lastTick: IsoDate | null,
): ChecklistRow {
  return { id, ...schoolCells(reading, id, dateOf), lastTick };
}
