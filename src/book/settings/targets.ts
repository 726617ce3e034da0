import { DEFAULT_NEAR, INDICATORS, type IndicatorCode } from '../../domain/indicators.ts';
import { WHOLE } from '../../domain/share.ts';
import type { DatedTargets } from '../../domain/yardsticks/dated-targets.ts';
import { targetSettingWords } from '../../text/sheets/settings.ts';
import { sheetReference } from '../cells.ts';
import type { SettingArea } from './row.ts';
import type { SettingValues } from './values.ts';

const NEAR_CODE = 'near';

function targetCode(indicator: IndicatorCode): string {
  return `target.${indicator}`;
}

export const TARGET_SETTINGS: SettingArea = {
  rows: [
    ...INDICATORS.map(({ code, target }) => ({
      code: targetCode(code),
      kind: 'share' as const,
      initial: target / WHOLE,
    })),
    { code: NEAR_CODE, kind: 'share', initial: DEFAULT_NEAR / WHOLE },
  ],
  words: targetSettingWords,
};

export function readTargets(values: SettingValues): DatedTargets {
  return {
    rows: INDICATORS.flatMap(({ code }) =>
      values.datedShares(targetCode(code)).map(({ from, share }) => ({ code, from, target: share })),
    ),
    near: values.share(NEAR_CODE, null) ?? DEFAULT_NEAR,
  };
}

/** Formula of the value of a setting, by its code: sorting «Настройки» swaps nothing. */
export function settingFormula(settingsName: string, code: string): string {
  const sheet = sheetReference(settingsName);
  return `INDEX(${sheet}!$C:$C;MATCH("${code}";${sheet}!$A:$A;0))`;
}

/**
 * Cell formula of the target in force on the day in `dateCell`, rounded to 0.01 %; the words «нет цели»
 * where none is. As `targetInForce` of the core: of the rows of its code the one that began last, of
 * rows that began on one day the lower one. A blank «действует с» compares as 0.
 */
export function targetFormula(settingsName: string, indicator: IndicatorCode, dateCell: string): string {
  const sheet = sheetReference(settingsName);
  const [codes, starts] = ['A', 'E'].map((column) => `${sheet}!$${column}$2:$${column}`);
  const code = `"${targetCode(indicator)}"`;
  const latest = `MAXIFS(${starts};${codes};${code};${starts};"<="&N(${dateCell}))`;
  const row = `SUMPRODUCT(MAX((${codes}=${code})*(${starts}=${latest})*ROW(${codes})))`;
  // Row 1 is a heading, so that no row at all gives no number.
  const value = `INDEX(${sheet}!$C:$C;MAX(1;${row}))`;
  return `=IFERROR(IF(AND(ISNUMBER(${value});${value}>0;${value}<=1);ROUND(${value};4);"нет цели");"нет цели")`;
}

/** Cell formula of the lower edge of the band «близко» below the target in `targetCell`. */
export function nearEdgeFormula(settingsName: string, targetCell: string): string {
  return `=IF(ISNUMBER(${targetCell});ROUND(${targetCell}-${nearFormula(settingsName)};4);"")`;
}

/** Formula of the width of the band «близко». */
export function nearFormula(settingsName: string): string {
  const near = settingFormula(settingsName, NEAR_CODE);
  const usual = `${DEFAULT_NEAR}/${WHOLE}`;
  return `IFERROR(IF(AND(ISNUMBER(${near});${near}>0;${near}<=1);${near};${usual});${usual})`;
}
