import { Component, xml } from '@odoo/owl';
import type { CalculatorHost } from '../apps-script/calculator.ts';
import type { Book } from '../apps-script/store.ts';
import { hostOf } from '../engine/context.ts';
import { registries, UIPlugin } from '../engine/o-spreadsheet.ts';
import type { RestOfBook } from '../engine/prepared.ts';
import { bookSheetId } from '../engine/workbook.ts';

/** Notes of cells, which the engine does not have: a corner in the cell, the text on hover. */

const CORNER = 6;
const CORNER_COLOUR = '#f6b400';

/** Row and column from 1. */
export type Note = readonly [row: number, column: number, text: string];

/** Notes of books whose cells are not read. */
const early = new WeakMap<Book, Map<string, string>>();

function placeOf(sheetId: number, row: number, column: number): string {
  return `${sheetId} ${row} ${column}`;
}

/** These are shown until the cells of the book are read, which have them too. */
export function showNotes(book: Book, sheetId: number, notes: readonly Note[], rest: RestOfBook): void {
  early.set(book, new Map(notes.map(([row, column, text]) => [placeOf(sheetId, row, column), text])));
  rest.whenRead(() => early.delete(book));
}

type Config = ConstructorParameters<typeof UIPlugin>[0];
type Drawing = Parameters<UIPlugin['drawLayer']>[0];

interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

class NotesPlugin extends UIPlugin {
  static override getters = ['getCellNote'];
  static override layers: UIPlugin['constructor'] extends never ? never : ['Clipboard'] = ['Clipboard'];
  private readonly host: CalculatorHost | null;

  constructor(config: Config) {
    super(config);
    this.host = hostOf(config.custom);
  }

  getCellNote({ sheetId, col, row }: Position): string {
    if (this.host === null) return '';
    const { book } = this.host;
    const id = bookSheetId(sheetId);
    const known = early.get(book);
    if (known !== undefined) return known.get(placeOf(id, row + 1, col + 1)) ?? '';
    return book.findSheet(id)?.cells[row]?.[col]?.note ?? '';
  }

  override drawLayer({ ctx }: Drawing): void {
    ctx.fillStyle = CORNER_COLOUR;
    for (const position of this.getters.getVisibleCellPositions()) {
      if (this.getCellNote(position) === '') continue;
      const { col, row } = position;
      const { x, y, width } = this.getters.getVisibleRect({ left: col, right: col, top: row, bottom: row });
      if (width <= CORNER) continue;
      ctx.beginPath();
      ctx.moveTo(x + width - CORNER, y);
      ctx.lineTo(x + width, y);
      ctx.lineTo(x + width, y + CORNER);
      ctx.fill();
    }
  }
}

class NotePopover extends Component {
  static override template = xml`<div class="cell-note" t-out="props.note"/>`;
  static override props = { note: String, onClosed: { type: Function, optional: true } };
  static maxSize = { maxHeight: 260 };
}

function noteAt(getters: object, position: Position): string {
  const ask: unknown = Reflect.get(getters, 'getCellNote');
  const note: unknown = typeof ask === 'function' ? ask(position) : '';
  return typeof note === 'string' ? note : '';
}

/** To be called once, before the first model is made. */
export function registerNotes(): void {
  registries.featurePluginRegistry.add('notes', NotesPlugin);
  registries.cellPopoverRegistry.add('Note', {
    onHover: (position, getters) => {
      const note = noteAt(getters, position);
      if (note === '') return { isOpen: false };
      return { isOpen: true, props: { note }, Component: NotePopover, cellCorner: 'top-right' };
    },
  });
}
