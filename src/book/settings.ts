import { DEFAULT_NEAR, INDICATORS, type IndicatorCode, type Targets } from '../domain/indicators.ts';
import type { Issue } from '../domain/issues.ts';
import { DEFAULT_KIND_WORDS, type KindWords, type KnownKind } from '../domain/organisation.ts';
import { targetOf, WHOLE } from '../domain/share.ts';
import { type CellInput, sheetReference, textCell } from './cells.ts';
import { FORMATS, type SheetLayout } from './layout.ts';
import { type CellOutput, type Sheet, textOf } from './platform.ts';
import { verifyHeadings } from './rows.ts';
import { fillSheet, writeBlock } from './sheet-maker.ts';

/** «Настройки»: code · what · value · explanation. Rows are found by code; people may sort them. */
export const SETTINGS_LAYOUT: SheetLayout = {
  key: 'settings',
  name: 'Настройки',
  firstRow: 2,
  frozenColumns: 0,
  columns: [
    { heading: 'Код', note: 'По коду надстройка узнаёт строку: не меняйте его', kind: 'id', width: 170 },
    { heading: 'Что', note: 'Что задаёт эта строка', kind: 'id', width: 320 },
    { heading: 'Значение', note: 'Меняйте здесь: книга пересчитается сразу', kind: 'hand', width: 240 },
    { heading: 'Пояснение', note: 'Что означает значение и как его писать', kind: 'id', width: 460 },
  ],
};

const CODE = 0;
const VALUE = 2;

export function targetCode(indicator: IndicatorCode): string {
  return `target.${indicator}`;
}
const NEAR_CODE = 'near';

type SettingKind = 'share' | 'words';

interface SettingRow {
  readonly code: string;
  readonly kind: SettingKind;
  readonly what: string;
  readonly initial: CellInput;
  readonly explanation: string;
}

const KIND_TITLES: Readonly<Record<KnownKind, string>> = {
  preschool: 'дошкольная организация',
  additional: 'дополнительное образование',
  college: 'профессиональное образование',
  school: 'школа',
};

const KINDS: readonly KnownKind[] = ['preschool', 'additional', 'college', 'school'];

const SETTINGS: readonly SettingRow[] = [
  ...INDICATORS.map(
    (indicator): SettingRow => ({
      code: targetCode(indicator.code),
      kind: 'share',
      what: `Цель: ${indicator.title.charAt(0).toLowerCase()}${indicator.title.slice(1)}`,
      initial: indicator.target / WHOLE,
      explanation: 'Доля от 0,01 % до 100 %, с точностью до 0,01 %. Пусто — цели нет, статус не ставится',
    }),
  ),
  {
    code: NEAR_CODE,
    kind: 'share',
    what: 'Полоса «близко» ниже цели',
    initial: DEFAULT_NEAR / WHOLE,
    explanation: 'В процентных пунктах: при цели 75 % и полосе 5 % «близко» — от 70 % до 75 %',
  },
  ...KINDS.map(
    (kind): SettingRow => ({
      code: `kind.${kind}`,
      kind: 'words',
      what: `Слова в «Тип ОО»: ${KIND_TITLES[kind]}`,
      initial: textCell(DEFAULT_KIND_WORDS[kind].join('; ')),
      explanation:
        'Через точку с запятой. По ним надстройка узнаёт тип организации; действует со следующего импорта',
    }),
  ),
];

export interface Settings {
  readonly targets: Targets;
  readonly kindWords: KindWords;
  readonly issues: readonly Issue[];
}

