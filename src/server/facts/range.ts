import { type Fact, facts, type Plain, refusal } from './fact.ts';

const GF = (file: string): string => `gas-fakes test/${file}.js, run live`;

const plain = (values: readonly (readonly unknown[])[]): Plain => values as readonly (readonly Plain[])[];

export const RANGE_FACTS: readonly Fact[] = [
  ...facts('live', [
    ['range A1', GF('testsheetsdeveloper'), (s) => s.getRange('B2:D5').getA1Notation(), 'B2:D5'],
    ['range $', GF('testsheetsdeveloper'), (s) => s.getRange('$C$3').getA1Notation(), 'C3'],
    ['range rows', GF('testsheetsdeveloper'), (s) => s.getRange('5:7').getA1Notation(), '5:7'],
    [
      'range rows, size',
      GF('testsheetsdeveloper'),
      (s) => [s.getRange('5:7').getNumRows(), s.getRange('5:7').getNumColumns() === s.getMaxColumns()],
      [3, true],
    ],
    ['range columns', GF('testsheetsdeveloper'), (s) => s.getRange('D:F').getA1Notation(), 'D:F'],
    [
      'range columns, size',
      GF('testsheetsdeveloper'),
      (s) => [s.getRange('D:F').getNumColumns(), s.getRange('D:F').getNumRows() === s.getMaxRows()],
      [3, true],
    ],
    ['range inverted', GF('testsheetsdeveloper'), (s) => s.getRange('C5:B2').getA1Notation(), 'B2:C5'],
    ['range inverted rows', GF('testsheetsdeveloper'), (s) => s.getRange('5:2').getA1Notation(), '2:5'],
    ['range inverted columns', GF('testsheetsdeveloper'), (s) => s.getRange('D:B').getA1Notation(), 'B:D'],
    ['range R1C1', GF('testsheets'), (s) => s.getRange('R5C3').getA1Notation(), 'C5'],
    ['range R1C1 block', GF('testsheets'), (s) => s.getRange('r1c1:r2c2').getA1Notation(), 'A1:B2'],
    ['range RC1 is a cell', GF('testsheets'), (s) => s.getRange('RC1').getA1Notation(), 'RC1'],
    [
      'range with its sheet',
      GF('testsheetsdeveloper'),
      (s) => s.getRange(`'${s.getName()}'!E10:F12`).getA1Notation(),
      'E10:F12',
    ],
    [
      'range bounds of rows',
      GF('testsheetsdeveloper'),
      (s) => {
        const range = s.getRange('3:5');
        return [
          range.isStartRowBounded(),
          range.isEndRowBounded(),
          range.isStartColumnBounded(),
          range.isEndColumnBounded(),
        ];
      },
      [true, true, false, false],
    ],
    ['range offset', GF('testsheetsvui'), (s) => s.getRange('A1:B2').offset(2, 1).getA1Notation(), 'B3:C4'],
    [
      'range offset of one row',
      GF('testsheetsvui'),
      (s) => s.getRange('A1:B2').offset(1, 1, 1).getA1Notation(),
      'B2:C2',
    ],
    [
      'range offset of no rows',
      GF('testsheetsvui'),
      (s) => refusal(() => s.getRange('A1:B2').offset(0, 0, 0)),
      'The number of rows in the range must be at least 1.',
    ],
    [
      'range offset of no columns',
      GF('testsheetsvui'),
      (s) => refusal(() => s.getRange('A1:B2').offset(0, 0, 1, 0)),
      'The number of columns in the range must be at least 1.',
    ],
    ['range getCell', GF('testsheetsvui'), (s) => s.getRange('C2:D4').getCell(2, 2).getA1Notation(), 'D3'],
    ['range toString', GF('testsheetsvui'), (s) => String(s.getRange('A1')), 'Range'],
    [
      'range ends',
      GF('testsheetsvui'),
      (s) => {
        const range = s.getRange('C2:D4');
        return [range.getRow(), range.getColumn(), range.getLastRow(), range.getLastColumn()];
      },
      [2, 3, 4, 4],
    ],
    [
      'range signature error',
      GF('testsheetsbasic'),
      (s) => refusal(() => Reflect.apply(s.getRange('A1').setNotes, s.getRange('A1'), ['foo'])),
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.",
    ],
    [
      'values of an empty sheet',
      GF('testsheetsbasic'),
      (s) => [plain(s.getDataRange().getValues()), s.getLastRow(), s.getLastColumn()],
      [[['']], 0, 0],
    ],
    [
      'trimWhitespace',
      GF('testsheetsvalues'),
      (s) => {
        s.getRange('A1:A4').setValues([[' before'], ['after '], ['two  middle  blanks'], ['   =SUM(1,2)']]);
        return plain(s.getRange('A1:A4').trimWhitespace().getValues());
      },
      [['before'], ['after'], ['two middle blanks'], ['=SUM(1,2)']],
    ],
    [
      'setFormula counts relative references up',
      GF('testsheetsformatting'),
      (s) => plain(s.getRange('C3:D4').setFormula('=A1').getFormulas()),
      [
        ['=A1', '=B1'],
        ['=A2', '=B2'],
      ],
    ],
    ['setFormula without =', GF('testsheets'), (s) => s.getRange('A1').setFormula('B2').getFormula(), '=B2'],
    [
      'sort: numbers, texts, booleans, blanks',
      GF('testassist, compareMixedValues'),
      (s) => {
        s.getRange('A1:A6').setValues([['b'], [true], [''], [2], ['a'], [1]]);
        return plain(s.getRange('A1:A6').sort(1).getValues());
      },
      [[1], [2], ['a'], ['b'], [true], ['']],
    ],
    [
      'sort descending',
      GF('testsheetsvalues'),
      (s) => {
        s.getRange('B1:C3').setValues([
          [4, false],
          [9, 10],
          [14, 15],
        ]);
        return plain(s.getRange('B1:C3').sort({ column: 3, ascending: false }).getValues());
      },
      [
        [4, false],
        [14, 15],
        [9, 10],
      ],
    ],
    [
      'merge keeps the corner',
      GF('testsheets, Range Merging'),
      (s) => {
        s.getRange('A1:B2').setValues([
          ['a', 'b'],
          ['c', 'd'],
        ]);
        s.getRange('A1:B2').merge();
        return [
          s.getRange('B2').isPartOfMerge(),
          s.getRange('A1').getDisplayValue(),
          s.getRange('C3').isPartOfMerge(),
        ];
      },
      [true, 'a', false],
    ],
    [
      'mergeAcross',
      GF('testsheets, Range Merging'),
      (s) => {
        s.getRange('D1:F2').mergeAcross();
        const merged = s.getRange('A1:F9').getMergedRanges();
        return merged.map((range) => range.getA1Notation()).sort();
      },
      ['D1:F1', 'D2:F2'],
    ],
    [
      'breakApart',
      GF('testsheets, Range Merging'),
      (s) => {
        s.getRange('A1:B2').merge().breakApart();
        return s.getRange('A1:F9').getMergedRanges().length;
      },
      0,
    ],
    [
      'moveTo, overlapping',
      GF('testsheets, Range.moveTo'),
      (s) => {
        s.getRange('A1:B2')
          .setBackground('#ff0000')
          .setValues([
            ['a', 'b'],
            ['c', 'd'],
          ]);
        s.getRange('A1:B2').moveTo(s.getRange('B1'));
        return [
          plain(s.getRange('A1:C2').getValues()),
          s.getRange('A1').getBackground(),
          s.getRange('C2').getBackground(),
        ];
      },
      [
        [
          ['', 'a', 'b'],
          ['', 'c', 'd'],
        ],
        '#ffffff',
        '#ff0000',
      ],
    ],
    [
      'getNextDataCell',
      GF('testsheets, Range.getNextDataCell'),
      (s) => {
        s.getRange('B2').setValue('x');
        s.getRange('B5').setValue('x');
        s.getRange('D2:D4').setValues([['x'], ['x'], ['x']]);
        const next = (from: string, to: GoogleAppsScript.Spreadsheet.Direction): string =>
          s.getRange(from).getNextDataCell(to).getA1Notation();
        const { DOWN, UP } = SpreadsheetApp.Direction;
        return [
          next('B1', DOWN),
          next('B2', DOWN),
          next('D2', DOWN),
          next('B4', UP),
          next('D4', UP),
          next('B2', UP),
        ];
      },
      ['B2', 'B5', 'D4', 'B2', 'D2', 'B1'],
    ],
    [
      'copyTo a smaller target copies all',
      GF('testsheets, Range.copyTo'),
      (s) => {
        s.getRange('A1:B2')
          .setBackground('#ff0000')
          .setValues([
            ['a', 'b'],
            ['c', 'd'],
          ]);
        s.getRange('A1:B2').copyTo(s.getRange('G1'));
        return [plain(s.getRange('G1:H2').getValues()), s.getRange('H2').getBackground()];
      },
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        '#ff0000',
      ],
    ],
    [
      'copyTo a larger target repeats whole multiples',
      GF('testsheets, Range.copyTo'),
      (s) => {
        s.getRange('A1:B1').setValues([['a', 'b']]);
        s.getRange('A1:B1').copyTo(s.getRange('D1:F2'));
        return plain(s.getRange('D1:F2').getValues());
      },
      [
        ['a', 'b', ''],
        ['a', 'b', ''],
      ],
    ],
    [
      'copyTo contentsOnly leaves formats',
      GF('testsheets, Range.copyTo'),
      (s) => {
        s.getRange('A1').setValue('x').setBackground('#ff0000');
        s.getRange('B1').setBackground('#cccccc');
        s.getRange('A1').copyTo(s.getRange('B1'), { contentsOnly: true });
        return [s.getRange('B1').getValue() as Plain, s.getRange('B1').getBackground()];
      },
      ['x', '#cccccc'],
    ],
    [
      'copyTo formatOnly leaves values',
      GF('testsheets, Range.copyTo'),
      (s) => {
        s.getRange('A1').setValue('x').setBackground('#ff0000');
        s.getRange('B1').setValue('y');
        s.getRange('A1').copyTo(s.getRange('B1'), { formatOnly: true });
        return [s.getRange('B1').getValue() as Plain, s.getRange('B1').getBackground()];
      },
      ['y', '#ff0000'],
    ],
    [
      'copyTo transposed',
      GF('testsheets, Range.copyTo'),
      (s) => {
        s.getRange('A1:B2').setValues([
          ['a', 'b'],
          ['c', 'd'],
        ]);
        s.getRange('A1:B2').copyTo(s.getRange('D1'), SpreadsheetApp.CopyPasteType.PASTE_NORMAL, true);
        return plain(s.getRange('D1:E2').getValues());
      },
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
    ],
    [
      'copyTo of blanks clears',
      GF('testsheets, Range.copyTo'),
      (s) => {
        s.getRange('D1').setValue('x').setBackground('#00ff00');
        s.getRange('A1').copyTo(s.getRange('D1'));
        return [s.getRange('D1').getValue() as Plain, s.getRange('D1').getBackground()];
      },
      ['', '#ffffff'],
    ],
    [
      'copyTo without a target',
      GF('testsheets, Range.copyTo'),
      (s) => refusal(() => Reflect.apply(s.getRange('A1').copyTo, s.getRange('A1'), [])),
      "The parameters () don't match the method signature for SpreadsheetApp.Range.copyTo.",
    ],
  ]),
  ...facts('seen', [
    [
      'setValues with too few rows',
      'error text in public code',
      (s) => refusal(() => s.getRange('A1:A2').setValues([['x']])),
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      'setValues with too many columns',
      'error text in public code',
      (s) => refusal(() => s.getRange('A1').setValues([['x', 'y']])),
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    ],
    [
      'range outside of the grid',
      'error text in public code',
      (s) => refusal(() => s.getRange(s.getMaxRows() + 1, 1).setValue('x')),
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      '50,000 characters',
      'secator#96',
      (s) => refusal(() => s.getRange('A1').setValue('x'.repeat(50_001))),
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ]),
  ...facts('docs', [
    [
      'getRange of no rows',
      'Sheet.getRange; gas-fakes for the text',
      (s) => refusal(() => s.getRange(1, 1, 0, 1)),
      'The number of rows in the range must be at least 1.',
    ],
    [
      'getFormulas of values',
      'Range.getFormulas',
      (s) => {
        s.getRange('A1:B1').setValues([['x', '=A2']]);
        return plain(s.getRange('A1:B1').getFormulas());
      },
      [['', '=A2']],
    ],
  ]),
];
