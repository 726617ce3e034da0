// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CURES } from '../../../../src/domain/checklists/cures.ts';
import { STEPS, stepAppliesTo, stepOf } from '../../../../src/domain/checklists/steps.ts';
import type { Group } from '../../../../src/domain/columns.ts';
import { LOSS_STAGES, type LossStage, stageLosses } from '../../../../src/domain/funnel.ts';
import type { Issue } from '../../../../src/domain/issues.ts';
import { organisationKind } from '../../../../src/domain/organisation.ts';
import type { StatisticsRecord } from '../../../../src/domain/record.ts';
import type { ChecklistRow, ChecklistState } from '../../../../src/server/contract-checklists.ts';
import { LINKS } from '../../../../src/text/links.ts';
import { type FakeBook, fakeBook, stateOf } from '../../checklists/book.ts';
import { laggingRecord, manyRecords, schoolRecord } from '../../fixtures.ts';
import { type OpenedSidebar, openSidebar } from '../../page.ts';

beforeEach(() => localStorage.setItem('maxcok.who', 'ЦИО-2'));
afterEach(() => localStorage.clear());

interface Opened {
  readonly sidebar: OpenedSidebar;
  readonly book: FakeBook;
}

async function open(
  records: readonly StatisticsRecord[],
  fields: Readonly<Record<string, Partial<ChecklistRow>>> = {},
  changes: Partial<ChecklistState> = {},
): Promise<Opened> {
  const book = fakeBook(stateOf(records, fields, changes));
  const sidebar = openSidebar('checklists', (fake) => book.answer(fake));
  await vi.waitFor(() => expect(sidebar.text()).not.toContain('Читаем чек-листы'));
  return { sidebar, book };
}

function find<T extends HTMLElement>({ view }: OpenedSidebar, selector: string): T {
  const found = view.querySelector<T>(selector);
  if (found === null) throw new Error(`no ${selector} in: ${view.textContent}`);
  return found;
}

function box(sidebar: OpenedSidebar, step: string): HTMLInputElement {
  return find<HTMLInputElement>(sidebar, `[id="step-${step}"]`);
}

function tick(sidebar: OpenedSidebar, step: string, done: boolean): void {
  const checkbox = box(sidebar, step);
  checkbox.checked = done;
  checkbox.dispatchEvent(new Event('change'));
}

/** The words under a step. */
function lines(sidebar: OpenedSidebar, step: string): string {
  return (find(sidebar, `[id="step-${step}-lines"]`).textContent ?? '').replaceAll('\u00a0', ' ');
}

function chosen(sidebar: OpenedSidebar): string {
  return find(sidebar, 'h2').textContent ?? '';
}

function submit(sidebar: OpenedSidebar, values: Readonly<Record<string, string>>): void {
  let form: HTMLFormElement | null = null;
  for (const [id, value] of Object.entries(values)) {
    const field = find<HTMLInputElement>(sidebar, `[id="${id}"]`);
    field.value = value;
    form = field.closest('form');
  }
  form?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
}

const LAGGING = '1000005';
const GROUPS: readonly Group[] = ['teachers', 'parents', 'students'];
const GROUP_WORDS: Readonly<Record<Group, string>> = {
  teachers: 'педагоги',
  parents: 'родители',
  students: 'обучающиеся',
};
const TYPES = [
  'Общеобразовательная организация',
  'Профессиональная образовательная организация',
  'Дошкольная образовательная организация',
  'Организация дополнительного образования',
  'Иное',
];
const SCHOOLS = [
  laggingRecord(),
  schoolRecord(),
  laggingRecord({ shortName: 'ГБДОУ детский сад № 8', orgId: '80', orgType: 'Дошкольная организация' }),
];

