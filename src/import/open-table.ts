import type { FileIssue } from '../domain/issues.ts';
import { decode, refuseForeignText } from './decode.ts';
import type { HeadingRecogniser } from './headings.ts';
import { findLayout } from './layout.ts';
import { isArchive, openWorkbook } from './open-workbook.ts';
import type { Opened, OpenedTable } from './opened.ts';

/**
 * Bytes of a chosen file → its table. Never throws.
 * @param sheet name of the sheet of a workbook, where a person has chosen one
 */
export function openTable(bytes: Uint8Array, index: HeadingRecogniser, sheet?: string): Opened {
  if (isArchive(bytes)) return openWorkbook(bytes, index, sheet);
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const layout = findLayout(decoded.text, index);
  const repaired = decoded.repaired || layout.repaired;
  return { ok: true, opened: { ...layout, repaired, encoding: decoded.encoding, sheet: null } };
}

/** A table pasted from the clipboard. Never throws. */
export function openPastedTable(text: string, index: HeadingRecogniser): Opened {
  const checked = refuseForeignText({ ok: true as const, text });
  if (!checked.ok) return checked;
  return { ok: true, opened: { ...findLayout(text, index), encoding: 'pasted', sheet: null } };
}

/** What a person should know of how the file had to be read. */
export function openingIssues({ table, headingRow, lines, repaired, sheet }: OpenedTable): FileIssue[] {
  const issues: FileIssue[] = repaired ? [{ code: 'file-repaired' }] : [];
  if (sheet !== null && (sheet.hidden || sheet.others.length > 0)) {
    issues.push({ code: 'sheet-taken', sheet: sheet.name, hidden: sheet.hidden, others: sheet.others });
  }
  const above = table.rows.slice(0, headingRow);
  if (above.some((row) => row.some((cell) => cell.trim() !== ''))) {
    issues.push({ code: 'lines-skipped', first: lines.lineOf(0), last: lines.lineOf(headingRow) - 1 });
  }
  return issues;
}
