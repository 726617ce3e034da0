import { describe, expect, it } from 'vitest';
import { type AppsScript, createAppsScript } from '../../workbench/apps-script/index.ts';

const SCRIPT = `
function echo(x) { return x; }
function dated() { return { rows: [1, new Date(0)] }; }
function platform() { return { sheet: SpreadsheetApp.getActiveSheet() }; }
function odd() { return { a: undefined, m: new Map([[1, 2]]), s: new Set([1]), r: /x/, list: [undefined] }; }
function nothing() {}
function fails() { throw new Error('bad'); }
function refused() { SpreadsheetApp.getActiveSheet().getRange('A1:A2').setValues([['x']]); }
function bytes() { return new Uint8Array(2); }
`;

function started(): AppsScript {
  const appsScript = createAppsScript();
  appsScript.load(SCRIPT);
  return appsScript;
}

describe('google.script.run', () => {
  it.each([
    ['a date', new Date(0)],
    ['a function', (): void => {}],
    ['a map', new Map()],
    ['a set', new Set()],
    ['a regular expression', /x/],
    ['bytes', new Uint8Array(1)],
    ['a promise', Promise.resolve()],
  ])('refuses %s at once', (_note, value) => {
    expect(() => started().clientRun('echo', value)).toThrow('Failed due to illegal value in property: 0');
    expect(() => started().clientRun('echo', { inner: { x: value } })).toThrow(
      'illegal value in property: x',
    );
  });

  it('carries plain values, undefined as null', async () => {
    const sent = { n: 1.5, t: 'текст', b: true, z: null, u: undefined, list: [1, [undefined]] };
    const got = { n: 1.5, t: 'текст', b: true, z: null, u: null, list: [1, [null]] };
    expect(await started().clientRun('echo', sent)).toEqual(got);
  });

  it.each([
    ['a date anywhere makes the result null', 'dated', null],
    ['so does an object of the platform', 'platform', null],
    ['no result is null', 'nothing', null],
    ['maps, sets and patterns become empty', 'odd', { a: null, m: {}, s: {}, r: {}, list: [null] }],
  ])('%s', async (_note, name, expected) => {
    expect(await started().clientRun(name)).toEqual(expected);
  });

  it.each([
    ['fails', 'ScriptError: Error: bad'],
    ['refused', /^ScriptError: Exception: The number of rows in the data/],
    ['bytes', /^ScriptError: Error: The script completed but/],
  ])('%s reaches the failure handler', async (name, text) => {
    const error: unknown = await started()
      .clientRun(name)
      .catch((reason: unknown) => String(reason));
    if (typeof text === 'string') expect(error).toBe(text);
    else expect(error).toMatch(text);
  });

  it('answers later, and more than ten calls too', async () => {
    const appsScript = started();
    const order: unknown[] = [];
    const calls = Array.from({ length: 25 }, (_call, index) =>
      appsScript.clientRun('echo', index).then((value) => order.push(value)),
    );
    expect(order).toEqual([]);
    await Promise.all(calls);
    expect(order).toHaveLength(25);
  });

  it('does not know a function that is not there', () => {
    expect(() => started().clientRun('absent')).toThrow('google.script.run.absent is not a function');
  });
});

describe('custom functions', () => {
  it.each([
    ['a scalar', 'return a * 2;', [21], 42],
    ['a range', 'return a.map(function (r) { return [r[0] * 2]; });', [[[1], [2]]], [[2], [4]]],
    ['a blank', "return a === '' ? 'blank' : 'other';", [''], 'blank'],
    ['a date', "return a instanceof Date && Array.isArray([a]) ? 'date' : 'other';", [new Date(0)], 'date'],
    ['a date back', 'return a;', [new Date('2025-11-24T21:00:00Z')], { serial: 45986 }],
    ['nothing back', '', [1], null],
  ])('%s', (_note, body, args, value) => {
    const appsScript = createAppsScript();
    appsScript.load(`/** @customfunction */ function F(a) { ${body} }`);
    expect(appsScript.callCustomFunction('f', args)).toEqual({ ok: true, value });
  });

  it('tell the thrown message', () => {
    const appsScript = createAppsScript();
    appsScript.load("/** @customfunction */ function F() { throw new Error('Нет данных'); }");
    expect(appsScript.callCustomFunction('F', [])).toEqual({ ok: false, message: 'Нет данных' });
  });

  it.each([
    ['a one-dimensional array', 'return [1, 2];'],
    ['ragged rows', 'return [[1], [1, 2]];'],
    ['an object', 'return {};'],
    ['not a number', 'return NaN;'],
  ])('are refused when they return %s', (_note, body) => {
    const appsScript = createAppsScript();
    appsScript.load(`/** @customfunction */ function F() { ${body} }`);
    expect(() => appsScript.callCustomFunction('F', [])).toThrow(/^not known how the platform behaves here/);
  });
});
