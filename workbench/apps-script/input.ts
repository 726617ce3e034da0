import { NotKnown, ServiceException } from './errors.ts';
import { canonicalFormula, type Locale } from './formula.ts';
import { checkedSerial } from './zone.ts';

/** What a text becomes when it is typed, or written by setValue(s), which the platform parses alike. */
export type Entered =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `format` is the number format that the input brings to a cell without one. */
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null }
  | { readonly kind: 'formula'; readonly formula: string; readonly broken: boolean };

export interface InputContext {
  readonly locale: Locale;
  readonly now: Date;
  /** Number format of the cell before the input; `@` keeps texts as they are. */
  readonly format: string;
}

export const CELL_TEXT_LIMIT = 50_000;

/** Formats that input brings along, by locale. */
export const DATE_FORMAT: Readonly<Record<Locale, string>> = { ru_RU: 'dd.MM.yyyy', en_US: 'M/d/yyyy' };
export const DATE_TIME_FORMAT: Readonly<Record<Locale, string>> = {
  ru_RU: 'dd.MM.yyyy H:mm:ss',
  en_US: 'M/d/yyyy H:mm:ss',
};

/**
 * @throws ServiceException beyond 50,000 characters; NotKnown where no source settles the outcome
 * so that the add-on protects such texts with a leading apostrophe.
 */
