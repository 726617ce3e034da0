import type { BookState } from './book-state.ts';
import type { Calculator, CalculatorFactory, CustomFunction, CustomFunctionResult } from './calculator.ts';
import type { Area } from './cell.ts';
import type { LoadedCode } from './loading.ts';
import type { Book } from './store.ts';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** A fresh global scope for one execution. */
export interface Realm {
  /** Evaluates the script and answers its top-level functions of these names. */
  evaluate(code: string, names: readonly string[]): Readonly<Record<string, unknown>>;
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
  readonly Date: DateConstructor;
  readonly Error: ErrorConstructor;
}

export interface RealmSetting {
  readonly globals: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970, for `new Date()`. */
  readonly now: () => number;
  /** Milliseconds that the script's clock is ahead of UTC at a moment. */
  readonly offset: (moment: number) => number;
}

export type RealmFactory = (setting: RealmSetting) => Realm;

export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
}

export interface AppsScriptOptions {
  /** Locale of the spreadsheet; ignored when `book` is given. Default ru_RU. */
  readonly locale?: 'ru_RU' | 'en_US';
  /** Time zone of the spreadsheet; ignored when `book` is given. Default Europe/Moscow. */
  readonly timeZone?: string;
  /** appsscript.json as parsed; its time zone is the script's. */
  readonly manifest?: Manifest;
  /** HTML files of the project by name without extension. */
  readonly html?: Readonly<Record<string, string>>;
  /** The clock of the emulator. */
  readonly now?: () => Date;
  /** The person at the screen may look at the book and not change it. */
  readonly viewer?: boolean;
  /** Language of the person at the screen, Session.getActiveUserLocale(). Default ru. */
  readonly userLocale?: string;
  readonly calculator?: CalculatorFactory;
  /** Default: a bare V8 context in Node, a hidden frame in a page. */
  readonly realm?: RealmFactory;
  /** ScriptApp.getScriptId(). Default script-1. */
  readonly scriptId?: string;
  /** Default: random ones. */
  readonly uuid?: () => string;
  /** Text made by `Book.save()`, or a state that nobody else changes. */
  readonly book?: string | BookState;
  /** Modelled milliseconds of one call, by `Class.method`; `default` for the rest. */
  readonly callCost?: Readonly<Record<string, number>>;
}

export interface MenuItem {
  readonly kind: 'item';
  readonly caption: string;
  readonly functionName: string;
}

export type MenuEntry = MenuItem | { readonly kind: 'separator' } | Menu;

export interface Menu {
  readonly kind: 'menu';
  readonly caption: string;
  readonly addon: boolean;
  readonly entries: readonly MenuEntry[];
}

