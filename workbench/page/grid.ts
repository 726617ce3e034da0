import { type App, useSubEnv } from '@odoo/owl';
import { type Model, Spreadsheet } from '../engine/o-spreadsheet.ts';
import { showToast } from './messages.ts';

export interface Grid {
  destroy(): void;
}

interface Notification {
  readonly text: string;
  readonly sticky: boolean;
}

/** Pixels: the engine's own border between a narrow screen and a wide one. */
const NARROW = 768;

/** The engine's own interface over its model: tool bar, formula bar, grid, tabs. */
export async function mountGrid(app: App, place: HTMLElement, model: Model): Promise<Grid> {
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
  const root = app.createRoot(FittedSpreadsheet, {
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
  await root.mount(place);
  return {
    destroy: () => {
      width.stop();
      root.destroy();
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
