import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DeployFailure } from './failure.ts';

/** A spreadsheet that gets the add-on. One's own is kept in .clasp.json, NAME in .clasp.NAME.json. */
export interface Target {
  readonly fileName: string;
  readonly file: string;
  /** How the command line names it: '' for one's own. */
  readonly option: string;
}

/** The project file of clasp. `rootDir` keeps clasp off the manifest and the sources in the root. */
const PROJECT_FILE = z.looseObject({
  rootDir: z.string().optional(),
  scriptId: z.string().optional(),
  parentId: z.string().optional(),
});

export type ProjectFile = z.infer<typeof PROJECT_FILE>;

/** @throws DeployFailure for a name that cannot be part of a file's name */
export function targetIn(root: string, name: string | undefined): Target {
  if (name === undefined) {
    return { fileName: '.clasp.json', file: path.join(root, '.clasp.json'), option: '' };
  }
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
    throw new DeployFailure(
      `--target ${name}: a target is named with small Latin letters, digits and "-", such as production.`,
    );
  }
  const fileName = `.clasp.${name}.json`;
  return { fileName, file: path.join(root, fileName), option: ` -- --target ${name}` };
}

/** The target's project file; null when there is none. @throws DeployFailure when it is no such file */
export async function readProjectFile({ file, fileName }: Target): Promise<ProjectFile | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return null;
    throw reason;
  }
  const parsed = PROJECT_FILE.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new DeployFailure(
      `${fileName} is not a project file of clasp. Restore it: { "rootDir": "dist" }, with the scriptId if there was one.`,
    );
  }
  return parsed.data;
}

/**
 * The script and the spreadsheet (when it is known) that a target stands for.
 *
 * @throws DeployFailure when it names no script yet, or would push another folder than dist/
 */
export async function readTarget(
  target: Target,
): Promise<{ readonly scriptId: string; readonly parentId: string | undefined }> {
  const { fileName, option } = target;
  const project = await readProjectFile(target);
  const byHand = `for a spreadsheet that has the add-on already, write { "scriptId": "…", "rootDir": "dist" } into ${fileName} (the id stands in Extensions → Apps Script → Project settings)`;
  if (project === null) {
    throw new DeployFailure(
      `${fileName} is missing. Make a spreadsheet with \`npm run setup${option}\`; ${byHand}.`,
    );
  }
  requireDist(project, fileName);
  if (project.scriptId === undefined || project.scriptId.trim() === '') {
    throw new DeployFailure(
      `${fileName} names no script (scriptId is ${project.scriptId === undefined ? 'missing' : 'empty'}). Make a spreadsheet with \`npm run setup${option}\`; ${byHand}.`,
    );
  }
  return { scriptId: project.scriptId, parentId: project.parentId };
}

/** @throws DeployFailure unless the project file pushes dist/: another rootDir pushes or overwrites the sources */
export function requireDist({ rootDir }: ProjectFile, fileName: string): void {
  if (rootDir !== undefined && path.normalize(rootDir).replace(/[\\/]$/, '') === 'dist') return;
  throw new DeployFailure(
    `${fileName}: rootDir is ${rootDir === undefined ? 'missing' : `"${rootDir}"`}, it must be "dist": else clasp pushes, and overwrites, the sources.`,
  );
}

/** Writes the project file with what matters only, formatted as everything else in the clone is. */
export async function writeProjectFile(
  { file }: Target,
  project: { readonly scriptId?: string; readonly parentId?: string },
): Promise<void> {
  const { scriptId, parentId } = project;
  const text =
    scriptId === undefined
      ? '{ "rootDir": "dist" }'
      : JSON.stringify(
          { scriptId, ...(parentId === undefined ? {} : { parentId }), rootDir: 'dist' },
          null,
          2,
        );
  await writeFile(file, `${text}\n`);
}

/** Where people open the spreadsheet, or, while its id is unknown, the script. */
export function addressOf(scriptId: string, parentId: string | undefined): string {
  return parentId === undefined
    ? `https://script.google.com/d/${scriptId}/edit`
    : `https://docs.google.com/spreadsheets/d/${parentId}/edit`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
