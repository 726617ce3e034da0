import { COLUMN_INDEX } from '../../domain/columns.ts';
import { type KindWords, organisationKind } from '../../domain/organisation.ts';
import { idOfRow, type StatisticsRow } from '../../domain/record.ts';
import type { Book } from '../book.ts';
import { type ChecklistSchool, placeWithImport } from './sheet.ts';

/** The schools of «Статистика» as «Чек-листы» shows them. */
export function checklistSchools(rows: readonly StatisticsRow[], kindWords: KindWords): ChecklistSchool[] {
  return rows.map((row) => ({
    id: idOfRow(row),
    name: String(row[COLUMN_INDEX.shortName] ?? ''),
    kind: organisationKind(String(row[COLUMN_INDEX.orgType] ?? ''), kindWords),
  }));
}

/** Gives the schools that an import added a row of «Чек-листы»; costs nothing where it added none. */
export function placeNewSchools(
  book: Book,
  rows: readonly StatisticsRow[],
  added: number,
  kindWords: KindWords,
): void {
  if (added > 0) placeWithImport(book.sheets.checklists, checklistSchools(rows, kindWords));
}
