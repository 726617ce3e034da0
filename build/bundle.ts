import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { BuildFailure } from './failure.ts';
import { escapeInvisible } from './invisible.ts';
import { PREPARED } from './prepared.ts';
import { ROOT } from './sources.ts';

/** Variable in which a server bundle leaves its functions; the function that evaluates it declares it. */
export const BUNDLE_VARIABLE = 'bundle';

export interface Bundle {
  readonly code: string;
  /** Names of the packages of which the bundle holds a part. */
  readonly packages: readonly string[];
}

const COMMON = {
  absWorkingDir: ROOT,
  tsconfig: path.join(ROOT, 'tsconfig.json'),
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'silent',
  plugins: [PREPARED],
} satisfies BuildOptions;

const SCRIPT = {
  ...COMMON,
  format: 'iife',
  // Coordinators paste the files into the platform's editor, which is slow with very long lines.
  lineLimit: 400,
  // notices.ts gives the whole licences instead.
  legalComments: 'none',
} as const;

/**
 * Bundles named functions of a server-side entry into statements that leave them in a variable
 * `bundle` declared around them, in ES2019: the platform's save-time parser is older than its engine. esbuild's own
 * export object would cost half a kilobyte a bundle.
 */
export function bundleForServer(entry: string, names: readonly string[]): Promise<Bundle> {
  return bundleStatements(path.dirname(entry), exporting(entry, names));
}

/**
 * The same with the author's names and lines, and its source map: for the coverage of the tests that
 * run the add-on as it is built.
 */
export async function bundleWithMap(
  entry: string,
  names: readonly string[],
): Promise<{ readonly code: string; readonly map: string }> {
  const { outputFiles } = await build({
    ...forServer(path.dirname(entry), exporting(entry, names)),
    minify: false,
    sourcemap: 'external',
    outfile: path.join(ROOT, 'bundle.js'),
  });
  const textOf = (end: string): string => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  return { code: textOf('.js'), map: textOf('.map') };
}

/** Bundles statements with what they import, for the server. */
export async function bundleStatements(folder: string, contents: string): Promise<Bundle> {
  const bundle = await run(forServer(folder, contents));
  return { ...bundle, code: escapeInvisible(bundle.code) };
}

function exporting(entry: string, names: readonly string[]): string {
  const list = names.join(', ');
  return `import { ${list} } from './${path.basename(entry)}';\n${BUNDLE_VARIABLE} = { ${list} };`;
}

function forServer(folder: string, contents: string) {
  return {
    ...SCRIPT,
    stdin: { contents, resolveDir: folder },
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
    // fflate would take it where it is; the platform has none.
    define: { TextDecoder: 'undefined' },
  } satisfies BuildOptions;
}

/** For browsers that Google Sheets supports. */
export const FOR_BROWSER = {
  ...SCRIPT,
  platform: 'browser',
  target: 'es2020',
  // HtmlService strips what looks like a comment inside a template literal.
  supported: { 'template-literal': false },
  // The other build of papaparse asks for Node's streams.
  alias: { 'papaparse/papaparse.js': 'papaparse/papaparse.min.js' },
  // papaparse can fetch a file by its address. We hand it text: nothing here may reach out.
  define: { XMLHttpRequest: 'undefined' },
} satisfies BuildOptions;

/** Bundles a script of the sidebar's page that stands in it as it is. */
export async function bundleForBrowser(entry: string): Promise<Bundle> {
  const bundle = await run({ ...FOR_BROWSER, entryPoints: [entry] });
  return { ...bundle, code: escapeInvisible(bundle.code) };
}

/** Minifies a style sheet; pictures named in it are inlined. */
export async function bundleStyle(entry: string): Promise<string> {
  const bundle = await run({
    ...COMMON,
    entryPoints: [entry],
    target: ['chrome110', 'firefox110', 'safari16'],
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
  });
  return bundle.code;
}

async function run(
  options: BuildOptions & { readonly metafile: true; readonly write: false },
): Promise<Bundle> {
  const { outputFiles, metafile } = await build(options).catch((reason: unknown) => {
    throw new BuildFailure(reason instanceof Error ? reason.message : String(reason), { cause: reason });
  });
  const [file, ...others] = outputFiles;
  if (file === undefined || others.length > 0) {
    throw new BuildFailure(`One bundled file was expected, esbuild gave ${outputFiles.length}.`);
  }
  return { code: file.text.trim(), packages: packagesOf(metafile) };
}

/** Names of the packages of which a bundle holds a part. */
export function packagesOf({ outputs }: Metafile): string[] {
  const packages = Object.values(outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([input]) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(packages)].sort();
}
