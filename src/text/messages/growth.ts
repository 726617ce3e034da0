import { type IndicatorGrowth, pointsOf } from '../../domain/growth.ts';
import { formatShare } from '../numbers.ts';
import { peopleOf } from './facts.ts';

/** «За неделю выросли: педагоги — с 50 % до 61,5 %, на 11,5 п. п.»; '' where nothing grew. */
export function growthText(growth: readonly IndicatorGrowth[]): string {
  const grown = growth.filter((row) => pointsOf(row) > 0);
  if (grown.length === 0) return '';
  return `Рост с прошлого отчёта: ${grown.map(grownText).join('; ')}.`;
}

function grownText(row: IndicatorGrowth): string {
  return `${peopleOf(row.indicator)} — с ${formatShare(row.before)} до ${formatShare(row.now)}`;
}
