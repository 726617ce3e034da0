import { described, type Fact, facts, type Plain } from './fact.ts';

/** What texts become in cells: [locale or null, source, certainty, text, kind and value, number format]. */
type Row = readonly [
  locale: Fact['locale'],
  certainty: Fact['certainty'],
  source: string,
  text: string,
  outcome: readonly Plain[],
];

const ISSUE_ZEROS = 'vlucas/sheetquery#20: leading zeros are lost';
const T_DIGITS = 'tanaikech 2021-10-15: digit strings become numbers of 15 digits';
const FACTS = 'published reports on entering values, docs/emulator.md';

const ROWS: readonly Row[] = [
  [null, 'seen', ISSUE_ZEROS, '007', ['number', '7']],
  [null, 'seen', ISSUE_ZEROS, '0781234567', ['number', '781234567']],
  [null, 'seen', ISSUE_ZEROS, '01234', ['number', '1234']],
  [null, 'live', T_DIGITS, '1234567890123', ['number', '1234567890123']],
  [null, 'live', T_DIGITS, '40702810900000012345', ['number', '40702810900000000000']],
  [null, 'live', `${T_DIGITS}; shown as 1E+15`, '1000000000000000', ['number', '1000000000000000']],
  [
    null,
    'seen',
    `${FACTS}: the apostrophe forces text and is stripped`,
    "'0781234567",
    ['string', '0781234567'],
  ],
  [null, 'seen', `${FACTS}: the apostrophe defuses a formula`, "'=1+1", ['string', '=1+1']],
  [null, 'seen', `${FACTS}: the apostrophe defuses a plus`, "'+79001234567", ['string', '+79001234567']],
  [null, 'seen', `${FACTS}: an apostrophe alone`, "'", ['string', '']],
  [null, 'seen', `${FACTS}: only the first apostrophe goes`, "''x", ['string', "'x"]],
  [null, 'seen', `${FACTS}: leading plus stripped`, '+79001234567', ['number', '79001234567']],
  [null, 'seen', `${FACTS}: a minus before digits`, '-5', ['number', '-5']],
  [null, 'docs', 'setValue: plain text stays', 'ГБОУ СОШ № 5', ['string', 'ГБОУ СОШ № 5']],
  [null, 'docs', 'setValue: text with digits stays text', '5А класс', ['string', '5А класс']],
  [null, 'docs', 'setValue: an empty text empties the cell', '', ['string', '']],
  [null, 'seen', `${FACTS}: ISO dates become dates`, '2026-03-16', ['date', '2026-03-16']],
  [
    'ru_RU',
    'seen',
    'home-assistant/core#86653: the decimal mark follows the locale',
    '1,5',
    ['number', '1.5'],
  ],
  [
    'en_US',
    'seen',
    'home-assistant/core#86653: the decimal mark follows the locale',
    '1.5',
    ['number', '1.5'],
  ],
  ['en_US', 'docs', 'Sheets API: USER_ENTERED groups', '1,234', ['number', '1234']],
  ['en_US', 'docs', 'Sheets API guide: "$100.15" is a number', '$100.15', ['number', '100.15']],
  ['en_US', 'docs', 'Sheets API guide: "Mar 1 2016" is a date', 'Mar 1 2016', ['date', '2016-03-01']],
  ['en_US', 'seen', 'caspion#476: month first in en_US', '09/04/2023', ['date', '2023-09-04']],
  ['en_US', 'seen', 'caspion#476: an impossible month stays text', '13/04/2023', ['string', '13/04/2023']],
  ['ru_RU', 'seen', 'getodk/collect#4415: day first elsewhere', '09/04/2023', ['date', '2023-04-09']],
  ['ru_RU', 'seen', `${FACTS}: dd.mm.yyyy in ru_RU`, '25.11.2025', ['date', '2025-11-25']],
  ['en_US', 'seen', `${FACTS}: dd.mm.yyyy stays text in en_US`, '25.11.2025', ['string', '25.11.2025']],
  [null, 'seen', `${FACTS}: percent becomes a fraction`, '75%', ['number', '0.75']],
  ['en_US', 'seen', `${FACTS}: TRUE becomes a boolean`, 'TRUE', ['boolean', 'true']],
  ['en_US', 'seen', `${FACTS}: in any case`, 'true', ['boolean', 'true']],
  ['ru_RU', 'seen', `${FACTS}: ИСТИНА becomes a boolean`, 'ИСТИНА', ['boolean', 'true']],
  ['ru_RU', 'seen', `${FACTS}: ЛОЖЬ becomes a boolean`, 'ЛОЖЬ', ['boolean', 'false']],
  [null, 'unknown', FACTS, '1 234', []],
  [null, 'unknown', FACTS, ' 12', []],
  [null, 'unknown', FACTS, '@x', []],
  [null, 'unknown', FACTS, '-abc', []],
  [null, 'unknown', FACTS, '＝1+1', []],
  ['ru_RU', 'unknown', FACTS, '1.5', []],
  ['ru_RU', 'unknown', FACTS, 'TRUE', []],
  ['ru_RU', 'unknown', FACTS, '5 мая', []],
  ['en_US', 'unknown', FACTS, '1.234,5', []],
];

export const INPUT_FACTS: readonly Fact[] = [
  ...ROWS.map(
    ([locale, certainty, source, text, outcome]): Fact => ({
      id: `input ${locale ?? 'any'} "${text}"`,
      certainty,
      source,
      locale,
      probe: (sheet) => {
        sheet.getRange('A1').setValue(text);
        return described(sheet);
      },
      expected: certainty === 'unknown' ? null : outcome,
    }),
  ),
  ...facts('seen', [
    [
      'input @ after setValues brings nothing back',
      'getodk/getodk#463',
      (sheet) => {
        sheet.getRange('A1').setValue('007').setNumberFormat('@');
        return sheet.getRange('A1').getDisplayValue();
      },
      '7',
    ],
    [
      'input text under @ stays when @ goes',
      'vlucas/sheetquery#20',
      (sheet) => {
        sheet.getRange('A1').setNumberFormat('@').setValue('007');
        sheet.getRange('A1').setNumberFormat('0');
        return sheet.getRange('A1').getValue() as Plain;
      },
      '007',
    ],
    [
      'input broken formula from a phone number',
      'OWOX/owox-data-marts PR#1535: #ERROR!',
      (sheet) => sheet.getRange('A1').setValue('+7 (900) 123-45-67').getDisplayValue(),
      '#ERROR!',
    ],
  ]),
  ...facts('docs', [
    [
      'input null clears',
      'V8 migration guide; gas-fakes',
      (sheet) => {
        sheet.getRange('A1').setValue('x').setValue(null);
        return sheet.getRange('A1').getValue() as Plain;
      },
      '',
    ],
    [
      'input Date keeps its wall-clock day in the spreadsheet zone',
      'Range.getValue; tanaikech 2023-09-03',
      (sheet) => {
        const zone = sheet.getParent().getSpreadsheetTimeZone();
        const noon = new Date(Date.UTC(2025, 10, 25, 9, 0, 0));
        sheet.getRange('A1').setValue(noon).setNumberFormat('yyyy-MM-dd');
        return sheet.getRange('A1').getDisplayValue() === Utilities.formatDate(noon, zone, 'yyyy-MM-dd');
      },
      true,
    ],
  ]),
];
