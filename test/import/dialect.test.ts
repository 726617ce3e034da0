import { describe, expect, it } from 'vitest';
import { findDialect, findHeadingRow } from '../../src/import/dialect.ts';
import { HeadingIndex } from '../../src/import/headings.ts';
import { cellsOf, HEADINGS, school, statisticsCsv, writeCsv } from './support.ts';

const index = new HeadingIndex();

function dialectOf(text: string) {
  return findDialect(text, index).dialect;
}

describe('findDialect', () => {
  it.each([
    { name: 'comma', delimiter: ',' },
    { name: 'semicolon', delimiter: ';' },
    { name: 'tab', delimiter: '\t' },
  ])('finds the $name, quoted or not, with every line end', ({ delimiter }) => {
    for (const quoteAll of [false, true]) {
      for (const newline of ['\n', '\r\n', '\r']) {
        const text = statisticsCsv([school()], { delimiter, newline, quoteAll });
        expect(dialectOf(text)).toEqual({ delimiter, newline, titleLines: 0, linesBefore: 0, headingRow: 0 });
      }
    }
  });

  it('is not misled by data that hold more of another delimiter', () => {
    const names = Array.from({ length: 40 }, (_, at) =>
      school({ orgId: String(at), shortName: 'а,б,в,г,д,е' }),
    );
    expect(dialectOf(statisticsCsv(names, { delimiter: ';' })).delimiter).toBe(';');
  });

  it('finds the headings in a file of headings only', () => {
    expect(dialectOf(writeCsv([HEADINGS], { delimiter: ';', finalNewline: false })).delimiter).toBe(';');
  });

  it.each([
    ['sep=;\r\n', '\r\n'],
    ['SEP=;\n', '\n'],
    ['"sep=;"\n', '\n'],
    ['\ufeffsep=;\n', '\n'],
  ])('obeys the line %j', (line, newline) => {
    const found = findDialect(line + statisticsCsv([school()], { delimiter: ';', newline }), index);
    expect(found.dialect).toEqual({ delimiter: ';', newline, titleLines: 0, linesBefore: 1, headingRow: 0 });
    expect(found.text.startsWith('Дата;')).toBe(true);
  });

  it.each([
    ['a cell that holds such a line', 'x;sep=,;y\n1;2;3\n', ';'],
    ['more than the mark', 'sep=|x\na;b;c\n', ','],
    ['a line that is too long', 'sep=|;;;;;;;;;\na;b\n', ','],
    ['marks of empty columns', 'sep=|,,,,;\t\na|b\n', '|'],
    ['twelve signs', 'sep=|,,,,,,,\na|b\n', '|'],
    ['no line end', 'sep=|', ','],
    ['the end of another line', 'x;y;sep=|\n1;2;3\n', ';'],
    ['nothing behind the mark', 'sep=\n\na;b\n', ','],
  ])('tells a line sep= from others: %s', (_note, text, delimiter) => {
    expect(dialectOf(text).delimiter).toBe(delimiter);
  });

  it('looks for the headings in the first twenty rows', () => {
    const above = (rows: number): string => 'x;y;z\n'.repeat(rows) + writeCsv([HEADINGS], { delimiter: ';' });
    expect(dialectOf(above(19)).headingRow).toBe(19);
    expect(dialectOf(above(20)).headingRow).toBe(0);
    const rows = [...Array(20).fill(['x', 'y']), HEADINGS];
    expect(findHeadingRow(rows.slice(1), index)).toBe(19);
    expect(findHeadingRow(rows, index)).toBe(0);
  });

  it('takes the first filled row where no heading is known, a single name being chance', () => {
    expect(dialectOf(' ; \na;b\nc;d;e\n').headingRow).toBe(1);
    expect(dialectOf('x;y\nДата;b;c;d\n').headingRow).toBe(0);
  });

  it('does not prefer many cells to known headings', () => {
    const text = `${writeCsv([HEADINGS], { delimiter: ';' })}${','.repeat(80)}\n`;
    expect(dialectOf(text)).toMatchObject({ delimiter: ';', headingRow: 0 });
    const title = `${'x;'.repeat(30)}\n`;
    expect(dialectOf(title + writeCsv([HEADINGS]))).toMatchObject({ delimiter: ',', headingRow: 1 });
    expect(dialectOf(title.split(';').join(',') + writeCsv([HEADINGS], { delimiter: ';' }))).toMatchObject({
      delimiter: ';',
      headingRow: 1,
    });
  });

  it('obeys a delimiter that only the line sep= names', () => {
    const text = `sep=|\n${writeCsv([HEADINGS, cellsOf(school())], { delimiter: '|' })}`;
    expect(dialectOf(text).delimiter).toBe('|');
  });

  it('finds the headings below a title and blank lines', () => {
    const text = `Статистика, выгрузка; вся\n\n${statisticsCsv([school()], { delimiter: ';' })}`;
    expect(dialectOf(text)).toMatchObject({ delimiter: ';', headingRow: 2 });
  });

  it('makes one kind of line end of several', () => {
    const text = statisticsCsv([school({ shortName: 'две\nстроки' })], { newline: '\r\n' });
    const found = findDialect(text, index);
    expect(found.dialect.newline).toBe('\n');
    expect(found.text.includes('\r')).toBe(false);
  });

  it.each([
    ['a;b\n1;2\n', 2],
    ['a;b\r\n1;2', 1],
    ['a;b\r1;2\r', 2],
    ['a;b\r\n"x\ny";"u\rv"\r\n', 4],
    ['sep=;\na;b\n1;2\n', 2],
    ['', 0],
  ])('counts the line ends of the text to parse: %j', (text, lineEnds) => {
    const found = findDialect(text, index);
    expect(found.lineEnds).toBe(lineEnds);
    expect(found.text.split(found.dialect.newline)).toHaveLength(lineEnds + 1);
  });

  it('guesses by the number of cells where no heading is known', () => {
    expect(dialectOf('a;b;c\n1;2;3\n').delimiter).toBe(';');
    expect(dialectOf('a\tb,c\td\n').delimiter).toBe('\t');
  });

  it.each(['', '\n', '"', '""', ';', 'x'])('has an answer for %j', (text) => {
    expect([',', ';', '\t']).toContain(dialectOf(text).delimiter);
  });
});
