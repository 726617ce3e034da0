import type { Criterion, CriterionValue } from '../cell.ts';
import type { Context } from '../context.ts';
import { NotKnown } from '../errors.ts';
import { canonicalFormula, localFormula } from '../formula.ts';
import { isDate } from '../signatures.ts';
import { momentToSerial, serialToMoment } from '../zone.ts';
import { RangeService } from './range.ts';

/** The stored form of an argument of a criterion. */
export function storeValue(context: Context, value: unknown): CriterionValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isDate(value)) return { serial: momentToSerial(value.getTime(), context.book.timeZone) };
  if (value instanceof RangeService) return { area: value.area };
  throw new NotKnown('the argument of a criterion');
}

export function storeFormula(context: Context, formula: string): CriterionValue {
  const text = formula.startsWith('=') ? formula : `=${formula}`;
  const canonical = canonicalFormula(text, context.book.locale);
  if (canonical === null) throw new NotKnown(`the formula ${formula} of a rule in ${context.book.locale}`);
  if (canonical.includes(',')) throw new NotKnown('separators in the formula of a rule or a validation');
  return { formula: canonical };
}

/** What getCriteriaValues answers. */
export function criterionValues(context: Context, criterion: Criterion): readonly unknown[] {
  const values = criterion.values.map((value) => {
    if (typeof value !== 'object') return value;
    if ('formula' in value) return localFormula(value.formula, context.book.locale);
    if ('serial' in value) return new Date(serialToMoment(value.serial, context.book.timeZone));
    return new RangeService(context, value.area);
  });
  if (criterion.type !== 'VALUE_IN_LIST') return values;
  return [values.filter((value) => typeof value === 'string'), values[values.length - 1]];
}
