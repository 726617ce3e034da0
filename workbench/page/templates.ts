import { App, Component, xml } from '@odoo/owl';
import { FIRST_TEMPLATES } from './first-templates.ts';
import { russian } from './russian.ts';

/** The app has roots of its own for each book. */
class Nothing extends Component {
  static override template = xml``;
}

/** What draws the grid, with the engine's templates. It needs nothing else of the engine, which is on its way. */
export async function loadApp(): Promise<App> {
  const templates = await window.ask('templates.xml');
  if (!(templates instanceof Document)) throw new Error('templates.xml is not read as a document.');
  const app = new App(Nothing, {
    templates,
    translateFn: russian,
    translatableAttributes: ['title', 'placeholder', 'label', 'alt', 'aria-label'],
    warnIfNoStaticProps: false,
  });
  // Each is compiled at its first use: better now, while there is nothing to draw yet.
  for (const name of FIRST_TEMPLATES) if (name in app.rawTemplates) app.getTemplate(name);
  return app;
}
