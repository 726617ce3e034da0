import vm from 'node:vm';
import type { Expected } from '../dist.ts';
import { APP_BUNDLE, CELLS_BUNDLE } from '../stubs.ts';
import { placeOf } from '../syntax/tree.ts';
import { SERVICES } from './platform-names.ts';
import type { Rule } from './rule.ts';
import { scriptOf } from './script.ts';

const TOP_LEVEL: Rule = {
  name: 'top-level',
  check: (dist) =>
    (scriptOf(dist)?.program.body ?? [])
      .filter((node) => node.type !== 'FunctionDeclaration' || node.generator)
      .map(
        (node) =>
          `Code.js has a ${node.type} on its top level, at ${placeOf(node)}: only functions may stand there.`,
      ),
};

const REPEATED_FUNCTIONS: Rule = {
  name: 'repeated-functions',
  check: (dist) => {
    const names = (scriptOf(dist)?.program.body ?? []).flatMap((node) =>
      node.type === 'FunctionDeclaration' ? [node.id.name] : [],
    );
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);
    return repeated.map((name) => `Code.js declares ${name} again: the last declaration would win.`);
  },
};

/** Evaluates Code.js as the platform does before every call, in a context where touching a service is an error. */
const GLOBALS: Rule = {
  name: 'globals',
  check: ({ code, expected }) => {
    const context = bareContext();
    const before = new Set(globalNames(context));
    const failure = run(code, context);
    if (failure !== null) return [`Code.js fails when it is merely evaluated: ${failure}.`];
    const made = globalNames(context).filter((name) => !before.has(name));
    const wanted = [...publicNames(expected), CELLS_BUNDLE, APP_BUNDLE];
    return [
      ...wanted.filter((name) => !made.includes(name)).map((name) => `Code.js makes no global ${name}.`),
      ...made
        .filter((name) => !wanted.includes(name))
        .map((name) => `Code.js makes a global ${name} that no entry exports.`),
    ];
  },
};

/** A bundle is evaluated inside a cell's call too: it must not touch a service before a function of it is called. */
const BUNDLES: Rule = {
  name: 'bundles',
  check: ({ code, expected }) => {
    const bundles = [
      { name: CELLS_BUNDLE, functions: expected.cells },
      { name: APP_BUNDLE, functions: expected.server },
    ];
    return bundles.flatMap(({ name, functions }) => {
      const context = bareContext();
      // What the script itself does wrong is reported by the rule `globals`.
      if (run(code, context) !== null) return [];
      const failure = run(`${name}()`, context);
      if (failure !== null) return [`Bundle ${name} fails when it is evaluated: ${failure}.`];
      return functions
        .filter(
          (declared) =>
            run(`if (typeof ${name}().${declared.name} !== 'function') throw Error('none')`, context) !==
            null,
        )
        .map((declared) => `Bundle ${name} has no function ${declared.name}.`);
    });
  },
};

function publicNames({ cells, server }: Expected): string[] {
  return [...cells, ...server].map(({ name }) => name);
}

/** Global object of the language alone, with services that throw at the first touch. */
function bareContext(): vm.Context {
  const context = vm.createContext({});
  for (const service of SERVICES) {
    vm.runInContext(
      `var ${service} = new Proxy(function () {}, new Proxy({}, {
        get() { throw Error('${service} is touched'); },
      }));`,
      context,
    );
  }
  return context;
}

function globalNames(context: vm.Context): string[] {
  const names: unknown = vm.runInContext('Object.getOwnPropertyNames(globalThis).join("\\n")', context);
  return String(names).split('\n');
}

/** Message of what was thrown; null when nothing was. */
function run(code: string, context: vm.Context): string | null {
  try {
    vm.runInContext(code, context, { timeout: 10_000 });
    return null;
  } catch (reason) {
    return typeof reason === 'object' && reason !== null && 'message' in reason
      ? String(reason.message)
      : String(reason);
  }
}

export const GLOBAL_RULES: readonly Rule[] = [TOP_LEVEL, REPEATED_FUNCTIONS, GLOBALS, BUNDLES];
