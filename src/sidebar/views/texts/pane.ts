/** What the view shows of one kind of text. */
export interface Pane {
  readonly element: HTMLElement;
  /** «Журнал» and «История» were read, or a text was copied. */
  known(): void;
  /** The view came to the front: another school may be chosen by now. */
  reveal(): void;
  /** A school was picked in the field above; only one kind of text has it. */
  pick?(id: string): void;
}
