import { Component, xml } from '@odoo/owl';
import type { CalculatorHost } from '../apps-script/calculator.ts';
import { hostOf } from '../engine/context.ts';
import { registries, UIPlugin } from '../engine/o-spreadsheet.ts';
import { bookSheetId } from '../engine/workbook.ts';

/** Notes of cells, which the engine does not have: a corner in the cell, the text on hover. */

const CORNER = 6;
const CORNER_COLOUR = '#f6b400';

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
    return this.host?.book.findSheet(bookSheetId(sheetId))?.cells[row]?.[col]?.note ?? '';
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
