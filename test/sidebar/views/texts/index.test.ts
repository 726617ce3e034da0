// @vitest-environment happy-dom

import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CokRecord, cokToRow, NO_COK_COUNTS } from '../../../../src/domain/cok.ts';
import { assessMax, DEFAULT_TARGETS } from '../../../../src/domain/indicators.ts';
import type { StatisticsRecord } from '../../../../src/domain/record.ts';
import type { CopiedTexts, TextsState } from '../../../../src/server/contract-texts.ts';
import { schoolMessage } from '../../../../src/text/messages/school.ts';
import { DEFAULT_TEMPLATES } from '../../../../src/text/messages/templates.ts';
import { rowOf } from '../../checklists/book.ts';
import type { FakeRun } from '../../fake-run.ts';
import { bookOf, laggingRecord, manyRecords, schoolRecord } from '../../fixtures.ts';
import { type OpenedSidebar, openSidebar } from '../../page.ts';

afterEach(() => {
  Reflect.deleteProperty(document, 'execCommand');
});

async function open(
  records: readonly StatisticsRecord[],
  prepare: (fake: FakeRun) => void = () => undefined,
): Promise<OpenedSidebar> {
  const sidebar = openSidebar('texts', (fake) => {
    fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(records) }));
    prepare(fake);
  });
  await vi.waitFor(() => expect(sidebar.text()).not.toMatch(/Читаем книгу|Пишем тексты/));
  return sidebar;
}

function area(sidebar: OpenedSidebar): HTMLTextAreaElement {
  const found = sidebar.view.querySelector('textarea');
  if (found === null) throw new Error('no text');
  return found;
}

function field(sidebar: OpenedSidebar): HTMLInputElement {
  const found = sidebar.view.querySelector<HTMLInputElement>('[role=combobox]');
  if (found === null) throw new Error('no field');
  return found;
}

function type(sidebar: OpenedSidebar, query: string): void {
  field(sidebar).value = query;
  field(sidebar).dispatchEvent(new Event('input'));
}

function key(sidebar: OpenedSidebar, name: string): void {
  field(sidebar).dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
}

function options(sidebar: OpenedSidebar): string[] {
  return [...sidebar.view.querySelectorAll('[role=option] > :first-child')].map(
    (option) => option.textContent ?? '',
  );
}

function chosen(sidebar: OpenedSidebar): string {
  return sidebar.view.querySelector('h2')?.textContent ?? '';
}

const NOTHING_KNOWN: TextsState = { last: [], earlier: [], checklists: [], today: '2025-11-25' };

const SCHOOLS = [
  schoolRecord(),
  laggingRecord(),
  schoolRecord({ shortName: 'ГБОУ СОШ № 7', orgId: '70' }),
  laggingRecord({ shortName: 'ГБДОУ детский сад № 8', orgId: '80', orgType: 'Дошкольная организация' }),
];

