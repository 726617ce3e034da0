import { type Fact, facts, type Plain } from './fact.ts';

const VALIDATIONS = 'gas-fakes test/testsheetsdatavalidations.js, run live';
const CHARTS = 'gas-fakes test/testsheetschart.js, run live';

/** Checkboxes, validations, charts. */
export const CHOICE_FACTS: readonly Fact[] = [
  ...facts('live', [
    [
      'builder of a validation',
      VALIDATIONS,
      () => {
        const builder = SpreadsheetApp.newDataValidation();
        return [
          String(builder),
          builder.getCriteriaType() === null,
          builder.getCriteriaValues() as Plain,
          builder.getAllowInvalid(),
          builder.setHelpText('h').getHelpText(),
        ];
      },
      ['DataValidationBuilder', true, [], true, 'h'],
    ],
    [
      'validation by a list makes texts',
      VALIDATIONS,
      (s) => {
        const values = ['a', 'b'];
        s.getRange('A1').setDataValidation(
          SpreadsheetApp.newDataValidation().requireValueInList(values).build(),
        );
        const rule = s.getRange('A1').getDataValidation();
        return [
          String(rule?.getCriteriaType()),
          (rule?.getCriteriaValues() ?? []) as Plain,
          rule?.getAllowInvalid() ?? null,
        ];
      },
      ['VALUE_IN_LIST', [['a', 'b'], true], true],
    ],
    [
      'validation by numbers',
      VALIDATIONS,
      (s) => {
        s.getRange('A1').setDataValidation(
          SpreadsheetApp.newDataValidation().requireNumberBetween(0, 100).build(),
        );
        const rule = s.getRange('A1').getDataValidation();
        return [String(rule?.getCriteriaType()), (rule?.getCriteriaValues() ?? []) as Plain];
      },
      ['NUMBER_BETWEEN', [0, 100]],
    ],
    [
      'checkbox without values',
      VALIDATIONS,
      (s) => {
        const rule = s.getRange('A1').insertCheckboxes().getDataValidation();
        return [
          String(rule?.getCriteriaType()),
          (rule?.getCriteriaValues() ?? ['?']) as Plain,
          s.getRange('A1').getValue() as Plain,
        ];
      },
      ['CHECKBOX', [], false],
    ],
    [
      'checkbox with values',
      VALIDATIONS,
      (s) => {
        const rule = s.getRange('A1').insertCheckboxes('YES', 'NO').getDataValidation();
        return [(rule?.getCriteriaValues() ?? []) as Plain, s.getRange('A1').getValue() as Plain];
      },
      [['YES', 'NO'], 'NO'],
    ],
    [
      'checkboxes replace a validation',
      VALIDATIONS,
      (s) => {
        s.getRange('A1').setDataValidation(
          SpreadsheetApp.newDataValidation().requireNumberEqualTo(5).build(),
        );
        return String(s.getRange('A1').insertCheckboxes().getDataValidation()?.getCriteriaType());
      },
      'CHECKBOX',
    ],
    [
      'check and uncheck leave other cells',
      VALIDATIONS,
      (s) => {
        s.getRange('A1').insertCheckboxes();
        s.getRange('B1').setValue('text');
        s.getRange('A1:C1').check();
        const checked = s.getRange('A1:C1').getValues()[0] as Plain;
        s.getRange('A1:C1').uncheck();
        return [checked, s.getRange('A1').getValue() as Plain];
      },
      [[true, 'text', ''], false],
    ],
    [
      'isChecked: yes, no, mixed, none',
      VALIDATIONS,
      (s) => {
        s.getRange('A1:A2').insertCheckboxes();
        s.getRange('A1').check();
        return [
          s.getRange('A1').isChecked(),
          s.getRange('A2').isChecked(),
          s.getRange('A1:A2').isChecked(),
          s.getRange('B1').isChecked(),
        ];
      },
      [true, false, null, null],
    ],
    [
      'removeCheckboxes clears value and validation',
      VALIDATIONS,
      (s) => {
        s.getRange('A1').insertCheckboxes().check().removeCheckboxes();
        return [s.getRange('A1').getValue() as Plain, s.getRange('A1').getDataValidation() === null];
      },
      ['', true],
    ],
    [
      'chart in and out',
      CHARTS,
      (s) => {
        const chart = s
          .newChart()
          .addRange(s.getRange('A1:A5'))
          .addRange(s.getRange('B1:B5'))
          .setChartType(Charts.ChartType.COLUMN)
          .setPosition(2, 3, 10, 20)
          .setOption('title', 'T')
          .build();
        s.insertChart(chart);
        const [inserted] = s.getCharts();
        if (inserted === undefined) return 'none';
        const place = inserted.getContainerInfo();
        const row: Plain = [
          place.getAnchorRow(),
          place.getAnchorColumn(),
          place.getOffsetX(),
          place.getOffsetY(),
          inserted.getRanges().map((range) => range.getA1Notation()),
          inserted.getOptions().get('title') as unknown as Plain,
        ];
        s.updateChart(inserted.modify().setPosition(5, 5, 0, 0).build());
        const moved = s.getCharts()[0]?.getContainerInfo().getAnchorRow() ?? 0;
        s.getCharts().forEach((each) => {
          s.removeChart(each);
        });
        return [row, moved, s.getCharts().length];
      },
      [[2, 3, 10, 20, ['A1:A5', 'B1:B5'], 'T'], 5, 0],
    ],
    [
      'chart of a kind has setTitle',
      CHARTS,
      (s) => String(s.newChart().asLineChart().setTitle('T').getChartType()),
      'LINE',
    ],
    [
      'stacked bars with a row of headings',
      CHARTS,
      (s) => {
        const bars = s.newChart().asBarChart().setStacked().addRange(s.getRange('A1:B5'));
        const chart = bars.setNumHeaders(1).setPosition(1, 1, 0, 0).build();
        s.insertChart(chart);
        const ranges = s
          .getCharts()
          .flatMap((each) => each.getRanges().map((range) => range.getA1Notation()));
        s.getCharts().forEach((each) => {
          s.removeChart(each);
        });
        return ranges;
      },
      ['A1:B5'],
    ],
    [
      'generic chart builder has no setTitle',
      `${CHARTS}; published types`,
      (s) => typeof Reflect.get(s.newChart(), 'setTitle'),
      'undefined',
    ],
  ]),
  ...facts('docs', [
    [
      'validation by a least number keeps type and number',
      'reference, DataValidationBuilder.requireNumberGreaterThanOrEqualTo',
      (s) => {
        const rule = SpreadsheetApp.newDataValidation().requireNumberGreaterThanOrEqualTo(0).build();
        const found = s.getRange('A1').setDataValidation(rule).getDataValidation();
        return [String(found?.getCriteriaType()), (found?.getCriteriaValues() ?? []) as Plain[]];
      },
      ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [0]],
    ],
    [
      'validation by a checkbox leaves a blank cell blank',
      'reference, DataValidationBuilder.requireCheckbox',
      (s) => {
        const rule = SpreadsheetApp.newDataValidation().requireCheckbox().setAllowInvalid(true).build();
        const cell = s.getRange('A1').setDataValidation(rule);
        return [String(cell.getDataValidation()?.getCriteriaType()), cell.getValue() as Plain];
      },
      ['CHECKBOX', ''],
    ],
    [
      'another value in a checkbox that allows it',
      'reference, DataValidationBuilder.setAllowInvalid',
      (s) => {
        const rule = SpreadsheetApp.newDataValidation().requireCheckbox().setAllowInvalid(true).build();
        return s.getRange('A1').setDataValidation(rule).setValue('н/п').getValue() as Plain;
      },
      'н/п',
    ],
    [
      'validation by a date',
      'reference, DataValidationBuilder.requireDate',
      (s) => {
        const rule = SpreadsheetApp.newDataValidation().requireDate().build();
        return String(s.getRange('A1').setDataValidation(rule).getDataValidation()?.getCriteriaType());
      },
      'DATE_IS_VALID_DATE',
    ],
    [
      'rule by a formula',
      'reference, ConditionalFormatRuleBuilder.whenFormulaSatisfied',
      (s) => {
        const rule = SpreadsheetApp.newConditionalFormatRule()
          .whenFormulaSatisfied('=$A1="да"')
          .setBackground('#ffffff')
          .setItalic(true)
          .setRanges([s.getRange('B1')])
          .build();
        s.setConditionalFormatRules([rule]);
        return String(s.getConditionalFormatRules()[0]?.getBooleanCondition()?.getCriteriaType());
      },
      'CUSTOM_FORMULA',
    ],
    [
      'a list of ranges gets one value',
      'reference, RangeList.setValue',
      (s) => {
        s.getRangeList(['A1:A2', 'C3']).setValue(true);
        return s.getRange('A1:C3').getValues() as Plain;
      },
      [
        [true, '', ''],
        [true, '', ''],
        ['', '', true],
      ],
    ],
  ]),
  ...facts('unknown', [
    [
      'another value in a checkbox',
      'published reports on validation, docs/emulator.md',
      (s) => s.getRange('A1').insertCheckboxes().setValue('н/п').getValue() as Plain,
      null,
    ],
  ]),
];
