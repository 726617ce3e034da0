import { isMissed } from '../../../domain/weak-spot.ts';
import { peopleOf } from '../../../text/messages/facts.ts';
import type { Message } from '../../../text/messages/school.ts';
import { packMessages } from '../../../text/messages/split.ts';
import { formatCount } from '../../../text/numbers.ts';
import { button, element, fill, setAttribute } from '../../dom.ts';
import { sentenceFor } from '../../failure.ts';
import type { School } from '../../schools.ts';
import { statusChip } from '../../statuses.ts';
import type { ViewContext } from '../../view.ts';
import { createCopying } from './copy.ts';
import { aboutOf, copiedText, type Desk, lastWords } from './desk.ts';
import type { Pane } from './pane.ts';
import { type Part, partList, readOnlyArea } from './parts.ts';

/** Schools listed at once. */
const SHOWN = 50;

export interface SchoolTexts {
  readonly schools: readonly School[];
  messageTo(school: School): Message;
}

/**
 * The texts of many schools: each by a button beside its name, or all of them, packed into as few
 * messages as the messenger allows, or in the sheet «Тексты».
 */
export function createSchoolTexts(context: ViewContext, desk: Desk, wanted: () => SchoolTexts): Pane {
  const list = element('ul', { class: 'lines texts' });
  const line = element('p', { class: 'quiet small' });
  const place = element('div', { class: 'stack tight' });
  const copying = createCopying(context, desk, showLast);
  const waiting = element('input', { type: 'checkbox', id: 'texts-waiting' });
  const lastLines = new Map<School, HTMLElement>();
  let limit = SHOWN;

  function chosen(): readonly School[] {
    const { schools } = wanted();
    return waiting.checked
      ? schools.filter((school) => desk.lastOf(school) === null || isOld(school))
      : schools;
  }

  /** The last text was written before the day of the data. */
  function isOld(school: School): boolean {
    const last = desk.lastOf(school);
    return last !== null && last[1] < Date.parse(`${desk.book.date ?? ''}T00:00:00`);
  }

  function draw(): void {
    const schools = chosen();
    lastLines.clear();
    fill(list, ...schools.slice(0, limit).map(item));
    if (schools.length > limit) {
      const more = button(`Показать ещё ${formatCount(Math.min(SHOWN, schools.length - limit))}`, () => {
        limit += SHOWN;
        draw();
      });
      list.append(element('li', {}, more));
    }
    if (schools.length === 0) list.append(element('li', { class: 'quiet' }, 'Писать некому.'));
    all.open = false;
    all.hidden = schools.length === 0;
    setAttribute(write, 'disabled', schools.length === 0);
    fill(place);
    line.textContent = '';
  }

  function item(school: School): HTMLElement {
    const { shortName } = school.record;
    const last = element('span', { class: 'quiet small' }, lastText(school));
    lastLines.set(school, last);
    const copy = button('Скопировать', () => void copyOne(school), {
      attributes: { class: 'button narrow', 'aria-label': `Скопировать: ${shortName}` },
    });
    return element(
      'li',
      { class: 'stack tight' },
      element('div', { class: 'row between' }, element('span', {}, shortName), copy),
      element('div', { class: 'row small' }, ...missedChips(school), last),
    );
  }

  async function copyOne(school: School): Promise<void> {
    const message = wanted().messageTo(school);
    const area = readOnlyArea('text-one', message.text);
    fill(place, element('label', { class: 'label', for: 'text-one' }, school.record.shortName), area);
    // Left to be copied by hand, the text stays in sight.
    if (await copying.copy(area, [copiedText(school, message)], line)) fill(place);
  }

  function showLast(): void {
    for (const [school, last] of lastLines) last.textContent = lastText(school);
  }

  function lastText(school: School): string {
    const last = desk.lastOf(school);
    return last === null ? 'текстов ещё не было' : lastWords(last);
  }

  function parts(): Part[] {
    const { messageTo } = wanted();
    const texts = chosen().map((school) => {
      const message = messageTo(school);
      return { school: copiedText(school, message), text: message.text };
    });
    return packMessages(texts).map(({ text, schools }) => ({ text, texts: schools }));
  }

  const all = element('details', {}, element('summary', {}, 'Все тексты подряд, частями до 4 000 знаков'));
  all.addEventListener('toggle', () => {
    all.querySelector('.stack')?.remove();
    if (all.open) all.append(partList(parts(), 'Тексты', copying));
  });

  const write = button('Записать на лист «Тексты»', () => void writeSheet());

  async function writeSheet(): Promise<void> {
    setAttribute(write, 'disabled', true);
    line.textContent = 'Записываем…';
    const { messageTo } = wanted();
    const reply = await context.server.sidebarWriteTexts(
      chosen().map((school) => {
        const message = messageTo(school);
        const { orgId: id, shortName, date } = school.record;
        return { id, school: shortName, about: aboutOf(message), date, text: message.text };
      }),
    );
    setAttribute(write, 'disabled', false);
    line.textContent = reply.ok ? `Записано на лист «${reply.value.sheet}».` : sentenceFor(reply.issue);
    context.announce(line.textContent);
  }

  waiting.addEventListener('change', draw);
  const root = element(
    'div',
    { class: 'stack' },
    element(
      'label',
      { class: 'tone', for: 'texts-waiting' },
      waiting,
      'Только кому ещё не писали по этому отчёту',
    ),
    element('div', { class: 'stack tight' }, all, write),
    list,
    element('div', { class: 'foot stack tight' }, place, line),
  );
  draw();
  return { element: root, known: draw, reveal: draw };
}

function missedChips(school: School): HTMLElement[] {
  return school.assessments.filter(isMissed).map(({ indicator, status }) => {
    const chip = statusChip(status);
    chip.prepend(`${peopleOf(indicator)}: `);
    return chip;
  });
}
