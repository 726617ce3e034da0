import type { SidebarView } from '../server/contract.ts';
import { element, setAttribute } from './dom.ts';
import type { ViewEntry } from './view.ts';

const MORE_ID = 'more-sections';

export interface Navigation {
  /** Marks the view that is in front. */
  mark(current: SidebarView): void;
}

/**
 * The weekly way (import, checklists, texts) as tabs; what is needed now and then opens under «Ещё».
 * Escape, a choice or a step outside closes the list.
 */
export function createNavigation(
  place: HTMLElement,
  entries: readonly ViewEntry[],
  open: (view: SidebarView) => void,
): Navigation {
  const buttons = new Map<SidebarView, HTMLButtonElement>();
  const caption = element('span', {}, 'Ещё');
  const toggle = element(
    'button',
    { type: 'button', class: 'section more', 'aria-expanded': 'false', 'aria-controls': MORE_ID },
    caption,
  );
  const list = element('ul', { id: MORE_ID, class: 'more-list', hidden: true });
  const more = element('div', { class: 'more-sections' }, toggle, list);

  let expanded = false;

  function expand(wanted: boolean): void {
    expanded = wanted;
    setAttribute(list, 'hidden', !expanded);
    setAttribute(toggle, 'aria-expanded', String(expanded));
  }

  for (const { key, title, tab } of entries) {
    const attributes = { type: 'button', class: 'section', 'aria-label': tab === undefined ? null : title };
    const made = element('button', attributes, tab ?? title);
    made.addEventListener('click', () => {
      expand(false);
      open(key);
    });
    buttons.set(key, made);
    if (tab === undefined) list.append(element('li', {}, made));
    else place.append(made);
  }
  if (list.childElementCount > 0) place.append(more);

  toggle.addEventListener('click', () => expand(!expanded));
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !expanded) return;
    expand(false);
    toggle.focus();
  });
  more.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !more.contains(relatedTarget)) expand(false);
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !more.contains(target)) expand(false);
  });

  return {
    mark: (current) => {
      for (const [key, made] of buttons) setAttribute(made, 'aria-current', key === current ? 'page' : null);
      const listed = entries.find(({ key, tab }) => key === current && tab === undefined);
      // A short word keeps the row of tabs on one line.
      caption.textContent = listed === undefined ? 'Ещё' : (listed.short ?? listed.title);
      toggle.classList.toggle('current', listed !== undefined);
    },
  };
}
