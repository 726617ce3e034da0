import type { Issue } from '../../domain/issues.ts';
import type { DayMonthOrder } from '../../import/dates.ts';
import { button, element } from '../dom.ts';

/**
 * Asks what stands first in dates that can be read both ways; null where the file has none.
 * The answer is the user's: guessing would put a report into the wrong week.
 */
export function dateQuestion(
  issues: readonly Issue[],
  answer: (order: DayMonthOrder) => void,
): HTMLElement | null {
  const ambiguous = issues.find((issue) => issue.code === 'date-ambiguous');
  if (ambiguous === undefined) return null;
  return element(
    'div',
    { class: 'notice stack tight', role: 'group', 'aria-label': 'Порядок дня и месяца' },
    element('p', {}, `Дата отчёта записана как «${ambiguous.found}». Что стоит первым?`),
    element(
      'div',
      { class: 'row even' },
      button('День', () => answer('day-first')),
      button('Месяц', () => answer('month-first')),
    ),
  );
}
