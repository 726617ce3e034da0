import type { KnownKind } from '../../domain/organisation.ts';
import type { SettingValues } from './values.ts';

/** Kinds of organisation as a setting names them. */
const KIND_NAMES: Readonly<Record<KnownKind, string>> = {
  school: 'школы',
  preschool: 'дошкольные',
  college: 'спо',
  additional: 'дополнительное',
};

const KINDS = Object.keys(KIND_NAMES) as KnownKind[];

/** «школы; спо» */
export function kindListText(kinds: readonly KnownKind[]): string {
  return kinds.map((kind) => KIND_NAMES[kind]).join('; ');
}

/** Kinds named by a list setting. A word that names none is an issue, and is left out. */
export function readKindList(values: SettingValues, code: string): KnownKind[] {
  const words = values.list(code);
  const kinds = KINDS.filter((kind) => words.includes(KIND_NAMES[kind]));
  if (kinds.length < new Set(words).size) values.refuse(code, `список из: ${kindListText(KINDS)}`);
  return kinds;
}
