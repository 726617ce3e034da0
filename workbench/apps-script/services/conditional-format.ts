import type { ColourRule } from '../book-state.ts';
import type { Criterion, CriterionValue } from '../cell.ts';
import { colourOf } from '../colours.ts';
import type { Context } from '../context.ts';
import { Emulated, type EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { ServiceException } from '../errors.ts';
import { criterionValues, storeFormula, storeValue } from './criterion.ts';
import { RangeService } from './range.ts';

export class BooleanConditionService extends Emulated {
  readonly platformName = 'BooleanCondition';
  private readonly context: Context;
  private readonly rule: ColourRule;
  private readonly condition: Criterion;

  constructor(context: Context, rule: ColourRule, condition: Criterion) {
    super();
    this.context = context;
    this.rule = rule;
    this.condition = condition;
  }

  getCriteriaType(): EnumValue {
    return enumValue('BooleanCriteria', this.condition.type);
  }
  getCriteriaValues(): readonly unknown[] {
    return criterionValues(this.context, this.condition);
  }
  getBackground(): string | null {
    return this.rule.style.background ?? null;
  }
  getFontColor(): string | null {
    return this.rule.style.fontColor ?? null;
  }
  getBold(): boolean | null {
    return this.rule.style.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.rule.style.italic ?? null;
  }
  getUnderline(): boolean | null {
    return this.rule.style.underline ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.rule.style.strikethrough ?? null;
  }
}

export class ConditionalFormatRuleService extends Emulated {
  readonly platformName = 'ConditionalFormatRule';
  readonly rule: ColourRule;
  readonly sheetId: number;
  private readonly context: Context;

  constructor(context: Context, sheetId: number, rule: ColourRule) {
    super();
    this.context = context;
    this.sheetId = sheetId;
    this.rule = rule;
  }

  copy(): ConditionalFormatRuleBuilderService {
    return new ConditionalFormatRuleBuilderService(this.context, this);
  }
  getBooleanCondition(): BooleanConditionService | null {
    const { condition } = this.rule;
    return condition === null ? null : new BooleanConditionService(this.context, this.rule, condition);
  }
  getRanges(): readonly RangeService[] {
    return this.rule.areas.map((area) => new RangeService(this.context, { ...area, sheetId: this.sheetId }));
  }
}

type Builder = ConditionalFormatRuleBuilderService;

export class ConditionalFormatRuleBuilderService extends Emulated {
  readonly platformName = 'ConditionalFormatRuleBuilder';
  private readonly context: Context;
  private sheetId: number | null;
  private rule: ColourRule;

  constructor(context: Context, from: ConditionalFormatRuleService | null = null) {
    super();
    this.context = context;
    this.sheetId = from?.sheetId ?? null;
    this.rule = from?.rule ?? { areas: [], condition: null, style: {} };
  }

  build(): ConditionalFormatRuleService {
    if (this.sheetId === null || this.rule.areas.length === 0) {
      throw new ServiceException('Conditional format rule must have at least one range.');
    }
    if (this.rule.condition === null) {
      throw new ServiceException('Conditional format rule must have a condition.');
    }
    return new ConditionalFormatRuleService(this.context, this.sheetId, this.rule);
  }
  copy(): Builder {
    return new ConditionalFormatRuleBuilderService(this.context, this.build());
  }
  setRanges(ranges: readonly RangeService[]): Builder {
    const ids = new Set(ranges.map(({ area }) => area.sheetId));
    if (ids.size > 1)
      throw new ServiceException('Conditional format rule cannot reference a different sheet.');
    this.sheetId = ranges[0]?.area.sheetId ?? null;
    this.rule = {
      ...this.rule,
      areas: ranges.map(({ area: { row, column, rows, columns } }) => ({ row, column, rows, columns })),
    };
    return this;
  }
  getRanges(): readonly RangeService[] {
    const { sheetId } = this;
    if (sheetId === null) return [];
    return this.rule.areas.map((area) => new RangeService(this.context, { ...area, sheetId }));
  }
  setBackground(colour: string | null): Builder {
    return this.colour('background', colour);
  }
  setFontColor(colour: string | null): Builder {
    return this.colour('fontColor', colour);
  }
  setBold(bold: boolean): Builder {
    return this.style({ bold });
  }
  setItalic(italic: boolean): Builder {
    return this.style({ italic });
  }
  setUnderline(underline: boolean): Builder {
    return this.style({ underline });
  }
  setStrikethrough(strikethrough: boolean): Builder {
    return this.style({ strikethrough });
  }
  whenCellEmpty(): Builder {
    return this.when('CELL_EMPTY', []);
  }
  whenCellNotEmpty(): Builder {
    return this.when('CELL_NOT_EMPTY', []);
  }
  whenFormulaSatisfied(formula: string): Builder {
    return this.whenStored('CUSTOM_FORMULA', [storeFormula(this.context, formula)]);
  }
  whenTextEqualTo(text: string): Builder {
    return this.when('TEXT_EQUAL_TO', [text]);
  }
  whenTextContains(text: string): Builder {
    return this.when('TEXT_CONTAINS', [text]);
  }
  whenTextDoesNotContain(text: string): Builder {
    return this.when('TEXT_DOES_NOT_CONTAIN', [text]);
  }
  whenTextStartsWith(text: string): Builder {
    return this.when('TEXT_STARTS_WITH', [text]);
  }
  whenTextEndsWith(text: string): Builder {
    return this.when('TEXT_ENDS_WITH', [text]);
  }
  whenNumberBetween(low: number, high: number): Builder {
    return this.when('NUMBER_BETWEEN', [low, high]);
  }
  whenNumberEqualTo(number: number): Builder {
    return this.when('NUMBER_EQUAL_TO', [number]);
  }
  whenNumberNotEqualTo(number: number): Builder {
    return this.when('NUMBER_NOT_EQUAL_TO', [number]);
  }
  whenNumberGreaterThan(number: number): Builder {
    return this.when('NUMBER_GREATER_THAN', [number]);
  }
  whenNumberGreaterThanOrEqualTo(number: number): Builder {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  whenNumberLessThan(number: number): Builder {
    return this.when('NUMBER_LESS_THAN', [number]);
  }
  whenNumberLessThanOrEqualTo(number: number): Builder {
    return this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  private when(type: string, values: readonly unknown[]): Builder {
    return this.whenStored(
      type,
      values.map((value) => storeValue(this.context, value)),
    );
  }
  private whenStored(type: string, values: readonly CriterionValue[]): Builder {
    this.rule = { ...this.rule, condition: { type, values } };
    return this;
  }
  private style(style: ColourRule['style']): Builder {
    this.rule = { ...this.rule, style: { ...this.rule.style, ...style } };
    return this;
  }
  private colour(key: 'background' | 'fontColor', text: string | null): Builder {
    const { [key]: _before, ...rest } = this.rule.style;
    const colour = text === null ? null : colourOf(text);
    this.rule = { ...this.rule, style: colour === null ? rest : { ...rest, [key]: colour } };
    return this;
  }
}
