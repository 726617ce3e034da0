import type { CokRules } from '../../domain/cok.ts';
import { cokSettingWords } from '../../text/sheets/cok.ts';
import { textCell } from '../cells.ts';
import type { SettingArea } from './row.ts';
import type { SettingValues } from './values.ts';

/** Words of the values, the usual one first; the formulas of «Школы» compare with them. */
const PERIOD = ['накопительно', 'за период'] as const;
export const STUDENTS_OF = ['все', 'с назначенным уроком'] as const;
export const PRESCHOOL_TEACHERS = ['нет', 'да'] as const;
export const ADDITIONAL = ['да', 'нет'] as const;

const PERIOD_CODE = 'cok.period';
export const STUDENTS_OF_CODE = 'cok.students_of';
export const PRESCHOOL_TEACHERS_CODE = 'cok.preschool_teachers';
export const ADDITIONAL_CODE = 'cok.additional';

/** Names under which files know schools. */
const ALIAS_PREFIX = 'alias.';

export type CokAliases = readonly (readonly [name: string, id: string])[];

export const COK_SETTINGS: SettingArea = {
  rows: (
    [
      [PERIOD_CODE, PERIOD[0]],
      [STUDENTS_OF_CODE, STUDENTS_OF[0]],
      [PRESCHOOL_TEACHERS_CODE, PRESCHOOL_TEACHERS[0]],
      [ADDITIONAL_CODE, ADDITIONAL[0]],
    ] as const
  ).map(([code, word]) => ({ code, kind: 'text' as const, initial: textCell(word) })),
  prefixes: [ALIAS_PREFIX],
  words: cokSettingWords,
};

/** Ids of schools by the form of the name that a person has confirmed for them. */
export function readAliases(values: SettingValues): CokAliases {
  return values.startingWith(ALIAS_PREFIX).filter(([, id]) => id !== '');
}

/** Rows of «Настройки» to write, by code. */
export function aliasEntries(aliases: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...aliases].map(([name, id]) => [ALIAS_PREFIX + name, id]));
}

export function readCokRules(values: SettingValues): CokRules {
  return {
    period: values.choice(PERIOD_CODE, PERIOD) === 'за период' ? 'period' : 'cumulative',
    studentsOf: values.choice(STUDENTS_OF_CODE, STUDENTS_OF) === 'все' ? 'all' : 'assigned',
    preschoolTeachers: values.choice(PRESCHOOL_TEACHERS_CODE, PRESCHOOL_TEACHERS) === 'да',
    additional: values.choice(ADDITIONAL_CODE, ADDITIONAL) === 'да',
  };
}
