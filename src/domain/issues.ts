import type { Group } from './columns.ts';
import type { IsoDate } from './record.ts';

/**
 * What can be wrong, as a code plus data. The Russian sentence (where, what was found, what was
 * expected, what to do) is made once, in src/text/issues.ts.
 *
 * - `error`: nothing is written
 * - `warning`: written, but a person should look
 * - `info`: worth knowing
 */
export type Severity = 'error' | 'warning' | 'info';

/** Where in the file: 1-based line of the file (the heading line is 1), heading of the column, school. */
interface Place {
  readonly line: number;
  readonly heading: string;
  readonly school: string;
}

export type FileKind = 'xlsx' | 'xls' | 'html' | 'json' | 'pdf' | 'binary';

/** The file as a whole, or its headings. */
export type FileIssue =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-not-table'; readonly kind: FileKind; readonly excerpt: string }
  | { readonly code: 'file-header-only' }
  | { readonly code: 'file-too-long'; readonly rows: number; readonly limit: number }
  | {
      readonly code: 'columns-missing';
      readonly headings: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly code: 'column-doubled'; readonly heading: string; readonly positions: readonly number[] }
  | { readonly code: 'columns-unknown'; readonly headings: readonly string[] }
  | { readonly code: 'columns-personal'; readonly headings: readonly string[] }
  | { readonly code: 'dates-several'; readonly dates: readonly IsoDate[] };

/** One row or one cell of the file. */
export type RowIssue =
  | { readonly code: 'row-ragged'; readonly line: number; readonly found: number; readonly expected: number }
  | { readonly code: 'row-quotes'; readonly line: number }
  | { readonly code: 'row-total'; readonly line: number; readonly found: string }
  | { readonly code: 'id-missing'; readonly line: number; readonly school: string }
  | {
      readonly code: 'id-doubled';
      readonly line: number;
      readonly firstLine: number;
      readonly id: string;
      readonly school: string;
    }
  | ({ readonly code: 'count-text'; readonly found: string } & Place)
  | ({ readonly code: 'count-negative'; readonly found: string } & Place)
  | ({ readonly code: 'count-fraction'; readonly found: string } & Place)
  | ({ readonly code: 'date-missing' } & Place)
  | ({ readonly code: 'date-invalid'; readonly found: string } & Place)
  | ({ readonly code: 'digits-lost'; readonly found: string } & Place)
  | ({ readonly code: 'inn-length'; readonly found: string } & Place)
  | ({ readonly code: 'text-too-long'; readonly length: number; readonly limit: number } & Place)
  | {
      readonly code: 'active-above-total';
      readonly line: number;
      readonly school: string;
      readonly group: Group;
      readonly active: number;
      readonly total: number;
    }
  | { readonly code: 'organisation-inactive'; readonly line: number; readonly school: string };

/** The spreadsheet and the server. */
export type BookIssue =
  | { readonly code: 'book-busy' }
  | {
      readonly code: 'sheet-damaged';
      readonly sheet: string;
      readonly cell: string;
      readonly expected: string;
      readonly found: string;
    }
  | {
      readonly code: 'sheet-id-doubled';
      readonly sheet: string;
      readonly id: string;
      readonly rows: readonly number[];
    }
  | {
      readonly code: 'setting-invalid';
      readonly setting: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly code: 'report-older'; readonly reportDate: IsoDate; readonly bookDate: IsoDate }
  | { readonly code: 'sample-refused' }
  | { readonly code: 'book-empty' }
  | { readonly code: 'request-invalid'; readonly detail: string }
  | { readonly code: 'unexpected'; readonly detail: string };

export type Issue = FileIssue | RowIssue | BookIssue;
export type IssueCode = Issue['code'];

const WARNINGS: readonly IssueCode[] = [
  'columns-unknown',
  'columns-personal',
  'row-total',
  'inn-length',
  'active-above-total',
  'setting-invalid',
];
const INFOS: readonly IssueCode[] = ['organisation-inactive'];

export function severityOf(issue: Issue): Severity {
  if (WARNINGS.includes(issue.code)) return 'warning';
  return INFOS.includes(issue.code) ? 'info' : 'error';
}

/** An error of the product's own: carries the issue to the edge, where it becomes a sentence. */
export class IssueError extends Error {
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.code);
    this.name = 'IssueError';
    this.issue = issue;
  }
}