describe('the view', () => {
  it('opens in one round trip, which serves the texts too', async () => {
    const { sidebar } = await open(SCHOOLS);
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
    sidebar.press('Следующая школа');
    sidebar.press('Текст для школы');
    await vi.waitFor(() => expect(sidebar.view.querySelector('textarea')).not.toBeNull());
    expect(chosen(sidebar)).toBe('ГБОУ СОШ № 525');
    sidebar.press('Чек-лист школы');
    expect(find(sidebar, 'h1').textContent).toBe('Чек-листы');
    expect(chosen(sidebar)).toBe('ГБОУ СОШ № 525');
    // The second one is about earlier texts alone.
    expect(sidebar.fake.calls.map(({ name }) => name)).toEqual(['sidebarReadChecklists', 'sidebarReadTexts']);
    // Notes for the headings of the sheet, each with its paragraph of «Справка».
    expect(sidebar.fake.calls[0]?.args).toEqual([
      Object.fromEntries(
        STEPS.map(({ id, label }) => [id, expect.stringContaining(`Подробнее: Справка, «${label}. `)]),
      ),
    ]);
  });

  it('is read again when the book was', async () => {
    const { sidebar } = await open(SCHOOLS);
    sidebar.press('Импорт статистики');
    sidebar.press('Чек-листы');
    expect(sidebar.fake.count('sidebarReadChecklists')).toBe(1);
    const later = { ...stateOf(SCHOOLS).book, date: '2025-12-01' };
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: later }));
    sidebar.press('Тексты школам');
    await vi.waitFor(() => expect(sidebar.button('Обновить')).not.toBeNull());
    sidebar.press('Обновить');
    await vi.waitFor(() => expect(sidebar.text()).toContain('01.12.2025'));
    sidebar.press('Чек-листы');
    expect(sidebar.fake.count('sidebarReadChecklists')).toBe(2);
  });

  it('shows ticks made by hand when the person comes back', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    book.edit(LAGGING, { steps: { 'cok.timetable': true } });
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(box(sidebar, 'cok.timetable').checked).toBe(true));
  });

  it.each([
    ['the same schools', SCHOOLS, ['ГБОУ СОШ № 525']],
    [
      'more schools',
      [...SCHOOLS, schoolRecord({ shortName: 'ГБОУ СОШ № 52', orgId: '90' })],
      ['ГБОУ СОШ № 52', 'ГБОУ СОШ № 525'],
    ],
  ])(
    'keeps what is typed in the picker when the book that is looked at again has %s',
    async (_, found, names) => {
      const { sidebar } = await open(SCHOOLS);
      const field = () => find<HTMLInputElement>(sidebar, '#school');
      field().focus();
      field().value = '№ 52';
      field().dispatchEvent(new Event('input'));
      const later = stateOf(found, { [LAGGING]: { steps: { 'cok.timetable': true } } });
      sidebar.fake.answer('sidebarReadChecklists', () => ({ ok: true, value: later }));
      window.dispatchEvent(new Event('focus'));
      await vi.waitFor(() => expect(box(sidebar, 'cok.timetable').checked).toBe(true));
      expect(sidebar.text()).toContain(`1 из ${found.length}`);
      expect(field().value).toBe('№ 52');
      expect(document.activeElement).toBe(field());
      const options = [...sidebar.view.querySelectorAll('[role=option] > :first-child')];
      expect(options.map((option) => option.textContent)).toEqual(names);
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
      expect(chosen(sidebar)).toBe(names[0]);
      expect(field().value).toBe(names[0]);
    },
  );

  it('leaves whoever writes a comment where she is when the book is looked at again', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    const comment = find<HTMLTextAreaElement>(sidebar, '#school-comment');
    comment.focus();
    comment.value = 'Ждём ответа';
    book.edit(LAGGING, { steps: { 'cok.timetable': true } });
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(box(sidebar, 'cok.timetable').checked).toBe(true));
    expect(document.activeElement).toBe(comment);
    expect(comment.value).toBe('Ждём ответа');
  });

  it('says what to do first when the book is empty', async () => {
    const { sidebar } = await open([]);
    expect(sidebar.text()).toContain('В книге ещё нет школ');
    sidebar.press('Импорт статистики');
    expect(find(sidebar, 'h1').textContent).toBe('Импорт статистики');
  });

  it('explains several accounts, and opens when asked again', async () => {
    const book = fakeBook(stateOf(SCHOOLS));
    const sidebar = openSidebar('checklists', (fake) =>
      fake.answer('sidebarReadChecklists', () => {
        throw new Error('PERMISSION_DENIED');
      }),
    );
    await vi.waitFor(() => expect(sidebar.text()).toContain('несколько учётных записей Google'));
    book.answer(sidebar.fake);
    sidebar.press('Повторить');
    await vi.waitFor(() => expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»'));
  });

  it('stays small with the schools of a city', async () => {
    const { sidebar } = await open(manyRecords(2500));
    const nodes = sidebar.view.querySelectorAll('*').length;
    expect(nodes).toBeLessThan(500);
    sidebar.press('Следующая школа');
    expect(sidebar.view.querySelectorAll('*').length).toBeLessThan(500);
    sidebar.press('Все школы');
    for (const part of sidebar.view.querySelectorAll('details')) part.open = true;
    expect(sidebar.view.querySelectorAll('*').length).toBeLessThan(3000);
  });
});

