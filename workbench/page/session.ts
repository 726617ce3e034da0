import type { App } from '@odoo/owl';
import type { BookState } from '../apps-script/book-state.ts';
import type { CalculatorHost } from '../apps-script/calculator.ts';
import type { AppsScript, Menu } from '../apps-script/environment.ts';
import { createAppsScript } from '../apps-script/index.ts';
import { dispatchTo } from '../engine/batch.ts';
import { createEngine, type Engine } from '../engine/calculator.ts';
import type { Model } from '../engine/o-spreadsheet.ts';
import type { RestOfBook } from '../engine/prepared.ts';
import { DEFAULT_ROW_HEIGHT } from '../engine/row-heights.ts';
import { engineSheetId } from '../engine/workbook.ts';
import { parseManifest } from '../manifest.ts';
import { breath } from './breath.ts';
import { type Grid, mountGrid } from './grid.ts';
import { BookHistory } from './history.ts';
import { setAddonMenus } from './menus.ts';
import { showDialog, showProblem, showToast } from './messages.ts';
import { showNotes } from './notes.ts';
import type { FirstLook, Project } from './project.ts';
import { SidebarPanel } from './sidebar-panel.ts';
import { routeUserCommands } from './user-commands.ts';

export interface SessionPlaces {
  readonly grid: HTMLElement;
  readonly sidebar: HTMLElement;
  readonly name: HTMLElement;
}

export interface OpenedBook {
  /** Null for a new one. */
  readonly book: string | BookState | null;
  /** Where it is known. */
  readonly firstLook: (FirstLook & { readonly rest: RestOfBook }) | null;
}

