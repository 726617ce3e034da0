import { copyFrom } from '../clipboard.ts';
import { button, element, fill } from '../dom.ts';
import type { ViewContext } from '../view.ts';

const COPIED = 'Текст скопирован.';
const BY_HAND = 'Браузер не дал скопировать сам. Текст выделен: нажмите Ctrl+C.';

/** The strip at the bottom that stays while schools change: previous, copy, next. */
export interface CopyFoot {
  readonly element: HTMLElement;
  /** Another text is to be copied; `position` says which school of how many it is for. */
  show(area: HTMLTextAreaElement, position: string): void;
}

/** @param step goes to the next (1) or previous (−1) lagging school; null where there is none */
export function createCopyFoot(context: ViewContext, step: ((by: 1 | -1) => void) | null): CopyFoot {
  const line = element('p', { class: 'quiet small centred' });
  const copy = button('Скопировать текст', () => void copyText(), { primary: true });
  let text: HTMLTextAreaElement | null = null;

  function stepButton(sign: string, label: string, by: 1 | -1): HTMLElement | null {
    if (step === null) return null;
    const attributes = { 'aria-label': label, title: label, class: 'button narrow' };
    return button(sign, () => step(by), { attributes });
  }

  async function copyText(): Promise<void> {
    const area = text;
    if (area === null) return;
    const sentence = (await copyFrom(area)) === 'copied' ? COPIED : BY_HAND;
    // The next school may stand there by now.
    if (text === area) line.textContent = sentence;
    context.announce(sentence);
  }

  return {
    element: element(
      'div',
      { class: 'foot stack tight' },
      element(
        'div',
        { class: 'row between' },
        stepButton('◀', 'Предыдущая отстающая школа', -1),
        copy,
        stepButton('▶', 'Следующая отстающая школа', 1),
      ),
      line,
    ),
    show: (area, position) => {
      text = area;
      fill(line, position);
    },
  };
}
