import { describe, expect, it } from 'vitest';
import { newSheetState } from '../../../workbench/apps-script/book-state.ts';
import { engineSheetId } from '../../../workbench/engine/workbook.ts';
import { bookWithEngine, result, write } from './book.ts';

describe('results of formulas', () => {
  const cases: readonly [string, readonly unknown[][], string, unknown][] = [
    ['sum of numbers', [[1], [2]], '=SUM(A1:A2)', 3],
    ['digits kept as text are no number', [['007']], '=ISTEXT(A1)', true],
    ['text that looks like a formula stays text', [["'=1+1"]], '=A1', "'=1+1"],
    ['text that looks like a date stays text', [['2026-11-18']], '=ISTEXT(A1)', true],
    ['a formula that gives a blank cell is blank, not 0', [[null]], '=A1', ''],
    ['so is a blank chosen by a function', [[null]], '=INDEX(A1:A2,1)', ''],
    ['a blank still counts as 0', [[null]], '=A1+1', 1],
    ['division by zero', [[0]], '=1/A1', '#DIV/0!'],
    ['unknown function', [], '=NO_SUCH_FUNCTION(1)', '#NAME?'],
    ['unknown sheet', [], "='Нет такого'!A1", '#REF!'],
    ['lost reference', [], '=#REF!+1', '#REF!'],
    ['nothing found', [[1]], '=MATCH(5,A1:A1,0)', '#N/A'],
    ['status compared with its label', [['✓ цель']], '=COUNTIF(A1:A5,"✓ цель")', 1],
    ['floored share', [[41], [60]], '=INT(10000*A1/A2)/10000', 0.6833],
    ['array formula', [[1], [2]], '=SUM(ARRAYFORMULA(A1:A2*2))', 6],
    ['regular expression', [['школа № 5']], '=REGEXMATCH(A1,"№ [0-9]+")', true],
    ['clock of the emulator', [], '=TODAY()', 46344],
  ];
  it.each(cases)('%s', (_note, cells, formula, expected) => {
    const { book, engine, sheetId } = bookWithEngine();
    if (cells.length > 0) write(book, sheetId, 1, 1, cells as (string | number | null)[][]);
    write(book, sheetId, 1, 3, [[formula]]);
    expect(result(engine, sheetId, 1, 3)).toBe(expected);
  });

  it('a formula that does not parse in the locale is #ERROR!', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [[{ value: null, formula: '=SUM(1,2)', formulaBroken: true }]]);
    expect(result(engine, sheetId, 1, 1)).toBe('#ERROR!');
  });

  it('a cell without formula has no result of the engine', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [[5]]);
    expect(result(engine, sheetId, 1, 1)).toBeNull();
    expect(result(engine, sheetId, 9, 9)).toBeNull();
  });
});

