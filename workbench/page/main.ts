import 'bootstrap/dist/css/bootstrap.min.css';
import 'font-awesome/css/font-awesome.min.css';
import '@odoo/o-spreadsheet/dist/o_spreadsheet.css';
import './style.css';
import { breath } from './breath.ts';
import { fetched, showFailedStart } from './messages.ts';
import { loadProject, loadSample } from './project.ts';
import { loadApp } from './templates.ts';

/** Marks for tests and for people at the console that the page can be worked with. */
function markReady(): void {
  document.documentElement.dataset.ready = 'true';
  performance.mark('workbench-ready');
}

function pageIsThere(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }));
}

async function load(): Promise<void> {
  const wantsEmpty = new URLSearchParams(location.search).get('book') === 'empty';
  // The engine is long: what needs none of it is done while the browser reads it.
  const [{ startWorkbench }, project, sample, app] = await Promise.all([
    fetched('Таблица', import('./workbench.ts')),
    loadProject(),
    wantsEmpty ? null : loadSample(),
    loadApp(),
  ]);
  // The page has loaded before it is filled: what is asked for now holds nobody up.
  await pageIsThere();
  await breath();
  await startWorkbench({ project, sample, app });
}

void load().then(markReady, showFailedStart);
