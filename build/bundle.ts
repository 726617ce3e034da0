import path from 'node:path';
import { build } from 'esbuild';
import { BuildFailure } from './failure.ts';
import { escapeInvisible } from './invisible.ts';
import { ROOT } from './sources.ts';

/** Settings that shape the output (strict mode, class fields) are the same wherever a source lies. */
const TSCONFIG = path.join(ROOT, 'tsconfig.json');

/** Name under which a server bundle leaves its exports, inside the function that evaluates it. */
export const BUNDLE_VARIABLE = 'bundle';

/**
 * Bundles a server-side entry into one statement `var bundle = (() => {…})();` of ES2019: the
 * platform's save-time parser is older than its engine.
 */
export async function bundleForServer(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: BUNDLE_VARIABLE,
    tsconfig: TSCONFIG,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
    minify: true,
    // Coordinators paste this file into the platform's editor, which is slow with very long lines.
    lineLimit: 400,
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'silent',
  }).catch(rethrowAsFailure);
  return escapeInvisible(onlyOutput(result.outputFiles));
}

/** Bundles the sidebar's script for browsers that Google Sheets supports. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    tsconfig: TSCONFIG,
    platform: 'browser',
    target: 'es2020',
    // HtmlService strips what looks like a comment inside a template literal.
    supported: { 'template-literal': false },
    // The other build of papaparse asks for Node's streams.
    alias: { 'papaparse/papaparse.js': 'papaparse/papaparse.min.js' },
    // papaparse can fetch a file by its address and start workers. We hand it text: nothing here may reach out.
    define: { XMLHttpRequest: 'undefined' },
    minify: true,
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'silent',
  }).catch(rethrowAsFailure);
  return escapeInvisible(onlyOutput(result.outputFiles));
}

/** Minifies a style sheet; pictures named in it are inlined. */
export async function bundleStyle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    target: ['chrome110', 'firefox110', 'safari16'],
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    logLevel: 'silent',
  }).catch(rethrowAsFailure);
  return onlyOutput(result.outputFiles);
}

function onlyOutput(files: readonly { readonly text: string }[]): string {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new BuildFailure(`One bundled file was expected, esbuild gave ${files.length}.`);
  }
  return file.text.trim();
}

function rethrowAsFailure(reason: unknown): never {
  throw new BuildFailure(reason instanceof Error ? reason.message : String(reason), { cause: reason });
}
