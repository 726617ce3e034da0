import type { CokRules } from '../domain/cok.ts';
import type { Targets } from '../domain/indicators.ts';
import type { Issue } from '../domain/issues.ts';
import type { KindWords } from '../domain/organisation.ts';
import type { IsoDate, StatisticsRow } from '../domain/record.ts';
import type { DatedTargets } from '../domain/yardsticks/dated-targets.ts';
import type { Remember, Remembered } from '../import/remember.ts';
import type { LinkAddresses } from '../text/links.ts';
import type { ChecklistCalls } from './contract-checklists.ts';
import type { CokOutcome, CokRequest, CokState } from './contract-cok.ts';
import type { ReferenceCalls } from './contract-reference.ts';
import type { SampleCalls } from './contract-sample.ts';
import type { TextsCalls } from './contract-texts.ts';

/**
 * The typed contract between the sidebar and the server. Both sides compile against it: the
 * server's entry module exports one function a key of `ServerCalls`, the client calls by that key.
 * Only plain values travel: no Date (it would turn the whole result into null), no undefined.
 */

/** What the sidebar needs of the book, in one round trip. */
export interface BookState {
  /** Date of the data in «Статистика»; null in an empty book. */
  readonly date: IsoDate | null;
  /** Schools of «Статистика» in the order of their ids' rows, as rows of 25 cells. */
  readonly rows: readonly StatisticsRow[];
  /** Changes with whatever a preview shows of the book; goes back with the request to write. */
  readonly fingerprint: string;
  /** In force on the date of the data. */
  readonly targets: Targets;
  /** For a report of another date. */
  readonly datedTargets: DatedTargets;
  readonly kindWords: KindWords;
  /** What earlier imports left in «Настройки»: columns chosen by hand, МО to take. */
  readonly remembered: Remembered;
  /** Templates of texts written in «Настройки»: name behind `text.`, text. */
  readonly texts: readonly (readonly [name: string, text: string])[];
  /** Addresses that «Настройки» set instead of the defaults. */
  readonly links: LinkAddresses;
  /** The book holds the invented district of «Пример данных». */
  readonly sample: boolean;
  /** Rows of «УБ ЦОК» that hold counts, as `cokToRow` makes them, and how they are counted. */
  readonly cokRows: readonly StatisticsRow[];
  readonly cok: CokRules;
  /** What is wrong in «Настройки» and was replaced by its default. */
  readonly issues: readonly Issue[];
}

export interface ImportRequest {
  readonly fileName: string;
  /** At most `IMPORT_ROW_LIMIT` rows of 25 cells, one report date. */
  readonly rows: readonly StatisticsRow[];
  /** Reports of earlier dates in the same file, unique by date and id: for «История» only. */
  readonly older?: readonly StatisticsRow[];
  /** Written into «Настройки» with the import. */
  readonly remember?: Remember;
  /** Role or short code of who imports, for «Журнал»; refused with `who-personal` where it is neither. */
  readonly who?: string;
  /** Number of warnings that the user saw, for «Журнал». */
  readonly warnings?: number;
  /** `BookState.fingerprint` of the preview; refused with `preview-stale` where it holds no more. */
  readonly fingerprint?: string;
  /** The invented district; refused with `sample-in-book` or `sample-refused` where real and invented schools would mix. */
  readonly sample?: true;
}

export interface ImportOutcome {
  readonly date: IsoDate;
  readonly schools: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Schools of the book that the report does not have: kept, marked, their counts emptied. */
  readonly vanished: number;
  /** Date of the data in the book now: a later one than `date` where the report went to «История» only. */
  readonly bookDate: IsoDate | null;
  /** «Настройки» is closed to the person: what was answered in the preview is asked again next time. */
  readonly answersLost?: true;
}

/** What «Проверка установки» found. */
export interface InstallationCheck {
  /** The whole report, as text to copy. */
  readonly report: string;
  /** Lines of it that say what a person can do: rights, sheets, locale, time zones. */
  readonly advice: readonly string[];
  /** Number of platform facts that do not hold or could not be tried, and of other faults. */
  readonly faults: number;
  /** Another installation writes into the book. */
  readonly foreign: boolean;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issue: Issue };

/** Largest number of rows in one call (a city has about 2,500 organisations). */
export const IMPORT_ROW_LIMIT = 5000;

/** Functions of the server that the sidebar may call, by their global name. */
export interface ServerCalls extends ChecklistCalls, TextsCalls, ReferenceCalls, SampleCalls {
  sidebarReadBook(): Reply<BookState>;
  sidebarCheckInstallation(): Reply<InstallationCheck>;
  /** This installation writes into the book from now on; answers with the check after it. */
  sidebarTakeBookOver(): Reply<InstallationCheck>;
  sidebarImportStatistics(request: ImportRequest): Reply<ImportOutcome>;
  sidebarReadCok(): Reply<CokState>;
  sidebarImportCok(request: CokRequest): Reply<CokOutcome>;
  /** Gives every school a row to type into; answers with their number. */
  sidebarPrepareCok(): Reply<number>;
}

/** The view that the menu item opens; handed to the sidebar in its HTML as `data-view` of its <main>. */
export type SidebarView = 'start' | 'import' | 'cok' | 'checklists' | 'texts' | 'reference' | 'check';
