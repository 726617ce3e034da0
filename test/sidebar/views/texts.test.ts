// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StatisticsRecord } from '../../../src/domain/record.ts';
import { schoolMessage } from '../../../src/text/reminder.ts';
import type { FakeRun } from '../fake-run.ts';
import { bookOf, laggingRecord, manyRecords, schoolRecord } from '../fixtures.ts';
import { type OpenedSidebar, openSidebar } from '../page.ts';

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
  await vi.waitFor(() => expect(sidebar.text()).not.toContain('Читаем книгу'));
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

const SCHOOLS = [
  schoolRecord(),
  laggingRecord(),
  schoolRecord({ shortName: 'ГБОУ СОШ № 7', orgId: '70' }),
  laggingRecord({ shortName: 'ГБДОУ детский сад № 8', orgId: '80', orgType: 'Дошкольная организация' }),
];

describe('the book behind the texts', () => {
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
    const book = bookOf(SCHOOLS);
    const text = sidebar.text();
    expect(chosen(sidebar)).toBe('ГБОУ лицей № 5 «Радуга»');
    expect(text).toContain('4 школы, данные на 24.11.2025');
    expect(text).toContain('Активные педагоги в МАХ68,33 %▼ нижеещё 4 чел.41 из 60, цель 75 %');
    expect(text).toContain('Активные родители в МАХ50 %✓ цель300 из 600, цель 30 %');
    expect(text).toContain('Слабое место: педагоги: активны 41 из 58');
    expect(area(sidebar).readOnly).toBe(true);
    expect(area(sidebar).value).toBe(
      schoolMessage({ record: laggingRecord(), kind: 'school', targets: book.targets }),
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
