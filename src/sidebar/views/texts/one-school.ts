import type { CopiedText } from '../../../server/contract-texts.ts';
import { splitMessage } from '../../../text/messages/split.ts';
import { button, element, fill } from '../../dom.ts';
import type { Findable } from '../../findable.ts';
import type { Picker } from '../../picker.ts';
import type { School } from '../../schools.ts';
import type { ViewContext } from '../../view.ts';
import { createCopyFoot } from '../copy-foot.ts';
import { createCopying } from './copy.ts';
import { copiedText, type Desk, lastWords } from './desk.ts';
import type { Pane } from './pane.ts';
import { type Part, partList, readOnlyArea } from './parts.ts';
import { schoolCard } from './school-card.ts';
import { toneField } from './tones.ts';

const NOBODY_LAGS = 'Отстающих школ нет: цели достигнуты везде, где есть данные.';
const TEXT_ID = 'school-text';

/** A school is found in the picker above, its numbers shown, its text copied; then the next lagging one. */
export function createOneSchool(context: ViewContext, desk: Desk, picker: Picker<Findable>): Pane {
  const { schools, lagging } = desk;
  const place = element('section', { class: 'stack', 'aria-label': 'Школа' });
  const copying = createCopying(context, desk, showLast);
  const foot = createCopyFoot(
    (area, line) => copying.copy(area, texts, line),
    lagging.length === 0 ? null : step,
  );
  let texts: readonly CopiedText[] = [];
  let chosen: School | null = null;

  function choose(school: School, focus: boolean): void {
    chosen = school;
    context.chosen.schoolId = school.record.orgId;
    const card = schoolCard(school, lastText());
    const message = desk.messageTo(school);
    texts = [copiedText(school, message)];
    const parts: readonly Part[] = splitMessage(message.text).map((text) => ({ text, texts }));
    const [first] = parts;
    if (first === undefined) return;
    const area = readOnlyArea(TEXT_ID, first.text);
    const single = element(
      'div',
      {},
      element('label', { class: 'label', for: TEXT_ID }, 'Текст для школы'),
      area,
    );
    fill(
      place,
      card.element,
      parts.length === 1 ? single : partList(parts, 'Текст для школы', copying),
      element(
        'div',
        {},
        button('Чек-лист школы', () => context.open('checklists')),
      ),
    );
    picker.show(school);
    const shown = parts.length === 1 ? area : place.querySelector('textarea');
    if (shown !== null) foot.show(shown, positionWords(lagging, school));
    if (focus) card.heading.focus();
  }

  function lastText(): string {
    const last = chosen === null ? null : desk.lastOf(chosen);
    return last === null ? '' : `Последний текст: ${lastWords(last)}`;
  }

  function showLast(): void {
    const line = place.querySelector('.last-text');
    if (line !== null) line.textContent = lastText();
  }

  function step(by: 1 | -1): void {
    const next = neighbour(schools, chosen, by);
    if (next === null) return;
    choose(next, false);
    window.scrollTo(0, 0);
    context.announce(`${next.record.shortName}. ${positionWords(lagging, next)}`);
  }

  function schoolOf(id: string | null): School | undefined {
    return schools.find((school) => school.record.orgId === id);
  }

  const first = schoolOf(context.chosen.schoolId) ?? lagging[0] ?? schools[0];
  if (first !== undefined) choose(first, false);
  return {
    element: element(
      'div',
      { class: 'stack' },
      lagging.length > 0
        ? toneField(desk.tone(), (tone) => {
            desk.setTone(tone);
            if (chosen !== null) choose(chosen, false);
          })
        : element('p', { class: 'notice success' }, NOBODY_LAGS),
      place,
      foot.element,
    ),
    known: () => {
      // Ticks, promises and growth change the text itself.
      if (chosen !== null && !place.contains(document.activeElement)) choose(chosen, false);
      else showLast();
    },
    pick: (id) => {
      const picked = schoolOf(id);
      if (picked !== undefined) choose(picked, true);
    },
    reveal: () => {
      const wanted = schoolOf(context.chosen.schoolId);
      if (wanted !== undefined && wanted !== chosen) choose(wanted, false);
    },
  };
}

/** «Отстающая 3 из 41», or how many there are when the school is not one of them. */
function positionWords(lagging: readonly School[], school: School): string {
  const place = lagging.indexOf(school);
  return place < 0 ? `Отстающих: ${lagging.length}` : `Отстающая ${place + 1} из ${lagging.length}`;
}

/** The nearest lagging school after (or before) the chosen one in the book's order, going round. */
function neighbour(schools: readonly School[], chosen: School | null, by: 1 | -1): School | null {
  const start = chosen === null ? -1 : schools.indexOf(chosen);
  for (let distance = 1; distance <= schools.length; distance += 1) {
    const index = (start + by * distance + schools.length * 2) % schools.length;
    const candidate = schools[index];
    if (candidate?.lagging === true) return candidate;
  }
  return null;
}
