import { COLUMN_INDEX } from '../../domain/columns.ts';
import { type KindWords, organisationKind } from '../../domain/organisation.ts';
import { idOfRow, type StatisticsRow } from '../../domain/record.ts';
import type { Book } from '../book.ts';
import { sheetReference } from '../cells.ts';
import { readSettings } from '../settings/sheet.ts';
import { CHECKLISTS_LAYOUT, type ColumnKey, NEW_COLUMNS } from './columns.ts';
import { lettersOf } from './formulas.ts';
import { type ChecklistSchool, placeSchools } from './sheet.ts';

/** The schools of «Статистика» as «Чек-листы» shows them. */
export function checklistSchools(rows: readonly StatisticsRow[], kindWords: KindWords): ChecklistSchool[] {
  return rows.map((row) => ({
    id: idOfRow(row),
    name: String(row[COLUMN_INDEX.shortName] ?? ''),
    kind: organisationKind(String(row[COLUMN_INDEX.orgType] ?? ''), kindWords),
  }));
}

/** Gives the schools that an import added a row of «Чек-листы»; costs nothing where it added none. */
export function placeNewSchools(book: Book, rows: readonly StatisticsRow[], added: number): void {
  if (added === 0) return;
  const { kindWords } = readSettings(book.sheets.settings, book.dateOf);
  placeSchools(book.sheets.checklists, checklistSchools(rows, kindWords));
}

/** Letter of a column where the sheet is as we made it; a formula that was written follows it. */
export function checklistLetter(key: ColumnKey): string {
  return lettersOf(NEW_COLUMNS)(key);
}

/** Formula part: what a column of «Чек-листы» holds for the id in a cell; '' where the school has no row. */
export function checklistLookup(checklistsName: string, key: ColumnKey, idCell: string): string {
  const sheet = sheetReference(checklistsName);
  const area = (letter: string): string => `${sheet}!$${letter}$${CHECKLISTS_LAYOUT.firstRow}:$${letter}`;
  const row = `MATCH(${idCell};${area(checklistLetter('id'))};0)`;
  return `IFERROR(INDEX(${area(checklistLetter(key))};${row});"")`;
}
