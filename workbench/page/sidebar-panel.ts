import type { AppsScript, ShownHtml } from '../apps-script/environment.ts';
import { FRAME_READY, type FromFrame, type OpenFrame, SANDBOX, type ToFrame } from '../frame/wire.ts';

export interface SidebarPanelOptions {
  readonly panel: HTMLElement;
  readonly frameUrl: string;
  readonly environment: AppsScript;
  /** Called after every server run that the sidebar started. */
  readonly afterRun: () => void;
  readonly focusEditor: () => void;
}

/** The add-on's sidebar at the right edge: 300 px, its HTML in a frame of another origin. */
export class SidebarPanel {
  private readonly options: SidebarPanelOptions;
  private shown: ShownHtml | null = null;
  private port: MessagePort | null = null;

  constructor(options: SidebarPanelOptions) {
    this.options = options;
  }

  /** Shows what the script showed last; the same HTML shown again opens anew, as in Google Sheets. */
  show(sidebar: ShownHtml | null): void {
    if (sidebar === this.shown) return;
    this.shown = sidebar;
    this.port?.close();
    this.port = null;
    const { panel } = this.options;
    panel.replaceChildren();
    panel.hidden = sidebar === null;
    // The grid measures itself on the window's resize.
    window.dispatchEvent(new Event('resize'));
    if (sidebar !== null) panel.append(this.heading(sidebar.title), this.frame(sidebar));
  }

  close(): void {
    this.show(null);
  }

  private heading(title: string): HTMLElement {
    const heading = document.createElement('header');
    heading.className = 'sidebar-heading';
    const text = document.createElement('h2');
    text.textContent = title;
    const close = document.createElement('button');
    close.className = 'icon-button';
    close.textContent = '×';
    close.setAttribute('aria-label', 'Закрыть панель');
    close.addEventListener('click', () => this.close());
    heading.append(text, close);
    return heading;
  }

  private frame(sidebar: ShownHtml): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.className = 'sidebar-frame';
    frame.title = sidebar.title;
    frame.setAttribute('sandbox', SANDBOX);
    frame.src = this.options.frameUrl;
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source !== frame.contentWindow || event.data !== FRAME_READY) return;
      window.removeEventListener('message', onMessage);
      const channel = new MessageChannel();
      this.port = channel.port1;
      channel.port1.onmessage = (message: MessageEvent<FromFrame>) => {
        void this.answer(channel.port1, message.data);
      };
      const open: OpenFrame = { kind: 'open', html: sidebar.html };
      frame.contentWindow?.postMessage(open, new URL(this.options.frameUrl).origin, [channel.port2]);
    };
    window.addEventListener('message', onMessage);
    return frame;
  }

  private async answer(port: MessagePort, message: FromFrame): Promise<void> {
    if (message.kind === 'close') {
      this.close();
      return;
    }
    if (message.kind === 'focus-editor') {
      this.options.focusEditor();
      return;
    }
    const answer = await this.call(message.id, message.name, message.args);
    port.postMessage(answer);
    this.options.afterRun();
  }

  private async call(id: number, name: string, args: readonly unknown[]): Promise<ToFrame> {
    // A round trip is never immediate: the sidebar gets to paint its progress first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    try {
      return { kind: 'result', id, value: await this.options.environment.clientRun(name, ...args) };
    } catch (error) {
      const isError = error instanceof Error;
      return {
        kind: 'failure',
        id,
        name: isError ? error.name : 'Error',
        message: isError ? error.message : String(error),
      };
    }
  }
}
