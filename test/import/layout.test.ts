import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../src/domain/columns.ts';
import { readStatisticsFile, readStatisticsText } from '../../src/import/read.ts';
import {
  cellsOf,
  HEADINGS,
  SCHOOL,
  school,
  statisticsCsv,
  utf8,
  utf16le,
  windows1251,
  writeCsv,
} from './support.ts';

const TWO = [
  school({ shortName: 'ГБОУ "Школа", № 5' }),
  school({ orgId: '100006', municipality: 'Историческое МО' }),
];

/** What Excel saves of a file that it put into column A: lines with quotes become one quoted cell. */
function wrapped(text: string, tail = ''): string {
  const lines = text.split('\n').filter((line) => line !== '');
  return `${lines.map((line) => (/["';]/.test(line) ? `"${line.split('"').join('""')}"` : line) + tail).join('\r\n')}\r\n`;
}

function misread(text: string): string {
  return new TextDecoder('windows-1251').decode(utf8(text));
}

describe('a table that Excel has spoilt', () => {
  it('reads lines that stand in one cell each', () => {
    const reading = readStatisticsText(wrapped(statisticsCsv(TWO)));
    expect(reading.records).toEqual(TWO);
    expect(reading.issues).toEqual([]);
    expect(reading.summary.delimiter).toBe(',');
  });

  it('reads them with the blank cells that stood beside', () => {
    expect(readStatisticsText(wrapped(statisticsCsv(TWO), '; ;;')).records).toEqual(TWO);
  });

  it('asks about an unknown heading among its lines, as of any file', () => {
    const text = wrapped(statisticsCsv(TWO).replace('ИНН', 'Налоговый номер'));
    const { records, question } = readStatisticsText(text);
    expect(records).toEqual([]);
    expect(question?.proposed).not.toHaveProperty('inn');
  });

  it('takes two known headings for a sign of such lines', () => {
    const headings = HEADINGS.map((heading, at) => (at < 2 ? heading : `Столбец ${at}, иной`));
    const { question } = readStatisticsText(
      wrapped(writeCsv([headings, ...TWO.map(cellsOf)]).replace('2026', 'x')),
    );
    expect(question?.columns).toHaveLength(25);
    expect(question?.proposed).toEqual({ date: 0, shortName: 1 });
  });

  it('leaves nothing out that stands beside', () => {
    const text = wrapped(statisticsCsv(TWO)).replace(/\r\n$/, ';моё\r\n');
    expect(readStatisticsText(text).records).toEqual([]);
  });

  it.each([
    ['in the lines themselves', wrapped(statisticsCsv(TWO).replace('""Школа""', '"Школа"'))],
    [
      'around the lines',
      `${wrapped(writeCsv([HEADINGS]))}"${writeCsv([cellsOf(school({ shortName: 'Школа, № 5' }))]).trim()}"\r\n`,
    ],
  ])('names quotes that were not doubled, %s', (_note, text) => {
    expect(readStatisticsText(text).issues).toContainEqual({ code: 'row-quotes', line: 2 });
  });

  it('reads semicolon lines in one cell of a comma file', () => {
    const lines = statisticsCsv(TWO, { delimiter: ';' })
      .split('\n')
      .filter((line) => line !== '');
    expect(
      readStatisticsText(
        writeCsv(
          lines.map((line) => [line]),
          { quoteAll: true },
        ),
      ).records,
    ).toEqual(TWO);
  });

  it('keeps the lines of the file in what it reports', () => {
    const bad = cellsOf(school({ shortName: 'две\nстроки', orgId: '7' }));
    const text = writeCsv([HEADINGS, bad, cellsOf(SCHOOL).map((cell, at) => (at === 23 ? 'x' : cell))]);
    const outer = writeCsv(
      [writeCsv([HEADINGS]), writeCsv([bad]), text.split('\n').slice(-2).join('\n')].map((line) => [
        line.trim(),
      ]),
      { quoteAll: true },
    );
    expect(readStatisticsText(outer).issues).toMatchObject([{ code: 'count-text', line: 4, found: 'x' }]);
  });

  it('repairs UTF-8 that was read as windows-1251, and says so', () => {
    for (const encode of [utf8, utf16le]) {
      const reading = readStatisticsFile(encode(misread(statisticsCsv(TWO))), 'x.csv');
      expect(reading.records).toEqual(TWO);
      expect(reading.issues).toEqual([{ code: 'file-repaired' }]);
    }
  });

  it('repairs and unwraps: opened by a double click, saved again', () => {
    const reading = readStatisticsFile(utf16le(wrapped(misread(statisticsCsv(TWO)))), 'x.csv');
    expect(reading.records).toEqual(TWO);
    expect(reading.issues).toEqual([{ code: 'file-repaired' }]);
  });
});

