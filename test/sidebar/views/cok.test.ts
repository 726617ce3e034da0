// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { aliasOf } from '../../../src/import/cok/alias.ts';
import type { CokRequest, CokState } from '../../../src/server/contract-cok.ts';
import type { FakeRun } from '../fake-run.ts';
import { bookOf, laggingRecord, schoolRecord } from '../fixtures.ts';
import { chooseFile, type OpenedSidebar, openSidebar } from '../page.ts';

const RULES = {
  period: 'cumulative',
  studentsOf: 'all',
  preschoolTeachers: false,
  additional: true,
} as const;
const EMPTY: CokState = { rows: [], rules: RULES, aliases: [] };
const SCHOOLS = [
  schoolRecord(),
  laggingRecord(),
  schoolRecord({ shortName: 'ГБОУ СОШ № 9 Невского района', orgId: '91' }),
  schoolRecord({ shortName: 'ГБОУ СОШ № 9 Выборгского района', orgId: '92' }),
];
/** As our own sheet is headed: no question is asked. */
const OWN = 'Школа;Назначили;Просмотрели\n';

function open(cok: CokState = EMPTY, prepare: (fake: FakeRun) => void = () => undefined): OpenedSidebar {
  return openSidebar('cok', (fake) => {
    fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS) }));
    fake.answer('sidebarReadCok', () => ({ ok: true, value: cok }));
    fake.answer('sidebarImportCok', () => ({
      ok: true,
      value: { date: '2026-11-18', schools: 2, filled: 2, updated: 0, unchanged: 0, kept: 0 },
    }));
    fake.answer('sidebarPrepareCok', () => ({ ok: true, value: 4 }));
    prepare(fake);
  });
}

async function shown(sidebar: OpenedSidebar, text: string): Promise<void> {
  await vi.waitFor(() => expect(sidebar.text()).toContain(text));
}

function set(sidebar: OpenedSidebar, selector: string, value: string | boolean): void {
  const found = sidebar.view.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  if (typeof value === 'string') found.value = value;
  else if (found instanceof HTMLInputElement) found.checked = value;
  found.dispatchEvent(new Event('change'));
}

/** What was sent to be written. */
function sent(sidebar: OpenedSidebar): CokRequest {
  const [call] = sidebar.fake.calls.filter(({ name }) => name === 'sidebarImportCok');
  if (call === undefined) throw new Error('nothing was sent');
  return call.args[0] as CokRequest;
}

