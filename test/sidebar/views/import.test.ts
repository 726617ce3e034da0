// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { StatisticsRecord } from '../../../src/domain/record.ts';
import type { BookState, ImportOutcome } from '../../../src/server/contract.ts';
import type { FakeRun } from '../fake-run.ts';
import { bookOf, csvOf, laggingRecord, manyRecords, REPORT_DATE, schoolRecord } from '../fixtures.ts';
import { chooseFile, type OpenedSidebar, openSidebar } from '../page.ts';

const OUTCOME: ImportOutcome = {
  date: REPORT_DATE,
  schools: 2,
  added: 1,
  updated: 1,
  unchanged: 0,
  vanished: 3,
  bookDate: REPORT_DATE,
};

function open(
  book: BookState = bookOf([]),
  prepare: (fake: FakeRun) => void = () => undefined,
): OpenedSidebar {
  return openSidebar('import', (fake) => {
    fake.answer('sidebarReadBook', () => ({ ok: true, value: book }));
    fake.answer('sidebarImportStatistics', () => ({ ok: true, value: OUTCOME }));
    prepare(fake);
  });
}

async function proposed(sidebar: OpenedSidebar): Promise<void> {
  await vi.waitFor(() => expect(sidebar.button('Записать')?.disabled).toBe(false));
}

async function refused(sidebar: OpenedSidebar): Promise<void> {
  await vi.waitFor(() => expect(sidebar.text()).toContain('Файл не принят'));
}

