import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isCustomFunction, type PublicFunction, readPublicFunctions } from './public-functions.ts';
import type { Sources } from './sources.ts';

/** What was built, and what the sources say it must hold. */
export interface Dist {
  readonly code: string;
  readonly sidebar: string;
  readonly manifest: string;
  /** Names of the files in the folder, drafts of a build under way excepted: each would be pushed. */
  readonly fileNames: readonly string[];
  readonly expected: Expected;
}

export interface Expected {
  /** Exports of the cells entry. */
  readonly cells: readonly PublicFunction[];
  /** Exports of the server entry. */
  readonly server: readonly PublicFunction[];
}

export function readExpected({ cellsEntry, serverEntry }: Sources): Expected {
  return { cells: readPublicFunctions(cellsEntry), server: readPublicFunctions(serverEntry) };
}

export async function readDist(folder: string, expected: Expected): Promise<Dist> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const [code, sidebar, manifest, fileNames] = await Promise.all([
    read('Code.js'),
    read('sidebar.html'),
    read('appsscript.json'),
    readdir(folder),
  ]);
  return {
    code,
    sidebar,
    manifest,
    fileNames: fileNames.filter((name) => !name.startsWith('.draft-')).sort(),
    expected,
  };
}

export function customFunctionsOf({ cells, server }: Expected): PublicFunction[] {
  return [...cells, ...server].filter(isCustomFunction);
}
