import type { Menu } from '../apps-script/index.ts';
import type { LoadedCode } from '../apps-script/loading.ts';
import type { Look, PreparedResult } from '../engine/prepared.ts';
import type { BookHead, PackedCells } from '../packed-book.ts';
import type { Note } from './notes.ts';

/** What the server hands to the page: the built add-on. */
export interface Project {
  /** With its functions found: the page need not parse it. */
  readonly code: LoadedCode;
  readonly sidebar: string;
  readonly manifest: string;
  /** Where the sidebar's frame is served: another origin than the page. */
  readonly frameUrl: string;
}

/** What is seen of a book at first, made where there was time for it. */
export interface FirstLook {
  /** The sheet in front, so that it can be shown before anything is read or calculated. */
  readonly look: Look;
  /** In that sheet. */
  readonly notes: readonly Note[];
  /** As the add-on's onOpen builds them for this book. */
  readonly menus: readonly Menu[];
}

export interface ReadyBook extends FirstLook {
  readonly book: BookHead;
  /** Moments: formulas that look at the date showed something else yesterday, and will tomorrow. */
  readonly from: number;
  readonly until: number;
}

/** The rest of a ready book. */
export interface ReadyCells {
  readonly cells: PackedCells;
  /** What the formulas of the sheet in front show. */
  readonly results: readonly PreparedResult[];
}

export interface Sample {
  readonly ready: ReadyBook;
  /** Reads them anew each time. */
  readonly cells: () => ReadyCells;
}

declare global {
  interface Window {
    /** A file of the server, read as its name says; index.html asked for the first ones already. */
    ask(name: string): Promise<unknown>;
  }
}

export async function loadProject(): Promise<Project> {
  const project = await window.ask('project.json');
  if (!isProject(project)) throw new Error('project.json has another shape than this page expects.');
  return project;
}

/** The sample weeks, imported by the add-on's own server functions. Most of it stays bytes until it is needed. */
export async function loadSample(): Promise<Sample> {
  const [ready, bytes] = await Promise.all(
    ['sample.json', 'sample-cells.bin'].map((name) => window.ask(name)),
  );
  if (!isReadyBook(ready)) throw new Error('sample.json has another shape than this page expects.');
  if (!(bytes instanceof ArrayBuffer)) throw new Error('sample-cells.bin is not read as bytes.');
  return {
    ready,
    cells: () => {
      const cells: unknown = JSON.parse(new TextDecoder().decode(bytes));
      if (!isReadyCells(cells)) throw new Error('sample-cells.bin has another shape than this page expects.');
      return cells;
    },
  };
}

function isProject(value: unknown): value is Project {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  const isRead = typeof fields.code === 'object' && fields.code !== null && 'functions' in fields.code;
  return isRead && ['sidebar', 'manifest', 'frameUrl'].every((name) => typeof fields[name] === 'string');
}

function isReadyBook(value: unknown): value is ReadyBook {
  if (typeof value !== 'object' || value === null) return false;
  return ['book', 'look', 'notes', 'menus', 'from', 'until'].every((name) => name in value);
}

function isReadyCells(value: unknown): value is ReadyCells {
  return typeof value === 'object' && value !== null && 'cells' in value && 'results' in value;
}
