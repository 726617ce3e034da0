import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { importCokFile } from './import-cok.ts';
import { importStatisticsFile } from './import-statistics.ts';
import { type BundledFile, bundleFrame, bundlePage } from './page-bundle.ts';
import { type BuiltProject, buildProject, openProject, sampleCokFiles, sampleFiles } from './project.ts';

export interface Workbench {
  /** Address of the page. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const WANTED_PORT = 5173;
const SAMPLE_NAME = 'Показатели школ: пример';
/** Ports tried after the wanted one, before the system chooses. */
const PORTS_TRIED = 20;

/** The sample weeks of МАХ and УБ ЦОК, imported by the add-on's own server function. */
async function makeSampleBook(project: BuiltProject): Promise<string> {
  const environment = openProject(project);
  const cokFiles = sampleCokFiles();
  for (const [week, { name, bytes }] of sampleFiles().entries()) {
    const { outcome, issues } = await importStatisticsFile(environment, bytes, name);
    if (outcome === null) throw new Error(`${name} was refused: ${JSON.stringify(issues)}`);
    const cok = cokFiles[week];
    if (cok !== undefined) await importCokFile(environment, cok.bytes, cok.name);
  }
  environment.book.changeBook((state) => {
    state.name = SAMPLE_NAME;
  });
  const saved = environment.book.save();
  environment.dispose();
  return saved;
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
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : file.content);
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
}

/** Builds the add-on and the page and serves both on this machine only. */
export async function serve({ port = WANTED_PORT }: ServeOptions = {}): Promise<Workbench> {
  const project = await buildProject();
  const [pageFiles, frame, sampleBook] = await Promise.all([
    bundlePage(),
    bundleFrame(),
    makeSampleBook(project),
  ]);
  const frameServer = serverOf(new Map([['/frame.html', frame]]));
  // Its own port makes the sidebar's frame another origin than the page, as on the platform.
  const framePort = await listen(frameServer, 0);
  const shipped = JSON.stringify({
    ...project,
    sampleBook,
    frameUrl: `http://${HOST}:${framePort}/frame.html`,
  });
  const files = new Map(pageFiles);
  files.set('/project.json', { type: 'application/json', content: Buffer.from(shipped) });
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
  const { url } = await serve();
  console.log(`Рабочий стенд: ${url}  (остановить: Ctrl+C)`);
}
