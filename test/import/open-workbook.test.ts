import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordToRow } from '../../src/domain/record.ts';
import { HeadingIndex } from '../../src/import/headings.ts';
import { openWorkbook } from '../../src/import/open-workbook.ts';
import { readStatisticsFile } from '../../src/import/read.ts';
import { Archive } from '../../src/import/xlsx/archive.ts';
import { inflateWithin, TooBig } from '../../src/import/xlsx/inflate.ts';
import { cellsOf, HEADINGS, school, statisticsCsv } from './support.ts';
import {
  type CellXml,
  inline,
  shared,
  value,
  type Workbook,
  writeWorkbook,
  zip,
} from './xlsx/write-workbook.ts';

const RECORD = school();
const HEADING_CELLS: readonly CellXml[] = HEADINGS.map(inline);

/** The school as Excel has it: a day, numbers, texts; the day in style 1. */
const TYPED: readonly CellXml[] = recordToRow(RECORD).map((cell, at) => {
  if (at === 0) return value('46176', 1);
  return typeof cell === 'number' ? value(String(cell)) : inline(String(cell ?? ''));
});
const TEXTS: readonly CellXml[] = cellsOf(RECORD).map(inline);

function book(workbook: Partial<Workbook>): Uint8Array {
  const sheets = [{ name: 'Отчёт', rows: [HEADING_CELLS, TYPED] }];
  return writeWorkbook({ sheets, formats: [0, 14], ...workbook });
}

function read(bytes: Uint8Array, sheet?: string) {
  return readStatisticsFile(bytes, 'отчёт.xlsx', sheet === undefined ? {} : { sheet });
}

describe('a workbook', () => {
  it.each([
    { note: 'days, numbers and texts', workbook: {} },
    { note: 'everything as text', workbook: { sheets: [{ name: 'x', rows: [HEADING_CELLS, TEXTS] }] } },
    { note: 'a format of its own for days', workbook: { formats: [0, 'dd.mm.yyyy'] } },
    {
      note: 'days counted from 1904',
      workbook: {
        date1904: true,
        sheets: [{ name: 'x', rows: [HEADING_CELLS, [value('44714', 1), ...TYPED.slice(1)]] }],
      },
    },
    {
      note: 'shared texts, in several fonts, with phonetic help',
      workbook: {
        sharedStrings: ['<si><r><t>Да</t></r><r><rPr/><t>та</t></r><rPh><t>data</t></rPh></si>'],
        sheets: [{ name: 'x', rows: [[shared(0), ...HEADING_CELLS.slice(1)], TYPED] }],
      },
    },
    {
      note: 'a formula and its result',
      workbook: {
        sheets: [
          {
            name: 'x',
            rows: [
              HEADING_CELLS,
              TYPED.map(
                (cell, at): CellXml =>
                  at === 9 ? (reference) => `<c r="${reference}"><f>K2+L2+M2</f><v>1060</v></c>` : cell,
              ),
            ],
          },
        ],
      },
    },
    {
      note: 'whole lines of a CSV in column A',
      workbook: {
        sheets: [
          {
            name: 'x',
            rows: statisticsCsv([RECORD])
              .trim()
              .split('\n')
              .flatMap((line) => [[inline(line), inline('')], []]),
          },
        ],
      },
    },
  ])('$note', ({ workbook }) => {
    const { records, issues, summary } = read(book(workbook));
    expect(issues).toEqual([]);
    expect(records).toEqual([RECORD]);
    expect(summary).toMatchObject({ encoding: 'xlsx', date: '2026-06-03' });
  });

  it('blank cells at the end and between are blanks, a note beside the table is no column', () => {
    const row = TYPED.map((cell, at) => (at === 6 || at === 24 ? null : cell));
    const { records, issues } = read(
      book({
        sheets: [{ name: 'x', rows: [HEADING_CELLS, row, [...row.map(() => null), null, inline('моё')]] }],
      }),
    );
    expect(issues).toEqual([]);
    expect(records).toEqual([{ ...RECORD, teachersCalled: null }]);
  });

  it('lines are rows of the sheet, whatever breaks the cells hold', () => {
    const bad = TYPED.map((cell, at) =>
      at === 1 ? inline('две\nстроки') : at === 10 ? inline('много') : cell,
    );
    const { issues } = read(
      book({ sheets: [{ name: 'x', rows: [[inline('Отчёт\nза неделю')], [], HEADING_CELLS, TYPED, bad] }] }),
    );
    expect(issues.find(({ code }) => code === 'count-text')).toMatchObject({ line: 5 });
    expect(issues.find(({ code }) => code === 'lines-skipped')).toMatchObject({ first: 1, last: 2 });
  });

  it('cells that Excel read in the wrong encoding are mended', () => {
    const garbled = (text: string): string =>
      new TextDecoder('windows-1251').decode(new TextEncoder().encode(text));
    const misread = (...rows: readonly (readonly string[])[]) =>
      read(
        book({ sheets: [{ name: 'x', rows: rows.map((row) => row.map((text) => inline(garbled(text)))) }] }),
      );
    const { records, issues } = misread(['Отчёт'], HEADINGS, cellsOf(RECORD));
    expect(issues).toEqual([{ code: 'file-repaired' }, { code: 'lines-skipped', first: 1, last: 1 }]);
    expect(records).toEqual([RECORD]);
    const foreign = misread(
      HEADINGS.map((_, at) => `f${at}`),
      cellsOf(RECORD),
    );
    expect(foreign.records).toEqual([RECORD]);
  });
});

