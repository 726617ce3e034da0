import { describe, expect, it } from 'vitest';
import { createAppsScript, NotEmulated, NotKnown } from '../../workbench/apps-script/index.ts';
import { createEngine } from '../../workbench/engine/calculator.ts';
import { factScript } from './facts.ts';

const script = factScript();

interface Row {
  readonly index: number;
  readonly id: string;
  readonly certainty: string;
  readonly source: string;
  readonly locale: string | null;
  readonly expected: string;
}

const now = (): Date => new Date(Date.UTC(2025, 10, 24, 9));

function rows(): readonly Row[] {
  const script0 = createAppsScript({ now });
  script0.load(script);
  const listed = script0.run('factRows') as readonly (readonly [
    string,
    string,
    string,
    string | null,
    string,
  ])[];
  return Array.from(listed, ([id, certainty, source, locale, expected], index) => ({
    index,
    id,
    certainty,
    source,
    locale,
    expected,
  }));
}

describe.each(['ru_RU', 'en_US'] as const)('facts about the platform, spreadsheet in %s', (locale) => {
  const known = rows().filter((row) => row.locale === null || row.locale === locale);

  it.each(known.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    const appsScript = createAppsScript({
      locale,
      timeZone: 'Asia/Vladivostok',
      now,
      calculator: createEngine,
    });
    appsScript.load(script);
    const attempt = (): unknown => appsScript.run('tryFact', row.index);
    if (row.certainty === 'unknown') expect(attempt).toThrow(/^not known how the platform behaves here/);
    else expect({ source: row.source, got: attempt() }).toEqual({ source: row.source, got: row.expected });
  });
});

describe('the table of facts', () => {
  it('names every row once', () => {
    const ids = rows().map((row) => `${row.id} ${row.locale}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives each row a source', () => {
    expect(rows().filter((row) => row.source.length < 5)).toEqual([]);
  });
});

describe('what the emulator does not vouch for', () => {
  it('is thrown even when the script catches it', () => {
    const appsScript = createAppsScript();
    appsScript.load(`
      function deaf() { try { SpreadsheetApp.getActiveSheet().getRange('A1').setBorder(1); } catch (e) { return 'quiet'; } }
      function deafer() { try { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('@x'); } catch (e) { return 'quiet'; } }
    `);
    expect(() => appsScript.run('deaf')).toThrow(NotEmulated);
    expect(() => appsScript.run('deafer')).toThrow(NotKnown);
  });

  it('leaves a method that the platform does not have to the language', () => {
    const appsScript = createAppsScript();
    appsScript.load('function f() { return SpreadsheetApp.getActiveSheet().getTables(); }');
    expect(() => appsScript.run('f')).toThrow(/getTables is not a function/);
  });
});
