import { COLUMN_INDEX } from '../domain/columns.ts';
import { type KindWords, organisationKind } from '../domain/organisation.ts';
import type { StatisticsRow } from '../domain/record.ts';

export interface UnknownType {
  readonly type: string;
  readonly schools: number;
}

/** Types of organisation that no word of «Настройки» tells, with their schools: asked about, not guessed. */
export function unknownTypes(rows: readonly StatisticsRow[], words: KindWords): UnknownType[] {
  const schoolsOf = new Map<string, number>();
  for (const row of rows) {
    const type = String(row[COLUMN_INDEX.orgType] ?? '').trim();
    schoolsOf.set(type, (schoolsOf.get(type) ?? 0) + 1);
  }
  return [...schoolsOf]
    .filter(([type]) => type !== '' && organisationKind(type, words) === 'unknown')
    .map(([type, schools]) => ({ type, schools }));
}