describe('the passport', () => {
  it('leads from the weak spot to the very step that cures it', async () => {
    const { sidebar } = await open(
      SCHOOLS,
      {},
      {
        extras: { [LAGGING]: { coordinator: '', changes: { 'max.teachers': 2.1 } } },
        lastTexts: { [LAGGING]: '2025-11-20' },
      },
    );
    const text = sidebar.text();
    expect(text).toContain('МАХ педагоги▲ 2,1 п. п. за неделю68,33 %▼ нижеещё 4 чел.');
    expect(text).toContain(' · последний текст 20.11.2025');
    expect(text).toContain('Слабое место: активны 41 из 58 зарегистрированных');
    sidebar.press('Поможет шаг: И7. Все педагоги связаны и видны в «Учительской»');
    expect(document.activeElement).toBe(box(sidebar, 'integration.teachers-linked'));
    expect(box(sidebar, 'integration.teachers-linked').closest('details')?.open).toBe(true);
    expect(sidebar.text()).toContain('Сверьте список сотрудников с «Учительской».');
  });

  it('takes the links of steps from «Настройки», and marks those to be made sure of', async () => {
    const { book } = stateOf(SCHOOLS);
    const { sidebar } = await open(
      SCHOOLS,
      {},
      { book: { ...book, links: { maxStart: 'https://example.org/new' } } },
    );
    for (const label of ['И1', 'И9']) sidebar.press(`Как сделать шаг ${label}`);
    const links = [...sidebar.view.querySelectorAll<HTMLAnchorElement>('.step-list a')];
    const { maxStart, journalReference } = LINKS;
    expect(links.map(({ textContent, href }) => [textContent, decodeURI(href)])).toEqual([
      [`${journalReference.title} (уточните)`, journalReference.address],
      [maxStart.title, 'https://example.org/new'],
    ]);
  });

  it('leads from every stage of every group, in every type of organisation, to its first cure', async () => {
    // People get lost at one stage of one group; nobody of the others is.
    const counts = (lost: LossStage | null): Readonly<Record<string, number>> => {
      const at = lost === null ? 4 : LOSS_STAGES.indexOf(lost);
      const [registered, linked, active] = [0, 1, 2].map((stage) => (stage >= at ? 5 : 100));
      return { Total: 100, Registered: registered ?? 0, Linked: linked ?? 0, Active: active ?? 0 };
    };
    const places = TYPES.flatMap((orgType) =>
      GROUPS.flatMap((group) => {
        // What a type does not have is no stage of it.
        const lost = { [`${group}Total`]: 100, [`${group}Registered`]: 50, [`${group}Linked`]: 5 };
        const stages = stageLosses(
          schoolRecord({ ...lost, [`${group}Active`]: 0 }),
          group,
          organisationKind(orgType),
        );
        return stages.map(({ stage }) => ({ orgType, group, stage }));
      }),
    );
    expect(places).toHaveLength(9 + 9 + 9 + 4 + 3);
    const schools = places.map(({ orgType, group, stage }, index) => {
      const fields = GROUPS.flatMap((one) =>
        Object.entries(counts(one === group ? stage : null)).map(([column, count]) => [one + column, count]),
      );
      return schoolRecord({
        ...Object.fromEntries(fields),
        orgType,
        orgId: String(3_000_000 + index),
        shortName: `№ ${index + 1}`,
      });
    });
    const { sidebar } = await open(schools);
    for (const { orgType, group, stage } of places) {
      const kind = organisationKind(orgType);
      const item = [...sidebar.view.querySelectorAll('.indicator')].find((one) =>
        one.textContent?.includes(`МАХ ${GROUP_WORDS[group]}`),
      );
      item?.querySelector<HTMLButtonElement>('button.cure')?.click();
      const first = CURES[stage][group].find((id) => stepAppliesTo(stepOf(id), kind));
      expect(document.activeElement?.id, `${orgType}, ${group}, ${stage}`).toBe(`step-${first}`);
      sidebar.press('Следующая школа');
    }
  });

  it('points to the next step that waits once the first is ticked', async () => {
    const { sidebar } = await open(SCHOOLS);
    expect(sidebar.text()).toContain(' · текстов ещё не было');
    tick(sidebar, 'integration.teachers-linked', true);
    await vi.waitFor(() =>
      expect(sidebar.text()).toContain('Поможет шаг: И9. Общение перешло в автоматические чаты'),
    );
  });

  it('offers help where taking part is voluntary, and demands nobody', async () => {
    const { sidebar } = await open([schoolRecord({ parentsActive: 60 })]);
    const item = [...sidebar.view.querySelectorAll('.indicator')].find((row) =>
      row.textContent?.includes('МАХ родители'),
    );
    const text = (item?.textContent ?? '').replaceAll('\u00a0', ' ');
    expect(text).toContain('до ориентира 30 % — 120 чел.: предложите помощь желающим');
    expect(text).toContain('участие добровольное');
    expect(text).not.toMatch(/ещё \d+ чел/);
  });

  it('has no numbers of a school that the statistics do not know', async () => {
    const state = stateOf(SCHOOLS);
    const { sidebar } = await open(SCHOOLS, {}, { book: { ...state.book, rows: [] } });
    expect(sidebar.text()).toContain('В «Статистике» этой школы нет');
    // What was done for it is still its own.
    tick(sidebar, 'cok.timetable', true);
    await vi.waitFor(() => expect(sidebar.text()).toContain('Доступ к УБ ЦОК1 из 6'));
    expect(sidebar.text()).not.toContain('Не записано');
  });
});

