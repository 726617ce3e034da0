import type { Menu } from '../apps-script/index.ts';
import type { LoadedCode } from '../apps-script/loading.ts';
import type { Prepared } from '../engine/prepared.ts';
import type { PackedBook } from '../packed-book.ts';

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
  /** Results of the first sheet, so that this can be shown before anything is calculated. */
  readonly prepared: Prepared;
  /** As the add-on's onOpen builds them for this book. */
  readonly menus: readonly Menu[];
}

export interface ReadyBook extends FirstLook {
  readonly book: PackedBook;
  /** YYYY-MM-DD in the zone of the book: formulas that look at the date show something else tomorrow. */
  readonly day: string;
}

async function loadJson(name: string): Promise<unknown> {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

export async function loadProject(): Promise<Project> {
  const project = await loadJson('project.json');
  if (!isProject(project)) throw new Error('project.json has another shape than this page expects.');
  return project;
}

/** The sample weeks, imported by the add-on's own server functions. */
export async function loadSample(): Promise<ReadyBook> {
  const sample = await loadJson('sample.json');
  if (!isReadyBook(sample)) throw new Error('sample.json has another shape than this page expects.');
  return sample;
}

function isProject(value: unknown): value is Project {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  const isRead = typeof fields.code === 'object' && fields.code !== null && 'functions' in fields.code;
  return isRead && ['sidebar', 'manifest', 'frameUrl'].every((name) => typeof fields[name] === 'string');
}

function isReadyBook(value: unknown): value is ReadyBook {
  if (typeof value !== 'object' || value === null) return false;
  return 'book' in value && 'prepared' in value && 'menus' in value && 'day' in value;
}