export function enterText(text: string, context: InputContext): Entered {
  if (text.length > CELL_TEXT_LIMIT) {
    throw new ServiceException(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  }
  if (text === '') return { kind: 'blank' };
  if (context.format === '@') return enterIntoTextCell(text);
  if (text.startsWith("'")) return { kind: 'text', text: text.slice(1) };
  if (text.startsWith('=')) return enterFormula(text, context.locale);
  if (/^[+\-@＝＋－＠]/.test(text)) return enterSigned(text, context);
  const trimmed = text.trim();
  if (trimmed !== text && looksTyped(trimmed)) throw new NotKnown(`blanks around the input "${text}"`);
  return enterPlain(text, context);
}

function enterIntoTextCell(text: string): Entered {
  if (text.startsWith('=')) throw new NotKnown(`a formula written into a cell of format @: "${text}"`);
  if (text.startsWith("'")) throw new NotKnown(`an apostrophe written into a cell of format @: "${text}"`);
  return { kind: 'text', text };
}

function enterFormula(text: string, locale: Locale): Entered {
  if (text.trim() === '=') throw new NotKnown(`the input "${text}"`);
  const canonical = canonicalFormula(text, locale);
  return { kind: 'formula', formula: canonical ?? text, broken: canonical === null };
}

function enterSigned(text: string, context: InputContext): Entered {
  const rest = text.slice(1);
  if (text.startsWith('+') || text.startsWith('-')) {
    const number = enterNumber(rest, context.locale);
    if (number !== null) return { ...number, value: text.startsWith('-') ? -number.value : number.value };
  }
  // "+7 (900) …": read as a formula that does not parse, seen by several code bases.
  if (/^\+[0-9][0-9 ()-]*$/.test(text)) return { kind: 'formula', formula: `=${text}`, broken: true };
  throw new NotKnown(`input that starts with "${text.charAt(0)}": "${text}"`);
}

function looksTyped(text: string): boolean {
  return /^[0-9.,:/'=+\-@%$€₽\s]+$/.test(text) || /^(true|false|истина|ложь)$/i.test(text);
}

function enterPlain(text: string, context: InputContext): Entered {
  const { locale } = context;
  const boolean = enterBoolean(text, locale);
  if (boolean !== null) return boolean;
  const number = enterNumber(text, locale) ?? enterPercent(text, locale) ?? enterCurrency(text, locale);
  if (number !== null) return number;
  const date = enterDate(text, context);
  if (date !== null) return date;
  return { kind: 'text', text };
}

function enterBoolean(text: string, locale: Locale): Entered | null {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') {
    if (locale === 'en_US') return { kind: 'boolean', value: word === 'true' };
    throw new NotKnown(`the English word "${text}" in ru_RU`);
  }
  if (word === 'истина' || word === 'ложь') {
    if (locale === 'ru_RU') return { kind: 'boolean', value: word === 'истина' };
    throw new NotKnown(`the Russian word "${text}" in en_US`);
  }
  return null;
}

type EnteredNumber = Extract<Entered, { kind: 'number' }>;

function numberOf(digits: string, format: string | null = null): EnteredNumber {
  // The platform keeps 15 significant digits.
  return { kind: 'number', value: Number(Number(digits).toPrecision(15)), format };
}

function enterNumber(text: string, locale: Locale): EnteredNumber | null {
  if (/^[0-9]+$/.test(text)) return numberOf(text);
  const decimal = locale === 'ru_RU' ? /^[0-9]+,[0-9]+$/ : /^[0-9]*\.[0-9]+$/;
  if (decimal.test(text)) return numberOf(text.replace(',', '.'));
  if (locale === 'en_US' && /^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/.test(text)) {
    return numberOf(text.replaceAll(',', ''), text.includes('.') ? '#,##0.00' : '#,##0');
  }
  const exponent =
    locale === 'ru_RU' ? /^[0-9]+(,[0-9]+)?[eE][+-]?[0-9]+$/ : /^[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+$/;
  if (exponent.test(text)) return numberOf(text.replace(',', '.'), '0.00E+00');
  if (/^[0-9]{1,3}([ \u00a0\u202f][0-9]{3})+([.,][0-9]+)?$/.test(text)) {
    throw new NotKnown(`blanks between the digits of "${text}"`);
  }
  return null;
}

function enterPercent(text: string, locale: Locale): EnteredNumber | null {
  const match = /^([0-9]+(?:[.,][0-9]+)?)%$/.exec(text);
  const digits = match?.[1];
  if (digits === undefined) return null;
  const number = enterNumber(digits, locale);
  if (number === null) throw new NotKnown(`the percentage "${text}" in ${locale}`);
  return { ...number, value: number.value / 100, format: /[.,]/.test(digits) ? '0.00%' : '0%' };
}

function enterCurrency(text: string, locale: Locale): EnteredNumber | null {
  const match = /^\$([0-9]+(?:\.[0-9]+)?)$/.exec(text);
  if (match?.[1] !== undefined && locale === 'en_US') return numberOf(match[1], '"$"#,##0.00');
  if (/^[$€₽]\s?[0-9]|[0-9]\s?(?:[$€₽]|руб\.?)$/.test(text)) throw new NotKnown(`the currency in "${text}"`);
  return null;
}

function enterDate(text: string, context: InputContext): EnteredNumber | null {
  const { locale } = context;
  const iso = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(text);
  if (iso !== null) return dateOr(text, iso[1], iso[2], iso[3], 'yyyy-MM-dd', null);
  const dotted = /^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$/.exec(text);
  if (dotted !== null) {
    return locale === 'ru_RU' ? dateOr(text, dotted[3], dotted[2], dotted[1], DATE_FORMAT.ru_RU, null) : null;
  }
  const slashed = /^([0-9]{1,2})\/([0-9]{1,2})(?:\/([0-9]{4}))?$/.exec(text);
  if (slashed !== null) {
    const [, first, second, year = String(context.now.getUTCFullYear())] = slashed;
    const [month, day] = locale === 'ru_RU' ? [second, first] : [first, second];
    const format = slashed[3] === undefined ? (locale === 'ru_RU' ? 'dd.MM' : 'M/d') : DATE_FORMAT[locale];
    return dateOr(text, year, month, day, format, 'text');
  }
  const named = /^([A-Z][a-z]{2}) ([0-9]{1,2}) ([0-9]{4})$/.exec(text);
  const month = named === null ? -1 : MONTHS.indexOf(named[1] ?? '');
  if (named !== null && month >= 0 && locale === 'en_US') {
    return dateOr(text, named[3], String(month + 1), named[2], 'MMM d yyyy', null);
  }
  if (looksLikeDate(text)) throw new NotKnown(`the date-like input "${text}" in ${locale}`);
  return null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_WORDS =
  /^(?:[0-9]{1,2}[ .-])?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zа-я]*\.?(?:[ ,-]+[0-9]{1,4})*(?: г\.?)?$/i;

function looksLikeDate(text: string): boolean {
  if (/^[0-9][0-9.,:/ \u00a0\u202f-]*$/.test(text)) return true;
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]/.test(text)) return true;
  return /[0-9]/.test(text) && MONTH_WORDS.test(text);
}

/** An impossible day stays text where a source says so (`whenNot: 'text'`). */
function dateOr(
  text: string,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  format: string,
  whenNot: 'text' | null,
): EnteredNumber | null {
  const serial = checkedSerial(Number(year), Number(month), Number(day));
  if (serial !== null) return { kind: 'number', value: serial, format };
  if (whenNot === 'text') return null;
  throw new NotKnown(`the impossible date "${text}"`);
}
