import type { StepId } from '../../../domain/checklists/steps.ts';
import type { IsoDate } from '../../../domain/record.ts';
import type { Link, LinkKey } from '../../../text/links.ts';
import type { ChangeDraft } from '../../checklists/change-queue.ts';

/** What the parts of a school's pane may do and ask. */
export interface SchoolActions {
  readonly schoolId: string;
  readonly today: IsoDate;
  /** Addresses in force. */
  readonly links: Readonly<Record<LinkKey, Link>>;
  submit(draft: ChangeDraft): void;
  /** What a step will be once its tick is written; null where no tick of it is under way. */
  wanted(step: StepId): boolean | null;
  /** True where the column of the step is not in the book. */
  isMissing(step: StepId): boolean;
  /** Opens the list of a step, goes to it and shows how it is done. */
  reveal(step: StepId): void;
}
