import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../build/build.ts';
import { type AppsScript, createAppsScript } from './apps-script/index.ts';
import { createEngine } from './engine/calculator.ts';
import { parseManifest } from './manifest.ts';

/** The built add-on, as text: exactly what is pushed to Apps Script. */
export interface BuiltProject {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
}

const SAMPLE_FOLDER = new URL('./sample/', import.meta.url);
/** The week before and the week, in the order of import. */
const SAMPLE_WEEKS = ['statistics-2026-11-11.csv', 'statistics-2026-11-18.csv'];
/** УБ ЦОК of the same weeks. */
const SAMPLE_COK_WEEKS = ['cok-2026-11-11.csv', 'cok-2026-11-18.csv'];

export async function buildProject(): Promise<BuiltProject> {
  const paths = await buildAll();
  return {
    code: readFileSync(paths.code, 'utf8'),
    sidebar: readFileSync(paths.sidebar, 'utf8'),
    manifest: readFileSync(paths.manifest, 'utf8'),
  };
}

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function sampleFiles(): SampleFile[] {
  return readSamples(SAMPLE_WEEKS);
}

export function sampleCokFiles(): SampleFile[] {
  return readSamples(SAMPLE_COK_WEEKS);
}

function readSamples(names: readonly string[]): SampleFile[] {
  return names.map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(fileURLToPath(new URL(name, SAMPLE_FOLDER)))),
  }));
}

/** An emulated spreadsheet with the built add-on in it, calculated by o-spreadsheet. */
export function openProject(project: BuiltProject, book?: string): AppsScript {
  const environment = createAppsScript({
    manifest: parseManifest(project.manifest),
    html: { sidebar: project.sidebar },
    calculator: createEngine,
    ...(book === undefined ? {} : { book }),
  });
  environment.load(project.code);
  environment.open('LIMITED');
  return environment;
}
