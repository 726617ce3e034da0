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

export type Phrase = readonly (WordPattern | 'gap')[];

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
export function lengthAt(phrase: Phrase, words: Words, start: number): number {
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

export function holds(phrase: Phrase, words: Words): boolean {
  return words.some((_word, place) => lengthAt(phrase, words, place) > 0);
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
