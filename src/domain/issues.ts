import type { Group } from './columns.ts';
import type { IsoDate } from './record.ts';

/**
 * What can be wrong, as a code plus data. The Russian sentence (where, what was found, what was
 * expected, what to do) is made once, in src/text/issues/.
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

/** More people at a later stage than are registered. */
interface AboveRegistered {
  readonly line: number;
  readonly school: string;
  readonly group: Group;
  readonly found: number;
  readonly registered: number;
}

interface UnequalSum {
  readonly line: number;
  readonly school: string;
  readonly found: number;
  readonly sum: number;
}

export type FileKind = 'xls' | 'xlsb' | 'ods' | 'zip' | 'html' | 'json' | 'pdf' | 'binary';

/** The file as a whole, or its headings. */
export type FileIssue =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-not-table'; readonly kind: FileKind; readonly excerpt: string }
  | { readonly code: 'file-header-only' }
  /** Bytes that are not text in the file's own encoding, for example a download that was cut. */
  | { readonly code: 'file-bytes-damaged'; readonly line: number }
  /** UTF-8 that had been read as windows-1251 and saved again; read as it was meant. */
  | { readonly code: 'file-repaired' }
  /** Saved in an encoding without Cyrillic: question marks stand where letters were. */
  | { readonly code: 'file-letters-lost'; readonly excerpt: string }
  | { readonly code: 'workbook-damaged' }
  /** More cells or text than any table of schools has. */
  | { readonly code: 'workbook-too-big' }
  /** A workbook has other sheets beside the one that was read, or that one is hidden. */
  | {
      readonly code: 'sheet-taken';
      readonly sheet: string;
      readonly hidden: boolean;
      readonly others: readonly string[];
    }
  /** Lines above the headings, left out. */
  | { readonly code: 'lines-skipped'; readonly first: number; readonly last: number }
  | { readonly code: 'file-too-long'; readonly rows: number; readonly limit: number }
  | {
      readonly code: 'columns-missing';
      readonly headings: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly code: 'column-doubled'; readonly heading: string; readonly positions: readonly number[] }
  /** Headings are foreign, but the 25 columns stand in the source's order and their cells fit. */
  | { readonly code: 'columns-by-position'; readonly headings: readonly string[] }
  /** A person has said which column is which, now or at an earlier import. */
  | { readonly code: 'columns-chosen'; readonly columns: number }
  | { readonly code: 'columns-unknown'; readonly headings: readonly string[] }
  | { readonly code: 'columns-personal'; readonly headings: readonly string[] }
  | { readonly code: 'dates-several'; readonly dates: readonly IsoDate[] }
  /** Every school has 0 in these counts. */
  | { readonly code: 'columns-zero'; readonly headings: readonly string[]; readonly rows: number }
  /** Exactly as many rows as Metabase gives at most: the rest may have been cut off. */
  | { readonly code: 'rows-cut'; readonly rows: number }
  /** Exactly as many rows as one page of a table or a common limit. */
  | { readonly code: 'rows-page'; readonly rows: number }
  /** More issues of one code than are worth listing; they count, but are not listed. */
  | { readonly code: 'issues-omitted'; readonly of: RowIssue['code']; readonly count: number };

/** One row or one cell of the file. */
export type RowIssue =
  | { readonly code: 'row-ragged'; readonly line: number; readonly found: number; readonly expected: number }
  /** Fewer cells than headings inside a whole file: the missing ones are taken as blank. */
  | { readonly code: 'row-short'; readonly line: number; readonly found: number; readonly expected: number }
  /** The source wrote its own error message into the export: the rest of the schools is missing. */
  | { readonly code: 'row-export-error'; readonly line: number; readonly excerpt: string }
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
  | ({ readonly code: 'count-too-large'; readonly found: string; readonly limit: number } & Place)
  | ({ readonly code: 'date-missing' } & Place)
  | ({ readonly code: 'date-invalid'; readonly found: string } & Place)
  /** Day and month can be told apart in no way: «3/6/2026». */
  | ({ readonly code: 'date-ambiguous'; readonly found: string } & Place)
  /** A period instead of a day; its first day is taken. */
  | ({ readonly code: 'date-range'; readonly found: string; readonly taken: IsoDate } & Place)
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
  | ({ readonly code: 'active-above-registered' } & AboveRegistered)
  | ({ readonly code: 'linked-above-registered' } & AboveRegistered)
  | {
      readonly code: 'registered-above-total';
      readonly line: number;
      readonly school: string;
      readonly group: Group;
      readonly registered: number;
      readonly total: number;
    }
  /** A total of all three groups is not their sum. */
  | ({ readonly code: 'registered-sum' } & UnequalSum)
  | ({ readonly code: 'people-sum' } & UnequalSum)
  | {
      /** Against the last report in the book; the row is told by its school. */
      readonly code: 'active-dropped';
      readonly id: string;
      readonly school: string;
      readonly group: Group;
      readonly before: number;
      readonly after: number;
      readonly since: IsoDate;
    }
  | { readonly code: 'organisation-inactive'; readonly line: number; readonly school: string };