describe('preview of a file', () => {
  it('says what the file holds and what it changes, and writes nothing', async () => {
    const known = schoolRecord({ teachersActive: 10 });
    const gone = schoolRecord({ shortName: 'Закрытая школа', orgId: '7' });
    const same = schoolRecord({ orgId: '8' });
    const sidebar = open(bookOf([known, gone, same]));
    chooseFile(sidebar, csvOf([schoolRecord(), same, laggingRecord({ municipality: 'Невский район' })]));
    await proposed(sidebar);
    const text = sidebar.text();
    expect(text).toContain('3 школы, данные на 24.11.2025');
    expect(text).toContain('отчёт.csv · UTF-8, разделитель: запятая');
    expect(text).toContain('Московский район2');
    expect(text).toContain('Невский район1');
    expect(text).toContain('Новые1');
    expect(text).toContain('ГБОУ лицей № 5 «Радуга» (ID 1000005)');
    expect(text).toContain('Изменятся1ГБОУ СОШ № 525 (ID 1000525)МАХ педагоги 16,66 % → 83,33 %');
    expect(text).toContain('Закрытая школа (ID 7)');
    expect(text).toContain('Активные педагоги в МАХ✓ цель: 2▼ ниже: 1');
    expect(text).toContain('Замечаний к файлу нет.');
    expect(sidebar.fake.calls.map((call) => call.name)).toEqual(['sidebarReadBook', 'sidebarReadBook']);
  });

  it('puts the focus on the preview and announces it', async () => {
    const sidebar = open();
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Проверьте и запишите'));
    await proposed(sidebar);
    expect(sidebar.announcer.textContent).toContain('Сверено с книгой: новых 1');
  });

  it('judges by the targets of the book that hold on the date of the report', async () => {
    const book = bookOf([]);
    const rows = [
      { code: 'max.teachers' as const, from: '2025-11-24', target: 1000 },
      { code: 'max.teachers' as const, from: '2099-01-01', target: 10_000 },
    ];
    const sidebar = open({ ...book, datedTargets: { ...book.datedTargets, rows } });
    chooseFile(sidebar, csvOf([laggingRecord()]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('Активные педагоги в МАХ✓ цель: 1');
  });

  it('groups warnings by kind, each openable, with its sentences', async () => {
    const sidebar = open();
    const record = schoolRecord({ teachersActive: 70 });
    chooseFile(sidebar, csvOf([record, { ...record, orgId: '9' }]));
    await proposed(sidebar);
    const groups = [...sidebar.view.querySelectorAll('details.warning')];
    expect(groups.map((group) => group.querySelector('summary')?.textContent)).toEqual([
      'Активных больше, чем всего (2)',
      'Активных больше, чем зарегистрировано (2)',
    ]);
    expect(groups[0]?.querySelectorAll('li').length).toBe(2);
    expect(groups[0]?.hasAttribute('open')).toBe(false);
  });

  it('shows names as text, whatever they look like', async () => {
    const shortName = '<img src=x onerror=alert(1)> __proto__';
    const sidebar = open(bookOf([schoolRecord({ orgId: '7', shortName })]));
    chooseFile(sidebar, csvOf([schoolRecord({ shortName })]));
    await proposed(sidebar);
    expect(sidebar.view.querySelector('img')).toBeNull();
    expect(sidebar.text()).toContain(`${shortName} (ID 7)`);
  });

  it('lists at most 50 names and counts the rest', async () => {
    const sidebar = open(bookOf([schoolRecord()]));
    chooseFile(sidebar, csvOf(manyRecords(60)));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('и ещё 10');
  });

  it('lets the user write when the book cannot be read, and says that the change is unknown', async () => {
    const sidebar = open(bookOf([]), (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: false, issue: { code: 'book-busy' } }));
    });
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('Что изменится, пока неизвестно');
  });

  it('keeps «Записать» back until the book was compared', async () => {
    const sidebar = open();
    sidebar.fake.hold();
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await vi.waitFor(() => expect(sidebar.text()).toContain('Сверяем с книгой…'));
    expect(sidebar.button('Записать')?.disabled).toBe(true);
    sidebar.fake.release();
    await proposed(sidebar);
  });

  it('says of a report older than the book that it goes to «История» only', async () => {
    const sidebar = open(bookOf([schoolRecord({ date: '2025-12-01' })], { date: '2025-12-01' }));
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await vi.waitFor(() => expect(sidebar.text()).toContain('будет записан только в «Историю»'));
    sidebar.fake.answer('sidebarImportStatistics', () => ({
      ok: true,
      value: { ...OUTCOME, bookDate: '2025-12-01' },
    }));
    sidebar.press('Записать');
    await vi.waitFor(() =>
      expect(sidebar.text()).toContain(
        'Отчёт от 24.11.2025 записан только в «Историю»: в книге данные на 01.12.2025.',
      ),
    );
  });

  it('shows the new preview where the book changed meanwhile, and writes from it', async () => {
    let fingerprint = 'first';
    let rows = bookOf([schoolRecord()]).rows;
    const sidebar = open(bookOf([]), (fake) => {
      fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([], { rows, fingerprint }) }));
      fake.answer('sidebarImportStatistics', (request) =>
        Object(request).fingerprint === fingerprint
          ? { ok: true, value: OUTCOME }
          : { ok: false, issue: { code: 'preview-stale' } },
      );
    });
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await vi.waitFor(() => expect(sidebar.text()).toContain('Без изменений1'));
    fingerprint = 'second';
    rows = [];
    sidebar.press('Записать');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Книга изменилась'));
    await vi.waitFor(() => expect(sidebar.text()).toContain('Без изменений0'));
    sidebar.press('Повторить запись');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
  });

  it('takes the file that was chosen last', async () => {
    const sidebar = open();
    chooseFile(sidebar, csvOf(manyRecords(300)), 'первый.csv');
    chooseFile(sidebar, csvOf([schoolRecord()]), 'второй.csv');
    await proposed(sidebar);
    expect(sidebar.text()).toContain('второй.csv');
    expect(sidebar.text()).not.toContain('первый.csv');
  });
});

