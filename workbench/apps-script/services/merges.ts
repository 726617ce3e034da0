/** Merged cells of a sheet. */
import { contains, intersects } from '../address.ts';
import type { Area, SheetArea } from '../cell.ts';
import { withContent } from '../content.ts';
import type { Context } from '../context.ts';

export function mergesIn({ book }: Context, area: SheetArea): readonly Area[] {
  return book.sheet(area.sheetId).merges.filter((merge) => intersects(merge, area));
}

/** Merges parts of an area; the values of the cells under a merge go, but that of its corner. */
export function mergeCells({ book, run }: Context, whole: SheetArea, parts: readonly Area[]): void {
  const { sheetId } = whole;
  run.write(() => {
    book.changeLayout(sheetId, (sheet) => {
      sheet.merges = [...sheet.merges.filter((merge) => !intersects(merge, whole)), ...parts];
    });
    for (const part of parts) {
      book.writeCells(sheetId, part, (cell, row, column) =>
        row === 0 && column === 0 ? cell : withContent(cell, { value: null }),
      );
    }
  });
}

/** Takes apart the merges that begin in an area. */
export function breakMerges({ book, run }: Context, area: SheetArea): void {
  run.write(() =>
    book.changeLayout(area.sheetId, (sheet) => {
      sheet.merges = sheet.merges.filter((merge) => !contains(area, merge.row, merge.column));
    }),
  );
}
