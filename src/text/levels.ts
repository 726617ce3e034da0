import type { SelfDiagnosis } from '../domain/yardsticks/self-diagnosis.ts';

/** The outcome alone, for the column «8.5»: «2», «не определён», «нет данных», «не применимо». */
export function levelText({ outcome, level }: Pick<SelfDiagnosis, 'outcome' | 'level'>): string {
  if (level !== null) return String(level);
  if (outcome === 'no-data') return 'нет данных';
  return outcome === 'not-applicable' ? 'не применимо' : 'не определён';
}
