import { COLUMN_INDEX } from '../../domain/columns.ts';
import type { KindWords } from '../../domain/organisation.ts';
import type { StatisticsRow } from '../../domain/record.ts';
import type { BasisPoints } from '../../domain/share.ts';
import type { ImportPlan } from '../../import/plan.ts';
import { formatCount, formatShare } from '../../text/numbers.ts';
import { type SchoolChange, type ShareChange, schoolChanges } from '../comparison.ts';
import { element } from '../dom.ts';

const SHOWN = 50;
const HEADINGS_SHOWN = 3;

/** What an import does to the schools of the book, each kind openable. */
export function changeSection(
  plan: ImportPlan,
  current: readonly StatisticsRow[],
  incoming: readonly StatisticsRow[],
  kindWords: KindWords,
): HTMLElement {
  const changed = (): HTMLElement[] => {
    const shown = plan.updated.slice(0, SHOWN);
    return schoolChanges(shown, current, incoming, kindWords).map(changeItem);
  };
  const names = (ids: readonly string[], rows: readonly StatisticsRow[]) => (): HTMLElement[] =>
    nameItems(ids.slice(0, SHOWN), rows);
  return element(
    'section',
    { class: 'stack tight' },
    element('h3', {}, 'Что изменится в книге'),
    element(
      'ul',
      { class: 'lines' },
      line('Новые', plan.added, current.length === 0 ? null : names(plan.added, incoming)),
      line('Изменятся', plan.updated, changed),
      line('Без изменений', plan.unchanged, names(plan.unchanged, incoming)),
      line(
        'Нет в файле',
        plan.vanished,
        names(plan.vanished, current),
        'Эти школы останутся в книге с пометкой, их числа будут очищены.',
      ),
    ),
  );
}

function line(
  title: string,
  ids: readonly string[],
  items: (() => HTMLElement[]) | null,
  hint: string | null = null,
): HTMLElement {
  const words = [element('span', {}, title), element('span', { class: 'count' }, formatCount(ids.length))];
  if (items === null || ids.length === 0) {
    return element('li', {}, element('p', { class: 'line' }, ...words));
  }
  const list = element('ul', { class: 'sentences' }, ...items());
  if (ids.length > SHOWN) {
    list.append(element('li', { class: 'quiet' }, `и ещё ${formatCount(ids.length - SHOWN)}`));
  }
  return element(
    'li',
    {},
    element(
      'details',
      { class: 'plain' },
      element('summary', { class: 'line' }, ...words),
      element(
        'div',
        { class: 'stack tight' },
        hint === null ? null : element('p', { class: 'quiet small' }, hint),
        list,
      ),
    ),
  );
}

function nameItems(ids: readonly string[], rows: readonly StatisticsRow[]): HTMLElement[] {
  const wanted = new Set(ids);
  return rows.flatMap((row) => {
    const id = String(row[COLUMN_INDEX.orgId]);
    return wanted.has(id) ? [element('li', {}, `${row[COLUMN_INDEX.shortName] ?? ''} (ID ${id})`)] : [];
  });
}

function changeItem({ id, name, shares, headings }: SchoolChange): HTMLElement {
  const words = shares.map((share) => `${share.indicator.shortTitle} ${shareChangeText(share)}`);
  if (words.length === 0 && headings.length > 0) {
    const more = headings.length - HEADINGS_SHOWN;
    words.push(
      headings.slice(0, HEADINGS_SHOWN).join(', ') + (more > 0 ? ` и ещё ${formatCount(more)}` : ''),
    );
  }
  if (words.length === 0) words.push('только дата отчёта');
  return element(
    'li',
    {},
    `${name} (ID ${id})`,
    element('span', { class: 'quiet small block' }, words.join(' · ')),
  );
}

/** «70 % → 75 %» */
export function shareChangeText({ before, after }: Pick<ShareChange, 'before' | 'after'>): string {
  return `${shareText(before)} → ${shareText(after)}`;
}

function shareText(share: BasisPoints | null): string {
  return share === null ? 'нет данных' : formatShare(share);
}
