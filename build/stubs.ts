import { BUNDLE_VARIABLE } from './bundle.ts';
import { BuildFailure } from './failure.ts';
import type { PublicFunction } from './public-functions.ts';

/** Name of the function that evaluates a bundle at its first use. */
export const CELLS_BUNDLE = 'cells_';
export const APP_BUNDLE = 'app_';

/** A bundle with its public functions; `name` ends with `_`, so that the platform does not list it. */
export interface LazyBundle {
  readonly name: string;
  readonly title: string;
  readonly functions: readonly PublicFunction[];
  /** The statements made by `bundleForServer`. */
  readonly code: string;
}

/**
 * Writes Code.js. Apps Script evaluates the file anew at every call, in a cell too, and finds
 * functions by reading it: so the top level holds function declarations only, and a bundle is
 * evaluated by the first call that needs it.
 */
export function writeCode(header: string, bundles: readonly LazyBundle[], notices: string): string {
  refuseRepeatedNames(bundles);
  const sections = bundles.map(({ name, title, functions }) =>
    [`// ${title}`, ...functions.map((declared) => stub(declared, name))].join('\n\n'),
  );
  const parts = [`// ${header}`, ...sections, ...bundles.map(lazyFunction), notices];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function stub({ name, parameters, documentation }: PublicFunction, bundle: string): string {
  const list = parameters.map((parameter) => (parameter.rest ? `...${parameter.name}` : parameter.name));
  const text = `function ${name}(${list.join(', ')}) {\n  return ${bundle}().${name}(${list.join(', ')});\n}`;
  return documentation === null ? text : `${documentation}\n${text}`;
}

function lazyFunction({ name, code }: LazyBundle): string {
  return [
    `function ${name}() {`,
    // A parameter, not a `var`: the bundle's "use strict" must stay the first statement.
    `  if (!${name}.exports) ${name}.exports = (function (${BUNDLE_VARIABLE}) {`,
    code,
    `return ${BUNDLE_VARIABLE};`,
    '  })();',
    `  return ${name}.exports;`,
    '}',
  ].join('\n');
}

function refuseRepeatedNames(bundles: readonly LazyBundle[]): void {
  const seen = new Set(bundles.map(({ name }) => name));
  for (const { functions } of bundles) {
    for (const { name } of functions) {
      if (seen.has(name))
        throw new BuildFailure(`Code.js would declare ${name} twice: the last one would win.`);
      seen.add(name);
    }
  }
}
