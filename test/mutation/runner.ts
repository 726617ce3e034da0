import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { type CollectedTest, collected, collectFrom } from './collect.ts';

/** The tests that must notice a mutant: those of the pure parts, none that needs dist/ or a browser. */
const FOLDERS = ['test/domain', 'test/import'];
const FILES = ['test/text/issues.test.ts'];
const SETUP = 'test/mutation/setup.ts';
const OUT = '.cache/mutation-tests';

const COLLECT = fileURLToPath(new URL('./collect.ts', import.meta.url));

/** What Stryker's instrumented code looks at, and counts in. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

/**
 * Runs the tests in this very process. Vitest starts a worker for every mutant, which takes half a
 * second; the tests of pure functions take milliseconds, and there are thousands of mutants. A loop
 * without end is ended by the limit of hits, or by Stryker, which kills the process. `--testRunner vitest`
 * asks vitest for comparison.
 */
class InProcessRunner {
  private readonly instrumented: Instrumented = {};
  private tests: readonly CollectedTest[] = [];
  private readonly took = new Map<string, number>();

  constructor() {
    // The name under which Stryker's instrumented code looks.
    Reflect.set(globalThis, '__stryker__', this.instrumented);
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const files = [...FOLDERS.flatMap(testsIn), ...FILES];
    await bundle([SETUP, ...files]);
    for (const file of [SETUP, ...files]) {
      collectFrom(file);
      await import(pathToFileURL(resolve(OUT, file.replace(/\.ts$/, '.js'))).href);
    }
    this.tests = collected;
  }

  async dryRun(): Promise<object> {
    const tests: object[] = [];
    for (const test of this.tests) {
      this.instrumented.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - start;
      this.took.set(test.id, timeSpentMs);
      const about = { id: test.id, name: test.name, fileName: resolve(test.file), timeSpentMs };
      tests.push(
        failure === null ? { ...about, status: 0 } : { ...about, status: 1, failureMessage: failure },
      );
    }
    this.instrumented.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.instrumented.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun): Promise<object> {
    const wanted = new Set(testFilter);
    const tests = this.tests.filter(({ id }) => testFilter === undefined || wanted.has(id));
    tests.sort((one, other) => (this.took.get(one.id) ?? 0) - (this.took.get(other.id) ?? 0));
    Object.assign(this.instrumented, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let nrOfTests = 0;
    for (const test of tests) {
      const failureMessage = await failureOf(test);
      nrOfTests += 1;
      if (hitLimit !== undefined && (this.instrumented.hitCount ?? 0) > hitLimit)
        return { status: 'timeout' };
      if (failureMessage !== null)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

async function failureOf({ run }: CollectedTest): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (reason) {
    return String(reason);
  }
}

function testsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testsIn(path);
    return entry.name.endsWith('.test.ts') && !/\.browser\.|^bundle\./.test(entry.name) ? [path] : [];
  });
}

/** The files as modules that share their parts, as vitest would load them. */
async function bundle(files: readonly string[]): Promise<void> {
  await build({
    // Stryker goes into the copy of the project only after esbuild was loaded.
    absWorkingDir: process.cwd(),
    entryPoints: [...files],
    outdir: OUT,
    outbase: '.',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [collecting, inPlace],
  });
}

/** `vitest` of a test is what collects it. */
const collecting: Plugin = {
  name: 'collecting',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^vitest$/ }, () => ({ path: pathToFileURL(COLLECT).href, external: true }));
  },
};

/** A test finds the files beside it, though its module stands elsewhere. */
const inPlace: Plugin = {
  name: 'in-place',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
};

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
