import { startSidebar } from '../../src/sidebar/app.ts';
import { element } from '../../src/sidebar/dom.ts';
import { createServer } from '../../src/sidebar/server.ts';
import { type FakeRun, fakeRun } from './fake-run.ts';

/** The sidebar in the test's document. */
export interface OpenedSidebar {
  readonly fake: FakeRun;
  readonly view: HTMLElement;
  readonly announcer: HTMLElement;
  /** The enabled or disabled button of this name, wherever it stands; null where there is none. */
  button(name: string): HTMLButtonElement | null;
  press(name: string): void;
  text(): string;
}

export function openSidebar(first: string | null, prepare: (fake: FakeRun) => void): OpenedSidebar {
  const fake = fakeRun();
  prepare(fake);
  const sections = element('nav');
  const view = element('main');
  const announcer = element('p', { role: 'status' });
  document.body.replaceChildren(sections, view, announcer);
  startSidebar({ sections, view, announcer }, createServer(fake.run), first);

  function button(name: string): HTMLButtonElement | null {
    const all = [...view.querySelectorAll('button'), ...document.querySelectorAll('button')];
    return all.find((made) => (made.getAttribute('aria-label') ?? made.textContent) === name) ?? null;
  }

  return {
    fake,
    view,
    announcer,
    button,
    press: (name) => {
      const found = button(name);
      if (found === null) throw new Error(`no button «${name}» in: ${view.textContent}`);
      found.click();
    },
    text: () => (view.textContent ?? '').replaceAll('\u00a0', ' '),
  };
}

/** Chooses a file as a person does. */
export function chooseFile(
  sidebar: OpenedSidebar,
  content: string | Uint8Array<ArrayBuffer>,
  name = 'отчёт.csv',
): void {
  const input = sidebar.view.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('no file input');
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  input.dispatchEvent(new Event('change'));
}
