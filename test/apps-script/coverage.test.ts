import { readFileSync } from 'node:fs';
import { tokenizer } from 'acorn';
import { expect, it } from 'vitest';
import { unpackCode } from '../../build/packing/code.ts';
import { SIGNATURES } from '../../workbench/apps-script/signatures.generated.ts';
import { factScript } from './facts.ts';

const PUBLISHED: ReadonlySet<string> = new Set(
  SIGNATURES.trim()
    .split('\n')
    .flatMap((line) => line.split('|').slice(1))
    .map((method) => method.split(':')[0] ?? ''),
);

/** Names that are also methods of the language, so that a mention proves nothing. */
const LANGUAGE: ReadonlySet<string> = new Set(
  [Array, String, Map, Set, Object, Date, Promise, RegExp, Function, Number, Math].flatMap((type) => [
    ...Object.getOwnPropertyNames(type),
    ...Object.getOwnPropertyNames('prototype' in type ? type.prototype : {}),
  ]),
);

/** They change the screen of whoever runs the check: tried in entry-points.test.ts instead. */
const ON_SCREEN: ReadonlySet<string> = new Set(['addToUi', 'showSidebar', 'alert', 'toast']);

/** Published platform methods that stand behind a point somewhere in the code. */
function platformMethods(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  let afterPoint = false;
  for (const token of tokenizer(code, { ecmaVersion: 2019 })) {
    const name = token.type.label === 'name' ? code.slice(token.start, token.end) : '';
    if (afterPoint && PUBLISHED.has(name) && !LANGUAGE.has(name)) found.add(name);
    afterPoint = token.type.label === '.';
  }
  return found;
}

it('every platform method that the built add-on calls has a fact row', () => {
  const called = platformMethods(
    unpackCode(readFileSync(new URL('../../dist/Code.js', import.meta.url), 'utf8')),
  );
  const tried = platformMethods(factScript());
  expect(called.size).toBeGreaterThan(30);
  expect([...called].filter((name) => !tried.has(name) && !ON_SCREEN.has(name))).toEqual([]);
});
