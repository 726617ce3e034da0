import { beforeAll, describe, expect, it } from 'vitest';
import { checkDist } from '../../build/check-dist.ts';
import { type Dist, readDist, readExpected } from '../../build/dist.ts';
import { type PackedParts, packScript, unpackScript } from '../../build/packing/script.ts';
import type { PublicFunction } from '../../build/public-functions.ts';
import { RULES } from '../../build/rules/table.ts';
import { FIXTURE, withBuiltFixture } from './fixture.ts';

let good: Dist;

beforeAll(async () => {
  good = await withBuiltFixture(({ folder }) => readDist(folder, readExpected(FIXTURE)));
});

/** Puts a line into the app bundle of Code.js, where it is parsed and evaluated with the bundle. */
const inApp = (line: string) => (dist: Dist) => ({
  code: dist.code.replace('app_.exports = (function (bundle) {', (start) => `${start}\n${line}`),
});
const atTop = (line: string) => (dist: Dist) => ({ code: `${dist.code}${line}\n` });
const inCode = (found: string | RegExp, replacement: string) => (dist: Dist) => ({
  code: dist.code.replace(found, () => replacement),
});
const inSidebar = (found: string, replacement: string) => (dist: Dist) => ({
  sidebar: dist.sidebar.replace(found, () => replacement),
});
/** Puts a line at the end of the sidebar's script and packs it again. */
const inScript = (line: string) =>
  inPacked(({ style, scripts: [first = '', ...others] }) => ({
    style,
    scripts: [`${first};${line}`, ...others],
  }));
const inStyle = (rule: string) => inPacked(({ style, scripts }) => ({ style: `${style}${rule}`, scripts }));
const inPacked =
  (change: (parts: PackedParts) => PackedParts) =>
  ({ sidebar }: Dist) => ({
    sidebar: sidebar.replace(/<script>(var packedScript=[\s\S]*?\];)<\/script>/, (_all, packed: string) => {
      const parts = unpackScript(packed);
      if (parts === null) throw new Error('the fixture has no packed script');
      return `<script>${packScript(change(parts))}</script>`;
    }),
  });
/** Puts a line into the script that stands in the page as it is. */
const inPlainScript = (line: string) => inSidebar('</script>\n  </body>', `;${line}</script>\n  </body>`);
const inManifest = (found: string, replacement: string) => (dist: Dist) => ({
  manifest: dist.manifest.replace(found, () => replacement),
});
const exporting = (realm: 'cells' | 'server', extra: PublicFunction) => (dist: Dist) => ({
  expected: { ...dist.expected, [realm]: [...dist.expected[realm], extra] },
});

interface Case {
  readonly rule: string;
  readonly note: string;
  readonly spoil: (dist: Dist) => Partial<Dist>;
  /** What the sentence must name. */
  readonly names: RegExp;
}

