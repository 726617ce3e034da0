import type { CriterionValue, Validation } from '../cell.ts';
import type { Context } from '../context.ts';
import { Emulated, type EnumValue } from '../emulated.ts';
import { enumValue } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';
import { criterionValues, storeFormula, storeValue } from './criterion.ts';
import type { RangeService } from './range.ts';

export class DataValidationService extends Emulated {
  readonly platformName = 'DataValidation';
  readonly rule: Validation;
  private readonly context: Context;

  constructor(context: Context, rule: Validation) {
    super();
    this.context = context;
    this.rule = rule;
  }

  copy(): DataValidationBuilderService {
    return new DataValidationBuilderService(this.context, this.rule);
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue {
    return enumValue('DataValidationCriteria', this.rule.type);
  }
  getCriteriaValues(): readonly unknown[] {
    return criterionValues(this.context, this.rule);
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
}

export class DataValidationBuilderService extends Emulated {
  readonly platformName = 'DataValidationBuilder';
  private readonly context: Context;
  private rule: Validation | null;
  private allowInvalid: boolean;
  private helpText: string | null;

  constructor(context: Context, rule: Validation | null = null) {
    super();
    this.context = context;
    this.rule = rule;
    this.allowInvalid = rule?.allowInvalid ?? true;
    this.helpText = rule?.helpText ?? null;
  }

  build(): DataValidationService {
    if (this.rule === null) {
      throw new ServiceException('A data validation rule must have a criterion before it can be built.');
    }
    const { allowInvalid, helpText } = this;
    return new DataValidationService(this.context, { ...this.rule, allowInvalid, helpText });
  }
  copy(): DataValidationBuilderService {
    return new DataValidationBuilderService(this.context, this.build().rule);
  }
  getAllowInvalid(): boolean {
    return this.allowInvalid;
  }
  getHelpText(): string | null {
    return this.helpText;
  }
  getCriteriaType(): EnumValue | null {
    return this.rule === null ? null : enumValue('DataValidationCriteria', this.rule.type);
  }
  getCriteriaValues(): readonly unknown[] {
    return this.rule === null ? [] : criterionValues(this.context, this.rule);
  }
  setAllowInvalid(allow: boolean): DataValidationBuilderService {
    this.allowInvalid = allow;
    return this;
  }
  setHelpText(text: string): DataValidationBuilderService {
    this.helpText = text;
    return this;
  }
  requireCheckbox(...states: readonly unknown[]): DataValidationBuilderService {
    return this.set('CHECKBOX', states);
  }
  requireValueInList(values: readonly unknown[], showDropdown = true): DataValidationBuilderService {
    return this.set('VALUE_IN_LIST', [...values.map(String), showDropdown]);
  }
  requireValueInRange(range: RangeService, showDropdown = true): DataValidationBuilderService {
    return this.set('VALUE_IN_RANGE', [range, showDropdown]);
  }
  requireFormulaSatisfied(formula: string): DataValidationBuilderService {
    return this.store('CUSTOM_FORMULA', [storeFormula(this.context, formula)]);
  }
  requireNumberBetween(low: number, high: number): DataValidationBuilderService {
    return this.set('NUMBER_BETWEEN', [low, high]);
  }
  requireNumberNotBetween(low: number, high: number): DataValidationBuilderService {
    return this.set('NUMBER_NOT_BETWEEN', [low, high]);
  }
  requireNumberEqualTo(number: number): DataValidationBuilderService {
    return this.set('NUMBER_EQUAL_TO', [number]);
  }
  requireNumberNotEqualTo(number: number): DataValidationBuilderService {
    return this.set('NUMBER_NOT_EQUAL_TO', [number]);
  }
  requireNumberGreaterThan(number: number): DataValidationBuilderService {
    return this.set('NUMBER_GREATER_THAN', [number]);
  }
  requireNumberGreaterThanOrEqualTo(number: number): DataValidationBuilderService {
    return this.set('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }
  requireNumberLessThan(number: number): DataValidationBuilderService {
    return this.set('NUMBER_LESS_THAN', [number]);
  }
  requireNumberLessThanOrEqualTo(number: number): DataValidationBuilderService {
    return this.set('NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }
  requireTextContains(text: string): DataValidationBuilderService {
    return this.set('TEXT_CONTAINS', [text]);
  }
  requireTextEqualTo(text: string): DataValidationBuilderService {
    return this.set('TEXT_EQUAL_TO', [text]);
  }
  requireTextIsUrl(): DataValidationBuilderService {
    return this.set('TEXT_IS_VALID_URL', []);
  }
  requireDate(): DataValidationBuilderService {
    return this.set('DATE_IS_VALID_DATE', []);
  }
  requireDateAfter(date: Date): DataValidationBuilderService {
    return this.set('DATE_AFTER', [date]);
  }
  requireDateOnOrAfter(date: Date): DataValidationBuilderService {
    return this.set('DATE_ON_OR_AFTER', [date]);
  }
  requireDateBefore(date: Date): DataValidationBuilderService {
    return this.set('DATE_BEFORE', [date]);
  }
  requireDateBetween(start: Date, end: Date): DataValidationBuilderService {
    return this.set('DATE_BETWEEN', [start, end]);
  }

  private set(type: string, values: readonly unknown[]): DataValidationBuilderService {
    return this.store(
      type,
      values.map((value) => storeValue(this.context, value)),
    );
  }
  private store(type: string, values: readonly CriterionValue[]): DataValidationBuilderService {
    this.rule = { type, values, allowInvalid: this.allowInvalid, helpText: this.helpText };
    return this;
  }
}

export function validationOf(service: unknown): Validation {
  if (service instanceof DataValidationService) return service.rule;
  throw new NotKnown('a data validation that is no DataValidation');
}

export function validationService(
  context: Context,
  rule: Validation | undefined,
): DataValidationService | null {
  return rule === undefined ? null : new DataValidationService(context, rule);
}