describe('the sheet of a workbook', () => {
  const table = { name: 'Отчёт', rows: [HEADING_CELLS, TYPED] };
  const about = { name: 'О книге', rows: [[inline('Описание')]] };
  const other = {
    name: 'Июнь',
    rows: [HEADING_CELLS, TYPED, TYPED.map((cell, at) => (at === 7 ? inline('7') : cell))],
  };

  it('is the one with the table, the others are named', () => {
    const { records, issues } = read(book({ sheets: [about, table] }));
    expect(records).toEqual([RECORD]);
    expect(issues).toEqual([{ code: 'sheet-taken', sheet: 'Отчёт', hidden: false, others: ['О книге'] }]);
  });

  it('a hidden one is taken only where no other has the table', () => {
    const hidden = { ...table, name: 'Старое', state: 'hidden' as const };
    expect(read(book({ sheets: [hidden, other] })).summary.sheet).toBe('Июнь');
    const { issues, summary } = read(book({ sheets: [hidden, about] }));
    expect(summary.sheet).toBe('Старое');
    expect(issues).toContainEqual({
      code: 'sheet-taken',
      sheet: 'Старое',
      hidden: true,
      others: ['О книге'],
    });
  });

  it('the fuller table is taken, and three headings make a table', () => {
    const headings = (...names: readonly string[]) => [names.map(inline)];
    const contacts = { name: 'Контакты', rows: headings('Дата', 'МО', 'ИНН') };
    expect(read(book({ sheets: [contacts, table] })).summary).toMatchObject({
      sheet: 'Отчёт',
      sheets: ['Контакты', 'Отчёт'],
    });
    const hidden = { ...contacts, state: 'hidden' as const };
    const { summary } = read(book({ sheets: [{ name: 'Списки', rows: headings('Дата', 'МО') }, hidden] }));
    expect(summary).toMatchObject({ sheet: 'Контакты', sheets: ['Контакты'] });
  });

  it('of two tables the first is taken, and a person may take the other', () => {
    const bytes = book({ sheets: [table, about, other] });
    expect(read(bytes).summary).toMatchObject({ sheet: 'Отчёт', sheets: ['Отчёт', 'Июнь'], schools: 1 });
    expect(read(bytes, 'Июнь').summary).toMatchObject({ sheet: 'Июнь', schools: 2 });
  });

  it.each([
    { note: 'no sheets', sheets: [] },
    { note: 'only blank sheets', sheets: [{ name: 'Лист1', rows: [] }] },
  ])('$note: nothing to read', ({ sheets }) => {
    expect(read(book({ sheets })).issues).toEqual([{ code: 'file-empty' }]);
  });
});

