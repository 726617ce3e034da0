import { fileURLToPath } from 'node:url';
import { type Dist, readDist } from './dist.ts';
import { BuildFailure } from './failure.ts';
import { RULES } from './rules/table.ts';
import { DIST_FOLDER, SOURCES } from './sources.ts';

/** Every broken rule as one line `rule: what was found, what is expected`. Empty when dist/ is fit to be pushed. */
export function checkDist(dist: Dist): string[] {
  return RULES.flatMap(({ name, check }) => check(dist).map((finding) => `${name}: ${finding}`));
}

async function main(): Promise<void> {
  try {
    const findings = checkDist(await readDist(DIST_FOLDER, SOURCES));
    for (const finding of findings) console.error(finding);
    if (findings.length > 0) process.exitCode = 1;
    else console.log(`dist/ keeps all ${RULES.length} rules`);
  } catch (reason) {
    if (isMissingFile(reason)) console.error('dist/ is not built: run `npm run build`.');
    else if (reason instanceof BuildFailure) console.error(reason.message);
    else throw reason;
    process.exitCode = 1;
  }
}

function isMissingFile(reason: unknown): reason is Error {
  return reason instanceof Error && 'code' in reason && reason.code === 'ENOENT';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
