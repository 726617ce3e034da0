import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(environment: NodeJS.ProcessEnv): string | null {
  const given = environment.CHROME_PATH;
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new Error(`CHROME_PATH names ${given}, and no program is there.`);
  }
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...candidates, ...OUTSIDE_PATH].find(isExecutable) ?? null;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function installOnDebian(): boolean {
  if (!isRoot() || !existsSync('/etc/debian_version')) return false;
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  if (spawnSync('apt-get', install, quiet).status === 0) return true;
  return (
    spawnSync('apt-get', ['update'], quiet).status === 0 && spawnSync('apt-get', install, quiet).status === 0
  );
}

/**
 * Path of a Chromium: CHROME_PATH, then the usual names; on Debian as root the package `chromium`
 * is installed when there is none.
 * @throws Error with the command that a person has to run
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string {
  const found = installed(environment);
  if (found !== null) return found;
  const afterInstall = installOnDebian() ? installed(environment) : null;
  if (afterInstall !== null) return afterInstall;
  throw new Error(
    'No Chromium was found. Install one (Debian and Ubuntu: sudo apt-get install chromium; ' +
      'macOS: brew install --cask chromium; Windows: winget install Google.Chrome) ' +
      'or set CHROME_PATH to the program of Chrome, Chromium or Edge.',
  );
}

/** A headless browser for tests and screenshots; the caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    // Chromium's own sandbox does not start under root.
    args: isRoot() ? ['--no-sandbox'] : [],
  });
}

// `.ci/run` calls this file to have the browser there before the tests start.
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findBrowser());
