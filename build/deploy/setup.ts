import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClaspRun, explain, runClasp } from './clasp.ts';
import { runCommand } from './command.ts';
import { DeployFailure } from './failure.ts';
import type { Project } from './project.ts';
import { pushDist } from './push.ts';
import {
  addressOf,
  readProjectFile,
  requireDist,
  type Target,
  targetIn,
  writeProjectFile,
} from './target.ts';

const TITLE = 'Показатели МАХ и УБ ЦОК';

export interface SetupOptions {
  readonly target: string | undefined;
  /** Title of the new spreadsheet. */
  readonly title: string | undefined;
}

/**
 * Makes a spreadsheet with the add-on in it and remembers it in the target's project file.
 *
 * @throws DeployFailure when there is one already, or when the new script does not hold exactly dist/
 */
export async function setUp(project: Project, { target: name, title }: SetupOptions): Promise<void> {
  const target = targetIn(project.root, name);
  await requireFree(target);
  await project.build();
  const { scriptId, parentId } = await createScript(project, target, title ?? TITLE);
  // clasp has pulled the new script's empty manifest and code over dist/.
  await project.build();
  await pushDist(project, target);
  project.say(
    `Set up: the spreadsheet holds exactly dist/. Later \`npm run deploy${target.option}\` updates it.`,
  );
  if (name === undefined)
    project.say(`${target.fileName} remembers it: leave that change out of your commits.`);
  project.say(addressOf(scriptId, parentId));
}

/** @throws DeployFailure when the target has a script, which clasp would refuse silently */
async function requireFree(target: Target): Promise<void> {
  const { fileName, option } = target;
  const found = await readProjectFile(target);
  if (found === null) {
    await writeProjectFile(target, {});
    return;
  }
  requireDist(found, fileName);
  const { scriptId, parentId } = found;
  if (scriptId === undefined) return;
  if (scriptId.trim() === '') {
    throw new DeployFailure(
      `${fileName}: remove the empty scriptId, clasp takes it for a script and refuses.`,
    );
  }
  throw new DeployFailure(
    `${fileName} has a spreadsheet already: ${addressOf(scriptId, parentId)}. Update it with \`npm run deploy${option}\`, or make another one beside it with \`npm run setup -- --target NAME\`.`,
  );
}

async function createScript(
  { root, environment, say }: Project,
  target: Target,
  title: string,
): Promise<{ readonly scriptId: string; readonly parentId: string | undefined }> {
  const manifest = path.join(root, 'appsscript.json');
  const before = await readFile(manifest, 'utf8');
  const run = await runClasp(['create-script', '--type', 'sheets', '--title', title, '--rootDir', 'dist'], {
    folder: root,
    projectFile: target.file,
    environment,
  });
  await keepManifest(manifest, before);

  const { scriptId, parentId } = (await readProjectFile(target)) ?? {};
  if (run.exitCode !== 0 || scriptId === undefined || scriptId === '') {
    throw new DeployFailure([explain(run), ...(await rememberHalfMade(run, target))].join('\n'));
  }
  await writeProjectFile(target, { scriptId, ...(parentId === undefined ? {} : { parentId }) });
  say(`Made the spreadsheet «${title}»`);
  return { scriptId, parentId };
}

/** Google may have made the spreadsheet before clasp failed: a second try must not make a second one. */
async function rememberHalfMade({ output }: ClaspRun, target: Target): Promise<string[]> {
  const scriptId = /script\.google\.com\/d\/([\w-]+)/.exec(output)?.[1];
  const parentId = /drive\.google\.com\/open\?id=([\w-]+)/.exec(output)?.[1];
  if (scriptId === undefined) return [];
  await writeProjectFile(target, { scriptId, ...(parentId === undefined ? {} : { parentId }) });
  return [
    `The spreadsheet was made all the same, and ${target.fileName} remembers it: ${addressOf(scriptId, parentId)}`,
    `Go on with \`npm run deploy${target.option}\`.`,
  ];
}

/** @throws DeployFailure after it put the manifest back, when clasp wrote the new script's own one over it */
async function keepManifest(file: string, before: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === before) return;
  await writeFile(file, before);
  throw new DeployFailure(
    'clasp overwrote appsscript.json in the root; it was put back. See that the project file says "rootDir": "dist", and look at `git status`.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand({ title: { type: 'string' } }, (project, { target, title }) =>
    setUp(project, { target, title }),
  );
}
