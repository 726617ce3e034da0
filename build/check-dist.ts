import { fileURLToPath } from 'node:url';
import { type Dist, readDist, readExpected } from './dist.ts';
import { BuildFailure } from './failure.ts';
import { RULES } from './rules/table.ts';
import { DIST_FOLDER, SOURCES } from './sources.ts';

/** Every broken rule as one line `rule: what was found, what is expected`. Empty when dist/ is fit to be pushed. */
export function checkDist(dist: Dist): string[] {
  return RULES.flatMap(({ name, check }) => check(dist).map((finding) => `${name}: ${finding}`));
}

/** Checks the folder given as argument, dist/ without one. */
async function main([folder = DIST_FOLDER]: readonly string[]): Promise<void> {
  try {
    const findings = checkDist(await readDist(folder, readExpected(SOURCES)));
    for (const finding of findings) console.error(finding);
    if (findings.length > 0) process.exitCode = 1;
    else console.log(`${folder} keeps all ${RULES.length} rules`);
  } catch (reason) {
    if (isMissingFile(reason)) console.error(`${folder} holds no whole add-on: run \`npm run build\`.`);
    else if (reason instanceof BuildFailure) console.error(reason.message);
    else throw reason;
    process.exitCode = 1;
  }
}

function isMissingFile(reason: unknown): reason is Error {
  return reason instanceof Error && 'code' in reason && reason.code === 'ENOENT';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
