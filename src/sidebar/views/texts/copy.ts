import type { CopiedText } from '../../../server/contract-texts.ts';
import { sentenceFor } from '../../failure.ts';
import { signature } from '../../signature.ts';
import type { ViewContext } from '../../view.ts';
import { COPIED, copyAndSay } from '../copy-foot.ts';
import type { Desk } from './desk.ts';

export interface Copying {
  /** Copies the text of the area, says so in the line, and writes it into «Журнал». */
  copy(area: HTMLTextAreaElement, texts: readonly CopiedText[], line: HTMLElement): Promise<boolean>;
}

/** @param logged the last texts changed */
export function createCopying(context: ViewContext, desk: Desk, logged: () => void): Copying {
  async function log(texts: readonly CopiedText[], line: HTMLElement): Promise<void> {
    if (texts.length === 0) return;
    const reply = await context.server.sidebarLogTexts({ who: signature(), texts });
    if (reply.ok) {
      desk.sent(reply.value);
      logged();
    } else line.textContent = `${COPIED} В «Журнал» не записано. ${sentenceFor(reply.issue)}`;
  }

  return {
    copy: async (area, texts, line) => {
      const copied = await copyAndSay(context, area, line);
      if (copied) void log(texts, line);
      // Copied by hand: the browser tells of it, once.
      else area.addEventListener('copy', () => void log(texts, line), { once: true });
      return copied;
    },
  };
}
