import { type Fact, facts, type Plain, refusal } from './fact.ts';

const BASIC = 'gas-fakes test/testsheetsbasic.js, run live';
const SETS = 'gas-fakes test/testsheetssets.js, run live';
const DEVELOPER = 'gas-fakes test/testsheetsdeveloper.js, run live';
const VALUES = 'gas-fakes test/testsheetsvalues.js, run live';
const INFERRED = 'Sheets help: what hangs on cells moves with them';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const SHEET_FACTS: readonly Fact[] = [
  ...facts('live', [
    [
      'Sheet.sort takes the header along',
      BASIC,
      (s) => {
        s.getRange('A1:B3').setValues([
          ['Head', 'x'],
          ['B', 1],
          ['A', 2],
        ]);
        s.sort(1);
        return s.getRange('A1:A3').getValues() as Plain;
      },
      [['A'], ['B'], ['Head']],
    ],
    ['Sheet.sort of an empty sheet', BASIC, (s) => s.sort(1).getDataRange().getValues() as Plain, [['']]],
    [
      'insertSheet index is 0-based, getIndex 1-based',
      VALUES,
      (s) => {
        const made = s.getParent().insertSheet('facts-0', 0);
        const index = made.getIndex();
        s.getParent().deleteSheet(made);
        return index;
      },
      1,
    ],
    [
      'widths and heights',
      VALUES,
      (s) => {
        s.setColumnWidths(2, 3, 200).setRowHeight(3, 31);
        return [s.getColumnWidth(2), s.getColumnWidth(4), s.getRowHeight(3)];
      },
      [200, 200, 31],
    ],
    [
      'width of one column, name of a sheet',
      VALUES,
      (s) => {
        const name = s.getName();
        s.setColumnWidth(2, 77).setName('facts-name');
        const found = s.getName();
        s.setName(name);
        return [s.getColumnWidth(2), found];
      },
      [77, 'facts-name'],
    ],
    [
      'filter: one a sheet',
      SETS,
      (s) => {
        s.getRange('A1:C5').createFilter();
        return refusal(() => s.getRange('A1:B2').createFilter());
      },
      "You can't create a filter in a sheet that already has a filter.",
    ],
    [
      'filter removed',
      SETS,
      (s) => {
        s.getRange('A1:C5').createFilter().remove();
        return s.getFilter() === null;
      },
      true,
    ],
    [
      'protection of a sheet',
      BASIC,
      (s) => {
        const protection = s.protect().setDescription('d').setWarningOnly(true);
        protection.setUnprotectedRanges([s.getRange('A1:B1')]);
        return [
          protection.getDescription(),
          protection.isWarningOnly(),
          protection.canEdit(),
          protection.getEditors().length,
          String(protection.getProtectionType()),
          protection.getUnprotectedRanges().map((range) => range.getA1Notation()),
          protection.getRange().getA1Notation(),
        ];
      },
      ['d', true, true, 0, 'SHEET', ['A1:B1'], ''],
    ],
    [
      'protection of a range',
      BASIC,
      (s) => {
        const protection = s.getRange('A1:D5').protect();
        return [
          String(protection.getProtectionType()),
          protection.setRange(s.getRange('B2:E6')).getRange().getA1Notation(),
        ];
      },
      ['RANGE', 'B2:E6'],
    ],
    [
      'metadata of a row',
      DEVELOPER,
      (s) => {
        s.getRange('8:8').addDeveloperMetadata('k', 'v');
        const [entry] = s.getRange('8:8').getDeveloperMetadata();
        if (entry === undefined) return 'none';
        return [
          entry.getKey(),
          entry.getValue(),
          String(entry.getVisibility()),
          String(entry.getLocation().getLocationType()),
          s.getRange('C8').getDeveloperMetadata().length,
        ];
      },
      ['k', 'v', 'DOCUMENT', 'ROW', 0],
    ],
    [
      'metadata of a column, project-visible',
      DEVELOPER,
      (s) => {
        s.getRange('G:G').addDeveloperMetadata('k', 'v', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
        const [entry] = s.getRange('G:G').getDeveloperMetadata();
        return entry === undefined
          ? 'none'
          : [String(entry.getVisibility()), entry.getLocation().getColumn()?.getA1Notation() ?? ''];
      },
      ['PROJECT', 'G:G'],
    ],
    [
      'metadata of a block',
      DEVELOPER,
      (s) => refusal(() => s.getRange('B2:D4').addDeveloperMetadata('k', 'v')),
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    ],
    [
      'metadata moves and goes',
      DEVELOPER,
      (s) => {
        s.getRange('8:8').addDeveloperMetadata('k');
        const [entry] = s.getRange('8:8').getDeveloperMetadata();
        if (entry === undefined) return 'none';
        entry.moveToRow(s.getRange('9:9'));
        const row = entry.getLocation().getRow()?.getA1Notation() ?? '';
        entry.remove();
        return [row, s.getRange('9:9').getDeveloperMetadata().length];
      },
      ['9:9', 0],
    ],
  ]),
  ...facts('seen', [
    [
      'a second sheet of one name',
      'error text in public code',
      (s) => refusal(() => s.getParent().insertSheet(s.getName())) === sameName(s),
      true,
    ],
  ]),
  ...facts('docs', [
    ['a new sheet is 1000 × 26', 'common knowledge', (s) => [s.getMaxRows(), s.getMaxColumns()], [1000, 26]],
    [
      'hidden lines',
      'Sheet.hideRows, hideColumns',
      (s) => {
        s.hideRows(2, 2);
        s.hideColumns(1);
        return [
          s.isRowHiddenByUser(3),
          s.isRowHiddenByUser(4),
          s.isColumnHiddenByUser(1),
          s.isRowHiddenByFilter(2),
        ];
      },
      [true, false, true, false],
    ],
    [
      'appendRow goes below the last content',
      'Sheet.appendRow',
      (s) => {
        s.getRange('B3').setValue('x');
        s.appendRow(['a', 1]);
        return [s.getLastRow(), s.getRange('A4:B4').getValues()[0] as Plain];
      },
      [4, ['a', 1]],
    ],
    [
      'getLastRow counts unticked boxes',
      'Range.insertCheckboxes sets FALSE',
      (s) => {
        s.getRange('A1:A5').insertCheckboxes();
        return s.getLastRow();
      },
      5,
    ],
    [
      'inserted rows move what is below',
      INFERRED,
      (s) => {
        s.getRange('A5').setNote('n').setValue('x');
        s.getRange('B1').setFormula('=A5');
        s.getRange('5:5').addDeveloperMetadata('k');
        s.insertRowsBefore(3, 2);
        return [
          s.getRange('A7').getNote(),
          s.getRange('B1').getFormula(),
          s.getRange('7:7').getDeveloperMetadata().length,
          s.getMaxRows(),
        ];
      },
      ['n', '=A7', 1, 1002],
    ],
    [
      'deleted rows move up what is below, a reference into them breaks',
      INFERRED,
      (s) => {
        s.getRange('A5').setValue('x');
        s.getRange('B1:B2').setFormulas([['=A5'], ['=A3']]);
        s.deleteRows(3, 1);
        return [
          s.getRange('B1:B2').getFormulas() as Plain,
          s.getRange('A4').getValue() as Plain,
          s.getMaxRows(),
        ];
      },
      [[['=A4'], ['=#REF!']], 'x', 999],
    ],
    [
      'rows inserted after a row that is not there',
      'Sheet.insertRowsAfter',
      (s) => refusal(() => s.insertRowsAfter(s.getMaxRows() + 1, 1)) !== null,
      true,
    ],
    [
      'hide the only visible sheet',
      'Sheet.hideSheet',
      (s) => {
        const others = s
          .getParent()
          .getSheets()
          .filter((sheet) => sheet.getSheetId() !== s.getSheetId() && !sheet.isSheetHidden());
        for (const sheet of others) sheet.hideSheet();
        const refused = refusal(() => s.hideSheet()) !== null;
        for (const sheet of others) sheet.showSheet();
        return refused;
      },
      true,
    ],
    [
      'named range follows its cells',
      'Spreadsheet.setNamedRange',
      (s) => {
        s.getParent().setNamedRange('facts_range', s.getRange('B2:B4'));
        s.insertRowBefore(1);
        const range = s.getParent().getRangeByName('facts_range');
        s.getParent().removeNamedRange('facts_range');
        return range === null ? null : range.getA1Notation();
      },
      'B3:B5',
    ],
  ]),
];

function sameName(s: Sheet): string {
  return `A sheet with the name "${s.getName()}" already exists. Please enter another name.`;
}