describe('the book behind the texts', () => {
  it('is looked at again when the person comes back; the same book is not drawn again', async () => {
    const sidebar = await open(SCHOOLS);
    const before = area(sidebar);
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(sidebar.fake.count('sidebarReadBook')).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(area(sidebar)).toBe(before);
    sidebar.press('Импорт статистики');
    sidebar.press('Тексты школам');
    expect(area(sidebar)).toBe(before);
  });

  it('is drawn again, and this is said, where it has changed meanwhile', async () => {
    const sidebar = await open(SCHOOLS);
    const later = { ...bookOf(SCHOOLS), date: '2026-10-07' };
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: later }));
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(sidebar.text()).toContain('данные на 07.10.2026'));
    expect(sidebar.announcer.textContent).toBe('Книга изменилась: тексты написаны заново.');
  });

  it('keeps what it shows where the look fails', async () => {
    const sidebar = await open(SCHOOLS);
    const before = area(sidebar);
    sidebar.fake.answer('sidebarReadBook', () => {
      throw new Error('NetworkError');
    });
    window.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(sidebar.fake.count('sidebarReadBook')).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(area(sidebar)).toBe(before);
  });

  it('is read in one round trip, whatever is done afterwards', async () => {
    const sidebar = await open(SCHOOLS);
    sidebar.press('Следующая отстающая школа');
    type(sidebar, '525');
    key(sidebar, 'Enter');
    sidebar.press('Импорт статистики');
    sidebar.press('Тексты школам');
    expect(sidebar.fake.count('sidebarReadBook')).toBe(1);
  });

  it('is read again on request, and what was chosen is kept when nothing was lost', async () => {
    const sidebar = await open(SCHOOLS);
    sidebar.press('Следующая отстающая школа');
    const grown = bookOf([...SCHOOLS, schoolRecord({ orgId: '90' })]);
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: grown }));
    sidebar.press('Обновить');
    await vi.waitFor(() => expect(sidebar.text()).toContain('5 школ'));
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
    expect(sidebar.fake.count('sidebarReadBook')).toBe(2);
  });

  it('lets a school be picked before its text is written', async () => {
    const sidebar = openSidebar('texts', (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS) }));
    });
    await vi.waitFor(() => expect(sidebar.text()).toContain('Пишем тексты…'), { interval: 1 });
    expect(sidebar.text()).toContain('4 школы, данные на 24.11.2025');
    type(sidebar, '№ 8');
    key(sidebar, 'Enter');
    expect(field(sidebar).value).toBe('ГБДОУ детский сад № 8');
    await vi.waitFor(() => expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8'));
    expect(sidebar.text()).toContain('4 школы, данные на 24.11.2025; отстают: 2');
  });

  it('keeps what is typed while texts are written and while more of the book arrives', async () => {
    const sidebar = openSidebar('texts', (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS) }));
      fake.answer('sidebarReadTexts', () => ({ ok: true, value: NOTHING_KNOWN }));
    });
    await vi.waitFor(() => expect(sidebar.text()).toContain('Пишем тексты…'), { interval: 1 });
    sidebar.fake.hold();
    type(sidebar, '№');
    await vi.waitFor(() => expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»'));
    expect(field(sidebar).value).toBe('№');
    const before = area(sidebar);
    sidebar.fake.release();
    await vi.waitFor(() => expect(area(sidebar)).not.toBe(before));
    expect(field(sidebar).value).toBe('№');
    expect(options(sidebar)).toHaveLength(4);
    type(sidebar, '№ 8');
    key(sidebar, 'Enter');
    expect(field(sidebar).value).toBe('ГБДОУ детский сад № 8');
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
    type(sidebar, '525');
    key(sidebar, 'Escape');
    expect(field(sidebar).value).toBe('ГБДОУ детский сад № 8');
  });

  it('keeps what is typed where it is drawn again', async () => {
    const sidebar = await open(SCHOOLS);
    const drawn = field(sidebar);
    drawn.focus();
    type(sidebar, 'сош');
    const grown = bookOf([...SCHOOLS, schoolRecord({ shortName: 'ГБОУ СОШ № 90', orgId: '90' })]);
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: grown }));
    sidebar.press('Обновить');
    await vi.waitFor(() => expect(field(sidebar)).not.toBe(drawn));
    expect(field(sidebar).value).toBe('сош');
    expect(document.activeElement).toBe(field(sidebar));
    expect(options(sidebar)).toEqual(['ГБОУ СОШ № 525', 'ГБОУ СОШ № 7', 'ГБОУ СОШ № 90']);
  });

  it('leaves the focus where it is where it is drawn again', async () => {
    const sidebar = await open(SCHOOLS);
    const drawn = field(sidebar);
    drawn.focus();
    const grown = bookOf([...SCHOOLS, schoolRecord({ orgId: '90' })]);
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: grown }));
    sidebar.press('Обновить');
    await vi.waitFor(() => expect(field(sidebar)).not.toBe(drawn));
    expect(document.activeElement).toBe(field(sidebar));
    expect(field(sidebar).getAttribute('aria-expanded')).toBe('false');
  });

  it('says what to do first when it is empty', async () => {
    const sidebar = await open([]);
    expect(sidebar.text()).toContain('В книге ещё нет школ. Сначала импортируйте статистику');
    sidebar.press('Импорт статистики');
    expect(sidebar.view.querySelector('h1')?.textContent).toBe('Импорт статистики');
  });

  it('gives the sentence and a retry when it cannot be read', async () => {
    const sidebar = await open(SCHOOLS, (fake) => {
      fake.answer('sidebarReadBook', () => {
        throw new Error('PERMISSION_DENIED');
      });
    });
    expect(sidebar.view.querySelector('[role=alert]')?.textContent).toContain(
      'несколько учётных записей Google',
    );
    sidebar.fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS) }));
    sidebar.press('Повторить');
    await vi.waitFor(() => expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»'));
  });

  it('names settings that were replaced by their defaults', async () => {
    const issue = { code: 'setting-invalid', setting: 'Цель', found: 'много', expected: 'доля' } as const;
    const sidebar = await open([], (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS, { issues: [issue] }) }));
    });
    expect(sidebar.text()).toContain('Неверная настройка (1)');
  });
});

