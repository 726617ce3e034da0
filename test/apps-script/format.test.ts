import { describe, expect, it } from 'vitest';
import { displayText, isDateFormat } from '../../workbench/apps-script/format.ts';
import { momentToSerial, serialToMoment } from '../../workbench/apps-script/zone.ts';

describe('display texts', () => {
  it.each([
    ['whole', 12, '0.###############', '12', '12'],
    ['fraction', 0.5, '0.###############', '0,5', '0.5'],
    ['fifteen digits', 0.1 + 0.2, '0.###############', '0,3', '0.3'],
    ['sixteen digits', 1e15, '0.###############', '1E+15', '1E+15'],
    ['percent', 0.7512, '0.00%', '75,12%', '75.12%'],
    ['percent, rounded half up', 0.00125, '0.00%', '0,13%', '0.13%'],
    ['groups', 1234567.5, '#,##0.00', '1\u00a0234\u00a0567,50', '1,234,567.50'],
    ['optional decimals', 1.5, '0.##', '1,5', '1.5'],
    ['no optional decimals', 2, '0.##', '2', '2'],
    ['leading zeros', 7, '000', '007', '007'],
    ['negative', -3, '0', '-3', '-3'],
    ['sections', -3, '+0;-0;0', '-3', '-3'],
    ['sections, positive', 3, '+0;-0;0', '+3', '+3'],
    ['sections, zero', 0, '+0;-0;0', '0', '0'],
    ['words', 4, '0" чел."', '4 чел.', '4 чел.'],
    ['exponent', 12345, '0.00E+00', '1,23E+04', '1.23E+04'],
    ['date', 45986, 'dd.MM.yyyy', '25.11.2025', '25.11.2025'],
    ['date and time', 45986.5, 'yyyy-MM-dd HH:mm', '2025-11-25 12:00', '2025-11-25 12:00'],
    ['minutes beside hours', 45986.25, 'h:mm:ss', '6:00:00', '6:00:00'],
    ['truth', true, '0', 'ИСТИНА', 'TRUE'],
    ['text', 'x', '0.00', 'x', 'x'],
    ['blank', null, '0.00', '', ''],
  ] as const)('%s', (_note, value, format, russian, english) => {
    expect([displayText(value, format, 'ru_RU'), displayText(value, format, 'en_US')]).toEqual([
      russian,
      english,
    ]);
  });

  it.each([['[$-419]d mmm'], ['# ?/?'], ['[h]:mm']])('%s is not guessed', (format) => {
    expect(() => displayText(1.5, format, 'ru_RU')).toThrow(/^not known how the platform behaves here/);
  });

  it.each([
    ['dd.mm.yyyy', true],
    ['0.00', false],
    ['@', false],
    ['0" дней"', false],
    ['h:mm', true],
  ])('%s reads as a date: %s', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});

describe('serial numbers', () => {
  it.each([
    ['Moscow midnight', 'Europe/Moscow', '2025-11-24T21:00:00Z', 45986],
    ['UTC', 'UTC', '2025-11-25T00:00:00Z', 45986],
    ['the day of 1899', 'UTC', '1899-12-30T00:00:00Z', 0],
    ['summer time of Berlin', 'Europe/Berlin', '2025-07-01T10:00:00Z', 45839.5],
  ])('%s', (_note, zone, iso, serial) => {
    const moment = Date.parse(iso);
    expect([momentToSerial(moment, zone), serialToMoment(serial, zone)]).toEqual([serial, moment]);
  });
});