describe('what is no workbook', () => {
  const index = new HeadingIndex();
  const issueOf = (bytes: Uint8Array) => {
    const opened = openWorkbook(bytes, index);
    return opened.ok ? null : opened.issue;
  };

  it.each([
    { note: 'a binary workbook', files: { 'xl/workbook.bin': '' }, kind: 'xlsb' },
    {
      note: 'OpenDocument',
      files: { mimetype: '', 'content.xml': '', 'META-INF/manifest.xml': '' },
      kind: 'ods',
    },
    { note: 'a CSV in an archive', files: { 'stat.csv': 'Дата' }, kind: 'zip' },
    { note: 'a text document', files: { '_rels/.rels': '', 'word/document.xml': '' }, kind: 'zip' },
  ])('$note', ({ files, kind }) => {
    expect(issueOf(zip(files))).toEqual({ code: 'file-not-table', kind, excerpt: '' });
  });

  it.each([
    {
      note: 'a sheet is missing',
      files: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="gone.xml"/></Relationships>',
      },
    },
    { note: 'a sheet was cut', files: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' } },
  ])('damaged: $note', ({ files }) => {
    expect(issueOf(book({ files }))).toEqual({ code: 'workbook-damaged' });
  });

  it('cut at any place: damaged', () => {
    const bytes = book({});
    for (let end = 4; end < bytes.length; end += 97) {
      expect(issueOf(bytes.slice(0, end))).toEqual({ code: 'workbook-damaged' });
    }
  });

  it.each([
    { note: 'a cell far below', row: 1_048_576 * 8, cell: 'A1' },
    { note: 'a cell in a column that no sheet has', row: 1, cell: 'ZZZZZ1' },
  ])('too big: $note', ({ row, cell }) => {
    const xml = `<worksheet><sheetData><row r="${row}"><c r="${cell}"><v>1</v></c></row></sheetData></worksheet>`;
    expect(issueOf(book({ files: { 'xl/worksheets/sheet1.xml': xml } }))).toEqual({
      code: 'workbook-too-big',
    });
  });

  it('too big: few cells that span millions', () => {
    const rows = [1, 1_000_000].map((row) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`).join('');
    const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
    expect(issueOf(book({ files: { 'xl/worksheets/sheet1.xml': xml } }))).toEqual({
      code: 'workbook-too-big',
    });
  });

  it('an archive that swells is stopped on the way', () => {
    const packed = deflateSync(new Uint8Array(20_000_000));
    expect(() => inflateWithin(packed, 1_000_000)).toThrow(TooBig);
    expect(inflateWithin(packed, 20_000_000)).toHaveLength(20_000_000);
    const archive = new Archive(zip({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), 1000);
    expect(archive.text('a')).toHaveLength(600);
    expect(() => archive.text('b')).toThrow(TooBig);
  });
});

describe('any workbook', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'абвЁ <>&"\'_x0D;,\n\t=9'), maxLength: 12 });

  it('comes back cell by cell', () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 25, maxLength: 25 }), { maxLength: 4 }), (rows) => {
        const sheets = [{ name: 'x', rows: [HEADING_CELLS, ...rows.map((row) => row.map(inline))] }];
        const opened = openWorkbook(book({ sheets }), new HeadingIndex());
        const filled = rows.findLastIndex((row) => row.some((cell) => cell !== '')) + 1;
        expect(opened.ok && opened.opened.table.rows.slice(1)).toEqual(rows.slice(0, filled));
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('mutated files never throw', () => {
    const original = book({});
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        (changes) => {
          const bytes = Uint8Array.from(original);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const { records, issues } = read(bytes);
          expect(records.length > 0 || issues.length > 0).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 12 },
    );
  });
});