/** The spreadsheet and the server. */
export type BookIssue =
  | { readonly code: 'book-busy' }
  /** Another copy of the add-on's code writes into the same book. */
  | { readonly code: 'second-installation' }
  /** The layout of the book is of a newer version of the add-on. */
  | { readonly code: 'book-newer'; readonly found: number; readonly known: number }
  | { readonly code: 'setting-unknown'; readonly setting: string }
  /** Parts of sheets that are protected from the person. */
  /** `whole`: the book is as it was. */
  | { readonly code: 'sheet-closed'; readonly closed: readonly string[]; readonly whole: boolean }
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
  /** The book is not the one that the preview was made from. */
  | { readonly code: 'preview-stale' }
  /** «Кто» is to be a role or a short code, not a person's data. */
  | { readonly code: 'who-personal'; readonly found: string }
  | { readonly code: 'undo-nothing' }
  | { readonly code: 'journal-damaged'; readonly sheet: string }
  | { readonly code: 'sample-refused' }
  | { readonly code: 'sample-in-book' }
  | { readonly code: 'book-empty' }
  | { readonly code: 'request-invalid'; readonly detail: string }
  | { readonly code: 'unexpected'; readonly detail: string };

/**
 * What the guard of voluntariness finds in a text:
 *
 * - `voluntary-missing`: it concerns families and does not say that taking part is voluntary
 * - `force`: a word of force in a line about families, or in one that is not plainly about staff
 * - `demand`: so many more people are asked of families
 * - `law`: the law is said to demand МАХ
 * - `ban`: private messengers are forbidden
 * - `fine`: a fine or a loss of pay is tied to a percentage
 */
export type GuardRule = 'voluntary-missing' | 'force' | 'demand' | 'law' | 'ban' | 'fine';

/** Texts to schools: templates of «Настройки», which give way to the defaults. */
export type TextIssue =
  | {
      readonly code: 'template-field-unknown';
      readonly setting: string;
      readonly fields: readonly string[];
      readonly known: readonly string[];
    }
  | {
      readonly code: 'template-refused';
      readonly setting: string;
      readonly rule: GuardRule;
      /** Words that break the rule; '' where something is missing. */
      readonly found: string;
    };

/** УБ ЦОК: its file and its sheet. */
export type CokIssue =
  /** УБ ЦОК of an earlier day than the sheet holds. */
  | { readonly code: 'cok-older'; readonly reportDate: IsoDate; readonly bookDate: IsoDate }
  /** A count that only grows fell; the row is told by its school. */
  | {
      readonly code: 'cok-dropped';
      readonly school: string;
      readonly field: 'assigned' | 'viewed';
      readonly before: number;
      readonly after: number;
      readonly since: IsoDate;
    }
  /** A column holds shares where numbers of people are wanted. */
  | { readonly code: 'cok-percent'; readonly heading: string; readonly found: string }
  /** Neither who assigned lessons nor who viewed them. */
  | { readonly code: 'cok-no-counts' }
  | { readonly code: 'cok-school-doubled'; readonly school: string; readonly lines: readonly number[] };

/** «Чек-листы», changed by people while somebody works in the sidebar. */
export type ChecklistSheetIssue =
  | { readonly code: 'checklists-missing' }
  | { readonly code: 'checklist-school-missing'; readonly sheet: string }
  | { readonly code: 'checklist-column-missing'; readonly sheet: string; readonly column: string }
  | { readonly code: 'coordinator-place-missing'; readonly sheet: string };

export type Issue = FileIssue | RowIssue | BookIssue | ChecklistSheetIssue | TextIssue | CokIssue;
export type IssueCode = Issue['code'];

const WARNINGS: readonly IssueCode[] = [
  'columns-by-position',
  'dates-several',
  'columns-unknown',
  'columns-personal',
  'file-repaired',
  'lines-skipped',
  'row-total',
  'row-short',
  'date-range',
  'inn-length',
  'active-above-total',
  'active-above-registered',
  'linked-above-registered',
  'active-dropped',
  'cok-dropped',
  'columns-zero',
  'rows-cut',
  'report-older',
  'setting-invalid',
  'setting-unknown',
  'template-field-unknown',
  'template-refused',
];
const INFOS: readonly IssueCode[] = [
  'organisation-inactive',
  'issues-omitted',
  'columns-chosen',
  'sheet-taken',
  'registered-above-total',
  'registered-sum',
  'people-sum',
  'rows-page',
];

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
