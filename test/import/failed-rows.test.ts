import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/domain/issues.ts';
import { failedRows } from '../../src/import/failed-rows.ts';
import { readStatisticsText } from '../../src/import/read.ts';
import { cellsOf, HEADINGS, school, writeCsv } from './support.ts';

function layoutOf(rows: readonly (readonly string[])[], headingRow = 0) {
  const table = { rows, badQuotes: [], closed: true };
  const lines = { lineOf: (row: number) => row * 2 + 1 };
  return { table, headingRow, lines, delimiter: ',', known: 25, repaired: false };
}

const faulty = (line: number): Issue => ({ code: 'row-quotes', line });

describe('failedRows', () => {
  it('are the rows of errors, as they stand, by their lines', () => {
    const rows = [['title'], ['a', 'b'], ['1', ' 2 '], ['3'], ['4', '5']];
    const issues: Issue[] = [faulty(9), faulty(7), faulty(1), { code: 'row-total', line: 5, found: '' }];
    expect(failedRows(layoutOf(rows, 1), issues)).toEqual({
      headings: ['a', 'b'],
      rows: [
        { line: 7, cells: ['3'] },
        { line: 9, cells: ['4', '5'] },
      ],
    });
  });

  it('are none where no error is of a row', () => {
    const issues: Issue[] = [{ code: 'file-header-only' }, { code: 'row-total', line: 3, found: 'Итого' }];
    expect(failedRows(layoutOf([['a'], ['1']]), issues)).toBeNull();
    expect(failedRows(layoutOf([['a'], ['1']]), [])).toBeNull();
  });

  it('leave personal columns out, a cell beyond the headings in', () => {
    const rows = [
      ['Школа', 'Телефон', 'ФИО директора'],
      ['№ 5', '+7', 'Иванов', 'beyond'],
    ];
    expect(failedRows(layoutOf(rows), [faulty(3)])).toEqual({
      headings: ['Школа'],
      rows: [{ line: 3, cells: ['№ 5', 'beyond'] }],
    });
  });

  it('are five thousand at most', () => {
    const rows = [['a'], ...Array.from({ length: 5001 }, (_, at) => [String(at)])];
    const failed = failedRows(
      layoutOf(rows),
      rows.map((_, row) => faulty(row * 2 + 1)),
    );
    expect(failed?.rows).toHaveLength(5000);
    expect(failed?.rows[4999]).toEqual({ line: 10_001, cells: ['4999'] });
  });

  it('come with a reading that is refused', () => {
    const wrong = cellsOf(school({ orgId: '2' })).map((cell, at) => (at === 9 ? 'много' : cell));
    const reading = readStatisticsText(writeCsv([HEADINGS, cellsOf(school()), wrong]));
    expect(reading.records).toEqual([]);
    expect(reading.failed).toEqual({ headings: HEADINGS, rows: [{ line: 3, cells: wrong }] });
  });
});
