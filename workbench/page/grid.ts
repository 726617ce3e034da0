import { App } from '@odoo/owl';
import { type Model, Spreadsheet } from '../engine/o-spreadsheet.ts';
import { showToast } from './messages.ts';
import { russian } from './russian.ts';

export interface Grid {
  destroy(): void;
}

interface Notification {
  readonly text: string;
  readonly sticky: boolean;
}

let known: Document | null = null;

async function loadTemplates(): Promise<Document> {
  if (known !== null) return known;
  const templates = await window.ask('templates.xml');
  if (!(templates instanceof Document)) throw new Error('templates.xml is not read as a document.');
  known = templates;
  return templates;
}

/** The engine's own interface over its model: tool bar, formula bar, grid, tabs. */
export async function mountGrid(place: HTMLElement, model: Model): Promise<Grid> {
  const templates = await loadTemplates();
  const app = new App(Spreadsheet, {
    templates,
    translateFn: russian,
    translatableAttributes: ['title', 'placeholder', 'label', 'alt', 'aria-label'],
    warnIfNoStaticProps: false,
    props: {
      model,
      notifyUser: ({ text, sticky }: Notification) => {
        showToast({ message: text, title: '', seconds: sticky ? -1 : 0 });
      },
      raiseError: (text: string, done?: () => void) => {
        showToast({ message: text, title: 'Не получилось', seconds: 10 });
        done?.();
      },
      askConfirmation: (text: string, confirmed: () => void, cancelled?: () => void) => {
        if (window.confirm(text)) confirmed();
        else cancelled?.();
      },
    },
  });
  await app.mount(place);
  return app;
}
