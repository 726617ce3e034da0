import type { LinkKey } from '../links.ts';

/** One paragraph of «Справка». */
export interface Paragraph {
  /** Never changes: errors and notes point to it. */
  readonly id: string;
  readonly title: string;
  /** One sentence group a line. */
  readonly lines: readonly string[];
  readonly links?: readonly LinkKey[];
}

export interface Chapter {
  /** Never changes. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}