const CASES: readonly Case[] = [
  {
    rule: 'files',
    note: 'a file of an older build',
    spoil: ({ fileNames }) => ({ fileNames: [...fileNames, 'Old.js'] }),
    names: /Old\.js/,
  },
  {
    rule: 'readable-text',
    note: 'escaped Cyrillic in Code.js',
    spoil: atTop("'\\u0417драв';"),
    names: /Code\.js .*\\u0417/,
  },
  {
    rule: 'readable-text',
    note: 'escaped Cyrillic in the page',
    spoil: inPacked(({ style, scripts }) => ({
      style,
      scripts: scripts.map((script) => script.replace('Здрав', '\\u0417драв')),
    })),
    names: /sidebar\.html .*\\u0417/,
  },
  {
    rule: 'readable-text',
    note: 'byte order mark',
    spoil: ({ code }) => ({ code: `\uFEFF${code}` }),
    names: /Code\.js .*U\+FEFF at line 1/,
  },
  {
    rule: 'readable-text',
    note: 'a space that does not survive copying',
    spoil: atTop("'Здрав\u00a0';"),
    names: /Code\.js .*U\+00A0 at line \d+/,
  },

  { rule: 'syntax', note: 'no script at all', spoil: atTop('function ('), names: /ES2019/ },
  {
    rule: 'syntax',
    note: 'a construct that no rule names: modifiers of a group',
    spoil: inApp('/(?i:a)/;'),
    names: /ES2019/,
  },
  { rule: 'syntax', note: 'named groups twice', spoil: inApp('/(?<a>.)(?<a>.)/;'), names: /ES2019/ },
  {
    rule: 'class-fields',
    note: 'public field',
    spoil: inApp('class A { field = 1; }'),
    names: /class field at line \d+/,
  },
  {
    rule: 'class-fields',
    note: 'static field',
    spoil: inApp('class A { static field = 1; }'),
    names: /class field/,
  },
  { rule: 'static-blocks', note: '', spoil: inApp('class A { static { } }'), names: /static block/ },
  { rule: 'private-names', note: 'field', spoil: inApp('class A { #a = 1; }'), names: /#private/ },
  { rule: 'private-names', note: 'method', spoil: inApp('class A { #a() {} }'), names: /#private/ },
  { rule: 'optional-chaining', note: 'property', spoil: inApp('({})?.a;'), names: /\?\./ },
  { rule: 'optional-chaining', note: 'call', spoil: inApp('var f; f?.();'), names: /\?\./ },
  { rule: 'nullish-coalescing', note: '', spoil: inApp('null ?? 1;'), names: /\?\?/ },
  { rule: 'logical-assignment', note: '??=', spoil: inApp('var a; a ??= 1;'), names: /logical assignment/ },
  { rule: 'logical-assignment', note: '||=', spoil: inApp('var a; a ||= 1;'), names: /logical assignment/ },
  { rule: 'numeric-separators', note: '', spoil: inApp('1_000;'), names: /numeric separator/ },
  { rule: 'bigint', note: '', spoil: inApp('1n;'), names: /BigInt/ },
  { rule: 'dynamic-import', note: '', spoil: inApp('() => import("x");'), names: /import\(\)/ },

  { rule: 'regexp-flags', note: 'd in a literal', spoil: inApp('/a/d;'), names: /\/a\/d/ },
  {
    rule: 'regexp-flags',
    note: 'v in a call, as esbuild writes it',
    spoil: inApp('new RegExp("a", "v");'),
    names: /\/a\/v/,
  },
  { rule: 'regexp-lookbehind', note: 'positive', spoil: inApp('/(?<=a)b/;'), names: /lookbehind/ },
  {
    rule: 'regexp-lookbehind',
    note: 'negative, in a call',
    spoil: inApp('RegExp("(?<!a)b");'),
    names: /lookbehind/,
  },
  { rule: 'regexp-properties', note: '\\p', spoil: inApp('/\\p{L}/u;'), names: /\\p\{/ },
  {
    rule: 'regexp-properties',
    note: '\\P in a call',
    spoil: inApp('new RegExp("[\\\\P{L}]", "u");'),
    names: /\\p\{/,
  },

  { rule: 'top-level', note: 'a variable', spoil: atTop('var x = 1;'), names: /VariableDeclaration/ },
  { rule: 'top-level', note: 'a class', spoil: atTop('class X {}'), names: /ClassDeclaration/ },
  { rule: 'top-level', note: 'a statement', spoil: atTop('onOpen;'), names: /ExpressionStatement/ },
  { rule: 'top-level', note: 'a generator', spoil: atTop('function* x() {}'), names: /FunctionDeclaration/ },
  { rule: 'repeated-functions', note: '', spoil: atTop('function greet() {}'), names: /greet again/ },
  {
    rule: 'globals',
    note: 'one too many',
    spoil: atTop('function extra() {}'),
    names: /extra that no entry exports/,
  },
  {
    rule: 'globals',
    note: 'one missing',
    spoil: inCode('function greet(', 'function greeted('),
    names: /no global greet\./,
  },
  { rule: 'globals', note: 'made at evaluation', spoil: atTop('globalThis.leak = 1;'), names: /leak/ },
  {
    rule: 'globals',
    note: 'a service touched at evaluation',
    spoil: atTop('SpreadsheetApp.getUi();'),
    names: /SpreadsheetApp is touched/,
  },
  {
    rule: 'globals',
    note: 'a service called at evaluation',
    spoil: atTop('Logger();'),
    names: /Logger is touched/,
  },
  {
    rule: 'bundles',
    note: 'a service touched by the bundle, before any call',
    spoil: inApp('SpreadsheetApp.getActive();'),
    names: /app_ fails.*SpreadsheetApp is touched/,
  },
  {
    rule: 'bundles',
    note: 'a function that only the stub has',
    spoil: exporting('cells', {
      name: 'SAMPLE_GONE',
      parameters: [],
      documentation: '/** @customfunction */',
    }),
    names: /cells_ has no function SAMPLE_GONE/,
  },

  { rule: 'absent-names', note: 'URL', spoil: inApp('() => new URL("x");'), names: /names URL at line/ },
  {
    rule: 'absent-names',
    note: 'TextDecoder',
    spoil: inApp('() => new TextDecoder();'),
    names: /TextDecoder/,
  },
  {
    rule: 'absent-names',
    note: 'setTimeout in a stub',
    spoil: inCode('return app_().greet', 'return setTimeout(0), app_().greet'),
    names: /setTimeout/,
  },
  {
    rule: 'absent-names',
    note: 'assigned, never declared',
    spoil: inApp('() => { forgotten = 1; };'),
    names: /forgotten/,
  },
  {
    rule: 'absent-names',
    note: 'require of a package left out',
    spoil: inApp('() => require("x");'),
    names: /require/,
  },
  {
    rule: 'absent-names',
    note: 'a service outside the scopes',
    spoil: inApp('() => UrlFetchApp.fetch("x");'),
    names: /UrlFetchApp/,
  },

  {
    rule: 'custom-function-jsdoc',
    note: 'no JSDoc',
    spoil: inCode(/\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?=function SAMPLE_COUNT)/, ''),
    names: /SAMPLE_COUNT has no JSDoc/,
  },
  {
    rule: 'custom-function-jsdoc',
    note: 'a blank line between',
    spoil: inCode('*/\nfunction SAMPLE_SHARE', '*/\n\nfunction SAMPLE_SHARE'),
    names: /SAMPLE_SHARE has no JSDoc/,
  },
  {
    rule: 'custom-function-jsdoc',
    note: 'without the tag',
    spoil: inCode(' * @customfunction\n', ''),
    names: /SAMPLE_COUNT has no JSDoc with @customfunction/,
  },
  {
    rule: 'custom-function-text',
    note: 'letters changed',
    spoil: inCode('Где искать', 'Gde iskat'),
    names: /SAMPLE_COUNT is not the author's/,
  },
  {
    rule: 'custom-function-parameters',
    note: 'lost in the stub',
    spoil: inCode('function SAMPLE_COUNT(where, what)', 'function SAMPLE_COUNT()'),
    names: /SAMPLE_COUNT\(\) in Code\.js, \(where, what\)/,
  },
  {
    rule: 'custom-function-parameters',
    note: 'another order in the text',
    spoil: inCode(
      / \* @param \{string\} where[^\n]*\n( \* @param[^\n]*\n)/,
      ' * @param {string} [what] Что\n * @param {string} where Где\n',
    ),
    names: /@param names \(what, where\)/,
  },
  {
    rule: 'custom-function-parameters',
    note: 'one without text',
    spoil: inCode(/ \* @param \{\.\.\.number\} totals[^\n]*\n/, ''),
    names: /@param names \(part\)/,
  },
  {
    rule: 'custom-function-result',
    note: '',
    spoil: inCode(/ \* @return [^\n]*\n/, ''),
    names: /SAMPLE_COUNT/,
  },
  {
    rule: 'custom-function-name',
    note: 'small letters',
    spoil: (dist) => ({
      code: dist.code.replace(/SAMPLE_COUNT/g, 'sampleCount'),
      expected: {
        ...dist.expected,
        cells: dist.expected.cells.map((each) =>
          each.name === 'SAMPLE_COUNT' ? { ...each, name: 'sampleCount' } : each,
        ),
      },
    }),
    names: /sampleCount/,
  },
  {
    rule: 'custom-functions-in-cells',
    note: 'in the cells entry without the tag',
    spoil: exporting('cells', { name: 'helper', parameters: [], documentation: null }),
    names: /helper is exported for cells/,
  },
  {
    rule: 'custom-functions-in-cells',
    note: "in the server's entry",
    spoil: exporting('server', { name: 'SLOW', parameters: [], documentation: '/** @customfunction */' }),
    names: /SLOW is a custom function in the server/,
  },

  {
    rule: 'sidebar-self-contained',
    note: 'a style sheet',
    spoil: inSidebar('<title>', '<link rel="stylesheet" href="https://x.test/a.css"><title>'),
    names: /<link/,
  },
  {
    rule: 'sidebar-self-contained',
    note: 'a script',
    spoil: inSidebar('</body>', '<script src="https://x.test/a.js"></script></body>'),
    names: /<script src/,
  },
  {
    rule: 'sidebar-self-contained',
    note: 'a picture',
    spoil: inSidebar('</body>', '<img src=//x.test/a.png></body>'),
    names: /<img/,
  },
  {
    rule: 'sidebar-self-contained',
    note: 'a form that is sent',
    spoil: inSidebar('</body>', '<form action="https://x.test/"></form></body>'),
    names: /<form/,
  },
  {
    rule: 'sidebar-styles',
    note: 'import',
    spoil: inStyle('@import "a.css";'),
    names: /@import/,
  },
  {
    rule: 'sidebar-styles',
    note: 'font from the network',
    spoil: inStyle('@font-face{src:url(https://x.test/a.woff2)}'),
    names: /url\(https/,
  },
  { rule: 'sidebar-network', note: 'fetch', spoil: inScript('fetch("/a")'), names: /uses fetch/ },
  {
    rule: 'sidebar-network',
    note: 'fetch of window',
    spoil: inScript('window.fetch("/a")'),
    names: /uses \.fetch/,
  },
  {
    rule: 'sidebar-network',
    note: 'XMLHttpRequest',
    spoil: inScript('new XMLHttpRequest'),
    names: /XMLHttpRequest/,
  },
  {
    rule: 'sidebar-network',
    note: 'beacon',
    spoil: inScript('navigator.sendBeacon("/a")'),
    names: /sendBeacon/,
  },
  { rule: 'sidebar-network', note: 'import()', spoil: inScript('import("/a")'), names: /import\(\)/ },
  { rule: 'sidebar-scriptlets', note: '', spoil: inSidebar('<body>', '<body><?= 1 ?>'), names: /<\?/ },
  {
    rule: 'sidebar-template-literals',
    note: 'an address',
    spoil: inScript('var a=`https://x.test`'),
    names: /`https:\/\/x\.test`/,
  },
  {
    rule: 'sidebar-template-literals',
    note: 'a comment sign',
    spoil: inScript('var a=`/* `'),
    names: /\/\*/,
  },
  {
    rule: 'sidebar-script-ends',
    note: 'an end inside a string',
    spoil: inPlainScript('var a="</script>"'),
    names: /<\/script inside/,
  },
  {
    rule: 'sidebar-script-ends',
    note: 'a comment inside a string',
    spoil: inPlainScript('var a="<!--"'),
    names: /<!--/,
  },
  { rule: 'sidebar-script-syntax', note: 'too new', spoil: inScript('var a;a??=1'), names: /ES2020/ },
  {
    rule: 'sidebar-script-syntax',
    note: 'none',
    spoil: ({ sidebar }) => ({ sidebar: sidebar.replace(/<script>[\s\S]*<\/script>/, '') }),
    names: /no script/,
  },
  { rule: 'sidebar-page', note: 'no doctype', spoil: inSidebar('<!doctype html>\n', ''), names: /doctype/ },
  {
    rule: 'sidebar-page',
    note: 'another language',
    spoil: inSidebar('lang="ru"', 'lang="en"'),
    names: /lang="ru"/,
  },
  {
    rule: 'sidebar-page',
    note: 'the attribute twice',
    spoil: inSidebar('<body>', '<body data-view="texts">'),
    names: /data-view/,
  },
  {
    rule: 'sidebar-page',
    note: 'no charset',
    spoil: inSidebar('<meta charset="utf-8">', ''),
    names: /charset/,
  },

  {
    rule: 'manifest-json',
    note: 'cut off',
    spoil: ({ manifest }) => ({ manifest: manifest.slice(0, -3) }),
    names: /JSON/,
  },
  { rule: 'manifest-json', note: 'a list', spoil: () => ({ manifest: '[]' }), names: /JSON object/ },
  {
    rule: 'manifest-scopes',
    note: 'a broader one',
    spoil: inManifest('spreadsheets.currentonly', 'spreadsheets'),
    names: /auth\/spreadsheets"/,
  },
  {
    rule: 'manifest-scopes',
    note: 'none',
    spoil: inManifest('"oauthScopes"', '"scopes"'),
    names: /asks for undefined/,
  },
  {
    rule: 'manifest-runtime',
    note: 'small letter',
    spoil: inManifest('"V8"', '"v8"'),
    names: /"v8", expected "V8"/,
  },
  { rule: 'manifest-time-zone', note: '', spoil: inManifest('Europe/Moscow', 'Etc/UTC'), names: /Etc\/UTC/ },
  { rule: 'manifest-keys', note: '$schema', spoil: inManifest('{', '{"$schema": "x",'), names: /\$schema/ },

  {
    rule: 'size-cells',
    note: '',
    spoil: inCode(
      'cells_.exports = (function (bundle) {',
      `cells_.exports = (function (bundle) {"${'x'.repeat(21_000)}";`,
    ),
    names: /custom functions has 2\d\.\d KB, at most 20/,
  },
  {
    rule: 'size-code',
    note: 'bytes, not letters',
    spoil: atTop(`// ${'я'.repeat(80_000)}`),
    names: /Code\.js has 1[56]\d\.\d KB, at most 150/,
  },
  {
    rule: 'size-sidebar',
    note: '',
    spoil: inPlainScript(`"${'x'.repeat(123_000)}"`),
    names: /sidebar\.html has 12\d\.\d KB, at most 120/,
  },
];

describe('check of dist/', () => {
  it('passes what the build makes', () => {
    expect(checkDist(good)).toEqual([]);
  });

  it.each(CASES)('$rule: $note', ({ rule, spoil, names }) => {
    const spoiled = { ...good, ...spoil(good) };
    expect(spoiled).not.toEqual(good);
    const findings = RULES.filter(({ name }) => name === rule).flatMap(({ check }) => check(spoiled));
    expect(findings.join('\n')).toMatch(names);
  });

  it('has a failing case for every rule', () => {
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ name }) => name).sort());
  });
});