describe('a school', () => {
  it('is shown with shares, statuses, gaps, its weak spot and its text; the first lagging one first', async () => {
    const sidebar = await open(SCHOOLS);
    const text = sidebar.text();
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
    expect(text).toContain('4 школы, данные на 24.11.2025');
    expect(text).toContain('Активные педагоги в МАХ68,33 %▼ нижеещё 4 чел.41 из 60, цель 75 %');
    expect(text).toContain('Активные родители в МАХ50 %✓ цель300 из 600, ориентир 30 %');
    expect(text).toContain('Слабое место: педагоги: активны 41 из 58');
    expect(area(sidebar).readOnly).toBe(true);
    expect(area(sidebar).value).toBe(
      schoolMessage(
        {
          record: laggingRecord(),
          kind: 'school',
          assessments: assessMax(laggingRecord(), 'school', DEFAULT_TARGETS),
        },
        { tone: 'reminder', templates: DEFAULT_TEMPLATES },
      ).text,
    );
  });

  it('has no share where the indicator does not apply or has no data', async () => {
    const sidebar = await open([laggingRecord({ orgType: 'Дошкольная организация', parentsActive: null })]);
    expect(sidebar.text()).toContain('Активные родители в МАХ— нет данных');
    expect(sidebar.text()).toContain('Активные обучающиеся в МАХне применимо');
  });

  it('says so when the last report does not have it', async () => {
    const sidebar = await open([
      schoolRecord({ date: '', teachersActive: null, parentsActive: null, studentsActive: null }),
    ]);
    expect(sidebar.text()).toContain('нет в последнем отчёте');
  });

  it('shows its name as text', async () => {
    const shortName = '<img src=x onerror=alert(1)>';
    const sidebar = await open([laggingRecord({ shortName })]);
    type(sidebar, 'onerror');
    expect(sidebar.view.querySelector('img')).toBeNull();
    expect(options(sidebar)).toEqual([shortName]);
  });
});

describe('the picker', () => {
  it('goes with the arrows, takes with Enter, and moves the focus to the school', async () => {
    const sidebar = await open(SCHOOLS);
    type(sidebar, 'сош');
    expect(options(sidebar)).toEqual(['ГБОУ СОШ № 525', 'ГБОУ СОШ № 7']);
    expect(field(sidebar).getAttribute('aria-expanded')).toBe('true');
    key(sidebar, 'ArrowDown');
    const active = field(sidebar).getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('№ 7');
    key(sidebar, 'ArrowDown');
    key(sidebar, 'ArrowUp');
    key(sidebar, 'Enter');
    expect(chosen(sidebar)).toBe('ГБОУ СОШ № 7');
    expect(field(sidebar).getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement?.textContent).toBe('ГБОУ СОШ № 7');
  });

  it('takes a click', async () => {
    const sidebar = await open(SCHOOLS);
    type(sidebar, '525');
    sidebar.view.querySelector<HTMLElement>('[role=option]')?.click();
    expect(chosen(sidebar)).toBe('ГБОУ СОШ № 525');
  });

  it('gives the old name back on Escape', async () => {
    const sidebar = await open(SCHOOLS);
    type(sidebar, 'сош');
    key(sidebar, 'Escape');
    expect(field(sidebar).value).toBe('ГБОУ лицей № 5 «Радуга»');
    expect(field(sidebar).getAttribute('aria-expanded')).toBe('false');
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
  });

  it('says when nothing is found, and Enter takes nothing', async () => {
    const sidebar = await open(SCHOOLS);
    type(sidebar, 'нет такой');
    key(sidebar, 'Enter');
    expect(sidebar.text()).toContain('Ничего не найдено');
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
  });

  it('lists at most 50 of 2,500 and says how many there are', async () => {
    const sidebar = await open(manyRecords(2500));
    type(sidebar, 'сош');
    expect(options(sidebar).length).toBe(50);
    expect(sidebar.text()).toContain('Показаны первые 50 из 2 500: уточните запрос');
  });
});

