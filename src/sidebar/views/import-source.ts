import { button, element } from '../dom.ts';

/** What the user brought: a file, or the text of a table. */
export interface SourceHandlers {
  file(file: File): void;
  text(text: string): void;
}

const INPUT_ID = 'statistics-file';
const TEXT_ID = 'statistics-text';

/** The place where a file is chosen or dropped, or a table is pasted. */
export function createSource(handlers: SourceHandlers): HTMLElement {
  const input = element('input', { id: INPUT_ID, type: 'file', accept: '.csv,.tsv,.txt,.xlsx,text/csv' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // The same file, mended and chosen again, must count as a change.
    if (file !== undefined) handlers.file(file);
    input.value = '';
  });

  const drop = element(
    'div',
    { class: 'drop' },
    element('label', { for: INPUT_ID, class: 'button primary' }, 'Выбрать файл'),
    element(
      'p',
      { class: 'quiet small', 'aria-hidden': 'true' },
      'CSV или Excel (.xlsx), можно перетащить сюда',
    ),
    input,
  );

  const area = element('textarea', {
    id: TEXT_ID,
    class: 'field',
    rows: 4,
    spellcheck: 'false',
    placeholder: 'Ctrl+V',
  });
  area.addEventListener('paste', (event) => {
    // A whole table is read at once: putting megabytes into a text area would only freeze the page.
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (area.value !== '' || !isTable(text)) return;
    event.preventDefault();
    event.stopPropagation();
    handlers.text(text);
  });
  const read = button('Прочитать таблицу', () => {
    const text = area.value;
    area.value = '';
    handlers.text(text);
  });

  return element(
    'div',
    { class: 'stack' },
    drop,
    element(
      'details',
      {},
      element('summary', {}, 'Вставить таблицу из буфера'),
      element(
        'div',
        { class: 'stack tight' },
        element('label', { for: TEXT_ID }, 'Скопируйте таблицу вместе с заголовками и вставьте её сюда'),
        area,
        element('div', {}, read),
      ),
    ),
  );
}

/**
 * Takes files dropped and tables pasted anywhere on the page while `wanted()` holds. A file that
 * misses the frame of the drop area must not make the browser leave the sidebar.
 */
export function catchSource(page: Document, wanted: () => boolean, handlers: SourceHandlers): void {
  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(page, wanted());
  });
  page.addEventListener('dragleave', () => mark(page, false));
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(page, false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined && wanted()) handlers.file(file);
  });
  page.addEventListener('paste', (event) => {
    if (!wanted() || event.target instanceof HTMLTextAreaElement) return;
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isTable(text)) handlers.text(text);
    else if (file !== undefined) handlers.file(file);
    else return;
    event.preventDefault();
  });
}

function mark(page: Document, over: boolean): void {
  for (const drop of page.querySelectorAll('.drop')) drop.classList.toggle('over', over);
}

/** More than one line, and something between cells. */
function isTable(text: string): boolean {
  return /[\t;,]/.test(text) && text.trim().includes('\n');
}
