import type { ShownDialog, ShownToast } from '../apps-script/environment.ts';

const TOAST_SECONDS = 5;

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

/** A toast of the add-on or of the workbench; `seconds` below 0 keeps it until it is closed. */
export function showToast({ message, title, seconds }: ShownToast): void {
  const toast = element('div', 'toast-card', '');
  if (title !== '') toast.append(element('strong', 'toast-title', title));
  toast.append(element('span', 'toast-text', message));
  const close = element('button', 'icon-button', '×');
  close.setAttribute('aria-label', 'Закрыть сообщение');
  close.addEventListener('click', () => toast.remove());
  toast.append(close);
  place('toasts').append(toast);
  if (seconds < 0) return;
  setTimeout(() => toast.remove(), (seconds === 0 ? TOAST_SECONDS : seconds) * 1000);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function showProblem(error: unknown): void {
  console.error(error);
  showToast({ message: messageOf(error), title: 'Не получилось', seconds: 15 });
}

/** A part of the page's script, whose failure the browser tells in English and in its own terms. */
export async function fetched<T>(what: string, part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new Error(
      `${what} не загрузилась. Проверьте, что стенд запущен (npm start), и обновите страницу.`,
      {
        cause,
      },
    );
  }
}

/** The page is of no use: the reason stays. */
export function showFailedStart(error: unknown): void {
  console.error(error);
  showToast({ message: messageOf(error), title: 'Стенд не открылся', seconds: -1 });
}

/** A dialog that the script opened. The run is over by then: buttons only close it. */
export function showDialog({ title, message }: ShownDialog): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'script-dialog';
  if (title !== '') dialog.append(element('h2', 'script-dialog-title', title));
  dialog.append(element('p', 'script-dialog-text', message));
  const close = element('button', 'plain-button', 'ОК');
  close.addEventListener('click', () => dialog.close());
  dialog.append(close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