describe('going from one lagging school to the next', () => {
  it('goes round in the book’s order and says where one is', async () => {
    const sidebar = await open(SCHOOLS);
    expect(sidebar.text()).toContain('Отстающая 1 из 2');
    sidebar.press('Следующая отстающая школа');
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
    expect(sidebar.announcer.textContent).toBe('ГБДОУ детский сад № 8. Отстающая 2 из 2');
    sidebar.press('Следующая отстающая школа');
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
    sidebar.press('Предыдущая отстающая школа');
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
  });

  it('starts from the school that was found', async () => {
    const sidebar = await open(SCHOOLS);
    type(sidebar, '70');
    key(sidebar, 'Enter');
    expect(sidebar.text()).toContain('Отстающих: 2');
    sidebar.press('Следующая отстающая школа');
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
  });

  it('has no such buttons where nobody lags', async () => {
    const sidebar = await open([schoolRecord()]);
    expect(sidebar.button('Следующая отстающая школа')).toBeNull();
    expect(sidebar.text()).toContain('Отстающих школ нет');
    expect(chosen(sidebar)).toBe('ГБОУ СОШ № 525');
  });
});

describe('copying the text', () => {
  it.each([
    ['copied', true, 'Текст скопирован.'],
    ['left for Ctrl+C', false, 'нажмите Ctrl+C'],
  ])('is told: %s', async (_note, works, sentence) => {
    Object.defineProperty(document, 'execCommand', { value: () => works, configurable: true });
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    const sidebar = await open(SCHOOLS);
    sidebar.press('Скопировать текст');
    await vi.waitFor(() => expect(sidebar.text()).toContain(sentence));
    expect(sidebar.announcer.textContent).toContain(sentence);
  });
});

const COK: CokRecord = {
  id: '',
  name: '',
  date: '2025-11-24',
  counts: { ...NO_COK_COUNTS, assigned: 30, viewed: 400 },
  before: { date: null, assigned: null, viewed: null, teachers: null, students: null },
};

/** What «Журнал» and «История» say of the first lagging school. */
const KNOWN: TextsState = {
  last: [['1000005', Date.parse('2025-11-20T10:00:00'), 'Помощь: педагоги']],
  earlier: [['1000005', 30, 60, 300, 600, 250, 600]],
  checklists: [],
  today: '2025-11-25',
};

async function openKnown(records: readonly StatisticsRecord[] = SCHOOLS): Promise<OpenedSidebar> {
  const sidebar = await open(records, (fake) => {
    fake.answer('sidebarReadTexts', () => ({ ok: true, value: KNOWN }));
    fake.answer('sidebarLogTexts', (request) => ({
      ok: true,
      value: (request as CopiedTexts).texts.map(({ id, about }) => [
        id,
        Date.parse('2025-11-25T09:00:00'),
        about,
      ]),
    }));
  });
  await vi.waitFor(() => expect(sidebar.fake.count('sidebarReadTexts')).toBe(1));
  return sidebar;
}

function pick(sidebar: OpenedSidebar, kind: string): void {
  const select = sidebar.view.querySelector('select');
  if (select === null) throw new Error('no choice of kinds');
  select.value = kind;
  select.dispatchEvent(new Event('change'));
}

function copies(works: boolean): void {
  Object.defineProperty(document, 'execCommand', { value: () => works, configurable: true });
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
}

describe('what the book knows beside the statistics', () => {
  it('leaves out steps that are ticked, and takes the links of «Настройки»', async () => {
    const record = schoolRecord({ orgId: '1000005', teachersActive: 41, teachersRegistered: 41 });
    const row = rowOf(record, {
      steps: { 'integration.identifiers': true, 'integration.export-task': true },
    });
    const book = bookOf([record], {
      links: { maxStart: 'https://example.org/new' },
      cokRows: [cokToRow({ ...COK, id: '1000005' })],
    });
    const sidebar = openSidebar('texts', (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: true, value: book }));
      fake.answer('sidebarReadTexts', () => ({ ok: true, value: { ...KNOWN, checklists: [row] } }));
    });
    await vi.waitFor(() => expect(area(sidebar).value).toContain('О2.'));
    const text = area(sidebar).value.replaceAll('\u00a0', ' ');
    expect(text).not.toContain('И5.');
    expect(text).toContain('назначили урок УБ ЦОК 30 из 60 педагогов, 50 %; до цели 60 % — ещё 6 человек');
    expect(text).toContain('https://example.org/new');
    // The page for the head speaks of the same step.
    pick(sidebar, 'page');
    type(sidebar, '525');
    key(sidebar, 'Enter');
    expect(area(sidebar).value).toContain('О2.');
    expect(area(sidebar).value).toContain('https://example.org/new');
  });
});

