import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.ts';
import { BuildFailure } from './failure.ts';
import { writeInstruction } from './release/instruction.ts';
import { DIST_FOLDER, ROOT } from './sources.ts';

const RELEASE_FOLDER = path.join(ROOT, 'release');
export const INSTRUCTION_FILE = 'Установка.html';
export const CHECKSUM_FILE = 'SHA256SUMS.txt';

export interface ReleaseOptions {
  /** Folder to write to; release/ of the project by default. */
  readonly outFolder?: string;
  /** Folder to build into and to take the three files from; dist/ by default. */
  readonly distFolder?: string;
}

/**
 * Builds the add-on and writes what is handed to people without tools: its three files, the
 * instruction and the SHA-256 sums. The same sources give the same bytes.
 *
 * @returns names of the files
 * @throws BuildFailure where the build fails or the folder holds a file that is not of a release
 */
export async function buildRelease(options: ReleaseOptions = {}): Promise<string[]> {
  const folder = options.outFolder ?? RELEASE_FOLDER;
  const built = await buildAll({ outFolder: options.distFolder ?? DIST_FOLDER });
  const [code, sidebar, manifest, version] = await Promise.all([
    readFile(built.code, 'utf8'),
    readFile(built.sidebar, 'utf8'),
    readFile(built.manifest, 'utf8'),
    readVersion(),
  ]);
  const files: (readonly [name: string, text: string])[] = [
    ['Code.js', code],
    ['appsscript.json', manifest],
    ['sidebar.html', sidebar],
    [INSTRUCTION_FILE, writeInstruction({ code, sidebar, manifest }, version)],
  ];
  files.push([CHECKSUM_FILE, files.map(([name, text]) => `${sha256(text)}  ${name}\n`).join('')]);

  await mkdir(folder, { recursive: true });
  await refuseStrangers(
    folder,
    files.map(([name]) => name),
  );
  await Promise.all(files.map(([name, text]) => writeFile(path.join(folder, name), text)));
  return files.map(([name]) => name);
}

/** A forgotten file would be handed out with the rest, and nothing here may delete it unasked. */
async function refuseStrangers(folder: string, expected: readonly string[]): Promise<void> {
  const strangers = (await readdir(folder)).filter((name) => !expected.includes(name.normalize('NFC')));
  if (strangers.length === 0) return;
  throw new BuildFailure(
    `${folder} holds ${strangers.join(', ')}, a release holds only ${expected.join(', ')}. Move it away and run again.`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function readVersion(): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  throw new BuildFailure('package.json has no version: the instruction names it.');
}

async function main(): Promise<void> {
  try {
    const names = await buildRelease();
    console.log(`Written to release/: ${names.join(', ')}`);
  } catch (reason) {
    if (!(reason instanceof BuildFailure)) throw reason;
    console.error(reason.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