export function fillSettings(sheet: Sheet): void {
  fillSheet(sheet, SETTINGS_LAYOUT);
  const first = SETTINGS_LAYOUT.firstRow;
  writeBlock(
    sheet,
    first,
    1,
    SETTINGS.map((row) => [row.code, textCell(row.what), row.initial, textCell(row.explanation)]),
  );
  const shares = SETTINGS.filter((row) => row.kind === 'share').length;
  sheet
    .getRange(first, VALUE + 1, shares, 1)
    .setNumberFormat(FORMATS.share)
    .setDataValidation(
      SpreadsheetApp.newDataValidation()
        .requireNumberBetween(1 / WHOLE, 1)
        .setAllowInvalid(false)
        .setHelpText('Доля больше 0 % и не больше 100 %, например 75 %; чтобы цели не было, очистите ячейку')
        .build(),
    );
  sheet
    .getRange(first, 1, SETTINGS.length, SETTINGS_LAYOUT.columns.length)
    .setWrap(true)
    .setVerticalAlignment('top');
}

/** Reads all settings in one call; a wrong value is named and replaced. */
export function readSettings(sheet: Sheet): Settings {
  const values: CellOutput[][] = sheet.getRange('A1:D').getValues();
  verifyHeadings(sheet, SETTINGS_LAYOUT, values[0] ?? []);
  return parseSettings(
    values.slice(1).map((row): [string, CellOutput] => [textOf(row[CODE]), row[VALUE] ?? '']),
  );
}

/** @param entries code and value of each row, in the sheet's order; the first row of a code counts */
export function parseSettings(entries: readonly (readonly [string, CellOutput])[]): Settings {
  const issues: Issue[] = [];
  const values = new Map<string, CellOutput>();
  for (const [code, value] of entries) {
    if (code === '') continue;
    if (!SETTINGS.some((row) => row.code === code)) issues.push({ code: 'setting-unknown', setting: code });
    else if (!values.has(code)) values.set(code, value);
  }
  const share = (code: string, whenInvalid: number | null): number | null => {
    const value = values.get(code) ?? '';
    if (typeof value === 'number') {
      const points = targetOf(value);
      if (points > 0 && points <= WHOLE) return points;
    }
    if (value !== '') {
      issues.push({
        code: 'setting-invalid',
        setting: code,
        found: textOf(value),
        expected: 'доля больше 0 % и не больше 100 %',
      });
    }
    return whenInvalid;
  };
  const words = (kind: KnownKind): readonly string[] => {
    const list = textOf(values.get(`kind.${kind}`))
      .split(/[;,]/)
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '');
    return list.length > 0 ? list : DEFAULT_KIND_WORDS[kind];
  };
  const byIndicator = Object.fromEntries(
    INDICATORS.map((indicator) => [indicator.code, share(targetCode(indicator.code), null)]),
  ) as Record<IndicatorCode, number | null>;
  const kindWords = Object.fromEntries(KINDS.map((kind) => [kind, words(kind)])) as Record<
    KnownKind,
    readonly string[]
  >;
  return { targets: { byIndicator, near: share(NEAR_CODE, null) ?? DEFAULT_NEAR }, kindWords, issues };
}

/** Formula of the value of a setting, by its code: sorting «Настройки» swaps nothing. */
function valueFormula(settingsName: string, code: string): string {
  const sheet = sheetReference(settingsName);
  return `INDEX(${sheet}!$C:$C;MATCH("${code}";${sheet}!$A:$A;0))`;
}

/** Cell formula of a target, rounded to 0.01 %; the words «нет цели» where none is set. */
export function targetFormula(settingsName: string, indicator: IndicatorCode): string {
  const value = valueFormula(settingsName, targetCode(indicator));
  return `=IFERROR(IF(AND(ISNUMBER(${value});${value}>0;${value}<=1);ROUND(${value};4);"нет цели");"нет цели")`;
}

/** Cell formula of the lower edge of the band «близко» below the target in `targetCell`. */
export function nearEdgeFormula(settingsName: string, targetCell: string): string {
  const near = valueFormula(settingsName, NEAR_CODE);
  const usual = `${DEFAULT_NEAR}/${WHOLE}`;
  const band = `IFERROR(IF(AND(ISNUMBER(${near});${near}>0;${near}<=1);${near};${usual});${usual})`;
  return `=IF(ISNUMBER(${targetCell});ROUND(${targetCell}-${band};4);"")`;
}