describe('the last text', () => {
  it('stands beside the school, and changes when a text is copied', async () => {
    copies(true);
    const sidebar = await openKnown();
    await vi.waitFor(() => expect(sidebar.text()).toContain('Последний текст: 20.11.2025, Помощь: педагоги'));
    sidebar.press('Скопировать текст');
    await vi.waitFor(() =>
      expect(sidebar.text()).toContain('Последний текст: 25.11.2025, Напоминание: педагоги'),
    );
    expect(sidebar.fake.calls.find(({ name }) => name === 'sidebarLogTexts')?.args).toEqual([
      {
        who: '',
        texts: [{ id: '1000005', school: 'ГБОУ лицей № 5 «Радуга»', about: 'Напоминание: педагоги' }],
      },
    ]);
  });

  it('is logged once when the text is copied by hand', async () => {
    copies(false);
    const sidebar = await openKnown();
    sidebar.press('Скопировать текст');
    await vi.waitFor(() => expect(sidebar.text()).toContain('нажмите Ctrl+C'));
    expect(sidebar.fake.count('sidebarLogTexts')).toBe(0);
    area(sidebar).dispatchEvent(new Event('copy'));
    area(sidebar).dispatchEvent(new Event('copy'));
    await vi.waitFor(() => expect(sidebar.fake.count('sidebarLogTexts')).toBe(1));
  });

  it('that could not be read is named, and the texts stand all the same', async () => {
    const sidebar = await open(SCHOOLS);
    await vi.waitFor(() => expect(sidebar.text()).toContain('Прошлые тексты и рост не прочитаны.'));
    expect(area(sidebar).value).toContain('Добрый день!');
  });

  it('that could not be logged is said', async () => {
    copies(true);
    const sidebar = await open(SCHOOLS);
    sidebar.press('Скопировать текст');
    await vi.waitFor(() => expect(sidebar.text()).toContain('В «Журнал» не записано.'));
  });
});

describe('copying one after the other', () => {
  it('goes by Enter alone: copied, the next school, copied', async () => {
    copies(true);
    const sidebar = await openKnown();
    sidebar.button('Скопировать текст')?.focus();
    sidebar.press('Скопировать текст');
    await vi.waitFor(() => expect(document.activeElement).toBe(sidebar.button('Следующая отстающая школа')));
    sidebar.press('Следующая отстающая школа');
    expect(document.activeElement).toBe(sidebar.button('Скопировать текст'));
    expect(chosen(sidebar)).toBe('ГБДОУ детский сад № 8');
  });
});

describe('the tone', () => {
  it('changes the text at once, and is kept for the next one', async () => {
    const sidebar = await openKnown();
    const strict = sidebar.view.querySelector<HTMLInputElement>('input[value=strict]');
    if (strict === null) throw new Error('no tones');
    strict.checked = true;
    strict.dispatchEvent(new Event('change'));
    expect(area(sidebar).value).toContain('Прошу руководителя');
    sidebar.press('Следующая отстающая школа');
    expect(area(sidebar).value).toContain('Прошу руководителя');
    localStorage.clear();
  });
});

