import { normaliseText } from '../../domain/normalise.ts';

/**
 * Phrases as data: words with one space between them. `*` at the end of a word stands for any
 * ending, `|` between words for a choice, `…` for at most three words. Phrases and texts are compared
 * word by word, so no regular expression can run away on them.
 */
export type PhraseText = string;

/** The words of a sentence; punctuation inside it stands as the word `BREAK`. */
export type Words = readonly string[];

interface WordPattern {
  readonly beginnings: readonly string[];
  readonly wholes: readonly string[];
}

type Phrase = readonly (WordPattern | 'gap')[];

const GAP = '…';
/** Most words that `…` stands for. */
const GAP_WORDS = 3;

export function phraseOf(text: PhraseText): Phrase {
  return text.split(' ').map((word) => {
    if (word === GAP) return 'gap';
    const choices = word.split('|').map(normaliseText);
    return {
      beginnings: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
      wholes: choices.filter((choice) => !choice.endsWith('*')),
    };
  });
}

function isWord({ beginnings, wholes }: WordPattern, word: string): boolean {
  return wholes.includes(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/** Number of words that the phrase takes from `start` on; 0 where it does not stand there. */
function lengthAt(phrase: Phrase, words: Words, start: number): number {
  const end = endFrom(phrase, 0, words, start);
  return end === null ? 0 : end - start;
}

function endFrom(phrase: Phrase, from: number, words: Words, start: number): number | null {
  let place = start;
  for (let index = from; index < phrase.length; index += 1) {
    const pattern = phrase[index];
    if (pattern === undefined) break;
    if (pattern === 'gap') {
      for (let skipped = 0; skipped <= GAP_WORDS; skipped += 1) {
        const end = endFrom(phrase, index + 1, words, place + skipped);
        if (end !== null) return end;
        if (words[place + skipped] === BREAK) return null;
      }
      return null;
    }
    const word = words[place];
    if (word === undefined || !isWord(pattern, word)) return null;
    place += 1;
  }
  return place;
}

/** Phrases by the beginning of their first word, so that a text is gone through once. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>;

/** Letters of the first word that are compared at once; a shorter choice (`%`, `в`) is its own key. */
const KEY_LENGTH = 2;

export function indexOf(phrases: readonly Phrase[]): PhraseIndex {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase;
    if (first === undefined || first === 'gap') continue;
    const keys = new Set([...first.beginnings, ...first.wholes].map((choice) => choice.slice(0, KEY_LENGTH)));
    for (const key of keys) {
      const same = index.get(key);
      if (same === undefined) index.set(key, [phrase]);
      else same.push(phrase);
    }
  }
  return index;
}

/** Number of words that the longest phrase of the index takes from `start` on; 0 where none stands there. */
export function longestAt(index: PhraseIndex, words: Words, start: number): number {
  const word = words[start];
  if (word === undefined) return 0;
  let longest = 0;
  for (const phrase of index.get(word.slice(0, KEY_LENGTH)) ?? []) {
    longest = Math.max(longest, lengthAt(phrase, words, start));
  }
  return longest;
}

export function holdsAny(index: PhraseIndex, words: Words): boolean {
  return words.some((_word, place) => longestAt(index, words, place) > 0);
}

/** A line of a text as sentences of words in the form of `normaliseText`. */
export function sentencesOf(line: string): Words[] {
  const letters = normaliseText(line);
  const sentences: string[][] = [];
  let words: string[] = [];
  let word = '';
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charAt(index);
    if (isWordLetter(letter)) {
      word += letter;
      continue;
    }
    if (word !== '') words.push(word);
    word = '';
    const next = letters.charAt(index + 1);
    // A point inside a number or a date ends nothing: a sentence ends before a space.
    if ('.!?;'.includes(letter) && (next === '' || next === ' ')) {
      sentences.push(words);
      words = [];
    } else if (BREAKS.includes(letter)) words.push(BREAK);
    else if (letter === '%') words.push('%');
  }
  if (word !== '') words.push(word);
  sentences.push(words);
  return sentences.filter((sentence) => sentence.length > 0);
}

const BREAKS = ',:()-…/';
/** Punctuation inside a sentence: no phrase and no negation reaches over it. */
export const BREAK = ',';

function isWordLetter(letter: string): boolean {
  return (
    (letter >= 'а' && letter <= 'я') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')
  );
}