describe('steps', () => {
  it('are ticked at once, counted and written with their day', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    tick(sidebar, 'organisation.parent-chats', true);
    tick(sidebar, 'cok.timetable', true);
    expect(box(sidebar, 'cok.timetable').checked).toBe(true);
    expect(sidebar.text()).toContain('Записываем 2 изменения…');
    await vi.waitFor(() => expect(sidebar.text()).not.toContain('Записываем'));
    expect(sidebar.text()).toContain('Доступ к УБ ЦОК1 из 6');
    expect(lines(sidebar, 'organisation.parent-chats')).toContain('проверено 28.11');
    expect(book.row(LAGGING).steps).toEqual({ 'organisation.parent-chats': true, 'cok.timetable': true });
    expect(sidebar.fake.calls[1]?.args[0]).toMatchObject({ checked: '2025-11-28', who: 'ЦИО-2' });
  });

  it.each<[string, Issue | Error, string]>([
    ['no network', new Error('NetworkError: Connection failure due to HTTP 0'), 'Связь с Google прервалась'],
    ['several accounts', new Error('PERMISSION_DENIED'), 'несколько учётных записей Google'],
    ['no time', new Error('Exceeded maximum execution time'), 'Google не успел ответить'],
    ['others write', { code: 'book-busy' }, 'Книгу сейчас меняет кто-то ещё'],
    ['the sheet is gone', { code: 'checklists-missing' }, 'Листа «Чек-листы» в книге нет'],
    [
      'the row is gone',
      { code: 'checklist-school-missing', sheet: 'Чек-листы' },
      'строки этой школы больше нет',
    ],
  ])('are taken back with a sentence, and repeated on request: %s', async (_note, trouble, words) => {
    const { sidebar, book } = await open(SCHOOLS);
    sidebar.fake.answer('sidebarChangeChecklist', () => {
      if (trouble instanceof Error) throw trouble;
      return { ok: false, issue: trouble };
    });
    tick(sidebar, 'cok.timetable', true);
    await vi.waitFor(() => expect(box(sidebar, 'cok.timetable').checked).toBe(false));
    const sentence = find(sidebar, '.foot [role=alert]').textContent;
    expect(sentence).toMatch(/^Не записано: отметка шага «Ц1\./);
    expect(sentence).toContain(words);
    book.answer(sidebar.fake);
    sidebar.press('Повторить');
    expect(box(sidebar, 'cok.timetable').checked).toBe(true);
    await vi.waitFor(() => expect(book.row(LAGGING).steps['cok.timetable']).toBe(true));
    expect(find(sidebar, '.foot [role=alert]').textContent).toBe('');
  });

  it.each<[string, Partial<ChecklistRow>, string, string, boolean]>([
    ['typed', { steps: { 'cok.export': 'скоро' } }, 'cok.export', 'в ячейке не отметка', false],
    ['left out', { exceptions: 'Ц2 — нет Параграфа' }, 'cok.export', 'не применимо: нет Параграфа', false],
    [
      'lapsed',
      {
        steps: { 'organisation.parent-chats': true },
        checkedOn: { 'organisation.parent-chats': '2025-11-20' },
      },
      'organisation.parent-chats',
      'с тех пор вышел новый отчёт',
      true,
    ],
    ['overdue', {}, 'organisation.district-form', 'просрочено на 2 дня', true],
    ['suggested', {}, 'integration.identifiers', 'Похоже, выполнено', true],
    ['a duty', {}, 'organisation.district-heads', 'обязанность района', true],
    [
      'waiting',
      { invitedOn: '2025-10-05', pending: 7 },
      'cok.invitations',
      'срок истекает через 6 дней',
      true,
    ],
  ])('say their state in words: %s', async (_note, fields, step, words, tickable) => {
    const { sidebar } = await open(SCHOOLS, { [LAGGING]: fields });
    expect(lines(sidebar, step)).toContain(words);
    expect(box(sidebar, step).disabled).toBe(!tickable);
    expect(box(sidebar, step).checked).toBe(false);
  });

  it.each<[string, Partial<ChecklistRow>, string | null]>([
    ['invitations on day 49', { invitedOn: '2025-10-10', pending: 7 }, null],
    ['on day 50', { invitedOn: '2025-10-09', pending: 7 }, 'приглашений: срок истекает через 10 дней'],
    ['on day 60', { invitedOn: '2025-09-29', pending: 7 }, 'приглашений: срок истекает сегодня'],
    ['on day 61', { invitedOn: '2025-09-28', pending: 7 }, 'приглашений: срок истёк 1 день назад'],
    ['on day 61, all accepted', { invitedOn: '2025-09-28', pending: 0 }, null],
    ['a promise for tomorrow', { comment: 'обещали до 29.11.2025: акт' }, null],
    ['for today', { comment: 'звонили; обещали до 28.11.2025: акт' }, 'обещали до 28.11.2025: акт'],
    ['for three days ago', { comment: 'обещали до 25.11.2025: акт' }, 'просрочено на 3 дня'],
  ])('come to the top when it is time: %s', async (_note, fields, words) => {
    const done = { steps: { 'organisation.district-form': true } };
    const { sidebar } = await open(SCHOOLS, { [LAGGING]: { ...done, ...fields } });
    const text = sidebar.view.querySelector('.alerts')?.textContent?.replaceAll('\u00a0', ' ') ?? null;
    if (words === null) expect(text).toBeNull();
    else expect(text).toContain(words);
  });

  it('that the numbers show to be done are ticked by a person only', async () => {
    const { sidebar, book } = await open([laggingRecord(), schoolRecord({ teachersLinked: 0 })]);
    expect(lines(sidebar, 'integration.identifiers')).toContain('Похоже, выполнено');
    expect(book.row(LAGGING).steps).toEqual({});
    tick(sidebar, 'integration.identifiers', true);
    await vi.waitFor(() => expect(book.row(LAGGING).steps).toEqual({ 'integration.identifiers': true }));
    await vi.waitFor(() => expect(sidebar.text()).not.toContain('Похоже, выполнено'));
    sidebar.press('Следующая школа');
    expect(sidebar.text()).not.toContain('Похоже, выполнено');
  });

  it('cannot be ticked where their column was deleted', async () => {
    const { sidebar } = await open(SCHOOLS, {}, { missingSteps: ['cok.export'] });
    expect(box(sidebar, 'cok.export').disabled).toBe(true);
    expect(lines(sidebar, 'cok.export')).toContain('столбец этого шага удалён');
  });

  it('of other types of organisations are named, not listed', async () => {
    const { sidebar } = await open(SCHOOLS.slice(2));
    expect(sidebar.text()).toContain('Интеграция Параграф ↔ Сферум в МАХне применимо');
    expect(sidebar.text()).toContain('Не применимо к этому типу организаций: И1, И2');
  });

  it('are left out with a reason, and come back', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    sidebar.press('Как сделать шаг Ц2');
    sidebar.press('Шаг не применим…');
    submit(sidebar, { 'step-cok.export-reason': '' });
    submit(sidebar, { 'step-cok.export-reason': 'нет Параграфа' });
    await vi.waitFor(() => expect(lines(sidebar, 'cok.export')).toBe('не применимо: нет Параграфа'));
    expect(book.row(LAGGING).exceptions).toBe('Ц2 — нет Параграфа');
    sidebar.press('Шаг снова применим');
    await vi.waitFor(() => expect(lines(sidebar, 'cok.export')).toBe(''));
  });

  it('may have been checked before today', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    sidebar.press('Как сделать шаг О4');
    find<HTMLInputElement>(sidebar, '[id="step-organisation.parent-chats-day"]').value = '2025-11-26';
    sidebar.press('Отметить');
    await vi.waitFor(() =>
      expect(book.row(LAGGING).checkedOn['organisation.parent-chats']).toBe('2025-11-26'),
    );
  });
});

