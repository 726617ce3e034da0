import { pendingText } from '../../../text/checklist-changes.ts';
import type { ChangeQueue } from '../../checklists/change-queue.ts';
import { button, element, fill } from '../../dom.ts';

export interface Problems {
  readonly element: HTMLElement;
  paint(): void;
}

/** What is being written, and what could not be: stays in sight until it is repeated or put away. */
export function createProblems(queue: () => ChangeQueue | null): Problems {
  const status = element('p', { class: 'small quiet centred' });
  const list = element('div', { class: 'stack tight', role: 'alert' });
  let painted = '';

  return {
    element: element('div', { class: 'stack tight' }, list, status),
    paint: () => {
      const changes = queue();
      const pending = changes?.pending() ?? 0;
      status.textContent = pending === 0 ? '' : pendingText(pending);
      const problems = changes?.problems() ?? [];
      const shown = problems.map(({ sentence }) => sentence).join('\n');
      if (shown === painted) return;
      painted = shown;
      fill(
        list,
        ...problems.map((problem) =>
          element(
            'div',
            { class: 'notice error stack tight' },
            element('p', {}, problem.sentence),
            element(
              'div',
              { class: 'row' },
              button('Повторить', () => changes?.retry(problem)),
              button('Убрать', () => changes?.dismiss(problem), { attributes: { class: 'button plain' } }),
            ),
          ),
        ),
      );
    },
  };
}
