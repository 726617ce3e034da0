import { COLUMN_INDEX } from '../domain/columns.ts';
import type { Issue } from '../domain/issues.ts';
import { type KindWords, organisationKind } from '../domain/organisation.ts';
import type { StatisticsRow } from '../domain/record.ts';

/** Types of organisation that no word of «Настройки» tells: asked about, not guessed. */
export function unknownTypes(rows: readonly StatisticsRow[], words: KindWords): Issue[] {
  const schoolsOf = new Map<string, number>();
  for (const row of rows) {
    const type = String(row[COLUMN_INDEX.orgType] ?? '').trim();
    schoolsOf.set(type, (schoolsOf.get(type) ?? 0) + 1);
  }
  const unknown = [...schoolsOf].filter(([type]) => organisationKind(type, words) === 'unknown');
  if (unknown.length === 0) return [];
  const schools = unknown.reduce((sum, [, count]) => sum + count, 0);
  return [{ code: 'types-unknown', types: unknown.map(([type]) => type), schools }];
}
