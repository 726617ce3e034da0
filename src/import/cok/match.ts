import { normaliseText } from '../../domain/normalise.ts';
import { innLengthRight, readDigits, restoreInn } from '../values.ts';
import { aliasOf, NOT_OURS } from './alias.ts';

/** A school of the book, as far as it can be recognised by. */
export interface KnownSchool {
  readonly id: string;
  readonly name: string;
  readonly inn: string;
}

export type Match =
  /** By id, ИНН, a remembered answer or the whole name. */
  | { readonly kind: 'sure'; readonly id: string }
  /** The number and the words agree: to be confirmed. */
  | { readonly kind: 'guess'; readonly id: string }
  /** Several schools fit: a person chooses. */
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none' }
  /** A person has said that it is no school of the book. */
  | { readonly kind: 'foreign' };

/** What a name says: the kind of organisation, its numbers, and the words that are left. */
interface NameParts {
  /** Place in `KINDS`. */
  readonly kind: number;
  readonly numbers: string;
  readonly words: readonly string[];
}

/**
 * Words for a kind of organisation; the first kind that is found counts. A stem begins the word, an
 * abbreviation is all of it or, of a legal form, ends it. In the form of `normaliseText`.
 */
const KINDS: readonly RegExp[] = [
  /^детск|^сад$|^дс$|^ясли|доу$/,
  /^интернат/,
  /^лице/,
  /^гимнази/,
  /^колледж|^техникум|поу$/,
  /^школ|^[сон]ош$/,
];
const NO_KIND = KINDS.length;

/** Words that every school may have in its name: legal forms, the city, service words. */
const COMMON = [
  'мобу',
  'гбу',
  'мбу',
  'ано',
  'до',
  'спб',
  'город',
  'города',
  'района',
  'район',
  // Of «р-на».
  'на',
  'им',
  'имени',
  'центр',
  'развития',
  'ребенка',
  'средняя',
  'основная',
  'начальная',
  'санкт',
  'петербурга',
  'петербург',
  'no',
].map(normaliseText);

/** The same by how they begin, and every form that ends as «ГБОУ». */
const COMMON_WORDS =
  /^(?:государствен|муниципальн|бюджетн|казенн|автономн|(?:обще)?образовательн|дошкольн|учрежден|организаци|профессиональн)|оу$/;

const ENDING = /(?:ого|его|ому|ему|ыми|ими|ый|ий|ой|ая|яя|ое|ее|ым|им|ых|их|а|я|у|ю|е|ы|и|о)$/;
/** Of «южный». */
const SHORTEST_STEM = 3;

function stemOf(word: string): string {
  const stem = word.replace(ENDING, '');
  return stem.length >= SHORTEST_STEM ? stem : word;
}

function partsOf(name: string): NameParts {
  const numbers: string[] = [];
  const words: string[] = [];
  let kind = NO_KIND;
  for (const token of normaliseText(name).split(/[\s№,.()/:;-]/)) {
    const digits = token.replace(/\D/g, '');
    if (digits !== '') numbers.push(String(Number(digits)));
    const word = token.replace(/\d/g, '');
    const found = KINDS.findIndex((pattern) => pattern.test(word));
    if (found !== -1) kind = Math.min(kind, found);
    else if (word.length > 1 && !COMMON.includes(word) && !COMMON_WORDS.test(word)) words.push(stemOf(word));
  }
  return { kind, numbers: numbers.sort().join(' '), words };
}

/** Numbers agree, kinds do not contradict, and one name has no words that the other lacks. */
function alike(one: NameParts, other: NameParts): boolean {
  if (one.numbers !== other.numbers) return false;
  if (one.kind !== other.kind && one.kind !== NO_KIND && other.kind !== NO_KIND) return false;
  const within = (some: readonly string[], all: readonly string[]): boolean =>
    some.every((word) => all.includes(word));
  if (one.numbers === '' && (one.words.length === 0 || other.words.length === 0)) return false;
  return within(one.words, other.words) || within(other.words, one.words);
}

/** Recognises schools of the book in what a file writes for them. */
export class SchoolMatcher {
  private readonly byId = new Map<string, string>();
  private readonly byInn = new Map<string, string[]>();
  private readonly byName = new Map<string, string[]>();
  private readonly aliases: ReadonlyMap<string, string>;
  private readonly parts: readonly (readonly [id: string, parts: NameParts])[];

  /** @param aliases ids by `aliasOf` the name that a person has confirmed */
  constructor(schools: readonly KnownSchool[], aliases: ReadonlyMap<string, string>) {
    this.aliases = aliases;
    this.parts = schools.map(({ id, name }) => [id, partsOf(name)]);
    for (const { id, name, inn } of schools) {
      this.byId.set(id, id);
      put(this.byInn, inn, id);
      put(this.byName, aliasOf(name), id);
    }
  }

  /** @param texts cells of the row that may name the school, the surest first */
  match(texts: readonly string[]): Match {
    const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
    for (const text of filled) {
      const found = this.known(text);
      if (found !== null) return found;
    }
    return this.guess(filled[filled.length - 1] ?? '');
  }

  private known(text: string): Match | null {
    const digits = readDigits(text);
    const number = digits.ok ? digits.value : '';
    const id = this.byId.get(text) ?? this.byId.get(number);
    if (id !== undefined) return { kind: 'sure', id };
    const inn = restoreInn(number);
    const owners = innLengthRight(inn) ? this.byInn.get(inn) : undefined;
    if (owners !== undefined) return one(owners, 'sure');
    const alias = this.aliases.get(aliasOf(text));
    if (alias === NOT_OURS) return { kind: 'foreign' };
    if (alias !== undefined && this.byId.has(alias)) return { kind: 'sure', id: alias };
    const named = this.byName.get(aliasOf(text));
    return named === undefined ? null : one(named, 'sure');
  }

  private guess(text: string): Match {
    const parts = partsOf(text);
    return one(
      this.parts.filter(([, other]) => alike(parts, other)).map(([id]) => id),
      'guess',
    );
  }
}

function put(map: Map<string, string[]>, key: string, id: string): void {
  if (key !== '') map.set(key, [...(map.get(key) ?? []), id]);
}

function one(ids: readonly string[], kind: 'sure' | 'guess'): Match {
  const [id] = ids;
  if (id === undefined) return { kind: 'none' };
  return ids.length === 1 ? { kind, id } : { kind: 'several', ids };
}
