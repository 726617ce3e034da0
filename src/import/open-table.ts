import type { FileIssue } from '../domain/issues.ts';
import { decode, type Encoding, refuseForeignText } from './decode.ts';
import type { HeadingRecogniser } from './headings.ts';
import { findLayout, type Layout } from './layout.ts';

/** A table found in a file or a pasted text, with how it was found. */
export interface OpenedTable extends Layout {
  /** `pasted` where there were no bytes. */
  readonly encoding: Encoding | 'pasted';
}

export type Opened =
  | { readonly ok: true; readonly opened: OpenedTable }
  | { readonly ok: false; readonly issue: FileIssue };

/** Bytes of a chosen file → its table. Never throws. */
export function openTable(bytes: Uint8Array, index: HeadingRecogniser): Opened {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const layout = findLayout(decoded.text, index);
  return {
    ok: true,
    opened: { ...layout, repaired: decoded.repaired || layout.repaired, encoding: decoded.encoding },
  };
}

/** A table pasted from the clipboard. Never throws. */
export function openPastedTable(text: string, index: HeadingRecogniser): Opened {
  const checked = refuseForeignText({ ok: true as const, text });
  if (!checked.ok) return checked;
  return { ok: true, opened: { ...findLayout(text, index), encoding: 'pasted' } };
}

/** What a person should know of how the text had to be read. */
export function openingIssues({ table, headingRow, lines, repaired }: OpenedTable): FileIssue[] {
  const issues: FileIssue[] = repaired ? [{ code: 'file-repaired' }] : [];
  const above = table.rows.slice(0, headingRow);
  if (above.some((row) => row.some((cell) => cell.trim() !== ''))) {
    issues.push({ code: 'lines-skipped', first: lines.lineOf(0), last: lines.lineOf(headingRow) - 1 });
  }
  return issues;
}
