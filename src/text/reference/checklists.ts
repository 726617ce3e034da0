import { LISTS, stepsOfList } from '../../domain/checklists/steps.ts';
import { howToOf, STEP_WORDS } from '../checklist-steps.ts';
import { warningsOf } from '../checklist-warnings.ts';
import { dutyText, LIST_TITLES, stepName } from '../checklists.ts';
import type { Chapter } from './paragraph.ts';

/** The how-to of every step, a chapter a list. */
export const CHECKLIST_CHAPTERS: readonly Chapter[] = LISTS.map((list) => ({
  id: `checklist-${list}`,
  title: `Чек-лист «${LIST_TITLES[list]}»`,
  paragraphs: stepsOfList(list).map(({ id }) => {
    const { link } = STEP_WORDS[id];
    const duty = dutyText(id);
    return {
      id: `step.${id}`,
      title: stepName(id),
      lines: [...(duty === '' ? [] : [`Это ${duty}.`]), howToOf(id), ...warningsOf(id)],
      ...(link === undefined ? {} : { links: [link] }),
    };
  }),
}));
