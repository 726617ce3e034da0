import { type StepId, stepOf } from '../../../domain/checklists/steps.ts';
import type { BulkTick } from '../../../server/contract-checklists.ts';
import { bulkQuestion, bulkResultText } from '../../../text/checklist-changes.ts';
import { counted } from '../../../text/numbers.ts';
import { WORDS } from '../../../text/plurals.ts';
import { bulkTick, bulkUndo, tickableSchools } from '../../checklists/bulk.ts';
import type { ChecklistSchool, SchoolList } from '../../checklists/school-list.ts';
import { button, element, fill } from '../../dom.ts';
import { sentenceFor } from '../../failure.ts';
import type { ViewContext } from '../../view.ts';

/** What a bulk tick came to, and the request that takes it back. */
export interface BulkResult {
  readonly sentence: string;
  /** null where there is nothing to take back. */
  readonly undo: BulkTick | null;
}

export interface BulkTools {
  readonly context: ViewContext;
  list(): SchoolList;
  who(): string;
  /** Rows were changed: everything that shows them is to be drawn anew, with the result. */
  finished(result: BulkResult): void;
}

/** Ticks one step for all the schools, after a question. */
export function bulkTickPart(
  step: StepId,
  schools: readonly ChecklistSchool[],
  tools: BulkTools,
): HTMLElement {
  const place = element('div', { class: 'stack tight' });
  const wanted = tickableSchools(schools, step);
  const { today } = tools.list().state;
  const day = stepOf(step).period === 'report' ? today : null;

  function offer(): void {
    const caption = `Отметить у всех: ${counted(wanted.length, WORDS.school)}…`;
    fill(place, wanted.length === 0 ? null : button(caption, ask));
  }

  function ask(): void {
    const request = bulkTick(step, wanted, day, tools.who(), tools.list().state);
    const yes = button('Отметить', () => void sendBulk(request, place, tools), { primary: true });
    fill(
      place,
      element('p', { class: 'notice warning' }, bulkQuestion(step, wanted.length, day)),
      element('div', { class: 'row' }, yes, button('Не надо', offer)),
    );
    yes.focus();
  }

  offer();
  return place;
}

/** The result of a bulk tick on top of the district, with the way back. */
export function bulkNotice({ sentence, undo }: BulkResult, tools: BulkTools): HTMLElement {
  const place = element('div', { class: 'stack tight' });
  fill(
    place,
    element('p', { class: 'notice success' }, sentence),
    undo === null
      ? null
      : element(
          'div',
          {},
          button('Отменить', () => void sendBulk(undo, place, tools)),
        ),
  );
  return place;
}

async function sendBulk(request: BulkTick, place: HTMLElement, tools: BulkTools): Promise<void> {
  fill(place, element('p', { class: 'quiet' }, 'Записываем…'));
  const reply = await tools.context.server.sidebarTickSchools(request);
  if (!reply.ok) {
    const sentence = sentenceFor(reply.issue);
    const again = button('Повторить', () => void sendBulk(request, place, tools));
    fill(place, element('p', { class: 'notice error', role: 'alert' }, sentence), element('div', {}, again));
    return;
  }
  const { written, same, changed, rows } = reply.value;
  for (const row of rows) tools.list().put(row);
  const counts = { written: written.length, same: same.length, changed: changed.length };
  const undo = request.done && written.length > 0 ? bulkUndo(request, reply.value) : null;
  tools.finished({ sentence: bulkResultText(counts, request.done), undo });
}
