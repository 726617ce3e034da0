import type { Verdict } from '../domain/yardsticks/monitoring.ts';

/** «мониторинг (месяц)», exactly as written into cells. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  counts: 'засчитана',
  'does-not-count': 'не засчитана',
  'no-data': 'нет данных',
  'not-applicable': 'не применимо',
};
