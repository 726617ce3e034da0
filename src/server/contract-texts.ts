import type { Count, IsoDate } from '../domain/record.ts';
import type { PageRow, SchoolText } from '../text/messages/sheet-rows.ts';
import type { Reply } from './contract.ts';
import type { ChecklistRow } from './contract-checklists.ts';

/** What the texts need of the book beside its statistics. */
export interface TextsState {
  /** The last text of each school in «Журнал»: id, moment in milliseconds since 1970, what about. */
  readonly last: readonly LastText[];
  /**
   * Counts of the report at least a week older than the data: id, then active and all of teachers,
   * parents, students.
   */
  readonly earlier: readonly EarlierRow[];
  /** Rows of «Чек-листы»: a step that is ticked is not asked for, a promise is waited for. */
  readonly checklists: readonly ChecklistRow[];
  /** Today in the time zone of the spreadsheet. */
  readonly today: IsoDate;
}

export type LastText = readonly [id: string, when: number, about: string];

export type EarlierRow = readonly [
  id: string,
  teachersActive: Count,
  teachersTotal: Count,
  parentsActive: Count,
  parentsTotal: Count,
  studentsActive: Count,
  studentsTotal: Count,
];

/** A text that was copied, for «Журнал». Its words stay with the person. */
export interface CopiedText {
  readonly id: string;
  readonly school: string;
  readonly about: string;
}

export interface CopiedTexts {
  /** Role or short code of who copied; '' where nobody picked a name. */
  readonly who: string;
  readonly texts: readonly CopiedText[];
}

/** Where something was written for people to open. */
export interface WrittenSheet {
  readonly sheet: string;
}

export interface TextsCalls {
  /** @param date of the data, as `sidebarReadBook` gave it */
  sidebarReadTexts(date: IsoDate | null): Reply<TextsState>;
  /** Answers with the last texts of these schools. */
  sidebarLogTexts(request: CopiedTexts): Reply<readonly LastText[]>;
  /** Writes the sheet «Тексты», which is made where there is none. */
  sidebarWriteTexts(texts: readonly SchoolText[]): Reply<WrittenSheet>;
  /** Writes the page for a head. */
  sidebarWriteReport(rows: readonly PageRow[]): Reply<WrittenSheet>;
}