describe('what the check lets through', () => {
  it.each([
    { note: 'a guarded name', line: 'typeof URL !== "undefined" && new URL("x");' },
    { note: 'a guarded branch', line: 'if (typeof navigator != "undefined") navigator.userAgent;' },
    { note: 'a guarded choice', line: 'var u = typeof URL < "u" ? URL : null;' },
    { note: 'property names and labels', line: 'URL: for (;;) { ({ fetch: 1 }).fetch; break URL; }' },
    {
      note: 'own names that hide',
      line: '(function (URL) { var { a: atob = 1, ...btoa } = {}; return [URL, atob, btoa]; });',
    },
    {
      note: 'own names in blocks and catches',
      line: '{ let Buffer; try { Buffer = 1; } catch (process) { process; } }',
    },
    { note: 'a class and its methods', line: 'class Blob { fetch() { return Blob; } }' },
    { note: 'a named function expression', line: '(function self() { return self; });' },
    { note: 'an escaped p and a p without u', line: '/\\\\p{2}/u; /\\p{L}/;' },
    { note: 'a named group', line: '/(?<year>.)/;' },
  ])('$note', ({ line }) => {
    expect(checkDist({ ...good, ...inApp(line)(good) })).toEqual([]);
  });

  it.each([
    { note: 'a name bound in a sibling block only', line: '{ let URL; } URL;' },
    { note: 'a guard of another name', line: 'typeof Blob !== "undefined" && URL;' },
    { note: 'a guard that came before', line: 'if (typeof URL === "undefined") 1; URL;' },
    { note: 'a default value', line: '(function (a = URL) {});' },
    { note: 'a computed key', line: '() => ({ [URL]: 1 });' },
    { note: 'a shorthand property', line: '() => ({ URL });' },
    { note: 'a superclass', line: '() => class extends URL {};' },
  ])('but not $note', ({ line }) => {
    const findings = checkDist({ ...good, ...inApp(line)(good) });
    expect(findings.filter((finding) => finding.startsWith('absent-names: Code.js names URL'))).toHaveLength(
      1,
    );
  });
});
