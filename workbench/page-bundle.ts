import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

export interface BundledFile {
  readonly type: string;
  readonly content: Uint8Array;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** What the grid's library draws itself by: read beside the page's script, which is shorter without it. */
const TEMPLATES = createRequire(import.meta.url).resolve('@odoo/o-spreadsheet/dist/o_spreadsheet.xml');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml; charset=utf-8',
};

const SCRIPTS = '<!-- scripts -->';

const BROWSERS = ['chrome115', 'firefox115', 'safari16.4'];

function file(name: string, content: Uint8Array): BundledFile {
  return { type: TYPES[path.extname(name)] ?? 'application/octet-stream', content };
}

/** Names of a script and of what it cannot do without. */
function withImports(metafile: Metafile, output: string): string[] {
  const imports = metafile.outputs[output]?.imports ?? [];
  const needed = imports.filter(({ kind }) => kind === 'import-statement');
  return [output, ...needed.flatMap((found) => withImports(metafile, found.path))];
}

/** The page's markup asks for all that is shown first; a script alone would ask for it once it is read. */
function withScripts(html: string, metafile: Metafile): string {
  const outputOf = (source: string): string => {
    const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(source));
    if (found === undefined) throw new Error(`The bundle has no script of ${source}.`);
    return found[0];
  };
  const main = outputOf('page/main.ts');
  const needed = new Set(
    ['page/workbench.ts', 'page/main.ts'].flatMap((source) => withImports(metafile, outputOf(source))),
  );
  needed.delete(main);
  const tags = [
    ...[...needed].map((name) => `<link rel="modulepreload" href="${path.basename(name)}">`),
    `<script type="module" src="${path.basename(main)}"></script>`,
  ];
  if (!html.includes(SCRIPTS)) throw new Error(`index.html has no place for its scripts: ${SCRIPTS}`);
  return html.replace(SCRIPTS, tags.join('\n    '));
}

/** The page's files by the path under which they are served. */
export async function bundlePage(): Promise<Map<string, BundledFile>> {
  const out = path.join(FOLDER, 'out');
  const [bundle, html, templates] = await Promise.all([
    build({
      entryPoints: [path.join(FOLDER, 'page/main.ts')],
      outdir: out,
      write: false,
      bundle: true,
      minify: true,
      // Letters beyond ASCII would double the text that the browser's engine has to read.
      charset: 'ascii',
      format: 'esm',
      splitting: true,
      chunkNames: '[name]-[hash]',
      metafile: true,
      target: BROWSERS,
      mainFields: ['module', 'main'],
      alias: { acorn: path.join(FOLDER, 'page/no-parser.ts') },
      loader: {
        '.woff2': 'file',
        '.woff': 'file',
        '.ttf': 'file',
        '.eot': 'file',
        '.svg': 'file',
      },
      assetNames: '[name]-[hash]',
      logLevel: 'warning',
    }),
    readFile(path.join(FOLDER, 'page/index.html'), 'utf8'),
    readFile(TEMPLATES),
  ]);
  const files = new Map([
    ['/index.html', file('index.html', Buffer.from(withScripts(html, bundle.metafile)))],
    ['/templates.xml', file('templates.xml', templates)],
  ]);
  for (const { path: name, contents } of bundle.outputFiles) {
    files.set(`/${path.relative(out, name)}`, file(name, contents));
  }
  return files;
}

/** The sidebar's frame: an empty page with the stand-in of google.script. */
export async function bundleFrame(): Promise<BundledFile> {
  const bundle = await build({
    entryPoints: [path.join(FOLDER, 'frame/frame.ts')],
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: BROWSERS,
    logLevel: 'warning',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const html = `<!doctype html><meta charset="utf-8"><script>${script.replace(/<\/(?=script)/gi, '<\\/')}</script>`;
  return file('frame.html', Buffer.from(html));
}
