import type { FunctionDeclaration } from 'acorn';
import { customFunctionsOf, type Dist } from '../dist.ts';
import type { PublicFunction } from '../public-functions.ts';
import type { Rule } from './rule.ts';
import { scriptOf, topLevelFunctions } from './script.ts';

/** Text of the JSDoc directly above a function of Code.js; null when something stands between, or none is there. */
function documentationAbove(dist: Dist, { start }: FunctionDeclaration): string | null {
  const comment = scriptOf(dist)?.comments.find(({ text, end }) => {
    return text.startsWith('/**') && end <= start && /^[ \t]*\n?[ \t]*$/.test(dist.code.slice(end, start));
  });
  return comment === undefined ? null : comment.text;
}

function eachCustomFunction(
  name: string,
  check: (declared: PublicFunction, built: FunctionDeclaration, documentation: string | null) => string[],
): Rule {
  return {
    name,
    check: (dist) => {
      const functions = topLevelFunctions(dist);
      return customFunctionsOf(dist.expected).flatMap((declared) => {
        const built = functions.get(declared.name);
        return built === undefined ? [] : check(declared, built, documentationAbove(dist, built));
      });
    },
  };
}

const DOCUMENTED = eachCustomFunction('custom-function-jsdoc', ({ name }, _built, documentation) =>
  documentation !== null && /^\s*\*?\s*@customfunction\s*(\*\/)?$/m.test(documentation)
    ? []
    : [`${name} has no JSDoc with @customfunction directly above it: Sheets would not offer it.`],
);

const AUTHORS_TEXT = eachCustomFunction(
  'custom-function-text',
  ({ name, documentation: written }, _built, documentation) =>
    documentation === null || documentation === written
      ? []
      : [`The JSDoc of ${name} is not the author's: it must reach Sheets letter by letter.`],
);

const PARAMETERS = eachCustomFunction(
  'custom-function-parameters',
  ({ name, parameters }, built, documentation) => {
    const declared = parameters.map((parameter) => parameter.name);
    const inCode = built.params.map(parameterName);
    const inText = [...(documentation ?? '').matchAll(/@param\s+(?:\{[^\n]*?\}\s+)?\[?([\w$]+)/g)].map(
      ([, word]) => word,
    );
    return [
      ...(inCode.join() === declared.join()
        ? []
        : [`${name}(${inCode.join(', ')}) in Code.js, (${declared.join(', ')}) in its source.`]),
      ...(documentation === null || inText.join() === declared.join()
        ? []
        : [
            `${name}: @param names (${inText.join(', ')}), the function (${declared.join(', ')}): same names in the same order.`,
          ]),
    ];
  },
);

const RESULT = eachCustomFunction('custom-function-result', ({ name }, _built, documentation) =>
  documentation === null || /@returns?\s+\{/.test(documentation)
    ? []
    : [`${name}: its JSDoc has no @return with a type.`],
);

const NAMES = eachCustomFunction('custom-function-name', ({ name }) =>
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name)
    ? []
    : [`${name}: a function for cells is named in capitals, as in MAX_STATUS.`],
);

const CELLS_ONLY: Rule = {
  name: 'custom-functions-in-cells',
  check: ({ expected }) => {
    const isMarked = (declared: PublicFunction) => /@customfunction\b/.test(declared.documentation ?? '');
    return [
      ...expected.cells
        .filter((declared) => !isMarked(declared))
        .map(({ name }) => `${name} is exported for cells without @customfunction.`),
      ...expected.server
        .filter(isMarked)
        .map(
          ({ name }) =>
            `${name} is a custom function in the server's entry: a cell would load the whole add-on.`,
        ),
    ];
  },
};

function parameterName(parameter: FunctionDeclaration['params'][number]): string {
  if (parameter.type === 'Identifier') return parameter.name;
  if (parameter.type === 'RestElement') return parameterName(parameter.argument);
  return parameter.type;
}

export const CUSTOM_FUNCTION_RULES: readonly Rule[] = [
  DOCUMENTED,
  AUTHORS_TEXT,
  PARAMETERS,
  RESULT,
  NAMES,
  CELLS_ONLY,
];
