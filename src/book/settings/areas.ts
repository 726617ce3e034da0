import { DEFAULT_TARGETS, type Targets } from '../../domain/indicators.ts';
import type { Issue } from '../../domain/issues.ts';
import { DEFAULT_KIND_WORDS, type KindWords } from '../../domain/organisation.ts';
import type { Remembered } from '../../import/remember.ts';
import type { DateReader } from '../platform.ts';
import { IMPORT_SETTINGS, NOTHING_REMEMBERED, readRemembered } from './import.ts';
import { KIND_SETTINGS, readKindWords } from './kinds.ts';
import type { SettingArea } from './row.ts';
import { readTargets, TARGET_SETTINGS } from './targets.ts';
import { type SettingEntry, settingValues } from './values.ts';

/** In the order of the sheet. A new area is one row here, one in `Settings` and one in `parseSettings`. */
export const AREAS: readonly SettingArea[] = [TARGET_SETTINGS, KIND_SETTINGS, IMPORT_SETTINGS];

export interface Settings {
  readonly targets: Targets;
  readonly kindWords: KindWords;
  readonly remembered: Remembered;
  /** Values that cannot be read, and codes that nobody knows. */
  readonly issues: readonly Issue[];
}

/** What holds in a book that has no «Настройки» yet. */
export const DEFAULT_SETTINGS: Settings = {
  targets: DEFAULT_TARGETS,
  kindWords: DEFAULT_KIND_WORDS,
  remembered: NOTHING_REMEMBERED,
  issues: [],
};

/** @param entries code and value of each row, in the sheet's order; the first row of a code counts */
export function parseSettings(entries: readonly SettingEntry[], dateOf: DateReader): Settings {
  const issues: Issue[] = entries
    .filter(([code]) => code !== '' && !isKnown(code))
    .map(([setting]) => ({ code: 'setting-unknown', setting }));
  const values = settingValues(entries, dateOf, issues);
  return {
    targets: readTargets(values),
    kindWords: readKindWords(values),
    remembered: readRemembered(values),
    issues,
  };
}

function isKnown(code: string): boolean {
  return AREAS.some(
    ({ rows, prefixes = [] }) =>
      rows.some((row) => row.code === code) || prefixes.some((prefix) => code.startsWith(prefix)),
  );
}