describe('what people write of a school', () => {
  it('invitations are kept at their step', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    sidebar.press('Как сделать шаг Ц3');
    submit(sidebar, { 'invitations-day': '2025-11-20', 'invitations-count': '12' });
    await vi.waitFor(() => expect(book.row(LAGGING)).toMatchObject({ invitedOn: '2025-11-20', pending: 12 }));
    expect(lines(sidebar, 'cok.invitations')).toContain('не принято 12 приглашений');
  });

  it('a promise comes back when its day has come, and is taken out when it is kept', async () => {
    const { sidebar, book } = await open(SCHOOLS, { [LAGGING]: { comment: 'звонили' } });
    submit(sidebar, { 'promise-until': '2025-11-27', 'promise-what': 'заполнят расписание' });
    await vi.waitFor(() =>
      expect(book.row(LAGGING).comment).toBe('обещали до 27.11.2025: заполнят расписание; звонили'),
    );
    expect(find(sidebar, '.alerts').textContent).toContain('просрочено на');
    sidebar.press('Снять: обещали до 27.11.2025: заполнят расписание');
    await vi.waitFor(() => expect(book.row(LAGGING).comment).toBe('звонили'));
  });

  it('a comment that somebody else changed meanwhile is not lost', async () => {
    const { sidebar, book } = await open(SCHOOLS);
    book.edit(LAGGING, { comment: 'чужое' });
    submit(sidebar, { 'school-comment': 'моё' });
    await vi.waitFor(() => expect(sidebar.text()).toContain('это же изменил кто-то другой'));
    expect(book.row(LAGGING).comment).toBe('чужое');
  });

  it('a coordinator makes «Мои школы», which the browser remembers', async () => {
    const { sidebar } = await open(SCHOOLS);
    submit(sidebar, { 'school-coordinator': 'ЦИО-2' });
    await vi.waitFor(() => expect(sidebar.text()).toContain('координатор: ЦИО-2'));
    sidebar.press('Обновить');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Мои школы (ЦИО-2): 1'));
    const select = find<HTMLSelectElement>(sidebar, '#whose-schools');
    select.value = 'of:ЦИО-2';
    select.dispatchEvent(new Event('change'));
    expect(sidebar.text()).toContain('1 из 1');
    expect(localStorage.getItem('maxcok.whose')).toBe('of:ЦИО-2');
  });
});