describe('following the book', () => {
  it('a changed cell, target and formula show at the next read', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [[1, '=A1*2']]);
    expect(result(engine, sheetId, 1, 2)).toBe(2);
    write(book, sheetId, 1, 1, [[5]]);
    expect(result(engine, sheetId, 1, 2)).toBe(10);
    write(book, sheetId, 1, 2, [['=A1*3']]);
    expect(result(engine, sheetId, 1, 2)).toBe(15);
    write(book, sheetId, 1, 1, [[null]]);
    expect(result(engine, sheetId, 1, 2)).toBe(0);
  });

  it.each(['when the model is made', 'when the rule comes later'])(
    'what people typed into a checkbox stays what it is, %s',
    (when) => {
      const { book, engine, sheetId } = bookWithEngine();
      const typed = ['н/п', null, true, 46344];
      write(
        book,
        sheetId,
        1,
        1,
        typed.map((_, row) => [null, `=A${row + 1}`]),
      );
      if (when.endsWith('later')) expect(result(engine, sheetId, 1, 2)).toBe('');
      const validation = { type: 'CHECKBOX', values: [], allowInvalid: true, helpText: null } as const;
      write(
        book,
        sheetId,
        1,
        1,
        typed.map((value) => [{ value, validation }]),
      );
      expect(typed.map((_, row) => result(engine, sheetId, row + 1, 2))).toEqual(['н/п', '', true, 46344]);
    },
  );

  it('a chart, changed and taken away', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [
      ['', 'доля', 'цель'],
      ['11.11', 1, 2],
    ]);
    const area = (column: number, columns: number) => ({ sheetId, row: 1, column, rows: 2, columns });
    const chart = {
      id: 7,
      type: 'LINE',
      areas: [area(1, 1), area(2, 2)],
      options: { title: 'Ход', colors: ['#1a73e8'], width: 300, legend: { position: 'bottom' } },
      position: { row: 5, column: 2, offsetX: 3, offsetY: 4 },
      headers: 1,
    };
    const draw = (charts: readonly (typeof chart)[]) => {
      book.changeLayout(sheetId, (sheet) => {
        sheet.charts = charts;
      });
      const { getters } = engine.model();
      return getters.getFigures(engineSheetId(sheetId)).map(({ id, width, col, row, offset }) => ({
        ...{ id, width, col, row, offset },
        definition: getters.getChartDefinition(id),
      }));
    };
    const [drawn] = draw([chart]);
    expect(drawn).toMatchObject({
      ...{ width: 300, col: 1, row: 4, offset: { x: 3, y: 4 } },
      definition: {
        ...{ type: 'line', title: { text: 'Ход' }, legendPosition: 'bottom' },
        dataSetStyles: { 'series-0': { backgroundColor: '#1a73e8' } },
        dataSource: { dataSetsHaveTitle: true, labelRange: "'Лист1'!A1:A2" },
      },
    });
    const [changed] = draw([{ ...chart, type: 'BAR' }]);
    expect(changed?.definition).toMatchObject({ type: 'bar', horizontal: true });
    expect(draw([])).toEqual([]);
  });

  it('a new sheet, its new name and its end', () => {
    const { book, engine, sheetId } = bookWithEngine();
    expect(result(engine, sheetId, 1, 1)).toBeNull();
    const second = newSheetState(book.nextId(), 'Статистика');
    book.changeSheets((state) => {
      state.sheets.unshift(second);
    });
    write(book, second.id, 1, 1, [[7]]);
    write(book, sheetId, 1, 1, [['=Статистика!A1']]);
    expect(result(engine, sheetId, 1, 1)).toBe(7);
    book.changeSheets(() => {
      second.name = 'Отчёт';
    });
    write(book, sheetId, 1, 1, [['=Отчёт!A1+1']]);
    expect(result(engine, sheetId, 1, 1)).toBe(8);
    book.changeSheets((state) => {
      state.sheets.shift();
    });
    write(book, sheetId, 1, 1, [['=#REF!']]);
    expect(result(engine, sheetId, 1, 1)).toBe('#REF!');
  });

  it('a row put in above: the store moves cells and formulas, the engine follows', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [[1, '=A1']]);
    expect(result(engine, sheetId, 1, 2)).toBe(1);
    book.changeStructure(sheetId, (sheet) => {
      sheet.cells.unshift([]);
      sheet.maxRows += 1;
    });
    write(book, sheetId, 2, 2, [['=A2']]);
    expect(result(engine, sheetId, 2, 2)).toBe(1);
    expect(result(engine, sheetId, 1, 2)).toBeNull();
  });

  it('a restored snapshot', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [[1, '=A1']]);
    const before = book.snapshot();
    write(book, sheetId, 1, 1, [[2]]);
    expect(result(engine, sheetId, 1, 2)).toBe(2);
    book.restore(before);
    expect(result(engine, sheetId, 1, 2)).toBe(1);
  });

  it('a grid that shrinks and grows again', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1000, 1, [[1]]);
    write(book, sheetId, 1, 2, [['=SUM(A1:A)']]);
    expect(result(engine, sheetId, 1, 2)).toBe(1);
    book.changeStructure(sheetId, (sheet) => {
      sheet.cells.length = 10;
      sheet.maxRows = 10;
    });
    expect(result(engine, sheetId, 1, 2)).toBe(0);
    book.changeStructure(sheetId, (sheet) => {
      sheet.maxRows = 1200;
    });
    write(book, sheetId, 1200, 1, [[4]]);
    expect(result(engine, sheetId, 1, 2)).toBe(4);
  });
});

