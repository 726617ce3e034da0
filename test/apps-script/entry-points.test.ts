import { describe, expect, it } from 'vitest';
import { type AppsScript, createAppsScript } from '../../workbench/apps-script/index.ts';

const CURRENT_ONLY = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

function loaded(code: string, options: Parameters<typeof createAppsScript>[0] = {}): AppsScript {
  const appsScript = createAppsScript(options);
  appsScript.load(code);
  return appsScript;
}

describe('loading', () => {
  it.each([
    ['a private field', 'class A { #x = 1; }'],
    ['a class field', 'class A { x = 1; }'],
    ['optional chaining', 'function f(a) { return a?.b; }'],
    ['nullish coalescing', 'function f(a) { return a ?? 1; }'],
    ['a numeric separator', 'var a = 1_000;'],
    ['a module', 'export function f() {}'],
    ['lookbehind', 'var a = /(?<=x)y/;'],
    ['a property class', 'var a = /\\p{L}/u;'],
    ['a mistake', 'function f( {'],
  ])('refuses %s', (_note, code) => {
    expect(() => loaded(code)).toThrow(/^Syntax error/);
  });

  it.each([
    ['a function in a variable', 'var f = function () { return 1; };'],
    ['a property of the global object', 'this.f = function () { return 1; };'],
    ['a function in a block', '{ function f() { return 1; } }'],
  ])('does not find %s', (_note, code) => {
    expect(() => loaded(code).run('f')).toThrow('Script function not found: f');
  });

  it('finds custom functions by the comment directly above', () => {
    const appsScript = loaded(`
      /** Doubles. @customfunction */
      function TWICE(value) { return value * 2; }
      /** @customfunction */
      var between = 1;
      function NOT(value) { return value; }
      // @customfunction
      function NEITHER(value) { return value; }
    `);
    expect(appsScript.customFunctions).toEqual([{ name: 'TWICE', parameters: ['value'] }]);
  });

  it('hides functions whose names end with an underscore', () => {
    const appsScript = loaded('function hidden_() {}');
    expect(() => appsScript.run('hidden_')).toThrow('not found');
    expect(() => appsScript.clientRun('hidden_')).toThrow(TypeError);
  });
});

describe('every entry point', () => {
  it('starts anew', () => {
    const appsScript = loaded('var count = 0; function next() { count++; return count; }');
    expect([appsScript.run('next'), appsScript.run('next')]).toEqual([1, 1]);
  });

  it('finds a bare language', () => {
    const names = [
      'URL',
      'TextDecoder',
      'setTimeout',
      'fetch',
      'Buffer',
      'process',
      'atob',
      'crypto',
      'window',
    ];
    const appsScript = loaded(`function f() { return ${JSON.stringify(names)}.filter(function (n) {
      return (0, eval)('typeof ' + n) !== 'undefined'; }).join() + typeof console + typeof Logger; }`);
    expect(appsScript.run('f')).toBe('objectobject');
  });

  it('has the clock of the options and the zone of the script', () => {
    const appsScript = loaded(
      'function f() { var d = new Date(); return [d.toISOString(), d.getHours(), new Date(2025, 0, 1).toISOString()].join(); }',
      {
        now: () => new Date('2025-11-24T22:30:00Z'),
        manifest: { timeZone: 'Asia/Vladivostok', oauthScopes: [CURRENT_ONLY] },
      },
    );
    expect(appsScript.run('f')).toBe('2025-11-24T22:30:00.000Z,8,2024-12-31T14:00:00.000Z');
  });
});

