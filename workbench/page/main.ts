import 'bootstrap/dist/css/bootstrap.min.css';
import 'font-awesome/css/font-awesome.min.css';
import '@odoo/o-spreadsheet/dist/o_spreadsheet.css';
import './style.css';
import { setTranslationMethod } from '../engine/o-spreadsheet.ts';
import { unpackBook } from '../packed-book.ts';
import { chooseBook, downloadBook, downloadWorkbook } from './files.ts';
import { pruneMenus, setFileMenu } from './menus.ts';
import { showFailedStart, showProblem } from './messages.ts';
import { registerNotes } from './notes.ts';
import { loadProject, loadSample, type Project, type ReadyCells, type Sample } from './project.ts';
import { registerRecorder } from './read-back.ts';
import { russian } from './russian.ts';
import { breath, LOOK_FIRST, type OpenedBook, Session } from './session.ts';
import { handOverTypedText } from './user-commands.ts';

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}

/** Marks for tests and for people at the console that the page can be worked with. */
function markReady(): void {
  document.documentElement.dataset.ready = 'true';
  performance.mark('workbench-ready');
}

let charts: Promise<void> | null = null;

function pageIsThere(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}

function loadCharts(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'charts.js';
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('Библиотека диаграмм не загрузилась.')));
    document.head.append(script);
  });
}

/** Charts are below what is seen at first, so what draws them comes with the rest of the book. */
function chartLibrary(): Promise<void> {
  charts ??= loadCharts();
  return charts;
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

async function start(project: Project, sample: Sample | null): Promise<void> {
  let session: Session | null = null;
  const open = async (book: OpenedBook): Promise<void> => {
    session?.close();
    const opened = new Session(project, book, {
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

async function load(): Promise<void> {
  const wantsEmpty = new URLSearchParams(location.search).get('book') === 'empty';
  const [project, sample] = await Promise.all([loadProject(), wantsEmpty ? null : loadSample()]);
  await start(project, sample);
}

// The engine reports every step there.
console.debug = () => {};
setTranslationMethod(
  (text, ...values) => russian(text, ...values),
  () => true,
);
registerNotes();
registerRecorder();
handOverTypedText();
pruneMenus();
// The page has loaded before it is filled: what is asked for now holds nobody up.
void pageIsThere().then(breath).then(load).then(markReady, showFailedStart);
