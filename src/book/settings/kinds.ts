import { DEFAULT_KIND_WORDS, type KindWords, type KnownKind } from '../../domain/organisation.ts';
import { kindSettingWords } from '../../text/sheets/settings.ts';
import { textCell } from '../cells.ts';
import type { SettingArea } from './row.ts';
import type { SettingValues } from './values.ts';

const KINDS: readonly KnownKind[] = ['preschool', 'additional', 'college', 'school'];

export function kindCode(kind: KnownKind): string {
  return `kind.${kind}`;
}

export const KIND_SETTINGS: SettingArea = {
  rows: KINDS.map((kind) => ({
    code: kindCode(kind),
    kind: 'text',
    initial: textCell(DEFAULT_KIND_WORDS[kind].join('; ')),
  })),
  words: kindSettingWords,
};

/** Words by which kinds are told; the usual ones where a row is blank. */
export function readKindWords(values: SettingValues): KindWords {
  const words = (kind: KnownKind): readonly string[] => {
    const list = values.list(kindCode(kind));
    return list.length > 0 ? list : DEFAULT_KIND_WORDS[kind];
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, words(kind)])) as Record<KnownKind, readonly string[]>;
}
