import { NotKnown } from './errors.ts';
import type { Locale } from './formula.ts';
import { serialParts } from './zone.ts';

export const DEFAULT_NUMBER_FORMAT = '0.###############';

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  ru_RU: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en_US: 'January February March April May June July August September October November December'.split(' '),
};

/** Does a number in this format read as a date (a JS Date for scripts)? */
export function isDateFormat(format: string): boolean {
  return /[dyhs]|m/i.test(bare(format)) && !/[0#?]/.test(bare(format));
}

function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
}

/** The cell's text as a person sees it. @throws NotKnown on formats that the emulator does not format. */
export function displayText(value: number | string | boolean | null, format: string, locale: Locale): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') {
    return locale === 'ru_RU' ? (value ? 'ИСТИНА' : 'ЛОЖЬ') : value ? 'TRUE' : 'FALSE';
  }
  if (format === '@' || format === DEFAULT_NUMBER_FORMAT || format.toLowerCase() === 'general') {
    return generalText(value, locale);
  }
  if (isDateFormat(format)) return dateText(value, format, locale);
  return patternText(value, format, locale);
}

function generalText(value: number, locale: Locale): string {
  const size = Math.abs(value);
  if (size >= 1e15) return localMark(exponentText(value, 14), locale);
  if (size !== 0 && size < 1e-9) return localMark(exponentText(value, 14), locale);
  return localMark(String(Number(value.toPrecision(15))), locale);
}

/** `1E+15`, as the platform writes it, with up to `digits` digits after the point. */
function exponentText(value: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = Number(value.toPrecision(15)).toExponential().split('e');
  const power = Number(exponent);
  const short = String(Number(Number(mantissa).toFixed(digits)));
  return `${short}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function localMark(text: string, locale: Locale): string {
  return locale === 'ru_RU' ? text.replace('.', ',') : text;
}

const DATE_TOKEN =
  /"([^"]*)"|\\(.)|yyyy|yy|MMMM|MMM|MM|M|mmmm|mmm|mm|m|dd|d|HH|hh|H|h|ss|s|am\/pm|[.,:/\- ]/g;

function dateText(serial: number, format: string, locale: Locale): string {
  const date = serialParts(serial);
  let output = '';
  let consumed = 0;
  let lastWasHour = false;
  for (const match of format.matchAll(DATE_TOKEN)) {
    if (match.index !== consumed) break;
    consumed += match[0].length;
    const token = match[0];
    output += match[1] ?? match[2] ?? dateToken(token, date, locale, lastWasHour, format.slice(consumed));
    if (/[a-z]/i.test(token)) lastWasHour = /^h/i.test(token);
  }
  if (consumed !== format.length) throw new NotKnown(`how the date format "${format}" is displayed`);
  return output;
}

function dateToken(token: string, date: Date, locale: Locale, afterHour: boolean, rest: string): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const lower = token.toLowerCase();
  const month = date.getUTCMonth();
  if (lower === 'yyyy') return String(date.getUTCFullYear());
  if (lower === 'yy') return two(date.getUTCFullYear() % 100);
  if (lower === 'dd') return two(date.getUTCDate());
  if (lower === 'd') return String(date.getUTCDate());
  if (lower === 'hh') return two(date.getUTCHours());
  if (lower === 'h') return String(date.getUTCHours());
  if (lower === 'ss') return two(date.getUTCSeconds());
  if (lower === 's') return String(date.getUTCSeconds());
  if (lower === 'mmmm') return MONTHS[locale][month] ?? '';
  if (lower === 'mmm') {
    if (locale === 'ru_RU') throw new NotKnown('how MMM is displayed in ru_RU');
    return (MONTHS.en_US[month] ?? '').slice(0, 3);
  }
  if (lower === 'mm' || lower === 'm') {
    const minutes = afterHour || /^[:.]s/i.test(rest);
    const number = minutes ? date.getUTCMinutes() : month + 1;
    return lower === 'mm' ? two(number) : String(number);
  }
  if (lower === 'am/pm') throw new NotKnown('how am/pm is displayed');
  return token;
}

const NUMBER_PATTERN = /^((?:"[^"]*"|\\.|[+\-$ ])*)([#0,]+)(?:\.([0#]+))?(E\+00)?(%?)((?:"[^"]*"|\\.|[ ])*)$/;

function patternText(value: number, format: string, locale: Locale): string {
  const sections = format.split(';');
  if (sections.length > 1) {
    const [positive = '', negative = '', zero = positive] = sections;
    if (value < 0 && negative !== '') return patternText(-value, negative, locale);
    return patternText(value, value === 0 ? zero : positive, locale);
  }
  if (/^"[^"]*"$/.test(format)) return format.slice(1, -1);
  const match = NUMBER_PATTERN.exec(format);
  if (match === null) throw new NotKnown(`how the number format "${format}" is displayed`);
  const [, prefix = '', whole = '0', fraction = '', exponent = '', percent = '', suffix = ''] = match;
  const scaled = percent === '' ? value : value * 100;
  const body =
    exponent === ''
      ? fixedText(Math.abs(scaled), whole, fraction, locale)
      : localMark(exponentFixed(Math.abs(scaled), fraction.length), locale);
  return (value < 0 ? '-' : '') + literal(prefix) + body + percent + literal(suffix);
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/g, (_all, quoted: string | undefined, escaped: string | undefined) => {
    return quoted ?? escaped ?? '';
  });
}

function exponentFixed(value: number, digits: number): string {
  const [mantissa = '', power = '0'] = value.toExponential(digits).split('e');
  return `${mantissa}E${Number(power) < 0 ? '-' : '+'}${String(Math.abs(Number(power))).padStart(2, '0')}`;
}

function fixedText(value: number, whole: string, fraction: string, locale: Locale): string {
  // Half away from zero in decimal, as people expect of 0.125 at two digits.
  const scale = 10 ** fraction.length;
  const rounded = Math.round(Number((value * scale).toPrecision(15))) / scale;
  const [integer = '0', decimals = ''] = rounded.toFixed(fraction.length).split('.');
  const minimum = (whole.match(/0/g) ?? []).length;
  const padded = (minimum === 0 && integer === '0' ? '' : integer).padStart(minimum, '0');
  const group = locale === 'ru_RU' ? '\u00a0' : ',';
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, group) : padded;
  let kept = decimals;
  for (let at = fraction.length - 1; at >= 0 && fraction[at] === '#' && kept.endsWith('0'); at--)
    kept = kept.slice(0, -1);
  return grouped + (kept === '' ? '' : (locale === 'ru_RU' ? ',' : '.') + kept);
}