describe('import of УБ ЦОК', () => {
  it('asks for the day and for guesses, and writes what was confirmed', async () => {
    const sidebar = open();
    chooseFile(
      sidebar,
      `${OWN}ГБОУ СОШ № 525;12;100\nЛицей №5;7;50\nШкола из другого района;1;1\n`,
      'cok.csv',
    );
    await shown(sidebar, 'Проверьте и запишите');
    expect(sidebar.text()).toContain('Узнаны точно1');
    expect(sidebar.text()).toContain('Догадки по номеру и названию: 1');
    expect(sidebar.text()).toContain('Школа из другого района (строка 4)');
    expect(sidebar.button('Записать')?.disabled).toBe(true);
    set(sidebar, '#cok-date', '2026-11-18');
    expect(sidebar.text()).toContain('отметьте, что они верны');
    set(sidebar, '#cok-guesses', true);
    expect(sidebar.text()).toContain('Заполнятся впервые2');
    sidebar.press('Записать');
    await shown(sidebar, 'Записано');
    expect(sent(sidebar)).toMatchObject({
      date: '2026-11-18',
      fields: ['assigned', 'viewed'],
      schools: [
        ['1000525', 12, 100],
        ['1000005', 7, 50],
      ],
      aliases: [['Лицей №5', '1000005']],
    });
  });

  it('says that answers are asked again where «Настройки» is closed to the person', async () => {
    const sidebar = open(EMPTY, (fake) => {
      const value = { date: '2026-11-18', schools: 1, filled: 1, updated: 0, unchanged: 0, kept: 0 };
      fake.answer('sidebarImportCok', () => ({ ok: true, value: { ...value, answersLost: true } }));
    });
    chooseFile(sidebar, `${OWN}ГБОУ СОШ № 525;12;100\n`, 'cok_2026-11-18_10-00-00.csv');
    await vi.waitFor(() => expect(sidebar.button('Записать')?.disabled).toBe(false));
    sidebar.press('Записать');
    await shown(sidebar, 'Ваши ответы на вопросы не запомнены');
  });

  it('lets a person choose among several schools, or leave the row out', async () => {
    const sidebar = open();
    chooseFile(sidebar, `${OWN}Школа № 9;12;100\nГБОУ СОШ № 525;1;1\n`, 'cok_2026-11-18_10-00-00.csv');
    await shown(sidebar, 'Подходят несколько школ: 1');
    expect(sidebar.view.querySelector<HTMLInputElement>('#cok-date')?.value).toBe('2026-11-18');
    expect(sidebar.button('Записать')?.disabled).toBe(true);
    set(sidebar, '#cok-row-2', '92');
    expect(sidebar.button('Записать')?.disabled).toBe(false);
    set(sidebar, '#cok-row-2', 'skip');
    sidebar.press('Записать');
    await shown(sidebar, 'Записано');
    expect(sent(sidebar)).toMatchObject({ schools: [['1000525', 1, 1]], aliases: [] });
  });

  it('takes a school for a row that was not recognised, and what is no school of ours', async () => {
    const text = `${OWN}Школа имени героев;12;100\nДругой город;1;1\nЛицей №5;7;50\n`;
    const sidebar = open();
    chooseFile(sidebar, text, 'cok_2026-11-18_10-00-00.csv');
    await shown(sidebar, 'Не узнаны2');
    set(sidebar, '#cok-row-2', 'other');
    const search = sidebar.view.querySelector<HTMLInputElement>('#cok-row-2-search');
    if (search === null) throw new Error('no search');
    search.value = '91';
    search.dispatchEvent(new Event('input'));
    sidebar.view.querySelector<HTMLElement>('#cok-row-2-search-options [role=option]')?.click();
    expect(sidebar.view.querySelector<HTMLSelectElement>('#cok-row-2')?.value).toBe('91');
    set(sidebar, '#cok-row-3', 'не наша');
    set(sidebar, '#cok-guesses', true);
    sidebar.press('Записать');
    await shown(sidebar, 'Записано');
    const { schools, aliases } = sent(sidebar);
    expect(schools).toEqual([
      ['1000005', 7, 50],
      ['91', 12, 100],
    ]);
    expect(new Map(aliases)).toEqual(
      new Map([
        ['Лицей №5', '1000005'],
        ['Школа имени героев', '91'],
        ['Другой город', 'не наша'],
      ]),
    );
    const remembered = aliases.map(([name, id]): [string, string] => [aliasOf(name), id]);
    const again = open({ ...EMPTY, aliases: remembered });
    chooseFile(again, text, 'cok_2026-11-18_10-00-00.csv');
    await shown(again, 'Узнаны точно2');
    expect(again.text()).toContain('Не наши, как отмечено раньше1');
    expect(again.text()).not.toContain('Не узнаны');
    expect(again.button('Записать')?.disabled).toBe(false);
  });

  it('asks once which column is which, and takes the answer of an earlier import', async () => {
    const foreign = 'Наименование ОО;Педагогов назначили урок;Просмотрели урок\nГБОУ СОШ № 525;12;100\n';
    const sidebar = open();
    chooseFile(sidebar, foreign, 'cok.csv');
    await shown(sidebar, 'Укажите столбцы');
    sidebar.press('Прочитать файл');
    await shown(sidebar, 'Проверьте и запишите');
    set(sidebar, '#cok-date', '2026-11-18');
    sidebar.press('Записать');
    await shown(sidebar, 'Записано');
    const columns = sent(sidebar).remember?.columns;
    if (columns === undefined) throw new Error('nothing to remember');
    expect(columns.choice).toEqual({ school: 0, assigned: 1, viewed: 2 });
    const again = open(EMPTY, (fake) => {
      const remembered = { columns: [columns], municipalities: null };
      fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf(SCHOOLS, { remembered }) }));
    });
    chooseFile(again, foreign, 'cok.csv');
    await shown(again, 'Проверьте и запишите');
  });

  const refused: { note: string; text: string; sentence: string }[] = [
    {
      note: 'shares in place of people',
      text: `${OWN}ГБОУ СОШ № 525;45%;100\n`,
      sentence: 'Доля не заменяет число',
    },
    {
      note: 'fractions in place of people',
      text: `${OWN}ГБОУ СОШ № 525;0,45;100\n`,
      sentence: 'Доля не заменяет число',
    },
    {
      note: 'words in place of people',
      text: `${OWN}ГБОУ СОШ № 525;много;100\n`,
      sentence: 'Текст вместо числа',
    },
  ];
  it.each(refused)('refuses $note', async ({ text, sentence }) => {
    const sidebar = open();
    chooseFile(sidebar, text, 'cok.csv');
    await shown(sidebar, 'Файл не принят');
    expect(sidebar.text()).toContain(sentence);
    expect(sidebar.fake.count('sidebarImportCok')).toBe(0);
  });

  it('names a day before that of the sheet, and does not write', async () => {
    const row = ['2026-11-25', '1000525', 'ГБОУ СОШ № 525', null, null, 10, null, null, 90, null, null, null];
    const sidebar = open({ ...EMPTY, rows: [row] });
    chooseFile(sidebar, `${OWN}ГБОУ СОШ № 525;12;100\n`, 'cok.csv');
    await shown(sidebar, 'Проверьте и запишите');
    set(sidebar, '#cok-date', '2026-11-18');
    expect(sidebar.text()).toContain('Отчёт УБ ЦОК от 18.11.2026');
    expect(sidebar.button('Записать')?.disabled).toBe(true);
  });

  it('prepares the sheet for typing by hand, or says why not', async () => {
    const sidebar = open();
    sidebar.press('Вписать числа рукой');
    await shown(sidebar, 'строка для каждой школы');
    sidebar.fake.answer('sidebarPrepareCok', () => ({ ok: false, issue: { code: 'book-busy' } }));
    sidebar.press('Вписать числа рукой');
    await shown(sidebar, 'Книгу сейчас меняет');
    expect(sidebar.announcer.textContent).toContain('Книгу сейчас меняет');
  });

  const BUSY = { ok: false, issue: { code: 'book-busy' } };
  const unfit: {
    note: string;
    call: 'sidebarReadBook' | 'sidebarReadCok';
    answer: object;
    sentence: string;
  }[] = [
    { note: 'that cannot be read', call: 'sidebarReadBook', answer: BUSY, sentence: 'Книгу сейчас меняет' },
    {
      note: 'whose sheet of УБ ЦОК cannot be read',
      call: 'sidebarReadCok',
      answer: BUSY,
      sentence: 'занята',
    },
    {
      note: 'that holds the example',
      call: 'sidebarReadBook',
      answer: { ok: true, value: bookOf(SCHOOLS, { sample: true }) },
      sentence: 'пример',
    },
    {
      note: 'without schools',
      call: 'sidebarReadBook',
      answer: { ok: true, value: bookOf([]) },
      sentence: 'В книге ещё нет данных',
    },
  ];
  it.each(unfit)('needs schools to compare with: a book $note', async ({ call, answer, sentence }) => {
    const sidebar = open(EMPTY, (fake) => fake.answer(call, () => answer));
    chooseFile(sidebar, `${OWN}ГБОУ СОШ № 525;12;100\n`, 'cok.csv');
    await shown(sidebar, 'Файл не принят');
    expect(sidebar.text()).toContain(sentence);
    expect(sidebar.button('Записать')).toBeNull();
  });

  it('keeps what was confirmed when the writing failed, and another file starts anew', async () => {
    const sidebar = open();
    sidebar.fake.answer('sidebarImportCok', () => BUSY);
    chooseFile(sidebar, `${OWN}ГБОУ СОШ № 525;12;100\n`, 'cok_2026-11-18_10-00-00.csv');
    await shown(sidebar, 'Проверьте и запишите');
    sidebar.press('Записать');
    await vi.waitFor(() => expect(sidebar.button('Повторить запись')).not.toBeNull());
    sidebar.press('Другой файл');
    expect(sidebar.text()).not.toContain('Проверьте и запишите');
    expect(sidebar.view.querySelector<HTMLElement>('[aria-label="Файл УБ ЦОК"]')?.hidden).toBe(false);
    expect(document.activeElement?.getAttribute('type')).toBe('file');
  });

  it('asks for the columns again where a person wants it, and leads on to the texts', async () => {
    const sidebar = open();
    const area = sidebar.view.querySelector('textarea');
    if (area === null) throw new Error('no place for a table');
    area.value = `${OWN}ГБОУ СОШ № 525;12;100\n`;
    sidebar.press('Прочитать таблицу');
    await shown(sidebar, 'Проверьте и запишите');
    expect(sidebar.text()).toContain('таблица из буфера');
    sidebar.press('Указать столбцы');
    await shown(sidebar, 'Укажите столбцы');
    sidebar.press('Прочитать файл');
    await shown(sidebar, 'Проверьте и запишите');
    set(sidebar, '#cok-date', '2026-11-18');
    sidebar.press('Записать');
    await shown(sidebar, 'УБ ЦОК: 2 школы, данные на 18.11.2026.');
    sidebar.fake.answer('sidebarReadTexts', () => BUSY);
    sidebar.press('Тексты школам');
    await vi.waitFor(() => expect(sidebar.fake.count('sidebarReadTexts')).toBe(1));
  });
});