describe('what of a file is taken', () => {
  const OURS = schoolRecord({ municipality: 'А' });
  const THEIRS = laggingRecord({ municipality: 'Б' });
  const sent = (sidebar: OpenedSidebar): unknown =>
    sidebar.fake.calls.find(({ name }) => name === 'sidebarImportStatistics')?.args[0];
  const box = (sidebar: OpenedSidebar, name: string): HTMLInputElement => {
    const label = [...sidebar.view.querySelectorAll('label')].find(({ textContent }) =>
      textContent?.includes(name),
    );
    const found = label?.querySelector('input');
    if (found === null || found === undefined) throw new Error(`no box ${name}`);
    return found;
  };
  const write = async (sidebar: OpenedSidebar): Promise<void> => {
    sidebar.press('Записать');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
  };

  it('schools of the МО that are left, and the choice is remembered', async () => {
    const sidebar = open();
    chooseFile(sidebar, csvOf([OURS, THEIRS]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('Районы и округа (МО)2');
    box(sidebar, 'Б').click();
    expect(sidebar.text()).toContain('1 школа, данные на 24.11.2025; не берутся: 1');
    expect(sidebar.text()).toContain('Районы и округа (МО)1 из 2');
    expect(sidebar.text()).toContain('Новые1');
    await write(sidebar);
    expect(sent(sidebar)).toMatchObject({
      rows: bookOf([OURS]).rows,
      remember: { municipalities: ['А'] },
    });
  });

  it('nothing, where every МО is taken off', async () => {
    const sidebar = open();
    chooseFile(sidebar, csvOf([OURS, THEIRS]));
    await proposed(sidebar);
    sidebar.press('Снять все');
    expect(sidebar.text()).toContain('Не выбрано ни одной школы');
    expect(sidebar.button('Записать')?.disabled).toBe(true);
    sidebar.press('Отметить все');
    expect(sidebar.button('Записать')?.disabled).toBe(false);
  });

  it('the МО that the book remembers; nothing new is to be remembered', async () => {
    const sidebar = open(bookOf([], { remembered: { columns: [], municipalities: ['Б', 'Я'] } }));
    chooseFile(sidebar, csvOf([OURS, THEIRS]));
    await proposed(sidebar);
    expect(box(sidebar, 'А').checked).toBe(false);
    await write(sidebar);
    expect(sent(sidebar)).toMatchObject({ rows: bookOf([THEIRS]).rows, remember: {} });
  });

  it('all, where the file has none of the remembered МО', async () => {
    const sidebar = open(bookOf([], { remembered: { columns: [], municipalities: ['Я'] } }));
    chooseFile(sidebar, csvOf([OURS, THEIRS]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('2 школы');
  });

  it('МО that the book has not are named, and left out at a press', async () => {
    const sidebar = open(bookOf([OURS]));
    chooseFile(sidebar, csvOf([OURS, THEIRS]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('В файле есть МО, которых в книге нет: «Б»');
    sidebar.press('Взять только МО книги');
    expect(sidebar.text()).not.toContain('которых в книге нет');
    await write(sidebar);
    expect(sent(sidebar)).toMatchObject({ rows: bookOf([OURS]).rows, remember: { municipalities: ['А'] } });
  });

  it('all of several reports, the earlier ones for «История»', async () => {
    const earlier = schoolRecord({ date: '2025-11-17' });
    const sidebar = open();
    chooseFile(sidebar, csvOf([earlier, OURS]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('данные на 24.11.2025; в «Историю» из прежних отчётов: 1 строка');
    await write(sidebar);
    expect(sent(sidebar)).toMatchObject({ rows: bookOf([OURS]).rows, older: bookOf([earlier]).rows });
  });

  it('one of several reports, where it is chosen', async () => {
    const earlier = schoolRecord({ date: '2025-11-17' });
    const sidebar = open();
    chooseFile(sidebar, csvOf([earlier, OURS]));
    await proposed(sidebar);
    expect(sidebar.text()).toContain('1 школа, данные на 24.11.2025');
    expect(sidebar.text()).toContain('Несколько отчётов');
    const select = sidebar.view.querySelector<HTMLSelectElement>('#report-date');
    if (select === null) throw new Error('no choice of reports');
    select.value = '2025-11-17';
    select.dispatchEvent(new Event('change'));
    expect(sidebar.text()).toContain('1 школа, данные на 17.11.2025');
    await write(sidebar);
    expect(sent(sidebar)).toMatchObject({ rows: bookOf([earlier]).rows });
    expect(sent(sidebar)).not.toHaveProperty('older');
  });
});

describe('refusal of a file', () => {
  it('offers the rows with errors as a file', async () => {
    const saved: Blob[] = [];
    const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:rows';
    });
    const sidebar = open();
    chooseFile(sidebar, csvOf([schoolRecord(), laggingRecord()]).replace(',41,', ',сорок,'));
    await refused(sidebar);
    sidebar.press('Скачать строки с ошибками (1)');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await saved[0]?.arrayBuffer());
    expect(text.startsWith('\ufeffДата;')).toBe(true);
    expect(text).toContain('«сорок»');
    spy.mockRestore();
  });

  it.each([
    ['an empty file', '', 'Файл пуст'],
    ['a web page', '<!doctype html><html><body>Ошибка</body></html>', 'веб-страница'],
    ['an answer of the server', '{"error":"timeout"}', 'JSON'],
    ['a damaged workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'Книга Excel повреждена'],
    ['only headings', csvOf([]), 'нет ни одной школы'],
    ['a missing column', csvOf([schoolRecord()], ['orgId']), 'ID организация'],
    ['text in a count', csvOf([schoolRecord()]).replace(',60,', ',много,'), 'много'],
    ['a negative count', csvOf([schoolRecord()]).replace(',60,', ',-60,'), '-60'],
  ])('%s: the sentence, no «Записать», no call', async (_note, content, part) => {
    const sidebar = open();
    chooseFile(sidebar, content);
    await refused(sidebar);
    expect(sidebar.text()).toContain(part);
    expect(sidebar.text()).toContain('В книге ничего не изменилось');
    expect(sidebar.button('Записать')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Файл не принят');
    expect(sidebar.fake.calls.map(({ name }) => name)).toEqual(['sidebarReadBook']);
  });

  it('names a file that the browser cannot read', async () => {
    const sidebar = open();
    const broken = new File([''], 'пропал.csv');
    Object.defineProperty(broken, 'arrayBuffer', {
      value: () => Promise.reject(new Error('NotReadableError')),
    });
    const input = sidebar.view.querySelector('input');
    Object.defineProperty(input, 'files', { value: [broken], configurable: true });
    input?.dispatchEvent(new Event('change'));
    await refused(sidebar);
    expect(sidebar.text()).toContain('NotReadableError');
  });

  it.each([
    ['День', 'данные на 03.06.2026'],
    ['Месяц', 'данные на 06.03.2026'],
  ])('asks what stands first in «3/6/2026»: %s', async (answer, words) => {
    const sidebar = open();
    chooseFile(sidebar, csvOf([schoolRecord({ date: '3/6/2026' })]));
    await refused(sidebar);
    expect(sidebar.text()).toContain('Дата отчёта записана как «3/6/2026». Что стоит первым?');
    sidebar.press(answer);
    await proposed(sidebar);
    expect(sidebar.text()).toContain(words);
  });

  it('takes the mended file afterwards', async () => {
    const sidebar = open();
    chooseFile(sidebar, '');
    await refused(sidebar);
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await proposed(sidebar);
    expect(sidebar.text()).not.toContain('Файл не принят');
  });
});

describe('writing', () => {
  async function written(records: readonly StatisticsRecord[]): Promise<OpenedSidebar> {
    const sidebar = open();
    chooseFile(sidebar, csvOf(records));
    await proposed(sidebar);
    sidebar.press('Записать');
    return sidebar;
  }

  it('sends the file’s rows once, shows progress, then the outcome in words', async () => {
    const sidebar = await written([schoolRecord(), laggingRecord()]);
    expect(sidebar.view.querySelector('progress')).not.toBeNull();
    expect(sidebar.text()).toContain('Записываем в книгу');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    expect(sidebar.text()).toContain('В отчёте 2 школы, данные на 24.11.2025.');
    expect(sidebar.text()).toContain('Новые1Изменены1Без изменений0Нет в файле, помечены3');
    expect(document.activeElement?.textContent).toBe('Записано');
    const sent = sidebar.fake.calls.find(({ name }) => name === 'sidebarImportStatistics');
    expect(sent?.name).toBe('sidebarImportStatistics');
    expect(sent?.args).toEqual([
      {
        fileName: 'отчёт.csv',
        rows: bookOf([schoolRecord(), laggingRecord()]).rows,
        remember: {},
        warnings: 0,
        who: '',
        fingerprint: 'as-read',
      },
    ]);
  });

  it('says that answers are asked again where «Настройки» is closed to the person', async () => {
    const sidebar = await written([schoolRecord()]);
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    expect(sidebar.text()).not.toContain('не запомнены');
    sidebar.fake.answer('sidebarImportStatistics', () => ({
      ok: true,
      value: { ...OUTCOME, answersLost: true },
    }));
    sidebar.press('Ещё файл');
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await proposed(sidebar);
    sidebar.press('Записать');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Ваши ответы на вопросы не запомнены'));
  });

  it('writes once, however often the button is pressed', async () => {
    const sidebar = open();
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await proposed(sidebar);
    const write = sidebar.button('Записать');
    sidebar.fake.hold();
    write?.click();
    write?.click();
    write?.click();
    sidebar.fake.release();
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    write?.click();
    expect(sidebar.fake.count('sidebarImportStatistics')).toBe(1);
  });

  it('does not take another file while it writes', async () => {
    const sidebar = open();
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await proposed(sidebar);
    sidebar.fake.hold();
    sidebar.press('Записать');
    chooseFile(sidebar, '');
    sidebar.fake.release();
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    expect(sidebar.text()).not.toContain('Файл не принят');
  });

  it.each([
    [
      'the book is busy',
      () => ({ ok: false, issue: { code: 'book-busy' } }),
      'Книгу сейчас меняет кто-то ещё',
    ],
    [
      'several accounts are signed in',
      () => {
        throw new Error('PERMISSION_DENIED');
      },
      'несколько учётных записей Google',
    ],
    [
      'the connection breaks',
      () => {
        throw new Error('NetworkError: Connection failure due to HTTP 0');
      },
      'Связь с Google прервалась',
    ],
  ])('leaves the preview with a retry when %s', async (_note, answer, part) => {
    const sidebar = open(bookOf([]), (fake) => fake.answer('sidebarImportStatistics', answer));
    chooseFile(sidebar, csvOf([schoolRecord()]));
    await proposed(sidebar);
    sidebar.press('Записать');
    await vi.waitFor(() => expect(sidebar.view.querySelector('[role=alert]')?.textContent).toContain(part));
    expect(sidebar.text()).toContain('1 школа, данные на 24.11.2025');
    expect(document.activeElement).toBe(sidebar.button('Повторить запись'));
    sidebar.fake.answer('sidebarImportStatistics', () => ({ ok: true, value: OUTCOME }));
    sidebar.press('Повторить запись');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    expect(sidebar.fake.count('sidebarImportStatistics')).toBe(2);
  });

  it('makes the texts read the new book', async () => {
    const sidebar = await written([laggingRecord()]);
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    sidebar.press('Тексты школам');
    await vi.waitFor(() => expect(sidebar.fake.count('sidebarReadBook')).toBe(3));
  });

  it('offers the next file', async () => {
    const sidebar = await written([schoolRecord()]);
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    sidebar.press('Ещё файл');
    expect(document.activeElement).toBe(sidebar.view.querySelector('input[type=file]'));
  });
});

describe('pasting and dropping', () => {
  function transfer(
    type: 'paste' | 'drop',
    target: EventTarget,
    text: string,
    files: readonly File[],
  ): Event {
    const event = new Event(type, { bubbles: true, cancelable: true });
    const carried = { getData: () => text, files };
    Object.defineProperty(event, type === 'paste' ? 'clipboardData' : 'dataTransfer', { value: carried });
    target.dispatchEvent(event);
    return event;
  }

  const TABLE = csvOf([schoolRecord()], [], '\t');

  it('takes a table pasted anywhere', async () => {
    const sidebar = open();
    const event = transfer('paste', document.body, TABLE, []);
    await proposed(sidebar);
    expect(event.defaultPrevented).toBe(true);
    expect(sidebar.text()).toContain('таблица из буфера');
  });

  it('takes a table pasted into the text area without putting it there', async () => {
    const sidebar = open();
    const area = sidebar.view.querySelector('textarea');
    if (area === null) throw new Error('no text area');
    transfer('paste', area, TABLE, []);
    await proposed(sidebar);
    expect(area.value).toBe('');
  });

  it('reads what was typed into the text area', async () => {
    const sidebar = open();
    const area = sidebar.view.querySelector('textarea');
    if (area === null) throw new Error('no text area');
    area.value = TABLE;
    sidebar.press('Прочитать таблицу');
    await proposed(sidebar);
  });

  it('leaves other pastes alone', () => {
    open();
    expect(transfer('paste', document.body, 'одно слово', []).defaultPrevented).toBe(false);
  });

  it('takes a file dropped anywhere', async () => {
    const sidebar = open();
    const event = transfer('drop', document.body, '', [new File([csvOf([schoolRecord()])], 'отчёт.csv')]);
    await proposed(sidebar);
    expect(event.defaultPrevented).toBe(true);
  });

  it('ignores a drop in another view, and still keeps the browser in the sidebar', async () => {
    const sidebar = open();
    sidebar.press('Тексты школам');
    await vi.waitFor(() => expect(sidebar.text()).toContain('В книге ещё нет школ'));
    const event = transfer('drop', document.body, '', [new File([csvOf([schoolRecord()])], 'отчёт.csv')]);
    expect(event.defaultPrevented).toBe(true);
    sidebar.press('Импорт статистики');
    expect(sidebar.text()).not.toContain('Читаем');
  });
});
