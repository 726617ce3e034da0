import { App, useSubEnv } from '@odoo/owl';
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

/** Pixels: the engine's own border between a narrow screen and a wide one. */
const NARROW = 768;

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
  const width = followWidth(place);
  /** The engine by itself is narrow until it has been drawn and measured: all is drawn twice then. */
  class FittedSpreadsheet extends Spreadsheet {
    override setup(): void {
      useSubEnv({
        get isSmall(): boolean {
          return width.current() < NARROW;
        },
      });
      super.setup();
    }
  }
  const app = new App(FittedSpreadsheet, {
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
  return {
    destroy: () => {
      width.stop();
      app.destroy();
    },
  };
}

/** The width as of the last layout, so that asking for it lays nothing out. */
function followWidth(place: HTMLElement): { current(): number; stop(): void } {
  let width = place.clientWidth;
  const observer = new ResizeObserver(() => {
    width = place.clientWidth;
  });
  observer.observe(place);
  return { current: () => width, stop: () => observer.disconnect() };
}
