import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { loadCode } from './apps-script/loading.ts';
import { type BundledFile, bundleFrame, bundlePage } from './page-bundle.ts';
import { buildProject } from './project.ts';
import { sampleBook } from './sample-book.ts';

export interface Workbench {
  /** Address of the page. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const WANTED_PORT = 5173;
/** Ports tried after the wanted one, before the system chooses. */
const PORTS_TRIED = 20;

const tags = new WeakMap<BundledFile, string>();

function tagOf(file: BundledFile): string {
  const tag = tags.get(file) ?? `"${createHash('sha256').update(file.content).digest('hex')}"`;
  tags.set(file, tag);
  return tag;
}

/** Serves these files and nothing else: no path reaches the disk. */
function serverOf(files: ReadonlyMap<string, BundledFile>): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', `http://${HOST}`).pathname;
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(file === undefined ? 404 : 405, { 'content-type': 'text/plain' });
      response.end();
      return;
    }
    // Asked for each time, sent when it is another: a browser keeps what it compiled of a known script.
    const etag = tagOf(file);
    const isKnown = request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { 'content-type': file.type, 'cache-control': 'no-cache', etag });
    response.end(isKnown || request.method === 'HEAD' ? undefined : file.content);
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.removeListener('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

async function listenNear(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + PORTS_TRIED; port++) {
    try {
      return await listen(server, port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken) throw error;
    }
  }
  return listen(server, 0);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

export interface ServeOptions {
  /** First port tried; 0 lets the system choose. */
  readonly port?: number;
  /** Told what is being done, for whoever waits. */
  readonly onProgress?: (what: string) => void;
}

function json(content: string): BundledFile {
  return { type: 'application/json', content: Buffer.from(content) };
}

/** Builds the add-on and the page and serves both on this machine only. */
export async function serve({ port = WANTED_PORT, onProgress }: ServeOptions = {}): Promise<Workbench> {
  onProgress?.('Собираем надстройку и страницу…');
  const project = await buildProject();
  const [pageFiles, frame] = await Promise.all([bundlePage(), bundleFrame()]);
  const sample = await sampleBook(project, () =>
    onProgress?.('Готовим книгу с примером: две недели импорта…'),
  );
  const frameServer = serverOf(new Map([['/frame.html', frame]]));
  // Its own port makes the sidebar's frame another origin than the page, as on the platform.
  const framePort = await listen(frameServer, 0);
  const files = new Map(pageFiles);
  const frameUrl = `http://${HOST}:${framePort}/frame.html`;
  files.set('/project.json', json(JSON.stringify({ ...project, code: loadCode(project.code), frameUrl })));
  files.set('/sample.json', json(sample.ready));
  // Bytes: as a text it would be decoded on its way, and nobody reads it yet.
  files.set('/sample-cells.bin', { type: 'application/octet-stream', content: Buffer.from(sample.cells) });
  const pageServer = serverOf(files);
  const pagePort = port === 0 ? await listen(pageServer, 0) : await listenNear(pageServer, port);
  return {
    url: `http://${HOST}:${pagePort}/`,
    close: async () => {
      await Promise.all([stop(pageServer), stop(frameServer)]);
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ onProgress: (what) => console.log(what) });
  console.log(`Рабочий стенд: ${url}  (остановить: Ctrl+C)`);
}
