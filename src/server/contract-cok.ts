import type { CokRules } from '../domain/cok.ts';
import type { IsoDate, StatisticsRow } from '../domain/record.ts';
import type { CokWire } from '../import/cok/wire.ts';
import type { Remember } from '../import/remember.ts';

/** What the import of УБ ЦОК needs of the book beside `BookState`. */
export interface CokState {
  /** Rows of «УБ ЦОК» as `cokToRow` makes them. */
  readonly rows: readonly StatisticsRow[];
  readonly rules: CokRules;
  readonly aliases: readonly (readonly [name: string, id: string])[];
}

export interface CokRequest extends CokWire {
  readonly fileName: string;
  readonly remember?: Remember;
  /** Number of warnings that the user saw, for «Журнал». */
  readonly warnings?: number;
  /** Role or short code of who imports. */
  readonly who?: string;
  /** The invented district, as in `ImportRequest`. */
  readonly sample?: true;
}

export interface CokOutcome {
  readonly date: IsoDate;
  readonly schools: number;
  /** Had no counts before. */
  readonly filled: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Not in the file: they keep their counts with their own date. */
  readonly kept: number;
  /** As in `ImportOutcome`. */
  readonly answersLost?: true;
}