describe('rights', () => {
  const OPEN = `
    function onOpen(e) {
      SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi();
      var mode = String(e.authMode);
      console.log(mode);
      if (mode === FORBIDDEN_IN) ACTION;
    }
    function onInstall(e) { onOpen(e); }
    function go() { return 'gone'; }
  `;
  const opening = (mode: string, action: string): AppsScript =>
    loaded(OPEN.replace('FORBIDDEN_IN', `'${mode}'`).replace('ACTION', action));

  it.each([
    ['NONE', 'SpreadsheetApp.getActiveSpreadsheet()'],
    ['NONE', 'PropertiesService.getDocumentProperties()'],
    ['NONE', 'LockService.getDocumentLock()'],
    ['LIMITED', "SpreadsheetApp.getUi().alert('x')"],
    ['LIMITED', "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))"],
  ] as const)('onOpen in %s may not call %s', (mode, action) => {
    expect(() => opening(mode, action).open(mode)).toThrow(/^You do not have permission to call/);
  });

  it.each([
    ['NONE', 'Session.getActiveUserLocale()'],
    ['NONE', 'Utilities.getUuid()'],
    ['LIMITED', 'SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getLastRow()'],
    ['LIMITED', "PropertiesService.getDocumentProperties().getProperty('k')"],
  ] as const)('onOpen in %s may call %s', (mode, action) => {
    const appsScript = opening(mode, action);
    appsScript.open(mode);
    expect(appsScript.menu.captions).toEqual(['Go']);
  });

  it('installs with full rights', () => {
    const appsScript = opening('NEVER', '0');
    appsScript.install();
    expect([appsScript.logs, appsScript.menu.captions]).toEqual([['FULL'], ['Go']]);
  });

  it('asks the manifest for the scope of each method', () => {
    const bare = { manifest: { timeZone: 'UTC', oauthScopes: [CURRENT_ONLY] } };
    const shows = loaded("function f() { SpreadsheetApp.getUi().alert('x'); }", bare);
    expect(() => shows.run('f')).toThrow(/Required permissions: .*script.container.ui/);
    const opens = loaded("function f() { SpreadsheetApp.openById('x'); }");
    expect(() => opens.run('f')).toThrow(/Required permissions: .*auth\/spreadsheets$/);
  });

  it.each([
    [
      "SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1)",
      'You do not have permission to call setValue',
    ],
    ["SpreadsheetApp.getUi().alert('x')", 'You do not have permission to call SpreadsheetApp.getUi.'],
  ])('a custom function may not call %s', (action, message) => {
    const appsScript = loaded(`/** @customfunction */ function F() { ${action}; }`);
    expect(appsScript.callCustomFunction('F', [])).toEqual({ ok: false, message });
  });

  it('runs onEdit after a person typed', () => {
    const appsScript = loaded(
      'function onEdit(e) { console.log(e.range.getA1Notation() + e.range.getValue()); }',
    );
    appsScript.edit('Лист1', 'B2', '007');
    expect(appsScript.logs).toEqual(['B27']);
  });
});

describe('the screen', () => {
  it('clicks menu items, also of submenus', () => {
    const appsScript = loaded(`
      function onOpen() {
        var ui = SpreadsheetApp.getUi();
        ui.createMenu('M').addItem('A', 'a').addSeparator().addSubMenu(ui.createMenu('S').addItem('B', 'b')).addToUi();
      }
      function a() { SpreadsheetApp.getActive().toast('hello', 'T'); }
      function b() {
        var answer = SpreadsheetApp.getUi().prompt('Name?', SpreadsheetApp.getUi().ButtonSet.OK_CANCEL);
        return console.log(answer.getSelectedButton() === SpreadsheetApp.getUi().Button.OK, answer.getResponseText());
      }
    `);
    appsScript.open();
    expect(appsScript.menu.captions).toEqual(['A', 'B']);
    appsScript.menu.click('A');
    appsScript.answer({ button: 'OK', text: 'Anna' });
    appsScript.menu.click('B');
    expect(appsScript.toasts).toEqual([{ message: 'hello', title: 'T', seconds: 5 }]);
    expect(appsScript.logs).toEqual(['true Anna']);
    expect(() => appsScript.menu.click('C')).toThrow('no menu item «C»');
  });

  it.each([
    ['an open tag', '<p class="x'],
    ['an open comment', '<p>x</p><!-- y'],
    ['an open script', '<script>var a = 1;'],
    ['an open quote', '<a href="x>y</a>'],
  ])('refuses HTML with %s', (_note, html) => {
    const appsScript = loaded(`function f() { HtmlService.createHtmlOutput(${JSON.stringify(html)}); }`);
    expect(() => appsScript.run('f')).toThrow(/^Malformed HTML content/);
  });
});
