import { COLUMN_INDEX } from '../../domain/columns.ts';
import { type KindWords, organisationKind } from '../../domain/organisation.ts';
import { idOfRow, type StatisticsRow } from '../../domain/record.ts';
import type { ChecklistSchool } from './sheet.ts';

/** The schools of «Статистика» as «Чек-листы» shows them. */
export function checklistSchools(rows: readonly StatisticsRow[], kindWords: KindWords): ChecklistSchool[] {
  return rows.map((row) => ({
    id: idOfRow(row),
    name: String(row[COLUMN_INDEX.shortName] ?? ''),
    kind: organisationKind(String(row[COLUMN_INDEX.orgType] ?? ''), kindWords),
  }));
}
