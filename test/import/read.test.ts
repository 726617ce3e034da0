import { describe, expect, it } from 'vitest';
import { severityOf } from '../../src/domain/issues.ts';
import { COUNT_LIMIT } from '../../src/import/limits.ts';
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
  school(),
  school({ orgId: '100006', shortName: 'ГБДОУ «Сад», № 6', municipality: 'Другой район' }),
];

/** The one school with some cells written otherwise, by heading. */
function withCells(cells: Readonly<Record<string, string>>): string {
  const row = cellsOf(SCHOOL).map((cell, at) => cells[HEADINGS[at] ?? ''] ?? cell);
  return writeCsv([HEADINGS, row]);
}

/** Cells with spaces around them, as hands leave them; the name of the school too. */
function padded(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const all = { 'Краткое название': SCHOOL.shortName, ...cells };
  return Object.fromEntries(Object.entries(all).map(([heading, cell]) => [heading, ` ${cell} `]));
}

describe('readStatisticsFile', () => {
  const files = [
    {
      note: 'comma, LF, UTF-8: Metabase',
      bytes: utf8(statisticsCsv(TWO)),
      encoding: 'utf-8',
      delimiter: ',',
    },
    {
      note: 'comma with BOM: Metabase v63',
      bytes: utf8(`\ufeff${statisticsCsv(TWO)}`),
      encoding: 'utf-8-bom',
      delimiter: ',',
    },
    {
      note: 'semicolon, CRLF, windows-1251: Excel «CSV»',
      bytes: windows1251(statisticsCsv(TWO, { delimiter: ';', newline: '\r\n' })),
      encoding: 'windows-1251',
      delimiter: ';',
    },
    {
      note: 'tab, CRLF, UTF-16LE: Excel «Текст Юникод»',
      bytes: utf16le(statisticsCsv(TWO, { delimiter: '\t', newline: '\r\n' })),
      encoding: 'utf-16le',
      delimiter: '\t',
    },
    {
      note: 'sep=, everything quoted, no final line end',
      bytes: utf8(`sep=;\n${statisticsCsv(TWO, { delimiter: ';', quoteAll: true, finalNewline: false })}`),
      encoding: 'utf-8',
      delimiter: ';',
    },
  ];
  it.each(files)('$note', ({ bytes, encoding, delimiter }) => {
    expect(readStatisticsFile(bytes, 'отчёт.csv')).toEqual({
      records: TWO,
      issues: [],
      question: null,
      failed: null,
      summary: {
        fileName: 'отчёт.csv',
        date: '2026-06-03',
        dates: ['2026-06-03'],
        schools: 2,
        municipalities: [
          { name: 'Другой район', schools: 1 },
          { name: 'Московский район', schools: 1 },
        ],
        encoding,
        delimiter,
        sheets: [],
        sheet: null,
      },
    });
  });

  it('refuses what is no table, with nothing to offer', () => {
    expect(readStatisticsFile(utf8('<html>'), 'x.csv')).toEqual({
      records: [],
      issues: [{ code: 'file-not-table', kind: 'html', excerpt: '<html>' }],
      question: null,
      failed: null,
      summary: {
        fileName: 'x.csv',
        date: null,
        dates: [],
        schools: 0,
        municipalities: [],
        encoding: 'utf-8',
        delimiter: '',
        sheets: [],
        sheet: null,
      },
    });
  });
});

