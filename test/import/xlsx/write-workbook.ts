import { strToU8, zipSync } from 'fflate';

/** A cell as raw XML of SpreadsheetML, placed by the writer. */
export type CellXml = (reference: string) => string;

export interface WrittenSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly (CellXml | null)[])[];
}

export interface Workbook {
  readonly sheets: readonly WrittenSheet[];
  /** Raw `<si>` elements. */
  readonly sharedStrings?: readonly string[];
  /** Number formats of the styles 0, 1, …: a built-in id, or a code of the workbook's own. */
  readonly formats?: readonly (number | string)[];
  readonly date1904?: boolean;
  /** Files put into the archive in place of, or beside, the written ones. */
  readonly files?: Readonly<Record<string, string>>;
}

export function escapeXml(text: string): string {
  return text.split('&').join('&amp;').split('<').join('&lt;').split('"').join('&quot;');
}

export const inline =
  (text: string): CellXml =>
  (reference) =>
    `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
export const shared =
  (index: number): CellXml =>
  (reference) =>
    `<c r="${reference}" t="s"><v>${index}</v></c>`;
export const value =
  (raw: string, style = 0, type = 'n'): CellXml =>
  (reference) =>
    `<c r="${reference}" s="${style}" t="${type}"><v>${escapeXml(raw)}</v></c>`;

function letterOf(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? letterOf(high - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function sheetXml({ rows }: WrittenSheet): string {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cell?.(`${letterOf(column)}${at + 1}`) ?? '').join('');
    return cells === '' ? '' : `<row r="${at + 1}">${cells}</row>`;
  });
  return `<?xml version="1.0"?><worksheet><sheetData>${lines.join('')}</sheetData><!-- the end --></worksheet>`;
}

function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, at) =>
    typeof format === 'number' ? '' : `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(format)}"/>`,
  );
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + at}"/>`,
  );
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small .xlsx writer of the tests' own. */
export function writeWorkbook(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const { sheets, sharedStrings = [], formats = [0], date1904 = false, files = {} } = workbook;
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${TYPE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const entries = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="s" Type="${TYPE}/styles" Target="styles.xml"/><Relationship Id="t" Type="${TYPE}/sharedStrings" Target="../xl/sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats),
    'xl/sharedStrings.xml': `<sst>${sharedStrings.join('')}</sst>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    ...files,
  };
  return zip(all);
}

export function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  return Uint8Array.from(packed);
}
