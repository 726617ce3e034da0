import type { GuardRule } from '../../domain/issues.ts';
import { GUARD_LISTS } from './lists.ts';
import {
  BREAK,
  holdsAny,
  indexOf,
  longestAt,
  type PhraseIndex,
  phraseOf,
  sentencesOf,
  type Words,
} from './words.ts';

export interface Breach {
  readonly rule: GuardRule;
  /** The words that break it, as the guard read them; '' where something is missing. */
  readonly found: string;
}

type ListName = keyof typeof GUARD_LISTS;

const compiled = new Map<ListName, PhraseIndex>();

function listed(name: ListName): PhraseIndex {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const made = indexOf(GUARD_LISTS[name].map(phraseOf));
  compiled.set(name, made);
  return made;
}

/** Does the text speak of parents, students or their families? */
export function concernsFamilies(text: string): boolean {
  return linesOf(text).some((line) => line.some((sentence) => mentions(sentence, 'FAMILY_WORDS')));
}

/**
 * The guard of voluntariness: taking part is voluntary for parents and students, so a text that
 * concerns them says so and forces nobody; and no text says what the law does not.
 *
 * @returns every breach; none in a text that may go out
 */
export function breachesOf(text: string): Breach[] {
  const lines = linesOf(text);
  const families = lines.some((line) => line.some((sentence) => mentions(sentence, 'FAMILY_WORDS')));
  const breaches: Breach[] = [];
  for (const line of lines) {
    const about = aboutOf(line);
    const add = (rule: GuardRule, found: string | null): void => {
      if (found !== null) breaches.push({ rule, found });
    };
    for (const sentence of line) {
      add('law', lawBreach(sentence));
      add('ban', banBreach(sentence, about.families));
      add('fine', fineBreach(sentence));
    }
    // Duty is in place where a line is about staff alone, and in a text that no family and nobody at large is named in.
    const everybody = line.some((sentence) => mentions(sentence, 'EVERYBODY_WORDS'));
    const gentle = about.families || (!about.staff && (families || everybody));
    if (gentle) for (const sentence of line) add('force', found(sentence, 'FORCE_PHRASES'));
    if (about.families) for (const sentence of line) add('demand', demandIn(sentence));
  }
  if (
    families &&
    !lines.some((line) => line.some((sentence) => found(sentence, 'VOLUNTARY_PHRASES') !== null))
  ) {
    breaches.push({ rule: 'voluntary-missing', found: '' });
  }
  return breaches;
}

function linesOf(text: string): Words[][] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
    .map(sentencesOf)
    .filter((sentences) => sentences.length > 0);
}

function aboutOf(line: readonly Words[]): { readonly families: boolean; readonly staff: boolean } {
  return {
    families: line.some((sentence) => mentions(sentence, 'FAMILY_WORDS')),
    staff: line.some((sentence) => mentions(sentence, 'STAFF_WORDS')),
  };
}

function mentions(sentence: Words, name: ListName): boolean {
  return holdsAny(listed(name), sentence);
}

/** The first phrase of the list that stands in the sentence and is neither innocent nor negated. */
function found(sentence: Words, name: ListName): string | null {
  for (let place = 0; place < sentence.length; place += 1) {
    const length = longestAt(listed(name), sentence, place);
    if (length === 0 || isInnocent(sentence, place, length) || isNegated(sentence, place, length)) continue;
    return sentence.slice(place, place + length).join(' ');
  }
  return null;
}

/** Most words that an innocent phrase takes. */
const INNOCENT_REACH = 6;

/** Does an innocent phrase cover the first or the last word of what was found? */
function isInnocent(sentence: Words, place: number, length: number): boolean {
  const last = place + length - 1;
  for (let start = Math.max(0, place - INNOCENT_REACH); start <= last; start += 1) {
    const end = start + longestAt(listed('INNOCENT_PHRASES'), sentence, start);
    if ((start <= place && place < end) || (start <= last && last < end)) return true;
  }
  return false;
}

/** Most words that a negation takes. */
const NEGATION_REACH = 3;

/** «не обязаны», «не является обязательным», «без принуждения»; «штрафов нет», «наказания не будет». */
function isNegated(sentence: Words, place: number, length: number): boolean {
  for (let back = 1; back <= Math.min(NEGATION_REACH, place); back += 1) {
    if (longestAt(listed('NEGATIONS'), sentence, place - back) === back) return true;
  }
  if (longestAt(listed('PUNISHMENTS'), sentence, place) === 0) return false;
  return longestAt(listed('NEGATIONS_BEHIND'), sentence, place + length) > 0;
}

function demandIn(sentence: Words): string | null {
  const numbers = sentence.map((word) => (word >= '0' && word < ':' ? '#' : word));
  return found(numbers, 'DEMAND_PHRASES') === null
    ? null
    : sentence.filter((word) => word !== BREAK).join(' ');
}

function lawBreach(sentence: Words): string | null {
  if (!mentions(sentence, 'LAW_WORDS') || !mentions(sentence, 'MESSENGER_MAX')) return null;
  return found(sentence, 'LAW_ASKS');
}

function banBreach(sentence: Words, families: boolean): string | null {
  if (!mentions(sentence, 'OTHER_MESSENGERS')) return null;
  const official = mentions(sentence, 'OFFICIAL_WORDS') && !mentions(sentence, 'PRIVATE_WORDS') && !families;
  return official ? null : found(sentence, 'BAN_PHRASES');
}

function fineBreach(sentence: Words): string | null {
  return mentions(sentence, 'PERCENT_PHRASES') ? found(sentence, 'FINE_PHRASES') : null;
}
