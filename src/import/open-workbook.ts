import type { FileIssue } from '../domain/issues.ts';
import { findHeadingRow } from './dialect.ts';
import type { HeadingRecogniser } from './headings.ts';
import { findLayout, KNOWN_ENOUGH, type Layout } from './layout.ts';
import { repairMojibake } from './mojibake.ts';
import type { Opened, OpenedTable } from './opened.ts';
import type { Table } from './table.ts';
import { Archive } from './xlsx/archive.ts';
import { TooBig } from './xlsx/inflate.ts';
import { kindOfArchive, readSheets, type WorkbookSheet } from './xlsx/workbook.ts';

/** First bytes of an archive with files in it, and of an empty one. */
const ZIP: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

export function isArchive(bytes: Uint8Array): boolean {
  return ZIP.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}

/**
 * The table of a workbook (.xlsx): of its sheets the one with most known headings, visible ones
 * first. Never throws.
 *
 * @param wanted name of the sheet, where a person has chosen one
 */
export function openWorkbook(bytes: Uint8Array, index: HeadingRecogniser, wanted?: string): Opened {
  try {
    const archive = new Archive(bytes);
    const kind = kindOfArchive(archive);
    if (kind !== 'xlsx') return refused({ code: 'file-not-table', kind, excerpt: '' });
    return chosenSheet(readSheets(archive), index, wanted);
  } catch (error) {
    return refused({ code: error instanceof TooBig ? 'workbook-too-big' : 'workbook-damaged' });
  }
}

function refused(issue: FileIssue): Opened {
  return { ok: false, issue };
}

interface Candidate {
  readonly sheet: WorkbookSheet;
  readonly layout: Layout;
}

function chosenSheet(
  sheets: readonly WorkbookSheet[],
  index: HeadingRecogniser,
  wanted: string | undefined,
): Opened {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const candidates = filled.map((sheet): Candidate => ({ sheet, layout: layoutOf(sheet.rows, index) }));
  const [first] = candidates
    .filter(({ sheet }) => wanted === undefined || sheet.name === wanted)
    .sort((one, other) => rank(other) - rank(one));
  if (first === undefined) return refused({ code: 'file-empty' });
  const tables = candidates.filter(({ layout }) => layout.known >= KNOWN_ENOUGH);
  const opened: OpenedTable = {
    ...first.layout,
    encoding: 'xlsx',
    sheet: {
      name: first.sheet.name,
      hidden: first.sheet.hidden,
      tables: tables.map(({ sheet }) => sheet.name),
      others: filled.filter((sheet) => sheet !== first.sheet).map(({ name }) => name),
    },
  };
  return { ok: true, opened };
}

/** A visible sheet with a table goes before a hidden one; then known headings count. Sorting is stable. */
function rank({ sheet, layout }: Candidate): number {
  const isTable = layout.known >= KNOWN_ENOUGH;
  return (isTable ? 2000 : 0) + (sheet.hidden ? 0 : 1000) + layout.known;
}

const CELL_MARK = '\u001f';
const ROW_MARK = '\u001e';

/** The table in the cells as they stand, else with their letters repaired, else whole lines in column A. */
function layoutOf(rows: Table['rows'], index: HeadingRecogniser): Layout {
  const plain = gridLayout(rows, index, false);
  if (plain.known >= KNOWN_ENOUGH) return plain;
  // All rows of a sheet are as wide as the widest.
  if (rows[0]?.length === 1) return findLayout(rows.map(([cell = '']) => cell).join('\n'), index);
  const repaired = repairMojibake(rows.map((row) => row.join(CELL_MARK)).join(ROW_MARK));
  if (repaired === null) return plain;
  return gridLayout(
    repaired.split(ROW_MARK).map((row) => row.split(CELL_MARK)),
    index,
    true,
  );
}

/** Lines of a sheet are its rows, whatever line breaks the cells hold. */
function gridLayout(rows: Table['rows'], index: HeadingRecogniser, repaired: boolean): Layout {
  const headingRow = findHeadingRow(rows, index);
  return {
    table: { rows, badQuotes: [], closed: true },
    delimiter: '',
    headingRow,
    lines: { lineOf: (row) => row + 1 },
    known: index.recognised(rows[headingRow] ?? []),
    repaired,
  };
}
