import { type CokRules, DEFAULT_COK_RULES } from '../../domain/cok.ts';
import type { Issue } from '../../domain/issues.ts';
import { DEFAULT_KIND_WORDS, type KindWords } from '../../domain/organisation.ts';
import { type DatedTargets, DEFAULT_DATED_TARGETS } from '../../domain/yardsticks/dated-targets.ts';
import type { Remembered } from '../../import/remember.ts';
import type { LinkAddresses } from '../../text/links.ts';
import type { DateReader } from '../platform.ts';
import { COK_SETTINGS, type CokAliases, readAliases, readCokRules } from './cok.ts';
import { IMPORT_SETTINGS, NOTHING_REMEMBERED, readRemembered } from './import.ts';
import { KIND_SETTINGS, readKindWords } from './kinds.ts';
import { LINK_SETTINGS, readLinks } from './links.ts';
import type { SettingArea } from './row.ts';
import { readTargets, TARGET_SETTINGS } from './targets.ts';
import { readTexts, TEXT_SETTINGS, type WrittenTexts } from './texts.ts';
import { type SettingEntry, settingValues } from './values.ts';
import {
  DEFAULT_SCHOOL_YARDSTICKS,
  MONITORING_SETTINGS,
  ROAD_MAP_SETTINGS,
  readYardsticks,
  type SchoolYardstickSettings,
  SELF_DIAGNOSIS_SETTINGS,
} from './yardsticks.ts';

/** In the order of the sheet. A new area is one row here, one in `Settings` and one in `parseSettings`. */
export const AREAS: readonly SettingArea[] = [
  TARGET_SETTINGS,
  KIND_SETTINGS,
  COK_SETTINGS,
  ROAD_MAP_SETTINGS,
  MONITORING_SETTINGS,
  SELF_DIAGNOSIS_SETTINGS,
  IMPORT_SETTINGS,
  TEXT_SETTINGS,
  LINK_SETTINGS,
];

export interface Settings {
  readonly targets: DatedTargets;
  readonly kindWords: KindWords;
  readonly remembered: Remembered;
  readonly yardsticks: SchoolYardstickSettings;
  readonly cok: CokRules;
  readonly aliases: CokAliases;
  readonly texts: WrittenTexts;
  readonly links: LinkAddresses;
  /** Values that cannot be read, and codes that nobody knows. */
  readonly issues: readonly Issue[];
}

/** What holds in a book that has no «Настройки» yet. */
export const DEFAULT_SETTINGS: Settings = {
  targets: DEFAULT_DATED_TARGETS,
  kindWords: DEFAULT_KIND_WORDS,
  remembered: NOTHING_REMEMBERED,
  yardsticks: DEFAULT_SCHOOL_YARDSTICKS,
  cok: DEFAULT_COK_RULES,
  aliases: [],
  texts: [],
  links: {},
  issues: [],
};

/** @param entries code, value and first day of each row, in the sheet's order; of a code without days the first counts */
export function parseSettings(entries: readonly SettingEntry[], dateOf: DateReader): Settings {
  const issues: Issue[] = entries
    .filter(([code]) => code !== '' && !isKnown(code))
    .map(([setting]) => ({ code: 'setting-unknown', setting }));
  const values = settingValues(entries, dateOf, issues);
  return {
    targets: readTargets(values),
    kindWords: readKindWords(values),
    remembered: readRemembered(values),
    yardsticks: readYardsticks(values),
    cok: readCokRules(values),
    aliases: readAliases(values),
    texts: readTexts(values),
    links: readLinks(values),
    issues,
  };
}

function isKnown(code: string): boolean {
  return AREAS.some(
    ({ rows, prefixes = [] }) =>
      rows.some((row) => row.code === code) || prefixes.some((prefix) => code.startsWith(prefix)),
  );
}
