import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltPaths, buildAll } from '../../build/build.ts';
import { SOURCES, type Sources } from '../../build/sources.ts';

export const FIXTURE_FOLDER = fileURLToPath(new URL('./fixtures/addon', import.meta.url));

/** A tiny add-on that uses what the build must handle: re-exports, optional and rest parameters, new syntax. */
export const FIXTURE: Sources = {
  cellsEntry: path.join(FIXTURE_FOLDER, 'cells.ts'),
  serverEntry: path.join(FIXTURE_FOLDER, 'server.ts'),
  sidebarFolder: path.join(FIXTURE_FOLDER, 'sidebar'),
  manifest: SOURCES.manifest,
};

/** Builds the fixture into a folder of its own, hands it over, and removes it afterwards. */
export async function withBuiltFixture<T>(
  use: (paths: BuiltPaths) => Promise<T>,
  changed: Partial<Sources> = {},
): Promise<T> {
  const outFolder = await mkdtemp(path.join(os.tmpdir(), 'addon-'));
  try {
    return await use(await buildAll({ sources: { ...FIXTURE, ...changed }, outFolder }));
  } finally {
    await rm(outFolder, { recursive: true });
  }
}
