import type { CalculatorHost } from '../apps-script/calculator.ts';
import type { AppsScript } from '../apps-script/environment.ts';
import { createAppsScript } from '../apps-script/index.ts';
import { dispatchTo } from '../engine/batch.ts';
import { createEngine, type Engine } from '../engine/calculator.ts';
import { engineSheetId } from '../engine/workbook.ts';
import { parseManifest } from '../manifest.ts';
import { type Grid, mountGrid } from './grid.ts';
import { BookHistory } from './history.ts';
import { setAddonMenus } from './menus.ts';
import { showDialog, showProblem, showToast } from './messages.ts';
import type { Project } from './project.ts';
import { SidebarPanel } from './sidebar-panel.ts';
import { routeUserCommands } from './user-commands.ts';

export interface SessionPlaces {
  readonly grid: HTMLElement;
  readonly sidebar: HTMLElement;
  readonly name: HTMLElement;
}

/** One open book: the emulator with the add-on in it, the engine, the grid and the sidebar. */
export class Session {
  readonly environment: AppsScript;
  readonly engine: Engine;
  private readonly history: BookHistory;
  private readonly panel: SidebarPanel;
  private readonly places: SessionPlaces;
  private readonly stopListening: () => void;
  private grid: Grid | null = null;
  private seenToasts = 0;
  private seenDialogs = 0;
  private shownSheet: number;
  private refreshing = false;

  constructor(project: Project, book: string | null, places: SessionPlaces) {
    this.places = places;
    this.environment = createAppsScript({
      manifest: parseManifest(project.manifest),
      html: { sidebar: project.sidebar },
      // One engine for the runs and for the grid.
      calculator: () => this.engine,
      ...(book === null ? {} : { book }),
    });
    const { environment } = this;
    environment.load(project.code);
    this.engine = createEngine(hostOf(environment));
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
    environment.open('LIMITED');
    setAddonMenus(environment.menu.menus, (caption) => this.click(caption));
    places.name.textContent = environment.book.name;
    const model = this.engine.model();
    routeUserCommands({
      model,
      environment,
      history: this.history,
      refresh: () => this.refresh(),
    });
    this.grid = await mountGrid(places.grid, model);
    this.activate(this.shownSheet);
    this.refresh();
  }

  close(): void {
    this.stopListening();
    this.panel.close();
    this.grid?.destroy();
    this.environment.dispose();
  }

  private click(caption: string): void {
    try {
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
    const model = this.engine.model();
    const from = model.getters.getActiveSheetId();
    const to = engineSheetId(sheetId);
    if (from === to || !model.getters.getSheetIds().includes(to)) return;
    dispatchTo(model)('ACTIVATE_SHEET', { sheetIdFrom: from, sheetIdTo: to });
  }
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