describe('going through the schools', () => {
  function key(name: string, target: EventTarget = document.body, altKey = true): boolean {
    return !target.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, altKey, bubbles: true, cancelable: true }),
    );
  }

  it('goes round by buttons and by Alt with an arrow, and says where', async () => {
    const { sidebar } = await open(SCHOOLS);
    sidebar.press('Предыдущая школа');
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
    expect(key('ArrowRight')).toBe(true);
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
    expect(sidebar.announcer.textContent).toBe('ГБОУ лицей № 5 «Радуга». 1 из 3');
  });

  it.each<[string, (sidebar: OpenedSidebar) => boolean]>([
    ['without Alt', () => key('ArrowRight', document.body, false)],
    ['another key', () => key('ArrowUp')],
    ['in a text', (sidebar) => key('ArrowRight', find(sidebar, '#school-comment'))],
    ['in a field', (sidebar) => key('ArrowRight', find(sidebar, '[role=combobox]'))],
    [
      'in another view',
      (sidebar) => {
        sidebar.press('Импорт статистики');
        return key('ArrowRight');
      },
    ],
  ])('leaves keys alone: %s', async (_note, press) => {
    const { sidebar } = await open(SCHOOLS);
    expect(press(sidebar)).toBe(false);
  });

  it('keeps the lists open that were opened', async () => {
    const { sidebar } = await open(SCHOOLS);
    const details = find<HTMLDetailsElement>(sidebar, '.step-list');
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    sidebar.press('Следующая школа');
    expect(find<HTMLDetailsElement>(sidebar, '.step-list').open).toBe(true);
  });
});