/** One open book: the emulator with the add-on in it, the engine, the grid and the sidebar. */
export class Session {
  readonly environment: AppsScript;
  readonly engine: Engine;
  private readonly history: BookHistory;
  private readonly panel: SidebarPanel;
  private readonly places: SessionPlaces;
  private readonly app: App;
  private readonly firstLook: OpenedBook['firstLook'];
  private readonly stopListening: () => void;
  private grid: Grid | null = null;
  private seenToasts = 0;
  private seenDialogs = 0;
  private shownSheet: number;
  private refreshing = false;
  private isOpened = false;
  private isWhole = false;
  private isClosed = false;
  /** Whoever works in the grid finds formulas in its cells. The menu on top waits for none. */
  private readonly onTouch = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('.o-topbar-menu, .o-menu') === null) this.finish();
  };
  /** Whoever scrolls on is not kept waiting for the formulas of the book. */
  private readonly onWheel = (): void => {
    if (this.engine.isCutBelow) this.engine.tellMore();
  };

  constructor(project: Project, app: App, { book, firstLook }: OpenedBook, places: SessionPlaces) {
    this.places = places;
    this.app = app;
    this.firstLook = firstLook;
    this.environment = createAppsScript({
      manifest: parseManifest(project.manifest),
      html: { sidebar: project.sidebar },
      // One engine for the runs and for the grid.
      calculator: () => this.engine,
      ...(book === null ? {} : { book }),
    });
    const { environment } = this;
    environment.load(project.code);
    this.engine = createEngine(hostOf(environment), { withCharts: false });
    this.history = new BookHistory(environment.book);
    this.shownSheet = environment.book.activeSheetId;
    this.panel = new SidebarPanel({
      panel: places.sidebar,
      frameUrl: project.frameUrl,
      environment,
      afterRun: () => this.refresh(),
      focusEditor: () => places.grid.querySelector<HTMLElement>('.o-grid')?.focus(),
    });
    this.stopListening = environment.book.onChange(() => this.refreshSoon());
  }

  async open(): Promise<void> {
    const { environment, places } = this;
    places.name.textContent = environment.book.name;
    const model = this.firstModel();
    activate(model, this.shownSheet);
    routeUserCommands({
      model,
      environment,
      history: this.history,
      refresh: () => this.refresh(),
      finish: () => this.finish(),
    });
    for (const kind of TOUCHES) places.grid.addEventListener(kind, this.onTouch, true);
    places.grid.addEventListener('wheel', this.onWheel, { capture: true, passive: true });
    await breath();
    this.grid = await mountGrid(this.app, places.grid, model);
    this.refresh();
    requestAnimationFrame(() => setTimeout(() => this.tellMore(), LOOK_FIRST));
  }

  private firstModel(): Model {
    if (this.firstLook === null) {
      this.openScript();
      return this.engine.model();
    }
    const { look, notes, menus, rest } = this.firstLook;
    this.showMenus(menus);
    showNotes(this.environment.book, look.sheetId, notes, rest);
    const model = this.engine.firstLook(look, rest);
    const isTall = this.places.grid.clientHeight > look.rows * DEFAULT_ROW_HEIGHT;
    while (isTall && this.engine.isCutBelow) this.engine.tellMore();
    return model;
  }

  /** Once: the add-on learns that its book is open, and builds its menu. */
  private openScript(): void {
    if (this.isOpened) return;
    this.isOpened = true;
    this.environment.open('LIMITED');
    this.showMenus(this.environment.menu.menus);
  }

  private showMenus(menus: readonly Menu[]): void {
    setAddonMenus(menus, (caption) => this.click(caption));
  }

  /** There is something to draw them with. */
  showCharts(): void {
    if (this.isClosed) return;
    this.engine.showCharts();
    if (this.engine.isStale) this.refresh();
  }

  /** The model knows the whole book from now on. */
  finish(): void {
    this.openScript();
    if (!this.isWhole) this.engine.model();
    this.isWhole = true;
  }

  /** Piece by piece, so that the page answers in between. */
  private tellMore(): void {
    if (this.isWhole || this.isClosed) return;
    if (this.isOpened) this.isWhole = !this.engine.tellMore();
    else this.openScript();
    setTimeout(() => this.tellMore());
  }

  close(): void {
    this.isClosed = true;
    for (const kind of TOUCHES) this.places.grid.removeEventListener(kind, this.onTouch, true);
    this.places.grid.removeEventListener('wheel', this.onWheel, true);
    this.stopListening();
    this.panel.close();
    this.grid?.destroy();
    this.environment.dispose();
  }

  private click(caption: string): void {
    try {
      this.openScript();
      this.history.step(() => this.environment.menu.click(caption));
    } catch (error) {
      showProblem(error);
    } finally {
      this.refresh();
    }
  }

  /** Brings the grid up to date and shows what the last run left to show. */
  private refresh(): void {
    const { environment } = this;
    if (this.engine.isStale) this.engine.model();
    const { activeSheetId } = environment.book;
    if (activeSheetId !== this.shownSheet) {
      this.shownSheet = activeSheetId;
      this.activate(activeSheetId);
    }
    for (const toast of environment.toasts.slice(this.seenToasts)) showToast(toast);
    this.seenToasts = environment.toasts.length;
    for (const dialog of environment.dialogs.slice(this.seenDialogs)) {
      if ('message' in dialog) showDialog(dialog);
    }
    this.seenDialogs = environment.dialogs.length;
    this.panel.show(environment.sidebar);
  }

  /** 1-based; scrolls there and selects the cell. */
  select(sheetName: string, row: number, column: number): void {
    const sheet = this.environment.book.sheetByName(sheetName);
    if (sheet === undefined) throw new Error(`no sheet «${sheetName}»`);
    this.finish();
    this.activate(sheet.id);
    this.engine.model().selection.selectCell(column - 1, row - 1);
  }

  /** Several changes of one action are shown once. */
  private refreshSoon(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    queueMicrotask(() => {
      this.refreshing = false;
      this.refresh();
    });
  }

  private activate(sheetId: number): void {
    activate(this.engine.model(), sheetId);
  }
}

/** Milliseconds for whoever looks at the sheet once it is drawn, before formulas follow. */
export const LOOK_FIRST = 500;

const TOUCHES = ['pointerdown', 'keydown', 'paste'] as const;

function activate(model: Model, sheetId: number): void {
  const from = model.getters.getActiveSheetId();
  const to = engineSheetId(sheetId);
  if (from === to || !model.getters.getSheetIds().includes(to)) return;
  dispatchTo(model)('ACTIVATE_SHEET', { sheetIdFrom: from, sheetIdTo: to });
}

function hostOf(environment: AppsScript): CalculatorHost {
  return {
    book: environment.book,
    customFunctions: () => environment.customFunctions,
    callCustomFunction: (name: string, args: readonly unknown[]) =>
      environment.callCustomFunction(name, args),
    now: () => new Date(),
  };
}
