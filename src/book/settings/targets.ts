import { DEFAULT_NEAR, INDICATORS, type IndicatorCode, type Targets } from '../../domain/indicators.ts';
import { WHOLE } from '../../domain/share.ts';
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

export function readTargets(values: SettingValues): Targets {
  const byIndicator = Object.fromEntries(
    INDICATORS.map(({ code }) => [code, values.share(targetCode(code), null)]),
  ) as Record<IndicatorCode, number | null>;
  return { byIndicator, near: values.share(NEAR_CODE, null) ?? DEFAULT_NEAR };
}

/** Formula of the value of a setting, by its code: sorting «Настройки» swaps nothing. */
export function settingFormula(settingsName: string, code: string): string {
  const sheet = sheetReference(settingsName);
  return `INDEX(${sheet}!$C:$C;MATCH("${code}";${sheet}!$A:$A;0))`;
}

/** Cell formula of a target, rounded to 0.01 %; the words «нет цели» where none is set. */
export function targetFormula(settingsName: string, indicator: IndicatorCode): string {
  const value = settingFormula(settingsName, targetCode(indicator));
  return `=IFERROR(IF(AND(ISNUMBER(${value});${value}>0;${value}<=1);ROUND(${value};4);"нет цели");"нет цели")`;
}

/** Cell formula of the lower edge of the band «близко» below the target in `targetCell`. */
export function nearEdgeFormula(settingsName: string, targetCell: string): string {
  const near = settingFormula(settingsName, NEAR_CODE);
  const usual = `${DEFAULT_NEAR}/${WHOLE}`;
  const band = `IFERROR(IF(AND(ISNUMBER(${near});${near}>0;${near}<=1);${near};${usual});${usual})`;
  return `=IF(ISNUMBER(${targetCell});ROUND(${targetCell}-${band};4);"")`;
}
