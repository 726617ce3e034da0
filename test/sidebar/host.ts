import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildSidebar } from '../../build/sidebar.ts';
import type { BookState } from '../../src/server/contract.ts';

/** What HtmlService grants the frame of a sidebar. */
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
].join(' ');

export interface SidebarHost {
  /** A page of one origin with the sidebar of another origin in a frame 300 px wide. */
  readonly address: string;
  close(): Promise<void>;
}

/** Calls that the test itself answers, by `exposeBinding('serverCall', …)` of its browser context. */
const ANSWERED_OUTSIDE = ['sidebarReadChecklists', 'sidebarChangeChecklist', 'sidebarTickSchools'];

/**
 * The built sidebar beside a google.script.run that lives in its page: the book is `book`, an
 * import replaces its rows, once the test has called `release()` in the page. The calls of the checklists are handed to the test.
 *
 * @param answerAfter milliseconds that every other call takes
 */
export async function hostSidebar(book: BookState, view: string, answerAfter = 200): Promise<SidebarHost> {
  const html = (await builtPage())
    .replace('data-view="import"', () => `data-view="${view}"`)
    .replace('<head>', () => `<head>\n<script>${pageRun(book, answerAfter)}</script>`);
  const inner = await listen(html);
  const outer = await listen(
    `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Таблица</title></head>` +
      `<body style="margin:0"><textarea id="elsewhere" aria-label="другое место"></textarea>` +
      `<iframe title="Панель" width="300" height="800" style="border:0;display:block" ` +
      `sandbox="${SANDBOX}" src="http://localhost:${portOf(inner)}/"></iframe></body></html>`,
  );
  return {
    address: `http://127.0.0.1:${portOf(outer)}/`,
    close: async () => {
      await Promise.all([inner, outer].map(stop));
    },
  };
}

let built: Promise<string> | null = null;

function builtPage(): Promise<string> {
  built ??= buildSidebar(fileURLToPath(new URL('../../src/sidebar/', import.meta.url)));
  return built;
}

function pageRun(book: BookState, answerAfter: number): string {
  return `(() => {
    const state = ${JSON.stringify(book).replaceAll('<', '\\u003c')};
    const calls = [];
    // Written beforehand: the platform does that on its side, and the page only reads it.
    let book = JSON.stringify({ ok: true, value: state });
    const answers = {
      sidebarReadBook: () => book,
      sidebarReadTexts: () => ({ ok: true, value: { last: [], earlier: [], checklists: [], today: '2025-11-28' } }),
      sidebarLogTexts: ({ texts }) => ({ ok: true, value: texts.map(({ id, about }) => [id, Date.parse('2025-11-25T09:00:00'), about]) }),
      sidebarImportStatistics: ({ rows }) => {
        const known = new Set(state.rows.map((row) => row[7]));
        const added = rows.filter((row) => !known.has(row[7])).length;
        state.rows = rows;
        state.date = rows[0][0];
        book = JSON.stringify({ ok: true, value: state });
        return { ok: true, value: { date: rows[0][0], schools: rows.length, added, updated: rows.length - added, unchanged: 0, vanished: 0, bookDate: rows[0][0] } };
      },
    };
    const runner = (success, failure) => ({
      withSuccessHandler: (handler) => runner(handler, failure),
      withFailureHandler: (handler) => runner(success, handler),
      ...Object.fromEntries(Object.keys(answers).map((name) => [name, (...args) => {
        calls.push(name);
        const answer = () => {
          const given = answers[name](...args);
          success(JSON.parse(typeof given === 'string' ? given : JSON.stringify(given)));
        };
        if (name === 'sidebarImportStatistics') window.release = answer;
        else setTimeout(answer, ${answerAfter});
      }])),
      ...Object.fromEntries(${JSON.stringify(ANSWERED_OUTSIDE)}.map((name) => [name, (...args) => {
        calls.push(name);
        window.serverCall(name, args).then(success, failure);
      }])),
    });
    window.calls = calls;
    window.google = { script: { run: runner() } };
  })()`;
}

async function listen(html: string): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return server;
}

/** Without waiting for connections that the browser keeps open. */
async function stop(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
