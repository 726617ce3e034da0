import type { Calculated, Calculator } from './calculator.ts';
import type { Area } from './cell.ts';
import type { Menu, ShownDialog, ShownHtml, ShownToast } from './environment.ts';
import type { Run } from './run.ts';
import type { Book } from './store.ts';

/** What is on the screen of the person who runs the script. */
export interface Screen {
  showMenu(menu: Menu): void;
  showHtml(shown: ShownHtml): void;
  showDialog(dialog: ShownDialog): { readonly button: string; readonly text: string };
  showToast(toast: ShownToast): void;
}

/** A lock that runs compete for. */
export interface SharedLock {
  /** The run that holds it. */
  holder: unknown;
}

export interface Locks {
  readonly document: SharedLock;
  readonly script: SharedLock;
  readonly user: SharedLock;
}

/** Key-value stores that outlive a run. */
export interface Stores {
  readonly document: Map<string, string>;
  readonly user: Map<string, string>;
  readonly script: Map<string, string>;
  readonly cache: Map<string, { readonly value: string; readonly until: number }>;
}

/** What the emulated services of one run work with. */
export interface Context {
  readonly run: Run;
  readonly book: Book;
  readonly screen: Screen;
  readonly locks: Locks;
  readonly stores: Stores;
  readonly html: Readonly<Record<string, string>>;
  readonly scriptTimeZone: string;
  readonly scriptId: string;
  readonly userLocale: string;
  readonly uuid: () => string;
  now(): Date;
  log(text: string): void;
  /** @throws Error when no calculator is attached. */
  calculator(): Calculator;
  /** Results for the area; asks the calculator only when a formula can reach the area. */
  results(sheetId: number, area: Area): readonly (readonly (Calculated | null)[])[] | null;
}
