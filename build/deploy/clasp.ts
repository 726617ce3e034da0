import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { DeployFailure } from './failure.ts';

const CLASP = createRequire(import.meta.url).resolve('@google/clasp');

/** Where a run of clasp stands, and whose login and proxy it finds. */
export interface ClaspPlace {
  readonly folder: string;
  /** The project file: never left to clasp's search or to its environment variable `clasp_config_project`. */
  readonly projectFile: string;
  readonly environment: NodeJS.ProcessEnv;
}

export interface ClaspRun {
  readonly command: string;
  /** 0 for many refusals too: never the proof of a success. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs clasp without a terminal, so that it neither asks nor opens a browser. */
export function runClasp(arguments_: readonly string[], place: ClaspPlace): Promise<ClaspRun> {
  const command = `clasp ${arguments_[0] ?? ''}`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLASP, ...arguments_, '--project', place.projectFile], {
      cwd: place.folder,
      env: place.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ command, exitCode, output, errors }));
  });
}

/**
 * The JSON that a command of clasp answered.
 *
 * @throws DeployFailure when clasp failed, or refused and yet exited with 0: then it prints no JSON
 */
export async function askClasp(arguments_: readonly string[], place: ClaspPlace): Promise<unknown> {
  const run = await runClasp([...arguments_, '--json'], place);
  if (run.exitCode !== 0) throw new DeployFailure(explain(run));
  try {
    return JSON.parse(run.output);
  } catch {
    throw new DeployFailure(explain(run));
  }
}

const REMEDIES: readonly (readonly [symptom: RegExp, remedy: string])[] = [
  [
    /enabled the Apps Script API/i,
    'Turn the Apps Script API on at https://script.google.com/home/usersettings, wait a minute, and run the command again.',
  ],
  [
    /No credentials|invalid_grant|invalid_rapt|invalid authentication|No access, refresh token/i,
    'You are not logged in to Google, or the login has run out: run `npx clasp login`, then this again.',
  ],
  [
    /not found|permission|forbidden/i,
    'The scriptId belongs to no script that this login may edit: compare it with Extensions → Apps Script → Project settings of the spreadsheet, or ask its owner for the right to edit.',
  ],
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|socket|network|certificate/i,
    'Google was not reached: check the connection and the proxy (HTTPS_PROXY, NODE_EXTRA_CA_CERTS).',
  ],
  [
    /Project file already exists/i,
    'The project file names a script already: update it with `npm run deploy`, or make another one with `npm run setup -- --target NAME`.',
  ],
];

const SILENCE =
  'Without a terminal clasp takes silence for a no and exits all the same: nothing was done. Use `npm run setup` and `npm run deploy`, which answer its questions beforehand.';

/** What clasp said and what to do about it. clasp exits with 0 after many refusals, so that is said too. */
export function explain({ command, exitCode, output, errors }: ClaspRun): string {
  const said = `${errors}\n${output}`.trim();
  const remedy = /^(Skipping push\.)?$/.test(said)
    ? SILENCE
    : REMEDIES.find(([symptom]) => symptom.test(said))?.[1];
  return [
    `${command} did not do its work (exit code ${exitCode}). It said:`,
    said === '' ? '  nothing' : said.replace(/^/gm, '  '),
    ...(remedy === undefined ? [] : [remedy]),
  ].join('\n');
}