describe('all schools', () => {
  async function district(fields: Readonly<Record<string, Partial<ChecklistRow>>> = {}): Promise<Opened> {
    const opened = await open(SCHOOLS, fields);
    opened.sidebar.press('Все школы');
    unfold(opened.sidebar);
    return opened;
  }

  /** Opens every part, as often as parts are in parts. */
  function unfold({ view }: OpenedSidebar): void {
    for (let depth = 0; depth < 2; depth += 1) {
      for (const part of view.querySelectorAll('details')) {
        part.open = true;
        part.dispatchEvent(new Event('toggle'));
      }
    }
  }

  it('shows progress, what is due, what is stuck and who stands still', async () => {
    const { sidebar } = await district({
      [LAGGING]: {
        invitedOn: '2025-09-01',
        pending: 7,
        comment: 'обещали до 27.11.2025: акт',
        lastTick: '2025-11-27',
      },
      '80': { steps: { 'organisation.local-act': 'да' } },
    });
    const text = sidebar.text();
    expect(text).toContain('УБ ЦОК0 из 12 (0 %)');
    expect(text).toContain('О6. Форма района о внедрении МАХ заполненапросрочено на 2 дня · ждут: 3 школы');
    expect(text).toContain('обещали до 27.11.2025: акт — просрочено на 1 день');
    expect(text).toContain('не принято 7 приглашений: срок истёк 28 дней назад');
    expect(text).toContain('Застрявшие шаги29');
    expect(text).toContain('Стоят на месте2');
    expect(text).toContain('ни одной отметки, сделано 0 из');
    expect(text).toContain('Непонятно на листе1');
  });

  it('leaves the focus where it is when the book is looked at again', async () => {
    const { sidebar, book } = await district();
    const label = 'ГБОУ СОШ № 525, шаг Ц1: открыть';
    sidebar.button(label)?.focus();
    book.edit(LAGGING, { comment: 'обещали до 27.11.2025: акт' });
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(sidebar.text()).toContain('Обещания, срок которых пришёл'));
    expect(sidebar.button(label)).not.toBeNull();
    expect(document.activeElement).toBe(sidebar.button(label));
  });

  it('goes from a stuck step to the school, and to the step there', async () => {
    const { sidebar } = await district();
    sidebar.press('ГБОУ СОШ № 525, шаг Ц1: открыть');
    expect(chosen(sidebar)).toBe('ГБОУ СОШ № 525');
    expect(document.activeElement).toBe(box(sidebar, 'cok.timetable'));
  });

  it('ticks a step for all schools of the filter after a question, and takes it back', async () => {
    const { sidebar, book } = await district({ '1000525': { steps: { 'integration.datagate': 'скоро' } } });
    const select = find<HTMLSelectElement>(sidebar, '#kind-of-schools');
    select.value = 'school';
    select.dispatchEvent(new Event('change'));
    unfold(sidebar);
    const step = [...sidebar.view.querySelectorAll('details.stuck')].find((part) =>
      part.textContent?.startsWith('И1.'),
    );
    const offer = step?.querySelector('button');
    expect(offer?.textContent?.replaceAll('\u00a0', ' ')).toBe('Отметить у всех: 1 школа…');
    offer?.click();
    expect(book.row(LAGGING).steps).toEqual({});
    sidebar.press('Отметить');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Отмечено: 1 школа.'));
    expect(book.row(LAGGING).steps).toEqual({ 'integration.datagate': true });
    expect(book.row('1000525').steps).toEqual({ 'integration.datagate': 'скоро' });
    expect(document.activeElement?.textContent).toBe('Отменить');
    sidebar.press('Отменить');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Отметка снята: 1 школа.'));
    expect(book.row(LAGGING).steps).toEqual({ 'integration.datagate': false });
    expect(sidebar.button('Отменить')).toBeNull();
  });

  it('says why a bulk tick failed, and repeats it', async () => {
    const { sidebar, book } = await district();
    sidebar.fake.answer('sidebarTickSchools', () => ({ ok: false, issue: { code: 'book-busy' } }));
    sidebar.view.querySelector<HTMLButtonElement>('details.stuck .button')?.click();
    sidebar.press('Отметить');
    await vi.waitFor(() => expect(sidebar.button('Повторить')).not.toBeNull());
    book.answer(sidebar.fake);
    sidebar.press('Повторить');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Отмечено: 3 школы.'));
  });
});
