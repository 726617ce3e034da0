const FORM = /^(\d)(?:([.,])(\d+))?e([+]?)(\d{1,2})$/i;

/** Significant digits of Excel's general format: what it shows shorter than that may be rounded. */
const EXCEL_DIGITS = 6;

/**
 * A whole number written with an exponent, as its digits; `lost` where digits may be missing, null
 * where the text has no exponent. Excel shows six digits of a long number (`7,71235E+09`) and the
 * rest is gone; a double in a Metabase export has all of them (`7.712345678E9`), only trailing
 * zeros are left out.
 */
export function fromScientific(text: string): string | 'lost' | null {
  const match = FORM.exec(text);
  if (match === null) return null;
  const [, lead = '', mark = '', fraction = '', plus = '', power = ''] = match;
  if (mark === '' && plus === '') return null;
  const digits = lead + fraction;
  const length = Number(power) + 1;
  if (digits.length === length) return digits;
  const exact = mark === '.' && plus === '' && digits.length > EXCEL_DIGITS && digits.length < length;
  return exact && length <= 15 ? digits + '0'.repeat(length - digits.length) : 'lost';
}
