import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Project } from '../../build/deploy/project.ts';
import { DIST_FOLDER, ROOT } from '../../build/sources.ts';
import type { Google } from './google.ts';

/** A clone in a temporary folder, and a home with a login of nobody. */
export interface Clone {
  readonly root: string;
  /** A copy of the built add-on, which stays as it is when somebody builds anew meanwhile. */
  readonly built: string;
  readonly environment: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

const BARE = ['.clasp.json', 'appsscript.json'];
const WHOLE = [...BARE, 'package.json', 'tsconfig.json', 'src', 'build'];

/** @param whole with the sources, so that its own npm commands run; else what `projectIn` needs */
export async function makeClone(google: Google, { whole = false, loggedIn = true } = {}): Promise<Clone> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'clone-')));
  const root = path.join(folder, 'clone');
  const home = path.join(folder, 'home');
  await Promise.all([mkdir(root), mkdir(home)]);
  for (const name of whole ? WHOLE : BARE) {
    await cp(path.join(ROOT, name), path.join(root, name), { recursive: true });
  }
  // A developer's own id in it would turn every setup away.
  await writeFile(path.join(root, '.clasp.json'), '{ "rootDir": "dist" }\n');
  if (whole) await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const built = path.join(folder, 'built');
  await cp(DIST_FOLDER, built, {
    recursive: true,
    filter: (file) => !path.basename(file).startsWith('.draft-'),
  });
  const authority = path.join(home, 'authority.pem');
  await writeFile(authority, google.certificate);
  if (loggedIn)
    await writeFile(path.join(home, '.clasprc.json'), JSON.stringify({ tokens: { default: LOGIN } }));
  return {
    root,
    built,
    environment: {
      PATH: process.env.PATH,
      HOME: home,
      USERPROFILE: home,
      HTTPS_PROXY: google.proxy,
      NODE_EXTRA_CA_CERTS: authority,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const LOGIN = {
  type: 'authorized_user',
  client_id: 'nobody',
  client_secret: 'made-up',
  refresh_token: 'made-up',
  access_token: 'made-up',
  expiry_date: Date.UTC(2099, 0),
};

/** The clone with a build that copies the built add-on; what it says goes to `lines`. */
export function projectIn({ root, built, environment }: Clone, lines: string[] = []): Project {
  const build = () => cp(built, path.join(root, 'dist'), { recursive: true });
  return { root, environment, build, say: (line) => lines.push(line) };
}

/** Every file of a folder as `name: text`. */
export async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}
