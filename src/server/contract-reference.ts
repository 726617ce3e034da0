import type { Reply } from './contract.ts';
import type { WrittenSheet } from './contract-texts.ts';

/** Chapter, paragraph, text, links. */
export type ReferenceRow = readonly [chapter: string, title: string, text: string, links: string];

export interface ReferenceCalls {
  /** Writes the sheet «Справка», which is made where there is none; answers with its name. */
  sidebarWriteReference(rows: readonly ReferenceRow[]): Reply<WrittenSheet>;
}
