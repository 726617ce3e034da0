import type { IssueCode } from '../domain/issues.ts';

/** Which paragraph of «Справка» explains issues whose code begins so; the first that fits counts. */
const PARAGRAPHS: readonly (readonly [beginning: string, paragraph: string])[] = [
  ['columns-personal', 'honesty.personal'],
  ['who-personal', 'honesty.personal'],
  ['template-', 'honesty.voluntary'],
  ['second-installation', 'trouble.installation'],
  ['book-newer', 'trouble.installation'],
  ['book-empty', 'sheets.all'],
  ['book-busy', 'trouble.busy'],
  ['preview-stale', 'trouble.busy'],
  ['undo-', 'trouble.undo'],
  ['unexpected', 'trouble.accounts'],
  ['sheet-closed', 'trouble.accounts'],
  ['rows-', 'trouble.sense'],
  ['columns-zero', 'trouble.sense'],
  ['report-older', 'trouble.older'],
  ['cok-older', 'trouble.older'],
  ['sample-', 'trouble.sample'],
  ['organisation-inactive', 'columns.activity'],
  ['file-', 'trouble.file'],
  ['workbook-', 'trouble.file'],
  ['sheet-taken', 'trouble.file'],
  ['lines-', 'trouble.file'],
  ['column', 'trouble.file'],
  ['dates-', 'trouble.file'],
  ['issues-', 'trouble.file'],
  ['row-', 'trouble.row'],
  ['count-', 'trouble.row'],
  ['date-', 'trouble.row'],
  ['digits-', 'trouble.row'],
  ['inn-', 'trouble.row'],
  ['text-', 'trouble.row'],
  ['id-', 'trouble.row'],
  ['active-', 'trouble.sense'],
  ['linked-', 'trouble.sense'],
  ['registered-', 'trouble.sense'],
  ['people-', 'trouble.sense'],
  ['step-', 'trouble.ticks'],
  ['exception-', 'trouble.ticks'],
  ['invitation', 'cok.invitations'],
  ['cok-', 'cok.file'],
  ['setting-', 'sheets.settings'],
];

/** Id of the paragraph that says more about an issue; what has none of its own is about the book. */
export function paragraphOf(code: IssueCode): string {
  return PARAGRAPHS.find(([beginning]) => code.startsWith(beginning))?.[1] ?? 'trouble.book';
}
