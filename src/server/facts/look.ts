import { type Fact, facts, type Plain } from './fact.ts';

const FORMATTING = 'gas-fakes test/testsheetsformatting.js, run live';
const SETS = 'gas-fakes test/testsheetssets.js, run live';
const BASIC = 'gas-fakes test/testsheetsbasic.js, run live';

export const LOOK_FACTS: readonly Fact[] = [
  ...facts('live', [
    [
      'look of a new cell',
      FORMATTING,
      (s) => {
        const a1 = s.getRange('A1');
        return [
          a1.getBackground(),
          a1.getFontColor(),
          a1.getFontFamily(),
          a1.getFontSize(),
          a1.getFontWeight(),
          a1.getFontStyle(),
          a1.getFontLine(),
          a1.getHorizontalAlignment(),
          a1.getVerticalAlignment(),
          a1.getWrap(),
          String(a1.getWrapStrategy()),
          a1.getNumberFormat(),
        ];
      },
      [
        '#ffffff',
        '#000000',
        'Arial',
        10,
        'normal',
        'normal',
        'none',
        'general',
        'bottom',
        true,
        'OVERFLOW',
        '0.###############',
      ],
    ],
    [
      'format general',
      FORMATTING,
      (s) => s.getRange('A1').setNumberFormat('general').getNumberFormat(),
      '0.###############',
    ],
    [
      'format kept',
      FORMATTING,
      (s) => s.getRange('A1').setNumberFormat('#,##0.00').getNumberFormat(),
      '#,##0.00',
    ],
    [
      'formats of a block',
      FORMATTING,
      (s) =>
        s
          .getRange('A1:B1')
          .setNumberFormats([['0.0', '@']])
          .getNumberFormats() as Plain,
      [['0.0', '@']],
    ],
    [
      'weights, null is normal',
      FORMATTING,
      (s) =>
        s
          .getRange('A1:B1')
          .setFontWeights([['bold', null]])
          .getFontWeights() as Plain,
      [['bold', 'normal']],
    ],
    ['weight', FORMATTING, (s) => s.getRange('A1').setFontWeight('bold').getFontWeight(), 'bold'],
    ['style', FORMATTING, (s) => s.getRange('A1').setFontStyle('italic').getFontStyle(), 'italic'],
    ['line', FORMATTING, (s) => s.getRange('A1').setFontLine('line-through').getFontLine(), 'line-through'],
    ['size', FORMATTING, (s) => s.getRange('A1').setFontSize(20).getFontSize(), 20],
    ['family', FORMATTING, (s) => s.getRange('A1').setFontFamily('Helvetica').getFontFamily(), 'Helvetica'],
    ['font colour', FORMATTING, (s) => s.getRange('A1').setFontColor('#AABBCC').getFontColor(), '#aabbcc'],
    [
      'alignment',
      FORMATTING,
      (s) => s.getRange('A1').setHorizontalAlignment('center').getHorizontalAlignment(),
      'center',
    ],
    [
      'alignment, null is general',
      FORMATTING,
      (s) =>
        s.getRange('A1').setHorizontalAlignment('left').setHorizontalAlignment(null).getHorizontalAlignment(),
      'general',
    ],
    [
      'vertical alignment',
      FORMATTING,
      (s) => s.getRange('A1').setVerticalAlignment('middle').getVerticalAlignment(),
      'middle',
    ],
    [
      'wrap on',
      FORMATTING,
      (s) => {
        const range = s.getRange('A1').setWrap(true);
        return [range.getWrap(), String(range.getWrapStrategy())];
      },
      [true, 'WRAP'],
    ],
    [
      'wrap off',
      FORMATTING,
      (s) => {
        const range = s.getRange('A1').setWrap(false);
        return [range.getWrap(), String(range.getWrapStrategy())];
      },
      [false, 'OVERFLOW'],
    ],
    [
      'wrap by strategy',
      FORMATTING,
      (s) => {
        const range = s.getRange('A1').setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP);
        return [range.getWrap(), String(range.getWrapStrategy())];
      },
      [false, 'CLIP'],
    ],
    [
      'colour name in any case',
      SETS,
      (s) => s.getRange('A1').setBackground('LightSteelBlue').getBackground(),
      '#b0c4de',
    ],
    [
      'colour that is none is ignored',
      'issuetracker 428869869',
      (s) => s.getRange('A1').setBackground('#ff0000').setBackground('not-a-real-color').getBackground(),
      '#ff0000',
    ],
    [
      'background null',
      FORMATTING,
      (s) => s.getRange('A1').setBackground('red').setBackground(null).getBackground(),
      '#ffffff',
    ],
    [
      'backgrounds of a block',
      FORMATTING,
      (s) =>
        s
          .getRange('A1:B1')
          .setBackgrounds([['#111111', null]])
          .getBackgrounds() as Plain,
      [['#111111', '#ffffff']],
    ],
    ['note', BASIC, (s) => s.getRange('A1').setNote('заметка').getNote(), 'заметка'],
    [
      'notes, blank removes',
      BASIC,
      (s) => {
        s.getRange('A1:B1').setNote('x');
        return s
          .getRange('A1:B1')
          .setNotes([['y', '']])
          .getNotes() as Plain;
      },
      [['y', '']],
    ],
    [
      'notes of numbers',
      'issuetracker 429373214',
      (s) => {
        const range = s.getRange('A1');
        Reflect.apply(range.setNotes, range, [[[25]]]);
        const many = range.getNote();
        Reflect.apply(range.setNote, range, [25]);
        return [many, range.getNote()];
      },
      ['25.0', '25'],
    ],
    [
      'Sheet.clear leaves notes and validation',
      `${BASIC}, clearing`,
      (s) => {
        prepare(s);
        s.clear();
        return state(s);
      },
      ['', '#ffffff', 'note', true],
    ],
    [
      'clearContents leaves the look',
      `${BASIC}, clearing`,
      (s) => {
        prepare(s);
        s.clearContents();
        return state(s);
      },
      ['', '#ff0000', 'note', true],
    ],
    [
      'clearFormats leaves the rest',
      `${BASIC}, clearing`,
      (s) => {
        prepare(s);
        s.clearFormats();
        return state(s);
      },
      ['text', '#ffffff', 'note', true],
    ],
    [
      'clearNotes leaves the rest',
      `${BASIC}, clearing`,
      (s) => {
        prepare(s);
        s.clearNotes();
        return state(s);
      },
      ['text', '#ff0000', '', true],
    ],
  ]),
  ...facts('docs', [
    [
      'Range.clear of notes only',
      'Range.clear(options)',
      (s) => {
        prepare(s);
        s.getRange('A1').clear({ commentsOnly: true });
        return state(s);
      },
      ['text', '#ff0000', '', true],
    ],
    [
      'Range.clearDataValidations',
      'Range.clearDataValidations',
      (s) => {
        prepare(s);
        s.getRange('A1').clearDataValidations();
        return state(s);
      },
      ['text', '#ff0000', 'note', false],
    ],
  ]),
];

function prepare(s: GoogleAppsScript.Spreadsheet.Sheet): void {
  const rule = SpreadsheetApp.newDataValidation().requireNumberEqualTo(5).build();
  s.getRange('A1').setValue('text').setBackground('#ff0000').setNote('note').setDataValidation(rule);
}

function state(s: GoogleAppsScript.Spreadsheet.Sheet): Plain {
  const a1 = s.getRange('A1');
  return [a1.getValue() as Plain, a1.getBackground(), a1.getNote(), a1.getDataValidation() !== null];
}
