import type { BookState } from '../../server/contract.ts';
import { element } from '../dom.ts';
import type { ViewContext } from '../view.ts';
import { createSampleRemoval } from './removal.ts';

/** Above every view while the book holds the invented district. */
export interface SampleBanner {
  readonly element: HTMLElement;
  show(book: BookState): void;
}

export function createSampleBanner(context: ViewContext): SampleBanner {
  const place = element('aside', { class: 'sample-banner', 'aria-label': 'Пример данных', hidden: true });
  place.append(
    element('p', {}, 'В книге пример: школы выдуманы.'),
    createSampleRemoval(context, () => {
      place.hidden = true;
      context.open('start');
    }),
  );
  return {
    element: place,
    show: ({ sample }) => {
      place.hidden = !sample;
    },
  };
}
