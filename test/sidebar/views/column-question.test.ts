// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { COLUMNS } from '../../../src/domain/columns.ts';
import type { ColumnChoice } from '../../../src/import/column-choice.ts';
import { readStatisticsText } from '../../../src/import/read.ts';
import { bookOf, csvOf, REPORT_DATE, schoolRecord } from '../fixtures.ts';
import { chooseFile, type OpenedSidebar, openSidebar } from '../page.ts';

const OUTCOME = {
  date: REPORT_DATE,
  schools: 1,
  added: 1,
  updated: 0,
  unchanged: 0,
  vanished: 0,
  bookDate: REPORT_DATE,
};

/** Two headings that nobody knows, in place of «ID организация» and «ИНН». */
function foreignFile(): string {
  return csvOf([schoolRecord()]).replace('ID организация', 'Номер').replace('ИНН', '<b>Налог</b>');
}

const CHOICE: ColumnChoice = Object.fromEntries(COLUMNS.map(({ key }, at) => [key, at]));

function open(columns: { signature: string; choice: ColumnChoice }[] = []): OpenedSidebar {
  return openSidebar('import', (fake) => {
    const remembered = { columns, municipalities: null };
    fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([], { remembered }) }));
    fake.answer('sidebarImportStatistics', () => ({ ok: true, value: OUTCOME }));
  });
}

async function asked(sidebar: OpenedSidebar): Promise<void> {
  await vi.waitFor(() => expect(sidebar.text()).toContain('Укажите столбцы'));
}

function select(sidebar: OpenedSidebar, field: string): HTMLSelectElement {
  const found = sidebar.view.querySelector<HTMLSelectElement>(`#column-${field}`);
  if (found === null) throw new Error(`no field ${field}`);
  return found;
}

function choose(sidebar: OpenedSidebar, field: string, position: number): void {
  select(sidebar, field).value = String(position);
  select(sidebar, field).dispatchEvent(new Event('change'));
}

describe('the question which column is which', () => {
  it('asks for what the headings did not tell, folds the rest away, and shows headings as text', async () => {
    const sidebar = open();
    chooseFile(sidebar, foreignFile());
    await asked(sidebar);
    expect(document.activeElement?.textContent).toBe('Укажите столбцы');
    expect(select(sidebar, 'orgId').closest('details')).toBeNull();
    expect(select(sidebar, 'shortName').closest('details')?.open).toBe(false);
    expect(sidebar.text()).toContain('Узнаны по заголовкам23');
    expect(sidebar.view.querySelector('b')).toBeNull();
    expect(select(sidebar, 'inn').textContent).toContain('23. <b>Налог</b>');
  });

  it('shows cells of the column that is chosen', async () => {
    const sidebar = open();
    chooseFile(sidebar, foreignFile());
    await asked(sidebar);
    choose(sidebar, 'orgId', 7);
    expect(sidebar.text()).toContain('В столбце: «1000525»');
  });

  it('names a column that lacks, and one that is taken twice, and sends nothing', async () => {
    const sidebar = open();
    chooseFile(sidebar, foreignFile());
    await asked(sidebar);
    choose(sidebar, 'inn', 1);
    sidebar.press('Прочитать файл');
    expect(sidebar.text()).toContain('Столбец не выбран, а без него файл не прочитать.');
    expect(sidebar.text()).toContain('Этот столбец уже выбран для «Краткое название»: выберите другой.');
    expect(select(sidebar, 'orgId').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement?.id).toBe('column-orgId');
    choose(sidebar, 'orgId', 7);
    choose(sidebar, 'inn', 22);
    sidebar.press('Прочитать файл');
    await vi.waitFor(() => expect(sidebar.button('Записать')?.disabled).toBe(false));
    expect(sidebar.text()).toContain('Столбцы указаны вами');
  });

  it('sends the answer with the import, to be remembered', async () => {
    const sidebar = open();
    chooseFile(sidebar, foreignFile());
    await asked(sidebar);
    choose(sidebar, 'orgId', 7);
    choose(sidebar, 'inn', 22);
    sidebar.press('Прочитать файл');
    await vi.waitFor(() => expect(sidebar.button('Записать')?.disabled).toBe(false));
    sidebar.press('Записать');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Записано'));
    const [request] = sidebar.fake.calls.find(({ name }) => name === 'sidebarImportStatistics')?.args ?? [];
    expect(request).toMatchObject({
      remember: {
        columns: {
          choice: CHOICE,
          title: expect.stringContaining('Импорт: столбцы файлов с заголовками «Дата»'),
        },
      },
    });
  });

  it('is not asked again where the book remembers, and may be answered anew', async () => {
    const signature = readStatisticsText(foreignFile()).question?.signature ?? '';
    const sidebar = open([{ signature, choice: CHOICE }]);
    chooseFile(sidebar, foreignFile());
    await vi.waitFor(() => expect(sidebar.button('Записать')?.disabled).toBe(false));
    sidebar.press('Указать столбцы');
    await asked(sidebar);
    expect(select(sidebar, 'orgId').value).toBe('7');
  });

  it('after a wrong answer the file is refused, and the question can be asked again', async () => {
    const sidebar = open();
    chooseFile(sidebar, foreignFile());
    await asked(sidebar);
    choose(sidebar, 'orgId', 7);
    choose(sidebar, 'inn', 22);
    choose(sidebar, 'teachersTotal', 11);
    choose(sidebar, 'studentsTotal', 1);
    choose(sidebar, 'shortName', 10);
    sidebar.press('Прочитать файл');
    await vi.waitFor(() => expect(sidebar.text()).toContain('Файл не принят'));
    sidebar.press('Указать столбцы');
    await asked(sidebar);
    expect(select(sidebar, 'studentsTotal').value).toBe('1');
  });
});
