import { fileURLToPath } from 'node:url';
import { type Dist, readDist, readExpected } from './dist.ts';
import { BuildFailure } from './failure.ts';
import { unpackCode } from './packing/code.ts';
import type { Rule } from './rules/rule.ts';
import { SIZE_RULES } from './rules/size.ts';
import { RULES } from './rules/table.ts';
import { DIST_FOLDER, SOURCES } from './sources.ts';

/** Every broken rule as one line `rule: what was found, what is expected`. Empty when dist/ is fit to be pushed. */
export function checkDist(dist: Dist): string[] {
  const found = findings(RULES, dist);
  const code = unpackCode(dist.code);
  // What is packed is looked at as it will be evaluated; it may be as long as it is.
  return code === dist.code
    ? found
    : [...new Set([...found, ...findings(UNPACKED_RULES, { ...dist, code })])];
}

const UNPACKED_RULES = RULES.filter((rule) => !SIZE_RULES.includes(rule));

function findings(rules: readonly Rule[], dist: Dist): string[] {
  return rules.flatMap(({ name, check }) => check(dist).map((finding) => `${name}: ${finding}`));
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
