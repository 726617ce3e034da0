import { COK_COUNT_HEADINGS, COK_COUNT_KEYS, type CokCountKey } from '../../domain/cok.ts';
import { columnLetter } from '../../domain/columns.ts';
import { HEADINGS } from '../../domain/headings.ts';
import { cokNotes } from '../../text/sheets/cok.ts';
import { FORMATS, type SheetLayout } from '../layout.ts';

const NOTES = cokNotes();
/** Pixels of the longest word of a heading, so that it is not broken. */
const WIDTH = 118;

/** «УБ ЦОК»: one row a school, written by an import or typed by hand. */
export const COK_LAYOUT: SheetLayout = {
  key: 'cok',
  name: 'УБ ЦОК',
  firstRow: 2,
  frozenColumns: 2,
  reference: 'cok.file',
  columns: [
    { heading: HEADINGS.orgId, note: NOTES.id, kind: 'id', width: WIDTH },
    { heading: 'Школа', note: NOTES.school, kind: 'id', width: 250 },
    ...COK_COUNT_KEYS.map((key) => ({
      heading: COK_COUNT_HEADINGS[key],
      note: NOTES[key],
      kind: 'file' as const,
      width: WIDTH,
    })),
    { heading: HEADINGS.date, note: NOTES.date, kind: 'file', width: 90, format: FORMATS.date },
    { heading: 'Было: дата', note: NOTES.before, kind: 'file', width: 90, format: FORMATS.date },
    { heading: 'Было: педагоги', note: NOTES.before, kind: 'file', width: WIDTH, format: FORMATS.share },
    { heading: 'Было: обучающиеся', note: NOTES.before, kind: 'file', width: WIDTH, format: FORMATS.share },
    { heading: 'Было: назначили', note: NOTES.before, kind: 'file', width: WIDTH, later: true },
    { heading: 'Было: просмотрели', note: NOTES.before, kind: 'file', width: WIDTH, later: true },
  ],
};

const COUNTS_FROM = 3;

/** 1-based columns by role. */
export const COK_COLUMNS = {
  name: 2,
  counts: COUNTS_FROM,
  date: COUNTS_FROM + COK_COUNT_KEYS.length,
  teachersBefore: COUNTS_FROM + COK_COUNT_KEYS.length + 2,
  studentsBefore: COUNTS_FROM + COK_COUNT_KEYS.length + 3,
  assignedBefore: COUNTS_FROM + COK_COUNT_KEYS.length + 4,
  viewedBefore: COUNTS_FROM + COK_COUNT_KEYS.length + 5,
} as const;

/** Letter of a count's column, for formulas. */
export function cokLetter(key: CokCountKey): string {
  return columnLetter(COUNTS_FROM - 1 + COK_COUNT_KEYS.indexOf(key));
}
