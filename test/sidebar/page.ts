import { startSidebar } from '../../src/sidebar/app.ts';
import { element } from '../../src/sidebar/dom.ts';
import { createServer } from '../../src/sidebar/server.ts';
import type { ViewEntry } from '../../src/sidebar/view.ts';
import { VIEWS } from '../../src/sidebar/views.ts';
import { type FakeRun, fakeRun } from './fake-run.ts';

/** The views with their code there: what is tested of them stands in the page at once. */
const READY: readonly ViewEntry[] = await Promise.all(
  VIEWS.map(async (entry) => {
    const create = await entry.load();
    return { ...entry, load: () => create };
  }),
);

// What a view loads later, too: the first test of it does not wait until it is compiled.
await Promise.all([
  import('../../src/import/read.ts'),
  import('../../src/import/cok/read.ts'),
  import('../../src/sidebar/views/texts/writing.ts'),
]);

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

export function openSidebar(
  first: string | null,
  prepare: (fake: FakeRun) => void,
  views = READY,
): OpenedSidebar {
  const fake = fakeRun();
  prepare(fake);
  const sections = element('nav');
  const view = element('main');
  const announcer = element('p', { role: 'status' });
  document.body.replaceChildren(sections, view, announcer);
  startSidebar({ sections, view, announcer }, createServer(fake.run), first, views);

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
