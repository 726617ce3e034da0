import { expect, it } from 'vitest';
import { dispatchTo } from '../../../workbench/engine/batch.ts';
import { quietly } from '../../../workbench/engine/o-spreadsheet.ts';
import { engineSheetId } from '../../../workbench/engine/workbook.ts';
import { bookWithEngine, write } from './book.ts';

it('a filter gives its cells no look, a table of the grid’s own does', () => {
  const { book, engine, sheetId } = bookWithEngine();
  write(book, sheetId, 1, 1, [
    ['Школа', 'Учителя', null, 'Класс'],
    ['Лицей № 1', 40, null, '5А'],
  ]);
  book.changeLayout(sheetId, (sheet) => {
    sheet.filter = { area: { row: 1, column: 1, rows: 2, columns: 2 }, criteria: {} };
  });
  const model = engine.model();
  const id = engineSheetId(sheetId);
  const table = { left: 3, right: 3, top: 0, bottom: 1 };
  const config = {
    ...model.getters.getTables(id)[0]?.config,
    hasFilters: false,
    styleId: 'TableStyleMedium2',
  };
  const ranges = [{ _sheetId: id, _zone: table }];
  quietly(() => dispatchTo(model)('CREATE_TABLE', { sheetId: id, ranges, config, tableType: 'static' }));
  const styleAt = (col: number) => model.getters.getCellTableStyle({ sheetId: id, col, row: 0 });
  const borderAt = (col: number) => model.getters.getCellTableBorder({ sheetId: id, col, row: 0 });
  expect(model.getters.isFilterHeader({ sheetId: id, col: 0, row: 0 })).toBe(true);
  expect([styleAt(0), borderAt(0)]).toEqual([undefined, undefined]);
  expect(styleAt(3)).toHaveProperty('fillColor');
});
