import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { type AppsScript, createAppsScript, RunKilled } from '../../workbench/apps-script/index.ts';
import { createEngine } from '../../workbench/engine/calculator.ts';

const SHEET = 'Лист1';
const column = (heading: string, later = false) => ({
  heading,
  note: `что такое ${heading}`,
  kind: 'file',
  width: 80,
  ...(later ? { later: true, format: '0.00%' } : {}),
});
/** Before «доля», «итог» and «срок» came. */
const LAYOUT = {
  key: 'schools',
  name: SHEET,
  firstRow: 3,
  frozenColumns: 0,
  columns: [
    column('ID'),
    column('школа'),
    column('доля', true),
    column('отметка'),
    column('итог', true),
    column('срок', true),
  ],
};
const CALL = ['addToActiveSheet', JSON.stringify(LAYOUT)] as const;

const SCRIPT = buildSync({
  stdin: {
    contents: "export { addMissingColumns } from './src/book/missing-columns.ts';",
    resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'bundle',
  target: 'es2019',
}).outputFiles[0]?.text;

/** An older sheet with ticks, a formula, and people's own columns to the right of ours. */
function olderSheet(book?: string): AppsScript {
  const app = createAppsScript({ calculator: createEngine, ...(book === undefined ? {} : { book }) });
  app.load(`${SCRIPT}
    function addToActiveSheet(layout) {
      try {
        return bundle.addMissingColumns(SpreadsheetApp.getActiveSheet(), JSON.parse(layout));
      } catch (error) { if (error.issue) return error.issue; throw error; }
    }
    function tick() { SpreadsheetApp.getActiveSheet().getRange('C3:C4').insertCheckboxes(); }`);
  if (book !== undefined) return app;
  app.hands.paste(SHEET, 'A1', [
    ['ID', 'школа', 'отметка', 'моё'],
    ['', 'цель', '', ''],
    ['1', 'Школа 1', '', 'позвонить'],
    ['2', 'Школа 2', '', '=B4'],
  ]);
  app.run('tick');
  app.hands.type(SHEET, 'C4', 'ИСТИНА');
  app.hands.type(SHEET, 'E3', 'вне');
  app.hands.deleteRows(SHEET, 6, 990);
  app.hands.type(SHEET, 'H8', '=C4');
  return app;
}

function textOf(app: AppsScript): string[] {
  return app.view(0).display.map((row) => row.join('|').replace(/\|+$/, ''));
}

function sheetsOf(app: AppsScript): string {
  return JSON.stringify(JSON.parse(app.book.save()).sheets);
}

const DONE = [
  'ID|школа|доля|отметка|итог|срок|моё',
  '|цель',
  '1|Школа 1||ЛОЖЬ|||позвонить|вне',
  '2|Школа 2||ИСТИНА|||Школа 2',
];

describe('columns that an older sheet lacks', () => {
  it('come at their places; cells, ticks, formulas and people’s columns stay together', () => {
    const app = olderSheet();
    expect(app.run(...CALL)).toEqual([3, 5, 6]);
    expect(textOf(app).slice(0, 4)).toEqual(DONE);
    expect(app.book.cell(0, 4, 4).validation).toBeDefined();
    expect(app.book.cell(0, 8, 11).formula).toBe('=D4');
    expect(app.book.cell(0, 1, 5)).toMatchObject({ note: 'что такое итог' });
    // Nothing of the neighbours: no ticks, the format of the layout.
    expect(app.book.cell(0, 3, 5)).toEqual({ value: null, numberFormat: '0.00%' });
  });

  it('come once: the second time nothing is changed', () => {
    const app = olderSheet();
    app.run(...CALL);
    const saved = app.book.save();
    app.calls.reset();
    expect(app.run(...CALL)).toEqual([]);
    expect(app.book.save()).toBe(saved);
  });

  it('are completed by the next run when a run was killed, whatever was stored', () => {
    const whole = olderSheet();
    const book = whole.book.save();
    whole.run(...CALL);
    const done = sheetsOf(whole);
    let deaths = 0;
    for (let call = 1, alive = false; !alive; call += 1) {
      for (let keepWrites = 0, unflushed = 0; keepWrites <= unflushed && !alive; keepWrites += 1) {
        const app = olderSheet(book);
        try {
          app.runWith({ killAt: { call, keepWrites } }, ...CALL);
          alive = true;
        } catch (error) {
          if (!(error instanceof RunKilled)) throw error;
          unflushed = error.report.unflushedAtKill;
          deaths += 1;
          app.run(...CALL);
          expect(sheetsOf(app), `${call}, ${keepWrites}`).toBe(done);
        }
      }
    }
    expect(deaths).toBeGreaterThan(20);
  });

  it.each([
    ['B1', 'название', 'школа', 'a heading that was always there'],
    ['C1', 'доля2', 'отметка', 'the heading after a missing one'],
  ])('do not come where a heading was changed: %s is named (%s)', (cell, found, expected) => {
    const app = olderSheet();
    app.hands.type(SHEET, cell, found);
    const saved = app.book.save();
    expect(app.run(...CALL)).toEqual({ code: 'sheet-damaged', sheet: SHEET, cell, expected, found });
    expect(app.book.save()).toBe(saved);
  });

  it('are added where the grid ends', () => {
    const app = olderSheet();
    app.hands.deleteColumns(SHEET, 4, 23);
    expect(app.run(...CALL)).toEqual([3, 5, 6]);
    expect(textOf(app)[0]).toBe('ID|школа|доля|отметка|итог|срок');
  });
});
