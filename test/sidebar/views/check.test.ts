// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { openSidebar } from '../page.ts';

const LOCALE = 'Региональные настройки книги: en_US, не Россия';

it.each([
  { note: 'nothing', faults: 0, advice: [], says: 'Всё в порядке.' },
  { note: 'only advice', faults: 0, advice: [LOCALE], says: 'Работать можно; совет — ниже.' },
  {
    note: 'a fault with advice',
    faults: 1,
    advice: [LOCALE],
    says: 'Найдено расхождений: 1. Что делать — ниже',
  },
  { note: 'a fault without', faults: 2, advice: [], says: 'Найдено расхождений: 2. Скопируйте отчёт' },
])('the check says what to do about $note', async ({ faults, advice, says }) => {
  const sidebar = openSidebar('check', (fake) => {
    fake.answer('sidebarCheckInstallation', () => ({
      ok: true,
      value: { report: 'Отчёт', faults, advice, foreign: false },
    }));
  });
  sidebar.press('Проверить');
  await vi.waitFor(() => expect(sidebar.text()).toContain(says));
  expect([...sidebar.view.querySelectorAll('li')].map((item) => item.textContent)).toEqual(advice);
  expect(sidebar.view.querySelector('textarea')?.value).toBe('Отчёт');
});
