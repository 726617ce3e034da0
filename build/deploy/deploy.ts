import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';
import type { Project } from './project.ts';
import { pushDist } from './push.ts';
import { addressOf, readTarget, targetIn } from './target.ts';

/**
 * Builds, checks and pushes the add-on into the spreadsheet of a target.
 *
 * @throws DeployFailure when the target's script does not hold exactly this build afterwards
 */
export async function deploy(project: Project, targetName: string | undefined): Promise<void> {
  const target = targetIn(project.root, targetName);
  const { scriptId, parentId } = await readTarget(target);
  await project.build();
  const changed = await pushDist(project, target);
  project.say(
    changed
      ? 'Deployed: the script holds exactly dist/. Reload the spreadsheet to see it.'
      : 'Nothing to do: the script holds exactly this build already.',
  );
  project.say(addressOf(scriptId, parentId));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand({}, (project, { target }) => deploy(project, target));
}
