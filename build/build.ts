import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleForServer } from './bundle.ts';
import { checkDist } from './check-dist.ts';
import { type Expected, readDist, readExpected } from './dist.ts';
import { BuildFailure } from './failure.ts';
import { licenceNotices } from './notices.ts';
import { packCode } from './packing/code.ts';
import type { PublicFunction } from './public-functions.ts';
import { buildSidebar } from './sidebar.ts';
import { DIST_FOLDER, SOURCES, type Sources } from './sources.ts';
import { APP_BUNDLE, CELLS_BUNDLE, writeCode } from './stubs.ts';

export interface BuildOptions {
  readonly sources?: Sources;
  /** Folder to write to; dist/ of the project by default. */
  readonly outFolder?: string;
}

/** The three files that make the add-on, by their absolute paths. */
export interface BuiltPaths {
  readonly folder: string;
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
}

const HEADER = 'Показатели МАХ и УБ ЦОК. Собранный файл: правки вносятся в исходный код проекта.';

/**
 * Builds the add-on and checks what was built. The same sources give the same bytes.
 *
 * @throws BuildFailure naming every broken rule
 */
export async function buildAll(options: BuildOptions = {}): Promise<BuiltPaths> {
  const sources = options.sources ?? SOURCES;
  const folder = options.outFolder ?? DIST_FOLDER;
  const paths = {
    folder,
    code: path.join(folder, 'Code.js'),
    sidebar: path.join(folder, 'sidebar.html'),
    manifest: path.join(folder, 'appsscript.json'),
  };
  await mkdir(folder, { recursive: true });
  const expected = readExpected(sources);
  const written = await Promise.allSettled([
    buildCode(sources, expected).then((text) => writeWhole(paths.code, text)),
    buildSidebar(sources.sidebarFolder).then((text) => writeWhole(paths.sidebar, text)),
    readFile(sources.manifest, 'utf8').then((text) => writeWhole(paths.manifest, text)),
  ]);
  for (const result of written) if (result.status === 'rejected') throw result.reason;

  const findings = checkDist(await readDist(folder, expected));
  if (findings.length > 0) {
    throw new BuildFailure(
      [`The built files break ${findings.length} rule(s):`, ...findings.map((found) => `  ${found}`)].join(
        '\n',
      ),
    );
  }
  return paths;
}

async function buildCode({ cellsEntry, serverEntry }: Sources, { cells, server }: Expected): Promise<string> {
  const [cellsBundle, serverBundle] = await Promise.all([
    bundleForServer(cellsEntry, namesOf(cells)),
    bundleForServer(serverEntry, namesOf(server)).then(packCode),
  ]);
  const notices = await licenceNotices([...cellsBundle.packages, ...serverBundle.packages]);
  const bundles = [
    { name: CELLS_BUNDLE, title: 'Функции для ячеек', functions: cells, code: cellsBundle.code },
    { name: APP_BUNDLE, title: 'Меню и вызовы боковой панели', functions: server, code: serverBundle.code },
  ];
  return writeCode(HEADER, bundles, notices);
}

function namesOf(functions: readonly PublicFunction[]): string[] {
  return functions.map(({ name }) => name);
}

/** Replaces a file in one step: a workbench or a test that reads dist/ meanwhile never sees half a file. */
async function writeWhole(file: string, text: string): Promise<void> {
  const current = await readFile(file, 'utf8').catch(() => null);
  if (current === text) return;
  const draft = path.join(path.dirname(file), `.draft-${randomUUID()}`);
  await writeFile(draft, text);
  await rename(draft, file);
}

async function main(): Promise<void> {
  try {
    const paths = await buildAll();
    console.log(`Built and checked: ${path.relative(process.cwd(), paths.folder) || '.'}`);
  } catch (reason) {
    if (!(reason instanceof BuildFailure)) throw reason;
    console.error(reason.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
