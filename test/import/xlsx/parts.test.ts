import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/import/xlsx/archive.ts';
import {
  readRelations,
  readSharedStrings,
  readStyles,
  readWorkbook,
} from '../../../src/import/xlsx/parts.ts';
import { kindOfArchive, readSheets } from '../../../src/import/xlsx/workbook.ts';

describe('parts of a workbook', () => {
  it('sheets, hidden ones too, and how days are counted', () => {
    const sheets = `<sheet name="А" id="1"/><sheet name="Б" r:id="2" state="hidden"/><sheet state="visible"/>`;
    expect(readWorkbook(`<workbook><other date1904="1"/><sheets>${sheets}</sheets></workbook>`)).toEqual({
      sheets: [
        { name: 'А', hidden: false, relation: '1' },
        { name: 'Б', hidden: true, relation: '2' },
        { name: '', hidden: false, relation: '' },
      ],
      dateSystem: 1900,
    });
  });

  it.each([
    ['1', 1904],
    ['true', 1904],
    ['0', 1900],
    ['false', 1900],
  ])('days from 1904 said as «%s»: %d', (value, system) => {
    expect(readWorkbook(`<workbookPr date1904="${value}"/>`)).toEqual({ sheets: [], dateSystem: system });
  });

  it.each([
    ['worksheets/a.xml', 'xl/', 'xl/worksheets/a.xml'],
    ['/xl/a.xml', 'xl/', 'xl/a.xml'],
    ['./a.xml', 'xl/', 'xl/a.xml'],
    ['../a//b.xml', 'xl/deep/', 'xl/a/b.xml'],
    ['a.xml', '', 'a.xml'],
    ['folder/', 'xl/', 'xl/folder'],
  ])('a part «%s» seen from «%s» is %s', (target, folder, path) => {
    const xml = `<R><Relationship Id="r1" Type="http://x/styles" Target="${target}"/></R>`;
    expect(readRelations(xml, folder)).toEqual([{ id: 'r1', kind: 'styles', path }]);
  });

  it('relations that lead out of the archive are none, those that say nothing are harmless', () => {
    const out = '<Relationship Id="r1" Type="x/worksheet" Target="http://evil" TargetMode="External"/>';
    const inside = '<Relationship Id="r2" Type="worksheet" Target="a" TargetMode="Internal"/>';
    expect(readRelations(`<R>${out}<Other/>${inside}<Relationship/></R>`, '')).toEqual([
      { id: 'r2', kind: 'worksheet', path: 'a' },
      { id: '', kind: '', path: '' },
    ]);
  });

  it('texts, of several fonts too, without help for reading and what stands between', () => {
    const xml =
      '<sst> x <si> w <t>один</t></si><si> y <r><t>д</t></r> z <r><t>ва</t></r><rPh><t>h</t></rPh></si>' +
      '<si/><si><rPh><t>h</t></rPh><t>три_x000D_</t></si></sst>';
    expect(readSharedStrings(xml)).toEqual(['один', 'два', '', 'три\r']);
    expect(readSharedStrings('<sst/>')).toEqual([]);
  });

  it('styles of cells only, and formats of the workbook', () => {
    const xml =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm"/><numFmt numFmtId="165"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="164"/><xf/><other/></cellXfs>' +
      '<after><xf numFmtId="22"/></after></styleSheet>';
    const { formats, codes } = readStyles(xml);
    expect(formats).toEqual([164, 0]);
    expect([...codes]).toEqual([
      [164, 'dd.mm'],
      [165, ''],
    ]);
  });
});

function archive(files: Readonly<Record<string, string>>): Archive {
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new Archive(Uint8Array.from(zipSync(Object.fromEntries(packed))));
}

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;
const sheet = (text: string): string =>
  `<worksheet><row><c t="inlineStr"><is><t>${text}</t></is></c></row></worksheet>`;

describe('a workbook as an archive', () => {
  it.each([
    [['_rels/.rels', 'xl/workbook.xml'], 'xlsx'],
    [['_rels/.rels', 'xl/workbook.bin'], 'xlsb'],
    [['_rels/.rels', 'word/document.xml'], 'zip'],
    [['xl/workbook.xml'], 'zip'],
    [['content.xml', 'META-INF/manifest.xml'], 'ods'],
    [['content.xml'], 'zip'],
    [['META-INF/manifest.xml'], 'zip'],
    [['отчёт.csv'], 'zip'],
  ] as const)('%j is %s', (names, kind) => {
    expect(kindOfArchive(archive(Object.fromEntries(names.map((name) => [name, 'x']))))).toBe(kind);
  });

  it('is found where its relations say, charts and parts that are missing left out', () => {
    const files = {
      '_rels/.rels': `<R>${relation('r0', 'core-properties', 'xl/other.xml')}${relation('r1', 'officeDocument', 'book/main.xml')}</R>`,
      'book/main.xml':
        '<workbook><sheet name="Лист" id="s1"/><sheet name="График" id="c1"/><sheet name="Нет" id="s9"/></workbook>',
      'book/_rels/main.xml.rels': `<R>${relation('c1', 'chartsheet', 'chart.xml')}${relation('s1', 'worksheet', 's.xml')}</R>`,
      'book/s.xml': sheet('да'),
      'book/chart.xml': sheet('нет'),
    };
    expect(readSheets(archive(files))).toEqual([{ name: 'Лист', hidden: false, rows: [['да']] }]);
    const without = { ...files, 'book/s.xml': undefined };
    const kept = Object.fromEntries(
      Object.entries(without).flatMap(([n, t]) => (t === undefined ? [] : [[n, t]])),
    );
    expect(() => readSheets(archive(kept))).toThrow('book/s.xml is missing');
  });

  it('is read in its usual place where no relation tells, and without relations has no sheets', () => {
    const book = { 'xl/workbook.xml': '<workbook><sheet name="Лист" id="s1"/></workbook>' };
    expect(readSheets(archive(book))).toEqual([]);
    expect(() => readSheets(archive({ a: '' }))).toThrow('xl/workbook.xml is missing');
  });

  it('is read up to its hundredth sheet', () => {
    const many = Array.from({ length: 101 }, (_, at) => `<sheet name="${at}" id="s"/>`).join('');
    const sheets = readSheets(
      archive({
        'xl/workbook.xml': `<workbook>${many}</workbook>`,
        'xl/_rels/workbook.xml.rels': `<R>${relation('s', 'worksheet', 's.xml')}</R>`,
        'xl/s.xml': sheet('x'),
      }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(Array.from({ length: 100 }, (_, at) => String(at)));
  });
});