describe('the texts to all', () => {
  it('list the lagging schools with status and last text, each with its button', async () => {
    copies(true);
    const sidebar = await openKnown();
    pick(sidebar, 'all');
    await vi.waitFor(() => expect(sidebar.text()).toContain('20.11.2025, Помощь: педагоги'));
    const items = [...sidebar.view.querySelectorAll('.texts > li')].map((item) => item.textContent ?? '');
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('педагоги: ▼ ниже');
    expect(items[1]).toContain('текстов ещё не было');
    sidebar.press('Скопировать: ГБДОУ детский сад № 8');
    await vi.waitFor(() => expect(sidebar.text()).toContain('25.11.2025, Напоминание: педагоги'));
  });

  it('leave out whom was written to about this report', async () => {
    copies(true);
    const sidebar = await openKnown();
    pick(sidebar, 'all');
    sidebar.press('Скопировать: ГБДОУ детский сад № 8');
    await vi.waitFor(() => expect(sidebar.text()).toContain('25.11.2025, Напоминание'));
    const waiting = sidebar.view.querySelector<HTMLInputElement>('#texts-waiting');
    if (waiting === null) throw new Error('no filter');
    waiting.checked = true;
    waiting.dispatchEvent(new Event('change'));
    expect([...sidebar.view.querySelectorAll('.texts > li')].map((item) => item.textContent)).toEqual([
      expect.stringContaining('Радуга'),
    ]);
  });

  it('go to the sheet in one call, by id', async () => {
    const sidebar = await openKnown();
    sidebar.fake.answer('sidebarWriteTexts', () => ({ ok: true, value: { sheet: 'Тексты' } }));
    pick(sidebar, 'all');
    sidebar.press('Записать на лист «Тексты»');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано на лист «Тексты».'));
    const [sent] = sidebar.fake.calls
      .filter(({ name }) => name === 'sidebarWriteTexts')
      .map(({ args }) => args[0]);
    expect(sent).toEqual([
      expect.objectContaining({ id: '1000005', about: 'Напоминание: педагоги', date: '2025-11-24' }),
      expect.objectContaining({ id: '80' }),
    ]);
  });

  it('stand in parts that the messenger takes, and keep the page small', async () => {
    const sidebar = await openKnown(manyRecords(300));
    pick(sidebar, 'all');
    expect(sidebar.view.querySelectorAll('.texts > li')).toHaveLength(51);
    const all = sidebar.view.querySelector('details');
    if (all === null) throw new Error('no parts');
    all.open = true;
    all.dispatchEvent(new Event('toggle'));
    const parts = [...all.querySelectorAll('textarea')];
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.value.length).toBeLessThanOrEqual(4000);
  });
});

describe('the other texts', () => {
  it('thank those who reached their targets and who grew most', async () => {
    const sidebar = await openKnown();
    pick(sidebar, 'thanks');
    const names = () =>
      [...sidebar.view.querySelectorAll('.texts > li')].map((item) => item.textContent ?? '');
    // Who grew is known once the earlier report came.
    await vi.waitFor(() => expect(names()).toHaveLength(3));
    expect(names()).toEqual([
      expect.stringContaining('525'),
      expect.stringContaining('№ 7'),
      expect.stringContaining('Радуга'),
    ]);
  });

  it('tell the district’s chat no school by name', async () => {
    const sidebar = await openKnown();
    pick(sidebar, 'district');
    const { value } = area(sidebar);
    expect(value).toContain('Показатели района на 24.11.2025');
    for (const { shortName } of SCHOOLS) expect(value).not.toContain(shortName);
  });

  it('give a head one page of the district, or of a school, also as a sheet', async () => {
    const sidebar = await openKnown();
    sidebar.fake.answer('sidebarWriteReport', () => ({ ok: true, value: { sheet: 'Для руководителя' } }));
    pick(sidebar, 'page');
    expect(area(sidebar).value).toContain('Справка о показателях района');
    type(sidebar, '525');
    key(sidebar, 'Enter');
    expect(area(sidebar).value).toContain('Справка: ГБОУ СОШ № 525');
    sidebar.press('Записать на лист для печати');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано на лист «Для руководителя»'));
    sidebar.press('О районе целиком');
    expect(area(sidebar).value).toContain('Справка о показателях района');
  });
});

describe('templates of «Настройки»', () => {
  it('hold where they are good, and are named with the reason where they are not', async () => {
    const texts = [
      ['reminder', '{школа}: мой текст'],
      ['help', 'Родители обязаны. {добровольность}'],
    ] as const;
    const sidebar = await open([], (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS, { texts }) }));
    });
    expect(area(sidebar).value).toBe('ГБОУ лицей № 5 «Радуга»: мой текст');
    expect(sidebar.text()).toContain('Текст не принят (1)');
    expect(sidebar.text()).toContain('найдено слово принуждения «обязаны»');
  });
});