describe('a table that was read as windows-1251 and saved as windows-1251', () => {
  it('is whole again, but for the byte of «И»', () => {
    const whole = readStatisticsFile(windows1251(misread(statisticsCsv(TWO))), 'x.csv');
    expect(whole).toMatchObject({ records: TWO, issues: [] });
    const lossy = misread(statisticsCsv(TWO)).split('\u0098').join('?');
    const reading = readStatisticsFile(windows1251(lossy), 'x.csv');
    expect(reading).toMatchObject({ records: TWO, issues: [{ code: 'file-repaired' }] });
  });
});

describe('a table with foreign headings', () => {
  const foreign = COLUMNS.map((column) => column.key);

  it('is read by position where every cell fits, and this is said', () => {
    const reading = readStatisticsText(writeCsv([foreign, ...TWO.map(cellsOf)]));
    expect(reading.records).toEqual(TWO);
    expect(reading.issues).toEqual([{ code: 'columns-by-position', headings: foreign }]);
  });

  it('is read with its blank rows, and with dates that a person explains', () => {
    const rows = [foreign, foreign.map(() => ' '), row.map((cell, at) => (at === 0 ? '3/6/2026' : cell))];
    expect(readStatisticsText(writeCsv(rows), { dayMonthOrder: 'day-first' }).records).toEqual([SCHOOL]);
    expect(readStatisticsText(writeCsv(rows)).issues.map(({ code }) => code)).toEqual([
      'columns-by-position',
      'date-ambiguous',
    ]);
  });

  it('gets its letters back where Excel misread them', () => {
    const text = writeCsv([foreign, ...TWO.map(cellsOf)]);
    const reading = readStatisticsFile(utf8(misread(text)), 'x.csv');
    expect(reading.records).toEqual(TWO);
    expect(reading.issues.map(({ code }) => code)).toEqual(['file-repaired', 'columns-by-position']);
  });

  const row = cellsOf(SCHOOL);
  const swapped = (one: number, other: number): string[] =>
    row.map((cell, at) => (at === one ? row[other] : at === other ? row[one] : cell) ?? '');
  it.each([
    ['24 columns', [foreign.slice(1), row.slice(1)]],
    [
      '26 columns',
      [
        [...foreign, 'x'],
        [...row, ''],
      ],
    ],
    ['no rows', [foreign]],
    ['headings of another width', [foreign.slice(0, 24), row]],
    ['a row cut short', [foreign, row, row.slice(0, 24)]],
    ['no id', [foreign, row.map((cell, at) => (at === 7 ? ' ' : cell))]],
    ['no name', [foreign, row.map((cell, at) => (at === 1 ? ' ' : cell))]],
    [
      'three headings of the statistics',
      [foreign.map((key, at) => (at < 3 ? (HEADINGS[at] ?? '') : key)), row],
    ],
    ['no date', [foreign, swapped(0, 1)]],
    ['no INN', [foreign, row.map((cell, at) => (at === 22 ? '' : cell))]],
    ['text in a count', [foreign, row.map((cell, at) => (at === 10 ? 'да' : cell))]],
    ['more linked than registered', [foreign, swapped(14, 15)]],
    ['a row of another width', [foreign, row, row.slice(1)]],
    ['a personal column', [foreign.map((key) => (key === 'link' ? 'ФИО' : key)), row]],
  ])('is refused with %s', (_note, rows) => {
    const reading = readStatisticsText(writeCsv(rows));
    expect(reading.records).toEqual([]);
    expect(reading.issues.map((issue) => issue.code)).toContain('columns-missing');
  });

  it('is never taken by position where only one heading is renamed', () => {
    const renamed = HEADINGS.map((heading) => (heading === 'Активные родители' ? 'Прочее' : heading));
    const reading = readStatisticsText(writeCsv([renamed, row]));
    expect(reading.issues).toContainEqual({
      code: 'columns-missing',
      headings: ['Активные родители'],
      found: ['Прочее'],
    });
  });
});
