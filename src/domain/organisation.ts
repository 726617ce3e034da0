/**
 * Kinds of educational organisations, as far as the rules tell them apart.
 * The source's «Тип ОО» is free text, so a kind is recognised by words that the user can edit.
 */
export type OrganisationKind = 'school' | 'preschool' | 'college' | 'additional' | 'unknown';

export type KnownKind = Exclude<OrganisationKind, 'unknown'>;

/**
 * Whether an organisation of this kind has students to be counted. An unknown kind may be a preschool: it
 * is asked about and not guessed, so that its students count nowhere until a person has answered.
 */
export function hasStudents(kind: OrganisationKind): boolean | null {
  return kind === 'unknown' ? null : kind !== 'preschool';
}

/** Types of organisation without an electronic journal: linking cannot be asked of them. */
export const KINDS_WITHOUT_JOURNAL: readonly OrganisationKind[] = ['preschool', 'additional'];

/** Lower-case parts of words by which a kind is recognised; the first kind that matches wins. */
export type KindWords = Readonly<Record<KnownKind, readonly string[]>>;

export const DEFAULT_KIND_WORDS: KindWords = {
  preschool: ['дошкол', 'детский сад', 'доу', 'ясли'],
  additional: ['дополнительн', 'допобраз', 'удод'],
  college: ['профессиональн', 'спо', 'колледж', 'техникум'],
  school: ['общеобразоват', 'школа', 'гимназия', 'лицей', 'оо', 'интернат'],
};

export const KNOWN_KINDS: readonly KnownKind[] = ['preschool', 'additional', 'college', 'school'];

/** A short abbreviation must stand alone as a word: «спо» must not be found inside «транспорт». */
const ABBREVIATION_LENGTH = 4;

/** Words of a text with single spaces between and around them. */
function spaced(text: string): string {
  return ` ${text.replace(/[^а-яa-z0-9]+/g, ' ').trim()} `;
}

function mentions(text: string, word: string): boolean {
  if (word.length >= ABBREVIATION_LENGTH) return text.includes(word);
  return /[а-яa-z0-9]/.test(word) && spaced(text).includes(spaced(word));
}

/** Separators of the list in «Настройки» are blanks, so that a whole type can be a word of it. */
function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s;,]+/g, ' ')
    .trim();
}

/** Recognises the kind of an organisation by the words of its «Тип ОО». */
export function organisationKind(orgType: string, words: KindWords = DEFAULT_KIND_WORDS): OrganisationKind {
  const text = normalised(orgType);
  for (const kind of KNOWN_KINDS) {
    if (words[kind].some((word) => mentions(text, normalised(word)))) return kind;
  }
  return 'unknown';
}

/** What a person said of a «Тип ОО» that no word tells. */
export interface KindAnswer {
  readonly type: string;
  readonly kind: KnownKind;
}

/** The words with the answered types among them. */
export function withAnswers(words: KindWords, answers: readonly KindAnswer[]): KindWords {
  const added = (wanted: KnownKind): readonly string[] =>
    answers
      .filter(({ type, kind }) => kind === wanted && organisationKind(type, words) === 'unknown')
      .map(({ type }) => normalised(type));
  return {
    preschool: [...words.preschool, ...added('preschool')],
    additional: [...words.additional, ...added('additional')],
    college: [...words.college, ...added('college')],
    school: [...words.school, ...added('school')],
  };
}
