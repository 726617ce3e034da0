import { GUARD_LISTS } from './lists.ts';
import { BREAK, holds, lengthAt, type Phrase, phraseOf, sentencesOf, type Words } from './words.ts';

/**
 * The voluntariness guard: taking part is voluntary for parents and students, so a text that concerns
 * them says so and forces nobody; and no text says what the law does not.
 *
 * - `voluntary-missing`: the text concerns families and does not say that taking part is voluntary
 * - `force`: a word of force in a line about families, or in one that is not plainly about staff
 * - `demand`: so many more people are asked of families
 * - `law`: the law is said to demand МАХ
 * - `ban`: private messengers are forbidden
 * - `fine`: a fine or a loss of pay is tied to a percentage
 */
export type GuardRule = 'voluntary-missing' | 'force' | 'demand' | 'law' | 'ban' | 'fine';

export interface Breach {
  readonly rule: GuardRule;
  /** The words that break it, as the guard read them; '' where something is missing. */
  readonly found: string;
}

type ListName = keyof typeof GUARD_LISTS;

const compiled = new Map<ListName, readonly Phrase[]>();

function phrases(name: ListName): readonly Phrase[] {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const made = GUARD_LISTS[name].map(phraseOf);
  compiled.set(name, made);
  return made;
}

/** Does the text speak of parents, students or their families? */
export function concernsFamilies(text: string): boolean {
  return linesOf(text).some((line) => line.some((sentence) => mentions(sentence, 'FAMILY_WORDS')));
}

/** Every breach of a text, each rule once a line; none in a text that may go out. */
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
  return phrases(name).some((phrase) => holds(phrase, sentence));
}

/** The first phrase of the list that stands in the sentence and is neither innocent nor negated. */
function found(sentence: Words, name: ListName): string | null {
  const innocent = innocentPlaces(sentence);
  for (const phrase of phrases(name)) {
    for (let place = 0; place < sentence.length; place += 1) {
      const length = lengthAt(phrase, sentence, place);
      if (length === 0 || innocent.has(place) || innocent.has(place + length - 1)) continue;
      if (!isNegated(sentence, place, length)) return sentence.slice(place, place + length).join(' ');
    }
  }
  return null;
}

function innocentPlaces(sentence: Words): ReadonlySet<number> {
  const places = new Set<number>();
  for (const phrase of phrases('INNOCENT_PHRASES')) {
    for (let place = 0; place < sentence.length; place += 1) {
      for (let step = 0; step < lengthAt(phrase, sentence, place); step += 1) places.add(place + step);
    }
  }
  return places;
}

/** «не обязаны», «не является обязательным», «без принуждения»; «штрафов нет», «наказания не будет». */
function isNegated(sentence: Words, place: number, length: number): boolean {
  const before = phrases('NEGATIONS').some((phrase) =>
    [1, 2, 3].some((back) => place - back >= 0 && lengthAt(phrase, sentence, place - back) === back),
  );
  if (before) return true;
  if (!phrases('PUNISHMENTS').some((phrase) => lengthAt(phrase, sentence, place) > 0)) return false;
  return phrases('NEGATIONS_BEHIND').some((phrase) => lengthAt(phrase, sentence, place + length) > 0);
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
