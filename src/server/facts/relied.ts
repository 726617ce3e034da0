import { described, type Fact, type Plain, refusal } from './fact.ts';

const BASIC = 'gas-fakes test/testsheetsbasic.js, run live';
const SETS = 'gas-fakes test/testsheetssets.js, run live';
const DEVELOPER = 'gas-fakes test/testsheetsdeveloper.js, run live';
const INFERRED = 'Sheets help: what hangs on cells moves with them';
const STORES = 'gas-fakes test/teststores.js, run live';

/** A fact that the add-on relies on, with its name in the installation check. */
export interface ReliedFact extends Fact {
  readonly title: string;
}

type Row = readonly [title: string, id: string, source: string, probe: Fact['probe'], expected: Plain];

function relied(certainty: Fact['certainty'], rows: readonly Row[]): ReliedFact[] {
  return rows.map(([title, id, source, probe, expected]) => ({
    title,
    id,
    certainty,
    source,
    locale: null,
    probe,
    expected,
  }));
}

/** What «Проверка установки» tries on the live platform; they are a part of `FACTS`. */
export const RELIED_FACTS: readonly ReliedFact[] = [
  ...relied('live', [
    [
      'Защита заголовков с предупреждением',
      'Sheet.getProtections gives the protected ranges of the sheet, warning-only ones too',
      BASIC,
      (s) => {
        const before = s.getProtections(SpreadsheetApp.ProtectionType.RANGE).length;
        s.getRange('A1:D1').protect().setDescription('d').setWarningOnly(true);
        const found = s.getProtections(SpreadsheetApp.ProtectionType.RANGE);
        return [
          before,
          found.map((range) => range.getDescription()),
          found.map((range) => range.isWarningOnly()),
        ];
      },
      [0, ['d'], [true]],
    ],
    [
      'Метки листов: поиск и изменение',
      'metadata of a sheet, found and changed',
      DEVELOPER,
      (s) => {
        s.addDeveloperMetadata('facts-key', 'v');
        const found = s
          .getParent()
          .createDeveloperMetadataFinder()
          .withKey('facts-key')
          .withValue('v')
          .find();
        found[0]?.setValue('w').setKey('facts-other');
        const [entry] = s.getDeveloperMetadata();
        return [
          found.length,
          entry?.getKey() ?? '',
          entry?.getValue() ?? '',
          String(entry?.getLocation().getLocationType()),
        ];
      },
      [1, 'facts-other', 'w', 'SHEET'],
    ],
    [
      'Фильтр листа',
      'filter from anywhere',
      SETS,
      (s) => {
        const before = s.getFilter() === null;
        s.getRange('A1:C5').createFilter();
        const filter = s.getRange('F1:F5').getFilter();
        return [before, filter === null ? null : filter.getRange().getA1Notation(), String(filter)];
      },
      [true, 'A1:C5', 'Filter'],
    ],
    [
      'Свойства документа',
      'properties',
      STORES,
      () => {
        const store = PropertiesService.getDocumentProperties();
        store.setProperty('facts', 'x');
        const before = store.getProperty('facts');
        store.deleteProperty('facts');
        return [before, store.getProperty('facts')];
      },
      ['x', null],
    ],
  ]),
  ...relied('docs', [
    [
      'Закреплённые строки и столбцы',
      'frozen lines',
      'Sheet.setFrozenRows',
      (s) => {
        s.setFrozenRows(2);
        s.setFrozenColumns(1);
        return [s.getFrozenRows(), s.getFrozenColumns()];
      },
      [2, 1],
    ],
    [
      'Группы столбцов',
      'column groups',
      'Range.shiftColumnGroupDepth, collapseGroups',
      (s) => {
        s.getRange('B:C').shiftColumnGroupDepth(1);
        s.getRange('B:C').collapseGroups();
        return [s.getColumnGroupDepth(2), s.getColumnGroupDepth(4)];
      },
      [1, 0],
    ],
    [
      'Раскраска по тексту статуса',
      'rules: all are replaced',
      'Sheet.setConditionalFormatRules',
      (s) => {
        const rule = (text: string): GoogleAppsScript.Spreadsheet.ConditionalFormatRule =>
          SpreadsheetApp.newConditionalFormatRule()
            .whenTextEqualTo(text)
            .setBackground('#A8DDB5')
            .setRanges([s.getRange('A1:A5')])
            .build();
        s.setConditionalFormatRules([rule('a'), rule('b')]);
        s.setConditionalFormatRules([rule('c')]);
        const [only, second] = s.getConditionalFormatRules();
        const condition = only?.getBooleanCondition();
        return [
          second === undefined,
          String(condition?.getCriteriaType()),
          (condition?.getCriteriaValues() ?? []) as Plain,
          condition?.getBackground() ?? null,
          only?.getRanges().map((range) => range.getA1Notation()) ?? null,
        ];
      },
      [true, 'TEXT_EQUAL_TO', ['c'], '#a8ddb5', ['A1:A5']],
    ],
    [
      'Вставка столбца сдвигает формулы и раскраску',
      'inserted columns move formulas and rules',
      INFERRED,
      (s) => {
        s.getRange('D1').setFormula('=SUM(B1:C1)');
        const rule = SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setBackground('#ff0000');
        s.setConditionalFormatRules([rule.setRanges([s.getRange('C1:C9')]).build()]);
        s.insertColumnAfter(2);
        return [
          s.getRange('E1').getFormula(),
          s.getConditionalFormatRules()[0]?.getRanges()[0]?.getA1Notation() ?? '',
          s.getMaxColumns(),
        ];
      },
      ['=SUM(B1:D1)', 'D1:D9', 27],
    ],
    [
      'Добавление строк и столбцов в конец листа',
      'rows and columns inserted at the end make room',
      'Sheet.insertRowsAfter, insertColumnsAfter',
      (s) => {
        s.insertRowsAfter(s.getMaxRows(), 5).insertColumnsAfter(s.getMaxColumns(), 2);
        s.getRange(1005, 28).setValue('x');
        return [s.getLastRow(), s.getLastColumn()];
      },
      [1005, 28],
    ],
    [
      'Поиск листа по имени',
      'sheets by name and back from ranges',
      'Spreadsheet.getSheetByName, Range.getSheet',
      (s) => [
        s.getParent().getSheetByName(s.getName())?.getSheetId() === s.getSheetId(),
        s.getParent().getSheetByName('no such sheet') === null,
        s.getRange('A1').getSheet().getSheetId() === s.getSheetId(),
      ],
      [true, true, true],
    ],
    [
      'Переход на лист',
      'the active sheet',
      'Spreadsheet.setActiveSheet',
      (s) => s.getParent().setActiveSheet(s).getSheetId() === s.getParent().getActiveSheet().getSheetId(),
      true,
    ],
    [
      'Запись по flush',
      'flush keeps what was written',
      'SpreadsheetApp.flush',
      (s) => {
        s.getRange('A1').setValue('x');
        SpreadsheetApp.flush();
        return s.getRange('A1').getValue() as Plain;
      },
      'x',
    ],
    [
      'Проверка данных в «Настройках»',
      'validation that refuses',
      'DataValidationBuilder.setAllowInvalid; help text',
      (s) => {
        const rule = SpreadsheetApp.newDataValidation()
          .requireNumberBetween(0, 1)
          .setAllowInvalid(false)
          .build();
        s.getRange('A1').setDataValidation(rule);
        return [
          refusal(() => s.getRange('A1').setValue(5)) !== null,
          refusal(() => s.getRange('A1').setValue(0.5)),
        ];
      },
      [true, null],
    ],
    [
      'Очистка содержимого ячеек',
      'Range.clearContent',
      'Range.clearContent',
      (s) => {
        const a1 = s.getRange('A1').setValue('text').setBackground('#ff0000').setNote('note');
        a1.clearContent();
        return [a1.getValue() as Plain, a1.getBackground(), a1.getNote()];
      },
      ['', '#ff0000', 'note'],
    ],
    [
      'Вид долей и дат по языку книги',
      'display of shares and groups',
      'Sheets API: formatted by the locale of the spreadsheet',
      (s) => {
        s.getRange('A1:A3')
          .setNumberFormats([['0.00%'], ['0'], ['yyyy-MM-dd']])
          .setValues([[0.7512], [12.5], [45986]]);
        const russian = s.getParent().getSpreadsheetLocale() === 'ru_RU';
        const shown = s.getRange('A1:A3').getDisplayValues() as Plain[][];
        return [
          russian ? shown[0]?.[0] === '75,12%' : /^75[.,]12\s?%$/.test(String(shown[0]?.[0])),
          shown[1]?.[0] ?? null,
          shown[2]?.[0] ?? null,
        ];
      },
      [true, '13', '2025-11-25'],
    ],
    [
      'Текст со знаком «=» становится формулой',
      'input "=" makes a formula',
      'Range.setValue',
      (sheet) => sheet.getRange('A1').setValue('=1+2').getFormula(),
      '=1+2',
    ],
    [
      'Порядковый номер читается датой',
      'input serial number under a date format reads as Date',
      'Sheets serial numbers since 30 Dec 1899',
      (sheet) => {
        sheet.getRange('A1').setValue(45986).setNumberFormat('yyyy-MM-dd');
        return described(sheet);
      },
      ['date', '2025-11-25'],
    ],
    [
      'День даты в часовом поясе',
      'formatDate is SimpleDateFormat in a zone',
      'Utilities.formatDate',
      () =>
        Utilities.formatDate(
          new Date(Date.UTC(2025, 10, 24, 21, 5, 9)),
          'Europe/Moscow',
          "yyyy-MM-dd'T'HH:mm:ss",
        ),
      '2025-11-25T00:05:09',
    ],
    [
      'Формулы с «;» понятны при языке книги',
      'semicolons part arguments in every locale',
      'Sheets help: formula separators; published reports on entering values',
      (s) => {
        s.getRange('A1:B1').setValues([[2, 3]]);
        return s.getRange('C1').setFormula('=SUM(A1;B1)').getValue() as Plain;
      },
      5,
    ],
    [
      'Открытые диапазоны до конца листа',
      'open range A2:A',
      'Sheets help: A2:A',
      (s) => {
        s.getRange('A1:A3').setValues([[1], [2], [3]]);
        return [
          s.getRange('A2:A').getNumRows(),
          s.getRange('B1').setFormula('=SUM(A2:A)').getValue() as Plain,
        ];
      },
      [999, 5],
    ],
    [
      'Метки книги',
      'metadata of the spreadsheet',
      'Spreadsheet.addDeveloperMetadata, getDeveloperMetadata',
      (s) => {
        const book = s.getParent();
        book.addDeveloperMetadata('facts-book', 'v', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
        const found = book.getDeveloperMetadata().filter((entry) => entry.getKey() === 'facts-book');
        const values = found.map((entry) => entry.getValue());
        for (const entry of found) entry.remove();
        const left = book.getDeveloperMetadata().filter((entry) => entry.getKey() === 'facts-book');
        return [values, left.length];
      },
      [['v'], 0],
    ],
    [
      'Код скрипта',
      'script id needs no scope',
      'ScriptApp.getScriptId: no authorization section',
      () => typeof ScriptApp.getScriptId() === 'string' && ScriptApp.getScriptId() !== '',
      true,
    ],
    [
      'Заметки ячеек',
      'notes of a block of headings',
      'Range.setNotes',
      (s) =>
        s
          .getRange('A1:B1')
          .setNotes([['заметка', '']])
          .getNotes() as Plain,
      [['заметка', '']],
    ],
    [
      'Скрытие листа',
      'a sheet is hidden and shown',
      'Sheet.hideSheet, isSheetHidden',
      (s) => {
        const hidden = s.hideSheet().isSheetHidden();
        return [hidden, s.showSheet().isSheetHidden()];
      },
      [true, false],
    ],
  ]),
  ...relied('seen', [
    [
      'Текстовый формат хранит нули',
      'input @ before setValues keeps texts',
      'vlucas/sheetquery#20 and production scripts',
      (sheet) => {
        sheet
          .getRange('A1:B1')
          .setNumberFormat('@')
          .setValues([['007', '25.11.2025']]);
        return sheet.getRange('A1:B1').getValues()[0] as Plain;
      },
      ['007', '25.11.2025'],
    ],
    [
      'Апостроф впереди хранит текст как есть',
      'leading apostrophes in a block',
      'vlucas/sheetquery#20; published reports on entering values',
      (s) =>
        s
          .getRange('A1:C1')
          .setValues([["'0781234567", "'=1+1", "'+79001234567"]])
          .getValues()[0] as Plain,
      ['0781234567', '=1+1', '+79001234567'],
    ],
  ]),
];
