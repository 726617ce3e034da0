import type { BookState } from '../../../server/contract.ts';
import { element, fill } from '../../dom.ts';
import { sentenceFor } from '../../failure.ts';
import type { Findable } from '../../findable.ts';
import { issueList } from '../../issue-list.ts';
import type { Picker } from '../../picker.ts';
import type { ViewContext } from '../../view.ts';
import { createDesk } from './desk.ts';
import { createDistrictText } from './district-text.ts';
import { createHeadPage } from './head-page.ts';
import type { Kind } from './kinds.ts';
import { createOneSchool } from './one-school.ts';
import { ownTexts } from './own-texts.ts';
import type { Pane } from './pane.ts';
import { createSchoolTexts } from './school-texts.ts';
import { rememberedTone, toneField } from './tones.ts';

/** The texts of one book, below the fields that say which is wanted. */
export interface Writing {
  readonly element: HTMLElement;
  /** Schools below a target. */
  readonly lagging: number;
  /** What is wrong in «Настройки», the templates among it. */
  readonly notices: readonly HTMLElement[];
  show(kind: Kind): void;
  /** A school was picked in the view's own field. */
  pick(id: string): void;
  /** The view came to the front. */
  reveal(): void;
}

export type CreateWriting = (
  context: ViewContext,
  book: BookState,
  picker: Picker<Findable>,
  holds: () => boolean,
) => Writing;

/** @param holds the book is still the one in front */
export const createWriting: CreateWriting = (context, book, picker, holds) => {
  const desk = createDesk(book, rememberedTone());
  const place = element('div', { class: 'stack' });
  const trouble = element('p', { class: 'quiet small' });
  let pane: Pane | null = null;

  /** The texts stand without it: only dates of earlier texts and growth wait for this. */
  async function know(): Promise<void> {
    const reply = await context.server.sidebarReadTexts(book.date);
    if (!holds()) return;
    if (reply.ok) {
      desk.know(reply.value);
      pane?.known();
    } else trouble.textContent = `Прошлые тексты и рост не прочитаны. ${sentenceFor(reply.issue)}`;
  }

  function paneOf(kind: Kind): Pane {
    switch (kind) {
      case 'one':
        return createOneSchool(context, desk, picker);
      case 'all':
        return allLagging();
      case 'thanks':
        return createSchoolTexts(context, desk, () => ({
          schools: [...desk.reached(), ...desk.grown()],
          messageTo: desk.thanksTo,
        }));
      case 'district':
        return createDistrictText(context, desk);
      case 'page':
        return createHeadPage(context, desk);
    }
  }

  function allLagging(): Pane {
    const texts = createSchoolTexts(context, desk, () => ({
      schools: desk.lagging,
      messageTo: desk.messageTo,
    }));
    const field = toneField(desk.tone(), (picked) => {
      desk.setTone(picked);
      texts.reveal();
    });
    return { ...texts, element: element('div', { class: 'stack' }, field, texts.element) };
  }

  void know();
  return {
    element: element('div', { class: 'stack' }, place, trouble, ownTexts()),
    lagging: desk.lagging.length,
    notices: issueList(desk.issues),
    show: (kind) => {
      pane = paneOf(kind);
      fill(place, pane.element);
    },
    pick: (id) => pane?.pick?.(id),
    reveal: () => pane?.reveal(),
  };
};
