import type { Area, SheetArea } from '../cell.ts';
import type { Context } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { ServiceException } from '../errors.ts';
import { RangeService } from './range.ts';

export class FilterService extends Emulated {
  readonly platformName = 'Filter';
  private readonly context: Context;
  private readonly sheetId: number;

  constructor(context: Context, sheetId: number) {
    super();
    this.context = context;
    this.sheetId = sheetId;
  }

  getRange(): RangeService {
    const { filter } = this.context.book.sheet(this.sheetId);
    if (filter === null) throw new ServiceException('The filter was removed.');
    return new RangeService(this.context, { ...filter.area, sheetId: this.sheetId });
  }
  remove(): void {
    const { book, run } = this.context;
    run.write(() => {
      book.changeLayout(this.sheetId, (sheet) => {
        sheet.filter = null;
        sheet.rowLines = sheet.rowLines.map((line) => {
          if (line?.hiddenByFilter === undefined) return line;
          const { hiddenByFilter: _shown, ...rest } = line;
          return rest;
        });
      });
    });
  }
}

export function sheetFilter(context: Context, sheetId: number): FilterService | null {
  return context.book.sheet(sheetId).filter === null ? null : new FilterService(context, sheetId);
}

export function createFilter(context: Context, area: SheetArea): FilterService {
  if (context.book.sheet(area.sheetId).filter !== null) {
    throw new ServiceException("You can't create a filter in a sheet that already has a filter.");
  }
  const plain: Area = { row: area.row, column: area.column, rows: area.rows, columns: area.columns };
  context.run.write(() =>
    context.book.changeLayout(area.sheetId, (sheet) => {
      sheet.filter = { area: plain, criteria: {} };
    }),
  );
  return new FilterService(context, area.sheetId);
}
