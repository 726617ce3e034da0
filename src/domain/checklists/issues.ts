import type { StepId } from './steps.ts';

/** Where in «Чек-листы»: the name of the school, as the sheet shows it. */
interface SchoolPlace {
  readonly school: string;
}

/** What can be wrong in a row of «Чек-листы». Nothing of it is overwritten; a person mends it. */
export type ChecklistIssue =
  | ({
      readonly code: 'step-cell-wrong';
      readonly step: StepId;
      readonly fault: 'text' | 'future';
      readonly found: string;
    } & SchoolPlace)
  /** A piece of «не применимо» that names no step. */
  | ({ readonly code: 'exception-unknown'; readonly found: string } & SchoolPlace)
  | ({ readonly code: 'exception-doubled'; readonly step: StepId } & SchoolPlace)
  /** Left out all the same, but somebody will ask why. */
  | ({ readonly code: 'exception-without-reason'; readonly step: StepId } & SchoolPlace)
  | ({
      readonly code: 'invitation-date-wrong';
      readonly fault: 'text' | 'future';
      readonly found: string;
    } & SchoolPlace)
  | ({ readonly code: 'invitation-count-wrong'; readonly found: string } & SchoolPlace)
  /** People are pending, but the day of the batch is missing, so it cannot be said when it lapses. */
  | ({ readonly code: 'invitation-date-missing'; readonly pending: number } & SchoolPlace)
  /** «обещали до» without a day that can be read. */
  | ({ readonly code: 'promise-unclear'; readonly found: string } & SchoolPlace);
