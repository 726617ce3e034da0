/** What travels between the sidebar's frame (another origin) and the page. */

/** The page hands over the HTML together with a port; everything else goes through the port. */
export interface OpenFrame {
  readonly kind: 'open';
  readonly html: string;
}

/** The frame's first word, from its window to the page's. */
export const FRAME_READY = 'apps-script-frame-ready';

export type FromFrame =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'focus-editor' };

export type ToFrame =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly name: string; readonly message: string };

/** Exactly the tokens of HtmlService's IFRAME sandbox. */
export const SANDBOX = [
  'allow-same-origin',
  'allow-forms',
  'allow-scripts',
  'allow-popups',
  'allow-downloads',
  'allow-modals',
  'allow-popups-to-escape-sandbox',
].join(' ');
