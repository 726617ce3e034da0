import type { Reference } from '../../server/contract-reference.ts';
import type { Link } from '../../text/links.ts';
import type { Chapter, Paragraph } from '../../text/reference/paragraph.ts';
import { searchReference } from '../../text/reference/search.ts';
import { button, element, fill, setAttribute, viewTitle } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import type { View, ViewContext } from '../view.ts';

const SEARCH_ID = 'reference-search';

type Links = Reference['links'];

/** «Справка»: chapters that open, a search over all of them, and the same as a sheet. */
export function createReferenceView(context: ViewContext): View {
  let reference: Reference | null = null;
  /** A paragraph asked for before the reference was there. */
  let wanted: string | null = null;
  const search = element('input', {
    id: SEARCH_ID,
    class: 'field',
    type: 'search',
    autocomplete: 'off',
    placeholder: 'Например: приглашение, столбец P, штраф',
  });
  const found = element('p', { class: 'small quiet', role: 'status' });
  const body = element('div', { class: 'stack tight reference' });
  const answer = element('div', { class: 'stack' });
  const write = button('Записать на лист «Справка»', () => void writeSheet());

  function show(): void {
    if (reference === null) return;
    const { chapters, links } = reference;
    const query = search.value.trim();
    const shown = searchReference(chapters, query);
    const count = shown.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
    found.textContent =
      query === '' ? '' : count === 0 ? 'Ничего не найдено: попробуйте другое слово.' : `Найдено: ${count}`;
    fill(body, ...shown.map((chapter) => chapterElement(chapter, links, query !== '')));
  }

  async function load(): Promise<void> {
    fill(body, element('p', { class: 'quiet' }, 'Открываем справку…'));
    const reply = await context.server.sidebarReadReference();
    if (!reply.ok) {
      fill(
        body,
        element('p', { class: 'notice error', role: 'alert' }, sentenceFor(reply.issue)),
        element(
          'div',
          {},
          button('Повторить', () => void load()),
        ),
      );
      return;
    }
    reference = reply.value;
    show();
    if (wanted !== null) goTo(wanted);
  }

  async function writeSheet(): Promise<void> {
    write.disabled = true;
    const reply = await context.server.sidebarWriteReference();
    write.disabled = false;
    const sentence = reply.ok ? `Справка записана на лист «${reply.value.sheet}».` : sentenceFor(reply.issue);
    fill(
      answer,
      element(
        'p',
        { class: reply.ok ? 'notice' : 'notice error', role: reply.ok ? null : 'alert' },
        sentence,
      ),
    );
    if (reply.ok) context.announce(sentence);
  }

  function goTo(id: string): void {
    wanted = reference === null ? id : null;
    if (reference === null) return;
    search.value = '';
    show();
    const target = body.querySelector<HTMLElement>(`#${CSS.escape(anchorOf(id))}`);
    if (target === null) return;
    target.closest('details')?.setAttribute('open', '');
    target.querySelector<HTMLElement>('h3')?.focus();
    target.scrollIntoView({ block: 'start' });
  }

  search.addEventListener('input', show);
  void load();
  return {
    element: element(
      'div',
      { class: 'stack' },
      viewTitle('Справка'),
      element(
        'div',
        {},
        element('label', { class: 'label', for: SEARCH_ID }, 'Найти в справке'),
        search,
        found,
      ),
      body,
      element('div', {}, write),
      answer,
    ),
    shown: (at) => {
      if (at !== undefined) goTo(at);
    },
  };
}

function anchorOf(id: string): string {
  return `reference-${id}`;
}

function chapterElement({ title, paragraphs }: Chapter, links: Links, open: boolean): HTMLElement {
  const details = element(
    'details',
    {},
    element('summary', {}, `${title} `, element('span', { class: 'count' }, `(${paragraphs.length})`)),
    ...paragraphs.map((paragraph) => paragraphElement(paragraph, links)),
  );
  setAttribute(details, 'open', open);
  return details;
}

function paragraphElement({ id, title, lines, links: keys = [] }: Paragraph, links: Links): HTMLElement {
  return element(
    'section',
    { id: anchorOf(id), class: 'paragraph' },
    element('h3', { tabindex: -1 }, title),
    ...lines.map((line) => element('p', {}, line)),
    ...keys.map((key) => element('p', {}, linkElement(links[key]))),
  );
}

function linkElement({ title, address, uncertain }: Link): HTMLElement {
  return element(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer' },
    uncertain ? `${title} (уточните)` : title,
  );
}