describe('readStatisticsText', () => {
  it('reads a table pasted from a sheet', () => {
    const reading = readStatisticsText(statisticsCsv(TWO, { delimiter: '\t' }));
    expect(reading.records).toEqual(TWO);
    expect(reading.summary).toMatchObject({ encoding: 'pasted', delimiter: '\t', fileName: '' });
  });

  it.each([
    ['nothing', '', 'file-empty'],
    ['blank lines', '\n \n', 'file-empty'],
    ['a page', '<table><tr><td>Дата', 'file-not-table'],
    ['headings only', writeCsv([HEADINGS]), 'file-header-only'],
    ['headings and blank rows', `${writeCsv([HEADINGS])}\n,,,\n`, 'file-header-only'],
    ['a sentence', 'просто текст', 'columns-missing'],
  ])('refuses %s', (_note, text, code) => {
    const reading = readStatisticsText(text);
    expect(reading.records).toEqual([]);
    expect(reading.issues.map((issue) => issue.code)).toContain(code);
  });

  it('takes columns in any order and leaves foreign ones out', () => {
    const order = [...HEADINGS.keys()].reverse();
    const pick = (row: readonly string[]) => order.map((at) => row[at] ?? '');
    const text = writeCsv([
      [...pick(HEADINGS), 'ФИО', 'Прочее'],
      [...pick(cellsOf(SCHOOL)), 'Иванов', '7'],
    ]);
    const reading = readStatisticsText(text);
    expect(reading.records).toEqual([SCHOOL]);
    expect(reading.issues).toEqual([
      { code: 'columns-unknown', headings: ['Прочее'] },
      { code: 'columns-personal', headings: ['ФИО'] },
    ]);
    expect(JSON.stringify(reading)).not.toContain('Иванов');
  });

  it('reads values as people and programs write them', () => {
    const reading = readStatisticsText(
      withCells({
        Дата: '03.06.2026',
        'Код региона': '5',
        'ID организация': '100,005',
        'Учителей, учеников и родителей в школе всего': '2 060',
        'Учеников в школе всего': '1 500',
        'Родителей в школе всего': '500,0',
        'Активные родители': '',
        ИНН: '780000005',
      }),
    );
    expect(reading.records).toEqual([
      school({ peopleTotal: 2060, studentsTotal: 1500, parentsActive: null }),
    ]);
    expect(reading.issues).toEqual([]);
  });

  const place = { line: 2, school: SCHOOL.shortName };
  const faults = [
    {
      cells: { 'Учителей в школе всего': 'нет' },
      code: 'count-text',
      heading: 'Учителей в школе всего',
      found: 'нет',
    },
    { cells: { 'Активные ученики': '-3' }, code: 'count-negative', heading: 'Активные ученики', found: '-3' },
    {
      cells: { 'Активные ученики': '3,5' },
      code: 'count-fraction',
      heading: 'Активные ученики',
      found: '3,5',
    },
    {
      cells: { 'Активные ученики': '1000000000' },
      code: 'count-too-large',
      heading: 'Активные ученики',
      found: '1000000000',
      limit: COUNT_LIMIT,
    },
    { cells: { Дата: '' }, code: 'date-missing', heading: 'Дата' },
    { cells: { Дата: 'вчера' }, code: 'date-invalid', heading: 'Дата', found: 'вчера' },
    { cells: { Дата: '3/6/2026' }, code: 'date-ambiguous', heading: 'Дата', found: '3/6/2026' },
    { cells: { ИНН: '7,71E+09' }, code: 'digits-lost', heading: 'ИНН', found: '7,71E+09' },
  ];
  it.each(faults)('$code stops the import and names the cell', ({ cells, ...issue }) => {
    const reading = readStatisticsText(withCells(padded(cells)));
    expect(reading.records).toEqual([]);
    expect(reading.issues).toEqual([{ ...issue, ...place }]);
    expect(reading.summary.schools).toBe(1);
  });

  it('refuses a text longer than a cell holds', () => {
    const reading = readStatisticsText(withCells({ 'Краткое название': 'я'.repeat(50_001) }));
    expect(reading.issues).toMatchObject([{ code: 'text-too-long', length: 50_001, limit: 50_000 }]);
    expect(readStatisticsText(withCells({ 'Краткое название': 'я'.repeat(50_000) })).issues).toEqual([]);
  });

  const remarks = [
    {
      note: 'a short INN',
      cells: { ИНН: '12345' },
      issue: { code: 'inn-length', found: '12345', heading: 'ИНН' },
    },
    {
      note: 'more active than there are',
      cells: {
        'Кол-во активных учителей': '61',
        'Учителей зарегистрировано в Сферум': '61',
        'Регистраций в школе всего': '431',
      },
      issue: { code: 'active-above-total', group: 'teachers', active: 61, total: 60 },
    },
    {
      note: 'an inactive organisation',
      cells: { Активна: 'Неактивна' },
      issue: { code: 'organisation-inactive' },
    },
    {
      note: 'a period',
      cells: { Дата: 'June 3, 2026 - June 9, 2026' },
      issue: {
        code: 'date-range',
        taken: '2026-06-03',
        heading: 'Дата',
        found: 'June 3, 2026 - June 9, 2026',
      },
    },
  ];
  it.each(remarks)('lets through, with a remark: $note', ({ cells, issue }) => {
    const reading = readStatisticsText(withCells(padded(cells)));
    expect(reading.records).toHaveLength(1);
    expect(reading.issues).toEqual([{ ...place, ...issue }]);
    expect(reading.issues.map(severityOf)).not.toContain('error');
  });

  it('tells once of a period that stands in every row', () => {
    const date = '03.06.2026 – 09.06.2026';
    const reading = readStatisticsText(statisticsCsv(TWO.map((record) => ({ ...record, date }))));
    expect(reading.records).toEqual(TWO);
    expect(reading.issues.map(({ code }) => code)).toEqual(['date-range']);
  });

  it('skips totals and blank rows, and says so', () => {
    const total = HEADINGS.map((heading) =>
      heading === 'Краткое название' ? ' Итого' : heading === 'ИНН' ? ' ' : '9',
    );
    const cells = total.map((cell, at) => (HEADINGS[at] === 'ID организация' ? '' : cell));
    const footer = HEADINGS.map((_, at) => (at >= 9 && at !== 22 ? '7' : ''));
    const text = writeCsv([HEADINGS, cellsOf(SCHOOL), HEADINGS.map(() => ' '), cells, footer]);
    const reading = readStatisticsText(text);
    expect(reading.records).toEqual([SCHOOL]);
    expect(reading.issues).toEqual([
      { code: 'row-total', line: 4, found: 'Итого' },
      { code: 'row-total', line: 5, found: '' },
    ]);
  });

  it('does not take a school without an id for a total', () => {
    const reading = readStatisticsText(withCells({ 'ID организация': ' ', ИНН: '' }));
    expect(reading.issues).toEqual([{ code: 'id-missing', ...place }]);
    const named = { 'ID организация': '', 'Краткое название': 'Сумма знаний, частная школа' };
    expect(readStatisticsText(withCells(named)).issues).toMatchObject([{ code: 'id-missing' }]);
  });

  it('names a doubled school with both lines', () => {
    const text = statisticsCsv([school({ shortName: 'две\nстроки' }), school({ orgId: '7' }), school()]);
    expect(readStatisticsText(text).issues).toEqual([
      { code: 'id-doubled', line: 5, firstLine: 2, id: SCHOOL.orgId, school: SCHOOL.shortName },
    ]);
  });

  it('names several dates; one school in two reports is no double', () => {
    const text = statisticsCsv([school(), school({ date: '2026-05-27' })]);
    const reading = readStatisticsText(text);
    expect(reading.issues).toEqual([{ code: 'dates-several', dates: ['2026-05-27', '2026-06-03'] }]);
    expect(reading.summary).toMatchObject({ date: null, dates: ['2026-06-03', '2026-05-27'] });
  });

  it('takes rows without a date neither for another report nor for doubles', () => {
    const reading = readStatisticsText(statisticsCsv([school(), school({ date: '' }), school({ date: '' })]));
    expect(reading.issues).toMatchObject([
      { code: 'date-missing', line: 3 },
      { code: 'date-missing', line: 4 },
    ]);
    expect(reading.summary.dates).toEqual([SCHOOL.date]);
  });

  it('looks at no row of a table without its columns', () => {
    const text = writeCsv([HEADINGS.slice(1), cellsOf(SCHOOL).slice(1)]);
    expect(readStatisticsText(text)).toMatchObject({
      issues: [{ code: 'columns-missing', headings: ['Дата'] }],
      summary: { schools: 0 },
    });
  });

  it('tells what is odd in the report as a whole, unless its rows are to be mended first', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => school({ orgId: String(at + 1) }));
    const text = statisticsCsv(hundred);
    expect(readStatisticsText(text).issues).toEqual([{ code: 'rows-page', rows: 100 }]);
    const faulty = readStatisticsText(text.replace(SCHOOL.date, 'вчера'));
    expect(faulty.issues.map(({ code }) => code)).toEqual(['date-invalid']);
  });

  it('names the МО, those with most schools first, then by the alphabet', () => {
    const named = ['Б', 'В', 'А', 'Я', 'Я'].map((municipality, at) =>
      school({ municipality, orgId: `${at}` }),
    );
    const { municipalities } = readStatisticsText(statisticsCsv(named)).summary;
    expect(municipalities.map(({ name }) => name)).toEqual(['Я', 'А', 'Б', 'В']);
  });

  it('tells of lines above the headings', () => {
    const reading = readStatisticsText(`Статистика за неделю\n\n${statisticsCsv([SCHOOL])}`);
    expect(reading.records).toEqual([SCHOOL]);
    expect(reading.issues).toEqual([{ code: 'lines-skipped', first: 1, last: 2 }]);
    expect(readStatisticsText(`\n  \n${statisticsCsv([SCHOOL])}`).issues).toEqual([]);
  });

  describe('rows of another width', () => {
    const full = cellsOf(SCHOOL);
    it('lets blank cells at the end pass', () => {
      const reading = readStatisticsText(
        writeCsv([
          [...HEADINGS, ''],
          [...full, '', '', ' '],
        ]),
      );
      expect(reading).toMatchObject({ records: [SCHOOL], issues: [] });
    });
    it('refuses cells beyond the headings', () => {
      const reading = readStatisticsText(writeCsv([HEADINGS, [...full, '5'], [...full, '', '5']]));
      expect(reading.issues).toEqual([
        { code: 'row-ragged', line: 2, found: 26, expected: 25 },
        { code: 'row-ragged', line: 3, found: 27, expected: 25 },
      ]);
    });
    it('takes cells that a spreadsheet left out at the end for blanks, with a warning', () => {
      const reading = readStatisticsText(writeCsv([HEADINGS, full.slice(0, 24)]));
      expect(reading.records).toEqual([school({ teachersCalled: null })]);
      expect(reading.issues).toEqual([{ code: 'row-short', line: 2, found: 24, expected: 25 }]);
    });
    it('refuses a last line that was cut off', () => {
      const text = writeCsv([HEADINGS, full, full.slice(0, 20)], { finalNewline: false });
      expect(readStatisticsText(text).issues).toContainEqual({
        code: 'row-ragged',
        line: 3,
        found: 20,
        expected: 25,
      });
    });
    it.each([
      ['above the last line', writeCsv([HEADINGS, full.slice(0, 24), full], { finalNewline: false })],
      ['above a line of spaces', `${writeCsv([HEADINGS, full.slice(0, 24)])}  `],
    ])('takes a short row %s for whole, though the file does not end with a line end', (_note, text) => {
      const { issues } = readStatisticsText(text);
      expect(issues).toContainEqual({ code: 'row-short', line: 2, found: 24, expected: 25 });
      expect(issues.map(({ code }) => code)).not.toContain('row-ragged');
    });
    it('asks for no cells of a column that is not read', () => {
      const text = writeCsv([[...HEADINGS, 'Прочее'], full], { finalNewline: false });
      expect(readStatisticsText(text)).toMatchObject({
        records: [SCHOOL],
        issues: [{ code: 'columns-unknown' }],
      });
    });
  });

  it('recognises the error that the source wrote into the export', () => {
    const error = `{"via":[],"context":"ad-hoc","error":"Query timed out","query":"${'x'.repeat(99)}"}`;
    const { issues } = readStatisticsText(`${statisticsCsv([SCHOOL])}${error}\n`);
    expect(issues).toMatchObject([{ code: 'row-export-error', line: 3 }]);
    const [excerpt] = issues.flatMap((issue) => ('excerpt' in issue ? [issue.excerpt] : []));
    expect(excerpt).toMatch(/^\{"via":\[\],.*Query timed out/);
    expect(excerpt).toHaveLength(120);
    const own = writeCsv([
      ['Прочее', ...HEADINGS],
      ['{закрыта}', ...cellsOf(SCHOOL)],
    ]);
    expect(readStatisticsText(own).records).toEqual([SCHOOL]);
  });

  it('names the line of a quote that is not closed', () => {
    const text = `${statisticsCsv([SCHOOL])}"2026-06-03,${cellsOf(SCHOOL).slice(1).join(',')}\n`;
    expect(readStatisticsText(text).issues).toContainEqual({ code: 'row-quotes', line: 3 });
  });

  it.each([
    ['one line', ['"Сферум" за неделю']],
    ['no line of quotes first', ['Отчёт', '', '"Сферум"; "МАХ" за неделю']],
    ['one that is never closed', ['"Сферум за неделю']],
    ['other marks between', ['"Сферум", "МАХ" за неделю']],
    ['as many lines as are looked at', Array.from({ length: 19 }, () => '"Сферум" за неделю')],
    ['several lines', ['"Сферум" за неделю', '"МАХ", "Сферум" по школам', '', '"Итог" ниже']],
  ])('takes a title that begins with a word in quotes for a title: %s', (_note, title) => {
    for (const writing of [{}, { delimiter: '\t' }, { delimiter: ';', newline: '\r\n', quoteAll: true }]) {
      const text = `${title.join(writing.newline ?? '\n')}${writing.newline ?? '\n'}${statisticsCsv(TWO, writing)}`;
      const reading = readStatisticsFile(utf8(text), 'отчёт.csv');
      expect(reading.records).toEqual(TWO);
      expect(reading.issues).toEqual([{ code: 'lines-skipped', first: 1, last: title.length }]);
    }
  });

  it('looks for headings below such lines no further than below twenty', () => {
    const reading = readStatisticsFile(
      utf8(`${'"Сферум" за неделю\n'.repeat(20)}${statisticsCsv(TWO)}`),
      'отчёт.csv',
    );
    expect(reading).toMatchObject({ records: [], issues: [{ code: 'row-quotes', line: 1 }] });
  });

  it('names lines below such a title by their place in the file', () => {
    const text = `"Сферум" за неделю\n${statisticsCsv(TWO)}"2026-06-03,7\n`;
    const { issues } = readStatisticsFile(utf8(`sep=,\n${text}`), 'отчёт.csv');
    expect(issues).toContainEqual({ code: 'row-quotes', line: 6 });
    expect(issues).toContainEqual({ code: 'lines-skipped', first: 2, last: 2 });
  });

  const [first = '', ...others] = HEADINGS;
  const rows = writeCsv(TWO.map(cellsOf));
  const foreign = (last: string): string => `${writeCsv([HEADINGS]).trim()},${last}\n`;
  it.each([
    ['a heading', `${first},"${writeCsv([others])}${rows}`, 1],
    ['the last heading, taking a school in', `${foreign('"Прочее')}${rows}`, 1],
    ['the last heading, taking all schools in', `${foreign('"Прочее')}${cellsOf(SCHOOL).join(',')}\n`, 1],
    ['the first heading below a title, taking all in', `Отчёт\n"${first},${others.join(',')}\n1\n`, 2],
  ])('tells of a quote that is not closed in %s', (_note, text, line) => {
    const reading = readStatisticsFile(utf8(text), 'отчёт.csv');
    expect(reading).toMatchObject({ records: [], question: null, failed: null });
    const [quotes, ...more] = reading.issues.filter((issue) => severityOf(issue) === 'error');
    expect(quotes).toEqual({ code: 'row-quotes', line });
    // Where the headings are not even found, what stands in their place is told too.
    expect(more.map(({ code }) => code)).toEqual(line === 1 ? [] : ['columns-missing']);
  });

  it.each([
    ['of another table', `${first},ИНН\n2026-06-03,"78\n1\n`],
    ['without a column', `${writeCsv([others])}${cellsOf(SCHOOL).slice(2).join(',')},"7"8\n`],
  ])('does not blame a quote among the rows for headings %s', (_note, text) => {
    const reading = readStatisticsFile(utf8(text), 'отчёт.csv');
    expect(reading.issues.map(({ code }) => code)).toEqual(['columns-missing']);
  });

  it('asks about headings whose quotes took nothing in', () => {
    const text = `${foreign('"Слово "Сферум" от завуча"').replace('ИНН', 'Налоговый номер')}${cellsOf(SCHOOL).join(',')},1\n`;
    const reading = readStatisticsFile(utf8(text), 'отчёт.csv');
    expect(reading.issues.map(({ code }) => code)).toEqual(['columns-missing', 'columns-unknown']);
    expect(reading.question?.proposed).not.toHaveProperty('inn');
  });

  it('lets a heading of two lines have quotes of its own', () => {
    const text = `${foreign('"Слово\n"Сферум" от завуча"')}${cellsOf(SCHOOL).join(',')},1\n`;
    const reading = readStatisticsFile(utf8(text), 'отчёт.csv');
    expect(reading.records).toEqual([SCHOOL]);
    expect(reading.issues.map(({ code }) => code)).toEqual(['columns-unknown']);
  });

  it('does not mind quotes in the lines of the title and of the headings', () => {
    const text = statisticsCsv([SCHOOL]).replace('\n', ',"Слово "Сферум" от завуча"\n');
    const reading = readStatisticsText(`"Отчёт "Сферум" за неделю"\n\n${text}`);
    expect(reading.records).toEqual([SCHOOL]);
    expect(reading.issues.map(({ code }) => code)).toEqual(['lines-skipped', 'columns-unknown']);
  });

  it('refuses more rows than the book takes, unless the limit is lifted', () => {
    expect(readStatisticsText(statisticsCsv(TWO), { rowLimit: 2 }).issues).toEqual([]);
    const many = Array.from({ length: 5001 }, (_, at) => school({ orgId: String(at + 1) }));
    const text = statisticsCsv(many);
    expect(readStatisticsText(text).issues).toEqual([{ code: 'file-too-long', rows: 5001, limit: 5000 }]);
    expect(readStatisticsText(text, { rowLimit: 10_000 }).records).toHaveLength(5001);
  });

  it('lists the first issues of a kind and counts the rest', () => {
    const bad = Array.from({ length: 300 }, (_, at) => [
      ...cellsOf(school({ orgId: String(at + 1) })).slice(0, 24),
      'x',
    ]);
    const { issues } = readStatisticsText(writeCsv([HEADINGS, ...bad]));
    expect(issues.filter((issue) => issue.code === 'count-text')).toHaveLength(200);
    expect(issues).toContainEqual({ code: 'issues-omitted', of: 'count-text', count: 100 });
  });

  it('obeys the order of day and month that the user named', () => {
    const text = withCells({ Дата: '3/6/2026' });
    expect(readStatisticsText(text, { dayMonthOrder: 'day-first' }).summary.date).toBe('2026-06-03');
    expect(readStatisticsText(text, { dayMonthOrder: 'month-first' }).summary.date).toBe('2026-03-06');
  });
});
