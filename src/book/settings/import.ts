import { DEFAULT_KIND_WORDS, type KindWords } from '../../domain/organisation.ts';
import type { ChosenColumns, ColumnChoice } from '../../import/column-choice.ts';
import type { Remember, Remembered } from '../../import/remember.ts';
import { importSettingWords } from '../../text/sheets/import-settings.ts';
import { kindCode } from './kinds.ts';
import type { SettingArea } from './row.ts';
import type { SettingValues } from './values.ts';

const COLUMNS_PREFIX = 'columns.';
const MUNICIPALITIES = 'import.municipalities';

/** What imports remember. People may edit it; a row deleted is a question asked again. */
export const IMPORT_SETTINGS: SettingArea = {
  rows: [{ code: MUNICIPALITIES, kind: 'text', initial: '' }],
  prefixes: [COLUMNS_PREFIX],
  words: importSettingWords,
};

export const NOTHING_REMEMBERED: Remembered = { columns: [], municipalities: null };

export function readRemembered(values: SettingValues): Remembered {
  const columns = values
    .startingWith(COLUMNS_PREFIX)
    .map(([signature, text]): ChosenColumns => ({ signature, choice: readChoice(text) }))
    .filter(({ choice }) => Object.keys(choice).length > 0);
  return { columns, municipalities: readMunicipalities(values.text(MUNICIPALITIES)) };
}

/**
 * Rows of «Настройки» to write, by code.
 * @param kindWords those in force, with the answers among them
 */
export function rememberEntries(
  { columns, municipalities, kinds = [] }: Remember,
  kindWords: KindWords = DEFAULT_KIND_WORDS,
): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  if (municipalities !== undefined) entries.set(MUNICIPALITIES, (municipalities ?? []).join('\n'));
  if (columns !== undefined) entries.set(COLUMNS_PREFIX + columns.signature, writeChoice(columns.choice));
  for (const { kind } of kinds) entries.set(kindCode(kind), kindWords[kind].join('; '));
  return entries;
}

/** Words beside a new row of what is remembered, for `writeSettings`. */
export function rememberWords({ columns }: Remember): (code: string) => string {
  return () => columns?.title ?? '';
}

/** One name a line: a name may hold commas and semicolons. */
function readMunicipalities(text: string): readonly string[] | null {
  const names = text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === 0 ? null : names;
}

/** `date=1; orgId=8`: 1-based, as people count columns. */
function writeChoice(choice: ColumnChoice): string {
  return Object.entries(choice)
    .map(([field, position]) => `${field}=${position + 1}`)
    .join('; ');
}

/** The inverse; parts that cannot be read are left out, and the choice then fits no file. */
function readChoice(text: string): ColumnChoice {
  const choice: Record<string, number> = {};
  for (const part of text.split(';')) {
    const [field = '', column = ''] = part.split('=');
    const position = Number(column) - 1;
    if (/^[A-Za-z]+$/.test(field.trim()) && Number.isInteger(position) && position >= 0) {
      choice[field.trim()] = position;
    }
  }
  return choice;
}
