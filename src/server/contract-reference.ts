import type { Link, LinkKey } from '../text/links.ts';
import type { Chapter } from '../text/reference/paragraph.ts';
import type { Reply } from './contract.ts';
import type { WrittenSheet } from './contract-texts.ts';

/** «Справка» with the links in force. Its words live on the server: the page of the sidebar has no room. */
export interface Reference {
  readonly chapters: readonly Chapter[];
  readonly links: Readonly<Record<LinkKey, Link>>;
}

export interface ReferenceCalls {
  sidebarReadReference(): Reply<Reference>;
  /** Writes the sheet «Справка», which is made where there is none; answers with its name. */
  sidebarWriteReference(): Reply<WrittenSheet>;
}