describe('custom functions', () => {
  const double = { name: 'DOUBLE_IT', parameters: ['value'] };
  const call = (_name: string, [given]: readonly unknown[]) =>
    ({
      ok: true,
      value: Array.isArray(given)
        ? given.map((row: number[]) => row.map((cell) => cell * 2))
        : Number(given) * 2,
    }) as const;

  it('a single cell is a scalar, a range rows of columns that spill', () => {
    const seen: unknown[] = [];
    const { book, engine, sheetId } = bookWithEngine({
      functions: [double],
      call: (name, args) => {
        seen.push(args[0]);
        return call(name, args);
      },
    });
    write(book, sheetId, 1, 1, [
      [1, 2, null, '=double_it(A1)'],
      [3, 4],
    ]);
    expect(result(engine, sheetId, 1, 4)).toBe(2);
    write(book, sheetId, 1, 6, [['=DOUBLE_IT(A1:B2)']]);
    expect(engine.results(sheetId, { row: 1, column: 6, rows: 2, columns: 2 })).toEqual([
      [
        { value: 2, error: null, format: null },
        { value: 4, error: null, format: null },
      ],
      [
        { value: 6, error: null, format: null },
        { value: 8, error: null, format: null },
      ],
    ]);
    expect(engine.spillExtent(sheetId)).toEqual({ rows: 2, columns: 7 });
    expect(seen).toEqual([
      1,
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  it('blocked by a value in its way it reads #REF!, and spills when the way is free', () => {
    const { book, engine, sheetId } = bookWithEngine({ functions: [double], call });
    write(book, sheetId, 1, 1, [[1], [2]]);
    write(book, sheetId, 2, 2, [['x']]);
    write(book, sheetId, 1, 2, [['=DOUBLE_IT(A1:A2)']]);
    expect(result(engine, sheetId, 1, 2)).toBe('#REF!');
    write(book, sheetId, 2, 2, [[null]]);
    expect(result(engine, sheetId, 1, 2)).toBe(2);
    expect(result(engine, sheetId, 2, 2)).toBe(4);
  });

  it('blanks, dates, texts and errors arrive as Sheets hands them over', () => {
    const seen: unknown[] = [];
    const { book, engine, sheetId } = bookWithEngine({
      functions: [double],
      call: (_name, args) => {
        seen.push(args[0]);
        return { ok: true, value: '' };
      },
    });
    write(book, sheetId, 1, 1, [[null, { value: 46344, numberFormat: 'dd.mm.yyyy' }, '007', '=1/0', true]]);
    write(book, sheetId, 2, 1, [['=DOUBLE_IT(A1:E1)']]);
    expect(result(engine, sheetId, 2, 1)).toBe('');
    expect(seen).toEqual([[['', new Date('2026-11-17T21:00:00Z'), '007', '#DIV/0!', true]]]);
  });

  it('what it throws is #ERROR!, and another book without it answers #NAME?', () => {
    const failing = bookWithEngine({
      functions: [double],
      call: () => ({ ok: false, message: 'нет' }),
    });
    write(failing.book, failing.sheetId, 1, 1, [['=DOUBLE_IT(1)']]);
    expect(result(failing.engine, failing.sheetId, 1, 1)).toBe('#ERROR!');
    const without = bookWithEngine();
    write(without.book, without.sheetId, 1, 1, [['=DOUBLE_IT(1)']]);
    expect(result(without.engine, without.sheetId, 1, 1)).toBe('#NAME?');
  });

  it('a function that comes after the first calculation is known at the next', () => {
    const functions: { name: string; parameters: string[] }[] = [];
    const { book, engine, sheetId } = bookWithEngine({ functions, call });
    write(book, sheetId, 1, 1, [['=LATE_COMER(2)']]);
    expect(result(engine, sheetId, 1, 1)).toBe('#NAME?');
    functions.push({ name: 'LATE_COMER', parameters: ['value'] });
    expect(result(engine, sheetId, 1, 1)).toBe(4);
  });

  it('a date in the result brings its format', () => {
    const { book, engine, sheetId } = bookWithEngine({
      functions: [double],
      call: () => ({ ok: true, value: { serial: 46344 } }),
    });
    write(book, sheetId, 1, 1, [['=DOUBLE_IT(1)']]);
    expect(engine.results(sheetId, { row: 1, column: 1, rows: 1, columns: 1 })).toEqual([
      [{ value: 46344, error: null, format: 'dd.mm.yyyy' }],
    ]);
  });
});

describe('colour rules', () => {
  const green = { background: '#a8ddb5', fontColor: '#202124' };
  const red = { background: '#f0998b' };

  it('the first rule that matches wins for each property', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 1, 1, [['✓ цель'], ['▼ ниже'], ['другое'], ['=IF(1>0,"✓ цель","")']]);
    const area = { row: 1, column: 1, rows: 4, columns: 1 };
    book.changeLayout(sheetId, (sheet) => {
      sheet.rules = [
        { areas: [area], condition: { type: 'TEXT_EQUAL_TO', values: ['✓ цель'] }, style: green },
        { areas: [area], condition: { type: 'TEXT_CONTAINS', values: ['е'] }, style: red },
      ];
    });
    expect(engine.ruleStyles(sheetId, area)).toEqual([[green], [red], [red], [green]]);
  });

  it('a formula is written for the first cell of the first area and moves with the cell', () => {
    const { book, engine, sheetId } = bookWithEngine();
    write(book, sheetId, 2, 1, [
      ['a', '▼ ниже'],
      ['b', '✓ цель'],
    ]);
    const area = { row: 2, column: 1, rows: 2, columns: 2 };
    book.changeLayout(sheetId, (sheet) => {
      sheet.rules = [
        {
          areas: [area],
          condition: { type: 'CUSTOM_FORMULA', values: [{ formula: '=$B2="✓ цель"' }] },
          style: green,
        },
      ];
    });
    expect(engine.ruleStyles(sheetId, area)).toEqual([
      [null, null],
      [green, green],
    ]);
    write(book, sheetId, 2, 2, [['✓ цель']]);
    expect(engine.ruleStyles(sheetId, { row: 2, column: 1, rows: 1, columns: 1 })).toEqual([[green]]);
  });
});
