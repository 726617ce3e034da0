import type { InstallationCheck, Reply } from '../../server/contract.ts';
import { button, element, fill, viewTitle } from '../dom.ts';
import { sentenceFor } from '../failure.ts';
import type { View, ViewContext } from '../view.ts';
import { copyAndSay, createCopyFoot } from './copy-foot.ts';

const WHAT =
  'Проверка смотрит листы и настройки книги и пробует на временном листе то, на что полагается ' +
  'надстройка. Лист потом удаляется, данные не меняются. Это занимает до минуты.';

function verdict(faults: number, advice: number): string {
  if (faults > 0) {
    const ask = 'скопируйте отчёт и отправьте тому, кто ведёт надстройку.';
    return advice > 0
      ? `Найдено расхождений: ${faults}. Что делать — ниже; если не поможет, ${ask}`
      : `Найдено расхождений: ${faults}. С${ask.slice(1)}`;
  }
  return advice > 0 ? 'Работать можно; совет — ниже.' : 'Всё в порядке.';
}

/** «Проверка»: runs the installation check and shows its report as text to copy. */
export function createCheckView(context: ViewContext): View {
  const body = element('div', { class: 'stack' });
  const start = button('Проверить', () => void run(() => context.server.sidebarCheckInstallation()), {
    primary: true,
  });

  async function run(ask: () => Promise<Reply<InstallationCheck>>): Promise<void> {
    start.disabled = true;
    fill(body, element('p', { class: 'quiet' }, 'Проверяем…'));
    const reply = await ask();
    start.disabled = false;
    if (reply.ok) show(reply.value);
    else fill(body, element('p', { class: 'notice error', role: 'alert' }, sentenceFor(reply.issue)));
  }

  function show({ report, faults, advice, foreign }: InstallationCheck): void {
    const sentence = verdict(faults, advice.length);
    const area = element('textarea', { readonly: true, rows: 14, 'aria-label': 'Отчёт проверки' });
    area.value = report;
    const foot = createCopyFoot((area, line) => copyAndSay(context, area, line), null);
    foot.show(area, '');
    const over = foreign
      ? button('Писать в книгу отсюда', () => void run(() => context.server.sidebarTakeBookOver()))
      : null;
    fill(
      body,
      element('p', { class: faults === 0 ? 'notice' : 'notice error' }, sentence),
      over,
      advice.length === 0 ? null : element('ul', {}, ...advice.map((text) => element('li', {}, text))),
      area,
      foot.element,
    );
    context.announce(sentence);
  }

  return {
    element: element(
      'div',
      { class: 'stack' },
      viewTitle('Проверка'),
      element('p', { class: 'quiet' }, WHAT),
      element('div', {}, start),
      body,
    ),
    shown: () => undefined,
  };
}
