import { copyFrom } from '../clipboard.ts';
import { button, element, fill } from '../dom.ts';
import type { ViewContext } from '../view.ts';

export const COPIED = 'Текст скопирован.';
const BY_HAND = 'Браузер не дал скопировать сам. Текст выделен: нажмите Ctrl+C.';

/** Copies the text of the area and says so; false where it is left to be copied by hand. */
export async function copyAndSay(
  context: ViewContext,
  area: HTMLTextAreaElement,
  line: HTMLElement,
): Promise<boolean> {
  const copied = (await copyFrom(area)) === 'copied';
  const sentence = copied ? COPIED : BY_HAND;
  line.textContent = sentence;
  context.announce(sentence);
  return copied;
}

/** The strip at the bottom that stays while schools change: previous, copy, next. */
export interface CopyFoot {
  readonly element: HTMLElement;
  /** Another text is to be copied; `position` says which school of how many it is for. */
  show(area: HTMLTextAreaElement, position: string): void;
}

/**
 * @param copyText copies what stands in the area, and tells it in the line
 * @param step goes to the next (1) or previous (−1) lagging school; null where there is none
 */
export function createCopyFoot(
  copyText: (area: HTMLTextAreaElement, line: HTMLElement) => Promise<boolean>,
  step: ((by: 1 | -1) => void) | null,
): CopyFoot {
  const line = element('p', { class: 'quiet small centred' });
  const copy = button('Скопировать текст', () => void copyShown(), { primary: true });
  const next = stepButton('▶', 'Следующая отстающая школа', 1);
  let text: HTMLTextAreaElement | null = null;

  function stepButton(sign: string, label: string, by: 1 | -1): HTMLButtonElement | null {
    if (step === null) return null;
    const attributes = { 'aria-label': label, title: label, class: 'button narrow' };
    const go = (): void => {
      step(by);
      // So that Enter copies the next text, and the one after it.
      if (by === 1) copy.focus();
    };
    return button(sign, go, { attributes });
  }

  async function copyShown(): Promise<void> {
    const area = text;
    // Another school may stand there by now.
    if (area !== null && (await copyText(area, line)) && text === area) next?.focus();
  }

  return {
    element: element(
      'div',
      { class: 'foot stack tight' },
      element('div', { class: 'row between' }, stepButton('◀', 'Предыдущая отстающая школа', -1), copy, next),
      line,
    ),
    show: (area, position) => {
      text = area;
      fill(line, position);
    },
  };
}
