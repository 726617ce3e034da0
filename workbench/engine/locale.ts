/** Locales of the spreadsheet as o-spreadsheet wants them: what formulas and numbers look like. */
const RUSSIAN = {
  name: 'Русский',
  code: 'ru_RU',
  thousandsSeparator: '\u00a0',
  decimalSeparator: ',',
  weekStart: 1,
  dateFormat: 'dd.mm.yyyy',
  timeFormat: 'hh:mm:ss',
  formulaArgSeparator: ';',
};

const AMERICAN = {
  name: 'English (US)',
  code: 'en_US',
  thousandsSeparator: ',',
  decimalSeparator: '.',
  weekStart: 7,
  dateFormat: 'm/d/yyyy',
  timeFormat: 'hh:mm:ss a',
  formulaArgSeparator: ',',
};

export function engineLocale(locale: 'ru_RU' | 'en_US'): typeof RUSSIAN {
  return locale === 'ru_RU' ? RUSSIAN : AMERICAN;
}
