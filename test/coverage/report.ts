/**
 * `npm run test:coverage`: all tests, then the lines of src that they ran through, by folder, and the
 * lines that none did. Exit code 1 where a test fails or the share is below LEAST.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeLines, percentOf, type Sum, sumOf } from './lines.ts';
import { BUNDLE_LINES, MODULES, ROOT } from './paths.ts';

const LEAST = 95;

const run = spawnSync('npx', ['vitest', 'run', '--config', 'test/coverage/vitest.config.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
});

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const lines = mergeLines(
  read(MODULES),
  readdirSync(BUNDLE_LINES).map((name) => read(path.join(BUNDLE_LINES, name))),
  (file) => path.relative(ROOT, file),
);

const folders = new Map<string, ReadonlyMap<number, boolean>[]>();
for (const [file, found] of lines) {
  const folder = file.split('/').slice(0, 2).join('/');
  folders.set(folder, [...(folders.get(folder) ?? []), found]);
}
const line = (sum: Sum): string =>
  `${percentOf(sum).toFixed(1).padStart(6)} %  ${sum.covered} of ${sum.all}  ${sum.name}`;

for (const [file, found] of lines) {
  const sum = sumOf(file, [found]);
  if (sum.missing.length > 0) console.log(`${line(sum)}: ${sum.missing.join(', ')}`);
}
for (const [folder, found] of [...folders].sort()) console.log(line(sumOf(folder, found)));
const total = sumOf('src', lines.values());
console.log(line(total));
if (run.status !== 0 || percentOf(total) < LEAST) process.exitCode = 1;
