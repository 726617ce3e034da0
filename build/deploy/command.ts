import { type ParseArgsConfig, parseArgs } from 'node:util';
import { buildAll } from '../build.ts';
import { BuildFailure } from '../failure.ts';
import { ROOT } from '../sources.ts';
import { DeployFailure } from './failure.ts';
import type { Project } from './project.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Runs a command of the deployment on this clone. A failure is its sentence on stderr and exit code 1. */
export async function runCommand(
  options: Options,
  run: (project: Project, values: Readonly<Record<string, string | undefined>>) => Promise<void>,
): Promise<void> {
  try {
    await run(
      { root: ROOT, build: () => buildAll(), environment: process.env, say: (line) => console.log(line) },
      readOptions({ ...options, target: { type: 'string' } }),
    );
  } catch (reason) {
    if (!(reason instanceof DeployFailure || reason instanceof BuildFailure)) throw reason;
    console.error(reason.message);
    process.exitCode = 1;
  }
}

function readOptions(options: Options): Record<string, string | undefined> {
  try {
    const entries = Object.entries(parseArgs({ options }).values);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
    );
  } catch (reason) {
    throw new DeployFailure(
      `${reason instanceof Error ? reason.message : String(reason)}\nOptions stand after "--": npm run deploy -- --target production`,
    );
  }
}
