import { startSidebar } from './app.ts';
import { createServer, platformRun } from './server.ts';
import { VIEWS } from './views.ts';

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
}

const first = document.querySelector<HTMLElement>('[data-view]')?.dataset.view ?? null;
startSidebar(
  { sections: place('sections'), view: place('view'), announcer: place('announcer') },
  createServer(platformRun()),
  first,
  VIEWS,
);
