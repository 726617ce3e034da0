import type { Archive } from './archive.ts';
import { type CellForms, dateStylesOf } from './cell-text.ts';
import { type Relation, readRelations, readSharedStrings, readStyles, readWorkbook } from './parts.ts';
import { readRows } from './sheet-rows.ts';

/** One sheet of a workbook with its cells as texts. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** What a ZIP archive holds, by what is in it. */
export type ArchiveKind = 'xlsx' | 'xlsb' | 'ods' | 'zip';

/** Sheets looked at; a table of schools stands among the first. */
const SHEETS = 100;

export function kindOfArchive(archive: Archive): ArchiveKind {
  if (archive.has('xl/workbook.bin')) return 'xlsb';
  if (archive.has('_rels/.rels') && archive.names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  return archive.has('content.xml') && archive.has('META-INF/manifest.xml') ? 'ods' : 'zip';
}

/**
 * Sheets of a workbook (.xlsx), in its order.
 * @throws TooBig; any other error: the file is damaged
 */
export function readSheets(archive: Archive): WorkbookSheet[] {
  const root = readRelations(archive.text('_rels/.rels') ?? '', '');
  const workbookPath = root.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const workbook = readWorkbook(needed(archive, workbookPath));
  const relations = relationsOf(archive, workbookPath);
  const partOf = (wanted: string): string => {
    const path = relations.find(({ kind }) => kind === wanted)?.path;
    return (path === undefined ? null : archive.text(path)) ?? '';
  };
  const styles = readStyles(partOf('styles'));
  const forms: CellForms = {
    sharedStrings: readSharedStrings(partOf('sharedStrings')),
    dateStyles: dateStylesOf(styles.formats, styles.codes),
    dateSystem: workbook.dateSystem,
  };
  return workbook.sheets.slice(0, SHEETS).flatMap(({ name, hidden, relation }): WorkbookSheet[] => {
    const found = relations.find(({ id, kind }) => id === relation && kind === 'worksheet');
    // A sheet that is a chart has no cells.
    return found === undefined ? [] : [{ name, hidden, rows: readRows(needed(archive, found.path), forms) }];
  });
}

function relationsOf(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  return readRelations(archive.text(`${folder}_rels/${part.slice(slash)}.rels`) ?? '', folder);
}

function needed(archive: Archive, path: string): string {
  const text = archive.text(path);
  if (text === null) throw new Error(`${path} is missing`);
  return text;
}