export interface ShownHtml {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface ShownDialog {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  readonly buttons: string;
}

export interface ShownToast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

export interface Calls {
  readonly total: number;
  /** By `Class.method`, only methods that were called. */
  readonly byMethod: Readonly<Record<string, number>>;
  /** Modelled milliseconds of everything counted. */
  readonly milliseconds: number;
  reset(): void;
}

/** Where and how a run is disturbed. Calls are counted from 1 within the run. */
export interface Disturbance {
  /**
   * The run dies instead of making its call `call`. Of the writes not yet flushed the first
   * `keepWrites` reach the book (default: none).
   */
  readonly killAt?: { readonly call: number; readonly keepWrites?: number };
  /** Before the run's call `call` something else happens to the book as others see it. */
  readonly preemptAt?: { readonly call: number; readonly other: () => void };
}

export interface RunOptions extends Disturbance {
  readonly authMode?: AuthMode;
}

export interface RunReport {
  readonly calls: number;
  readonly milliseconds: number;
  /** Unflushed writes at the moment of death; the range of `keepWrites` is 0 … this. */
  readonly unflushedAtKill: number;
}

/** Thrown by `run` when `killAt` ended the run. */
export class RunKilled extends Error {
  readonly report: RunReport;
  constructor(report: RunReport) {
    super(`The run was killed at its service call ${report.calls}.`);
    this.name = 'RunKilled';
    this.report = report;
  }
}

/** What a person does by hand; each is one action of the interface, at once visible to everybody. */
export interface Hands {
  /** Types into the cell (or each cell) as a person does: parsed by the spreadsheet's locale. */
  type(sheet: string, a1: string, text: string): void;
  /** Pastes a block of texts; each is parsed like typing. */
  paste(sheet: string, a1: string, block: readonly (readonly string[])[]): void;
  sort(sheet: string, a1: string, column: number, ascending?: boolean): void;
  createFilter(sheet: string, a1: string): void;
  /** Hides the rows of the filter whose display text in `column` is among `hiddenValues`. */
  filter(sheet: string, column: number, hiddenValues: readonly string[]): void;
  removeFilter(sheet: string): void;
  insertRows(sheet: string, before: number, count?: number): void;
  deleteRows(sheet: string, first: number, count?: number): void;
  insertColumns(sheet: string, before: number, count?: number): void;
  deleteColumns(sheet: string, first: number, count?: number): void;
  hideRows(sheet: string, first: number, count?: number): void;
  addSheet(name: string): void;
  renameSheet(sheet: string, name: string): void;
  duplicateSheet(sheet: string, name: string): void;
  deleteSheet(sheet: string): void;
  setNote(sheet: string, a1: string, note: string): void;
  /** Somebody else protects a range, or the whole sheet, and leaves out the person at the screen. */
  protect(sheet: string, a1: string | null): void;
  /** Takes every protection of a sheet away. */
  unprotect(sheet: string): void;
  /** «Создать копию»: another book, with everything but the hidden document properties. */
  copyBook(name: string): Book;
}

/** What `createAppsScript` returns. */
export interface AppsScript {
  readonly book: Book;
  readonly hands: Hands;
  /** Everything the emulator puts into the global scope, for use outside a run (rights FULL). */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Built Code.js, or what `loadCode` read of it. @throws Error like the editor's on saving when it does not parse. */
  load(code: string | LoadedCode): void;
  /** A menu click: fresh evaluation, AuthMode FULL unless told otherwise. Returns what it returned. */
  run(functionName: string, ...args: readonly unknown[]): unknown;
  runWith(options: RunOptions, functionName: string, ...args: readonly unknown[]): unknown;
  /** Calls of the last run, also of one that died. */
  readonly lastRun: RunReport;
  /** Opens the book: onOpen as a simple trigger. */
  open(authMode?: 'NONE' | 'LIMITED'): void;
  /** onInstall, as after installing from the store (it must call onOpen itself). */
  install(): void;
  /** A person types into a cell; onEdit runs afterwards if the code has one. */
  edit(sheet: string, a1: string, text: string): void;
  readonly menu: {
    readonly menus: readonly Menu[];
    /** Captions of every clickable item. */
    readonly captions: readonly string[];
    click(caption: string): void;
  };
  /** The sidebar that is open now. */
  readonly sidebar: ShownHtml | null;
  readonly dialogs: readonly (ShownDialog | ShownHtml)[];
  readonly toasts: readonly ShownToast[];
  /** Answers the next alerts and prompts, in order; one that has no answer closes the dialog. */
  answer(...answers: readonly { readonly button: string; readonly text?: string }[]): void;
  /** google.script.run: rejects with a ScriptError; illegal arguments throw at once. */
  clientRun(functionName: string, ...args: readonly unknown[]): Promise<unknown>;
  readonly customFunctions: readonly CustomFunction[];
  callCustomFunction(name: string, args: readonly unknown[]): CustomFunctionResult;
  /** Made at the first need. @throws Error where none was given */
  readonly calculator: Calculator;
  readonly calls: Calls;
  /** What console.* and Logger.log wrote. */
  readonly logs: readonly string[];
  /** Values, display texts, formulas and fills as a person sees them; needs the calculator. */
  view(sheetId: number, area?: Area): SheetView;
  dispose(): void;
}

export interface SheetView {
  readonly values: readonly (readonly unknown[])[];
  readonly display: readonly (readonly string[])[];
  readonly formulas: readonly (readonly string[])[];
  /** Rules applied, lower-case hex. */
  readonly fills: readonly (readonly string[])[];
  readonly notes: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
}
