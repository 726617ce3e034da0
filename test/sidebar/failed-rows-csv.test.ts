import { describe, expect, it } from 'vitest';
import { readStatisticsText } from '../../src/import/read.ts';
import { failedRowsCsv } from '../../src/sidebar/failed-rows-csv.ts';
import { cellsOf, HEADINGS, school, writeCsv } from '../import/support.ts';

function csvOf(rows: readonly (readonly string[])[]): string | null {
  const { failed, issues } = readStatisticsText(writeCsv(rows));
  return failed && failedRowsCsv(failed, issues);
}

const GOOD = cellsOf(school());
const bad = (change: (cells: string[]) => void): string[] => {
  const cells = cellsOf(school({ orgId: '7', shortName: 'Школа «Б; В»' }));
  change(cells);
  return cells;
};

describe('rows with errors as a file', () => {
  it('has a BOM, semicolons, headings, the rows as they stand and what is wrong in each', () => {
    const csv = csvOf([HEADINGS, GOOD, bad((cells) => cells.splice(10, 2, 'много', '-5'))]) ?? '';
    const lines = csv.split('\r\n');
    expect(csv.startsWith('\ufeffДата;Краткое название;')).toBe(true);
    expect(lines[0]?.endsWith(';Ошибка')).toBe(true);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(';"Школа «Б; В»";');
    expect(lines[1]).toContain(';много;-5;');
    expect(lines[1]).toMatch(/Строка 3.*«много».*Строка 3.*«-5»/);
  });

  it('can be mended and read again', () => {
    const { records } = readStatisticsText(
      csvOf([HEADINGS, bad((cells) => cells.splice(10, 1, 'x'))])?.replace(';x;', ';60;') ?? '',
    );
    expect(records.map(({ shortName }) => shortName)).toEqual(['Школа «Б; В»']);
  });

  it('holds no formula and no personal column', () => {
    const rows = [
      [...HEADINGS, 'ФИО директора'],
      [
        ...bad((cells) => cells.splice(1, 1, '=HYPERLINK("x")')).map((cell, at) => (at === 10 ? '@x' : cell)),
        'Петров',
      ],
    ];
    const csv = csvOf(rows) ?? '';
    expect(csv).toContain(`;"'=HYPERLINK(""x"")";`);
    expect(csv).toContain(";'@x;");
    expect(csv).not.toContain('Петров');
  });

  it('keeps cells that belong to no column', () => {
    expect(csvOf([HEADINGS, [...GOOD, 'лишнее']])).toContain(';лишнее;');
  });

  it.each([
    { note: 'a file without errors', rows: [HEADINGS, GOOD] },
    { note: 'a file refused as a whole', rows: [HEADINGS] },
  ])('$note has no such rows', ({ rows }) => {
    expect(csvOf(rows)).toBeNull();
  });
});
