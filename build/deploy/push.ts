import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { askClasp, type ClaspPlace } from './clasp.ts';
import { DeployFailure } from './failure.ts';
import type { Project } from './project.ts';
import { readTarget, type Target } from './target.ts';

const STATUS = z.object({ filesToPush: z.array(z.string()) });
const PUSHED = z.array(z.string());

type Files = ReadonlyMap<string, string>;

/**
 * Puts dist/ into the target's script and reads it back: nothing that clasp says about a success is taken on trust.
 *
 * @returns whether the script was changed; false when it held this very build
 * @throws DeployFailure when the script does not hold exactly dist/ afterwards
 */
export async function pushDist(project: Project, target: Target): Promise<boolean> {
  const { root, environment } = project;
  const place = { folder: root, projectFile: target.file, environment };
  const { scriptId } = await readTarget(target);
  const built = await readBuilt(path.join(root, 'dist'));
  await requireSamePushList(built, place);

  const pushed = PUSHED.parse(await askClasp(['push', '-f'], place)).map((file) => path.basename(file));
  const stored = await readStored(scriptId, environment);
  const differences = differencesOf(built, stored);
  if (differences.length > 0) {
    throw new DeployFailure(
      [
        `${pushed.length === 0 ? 'clasp pushed nothing (“Script is already up to date.”), yet' : `clasp pushed ${pushed.join(', ')}, yet`} the script differs from dist/:`,
        ...differences.map((difference) => `  ${difference}`),
        `Somebody else may be editing it: look at https://script.google.com/d/${scriptId}/edit, delete there what dist/ does not hold, and run the command again.`,
      ].join('\n'),
    );
  }
  return pushed.length > 0;
}

async function readBuilt(folder: string): Promise<Files> {
  const files = await readFolder(folder);
  if (files.size === 0) {
    throw new DeployFailure(
      'dist/ is missing or empty: clasp would call that “up to date”. Run `npm run build`.',
    );
  }
  return files;
}

/** Asks before anything is sent: a script without its sidebar is broken for everybody who has it open. */
async function requireSamePushList(built: Files, place: ClaspPlace): Promise<void> {
  const { filesToPush } = STATUS.parse(await askClasp(['show-file-status'], place));
  const listed = new Set(filesToPush.map((file) => path.basename(file)));
  const missing = [...built.keys()].filter((name) => !listed.has(name));
  if (missing.length === 0) return;
  throw new DeployFailure(
    `Nothing was pushed: clasp would leave out ${missing.join(', ')}. Remove the .claspignore file and the variable clasp_config_ignore, if there are any, and whatever in dist/ is no file of the add-on.`,
  );
}

/** The files of the script as Google holds them. */
async function readStored(scriptId: string, environment: NodeJS.ProcessEnv): Promise<Files> {
  // clasp refuses a folder that is reached through a symbolic link, as the temporary one of macOS is.
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'stored-script-')));
  try {
    const projectFile = path.join(folder, '.clasp.json');
    await writeFile(projectFile, JSON.stringify({ scriptId, rootDir: 'stored' }));
    await askClasp(['pull'], { folder, projectFile, environment });
    return await readFolder(path.join(folder, 'stored'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const read = names
    .sort()
    .map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const);
  return new Map(await Promise.all(read));
}

function differencesOf(built: Files, stored: Files): string[] {
  return [...new Set([...built.keys(), ...stored.keys()])].sort().flatMap((name) => {
    if (!stored.has(name)) return [`${name} is missing there`];
    if (!built.has(name)) return [`${name} is there, dist/ does not hold it`];
    return built.get(name) === stored.get(name) ? [] : [`${name} is another one there`];
  });
}
