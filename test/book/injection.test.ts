import { describe, expect, it } from 'vitest';
import { COLUMN_INDEX, COLUMNS } from '../../src/domain/columns.ts';
import type { StatisticsRow } from '../../src/domain/record.ts';
import { importRows, sampleWeeks } from './project.ts';
import { openQuick } from './quick.ts';

/** What a spreadsheet might take for a formula, a number, a date or a command, at the start of a text. */
const STARTERS: readonly string[] = [
  '=1+1',
  '= 1+1',
  '=HYPERLINK("http://example.org";"x")',
  '=IMPORTXML("http://example.org";"//a")',
  '=IMAGE("http://example.org/x.png")',
  '==A1',
  '=',
  '+1+1',
  '+79001234567',
  '+7 (900) 123-45-67',
  '+A1',
  '+',
  '-1+1',
  '-5',
  '-A1',
  '-',
  '@SUM(A1)',
  '@',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\ufeff=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠A1',
  "'=1+1",
  "''=1+1",
  '"=1+1"',
  '{=A1:A2}',
  '|calc',
  '%0A=1',
  ';=1+1',
  "=cmd|' /C calc'!A0",
  '0012',
  '1/2',
  '2026-11-18',
  '75%',
  'ИСТИНА',
  'TRUE',
  '1e5',
  '<img src=x onerror=alert(1)>',
];

const POSITIONS: readonly { readonly note: string; readonly place: (starter: string) => string }[] = [
  { note: 'alone', place: (starter) => starter },
  { note: 'before a name', place: (starter) => `${starter} школа` },
  { note: 'after a line break', place: (starter) => `школа\n${starter}` },
];

const TEXT_COLUMNS = COLUMNS.filter((column) => column.kind === 'text' || column.kind === 'digits');

describe('text from a file', () => {
  it('never becomes a formula, number or date, in any column and position', async () => {
    expect(STARTERS.length).toBeGreaterThanOrEqual(36);
    const [template] = sampleWeeks(1)[0] ?? [];
    if (template === undefined) throw new Error('no sample');
    const rows: StatisticsRow[] = [];
    for (const { place } of POSITIONS) {
      for (const starter of STARTERS) {
        const row: StatisticsRow = [...template];
        for (const { key } of TEXT_COLUMNS) row[COLUMN_INDEX[key]] = place(starter);
        row[COLUMN_INDEX.orgId] = `${place(starter)} ${rows.length}`;
        rows.push(row);
      }
    }
    const app = openQuick().app;
    // The second import writes into rows that stand already: another way through the commit.
    for (let pass = 1; pass <= 2; pass += 1) {
      expect(await importRows(app, rows, '=1+1')).toMatchObject({ ok: true });
      const statistics = app.book.sheetByName('Статистика');
      rows.forEach((row, index) => {
        COLUMNS.forEach((column, at) => {
          const cell = statistics?.cells[index + 1]?.[at];
          expect(cell?.formula).toBeUndefined();
          if (column.kind === 'text' || column.kind === 'digits') expect(cell?.value).toBe(row[at]);
        });
      });
      for (const sheet of app.book.sheets) {
        sheet.cells.forEach((line, index) => {
          line?.forEach((cell) => {
            if (cell?.formula === undefined) return;
            // The only formulas are ours: they contain nothing of the file.
            const own = cell.formula.replaceAll('"школа"', '');
            expect(own, `${sheet.name} row ${index + 1}`).not.toMatch(/1\+1|example|calc|школа/);
          });
        });
      }
    }
  }, 120_000);
});
