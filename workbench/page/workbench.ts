import type { App } from '@odoo/owl';
import { setTranslationMethod } from '../engine/o-spreadsheet.ts';
import { unpackBook } from '../packed-book.ts';
import { chooseBook, downloadBook, downloadWorkbook } from './files.ts';
import { pruneMenus, setFileMenu } from './menus.ts';
import { fetched, showProblem } from './messages.ts';
import { registerNotes } from './notes.ts';
import { loadSample, type Project, type ReadyCells, type Sample } from './project.ts';
import { registerRecorder } from './read-back.ts';
import { russian } from './russian.ts';
import { LOOK_FIRST, type OpenedBook, Session } from './session.ts';
import { handOverTypedText } from './user-commands.ts';

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

/** Charts are below what is seen at first, so what draws them comes with the rest of the book. */
function chartLibrary(): Promise<unknown> {
  return fetched('Библиотека диаграмм', import('./charts.ts'));
}

/** What was asked for while the engine itself was on its way. */
export interface Prepared {
  readonly project: Project;
  /** Null: an empty book is wanted. */
  readonly sample: Sample | null;
  /** With the engine's templates. */
  readonly app: App;
}

const OF_A_NEW_BOOK: OpenedBook = { book: null, firstLook: null };

/** What was calculated on another day is calculated anew. */
function opened({ ready: { book, from, until, ...firstLook }, cells }: Sample): OpenedBook {
  let read: ReadyCells | null = null;
  const once = (): ReadyCells => {
    read ??= cells();
    return read;
  };
  const late = unpackBook(book, () => once().cells);
  const isToday = from <= Date.now() && Date.now() < until;
  const rest = {
    read: late.read,
    whenRead: (listener: (results: ReadyCells['results']) => void) =>
      late.whenRead(() => listener(once().results)),
  };
  return { book: late.state, firstLook: isToday ? { ...firstLook, rest } : null };
}

function setUpEngine(): void {
  // It reports every step there.
  console.debug = () => {};
  setTranslationMethod(
    (text, ...values) => russian(text, ...values),
    () => true,
  );
  registerNotes();
  registerRecorder();
  handOverTypedText();
  pruneMenus();
}

/** Shows the book, the sample or an empty one, and what the menu «Файл» offers. */
export async function startWorkbench({ project, sample, app }: Prepared): Promise<void> {
  setUpEngine();
  let session: Session | null = null;
  const open = async (book: OpenedBook): Promise<void> => {
    session?.close();
    const opened = new Session(project, app, book, {
      grid: place('grid'),
      sidebar: place('sidebar'),
      name: place('book-name'),
    });
    session = opened;
    await opened.open();
    setTimeout(() => void chartLibrary().then(() => opened.showCharts(), showProblem), LOOK_FIRST);
    // For the browser's console and for tests: the emulator and the model behind the grid.
    Object.assign(window, { workbench: opened });
  };
  const tryTo = (work: () => Promise<void>): void => {
    work().catch(showProblem);
  };
  const withSession = (work: (current: Session) => Promise<void> | void): void => {
    tryTo(async () => {
      if (session !== null) await work(session);
    });
  };
  setFileMenu({
    openEmpty: () => tryTo(() => open(OF_A_NEW_BOOK)),
    openSample: () => tryTo(async () => open(opened(sample ?? (await loadSample())))),
    saveBook: () => withSession(({ environment: { book } }) => downloadBook(book.name, book.save())),
    openBook: () =>
      tryTo(async () => {
        const saved = await chooseBook();
        if (saved !== null) await open({ book: saved, firstLook: null });
      }),
    downloadWorkbook: () =>
      withSession(async ({ environment: { book }, engine }) => {
        await chartLibrary();
        await downloadWorkbook(book.name, engine.model());
      }),
  });
  await open(sample === null ? OF_A_NEW_BOOK : opened(sample));
}
