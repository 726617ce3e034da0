/**
 * Forms of a Russian noun after a number: 1 школа, 2 школы, 5 школ. Cases differ only where a
 * sentence needs them, so a word has the row of forms of each case that is used.
 */
export interface CountedWord {
  readonly one: string;
  readonly few: string;
  readonly many: string;
}

type PluralForm = keyof CountedWord;

/** Chooses the form after a whole number ≥ 0: 1, 21, 101 → one; 2–4, 22 → few; 0, 5–20, 11, 111 → many. */
export function pluralForm(count: number): PluralForm {
  const tail = Math.abs(count) % 100;
  if (tail >= 11 && tail <= 14) return 'many';
  const last = tail % 10;
  if (last === 1) return 'one';
  return last >= 2 && last <= 4 ? 'few' : 'many';
}

/** Countable words, nominative: what stands after a number on its own («5 школ»). */
export const WORDS = {
  school: { one: 'школа', few: 'школы', many: 'школ' },
  organisation: { one: 'организация', few: 'организации', many: 'организаций' },
  person: { one: 'человек', few: 'человека', many: 'человек' },
  teacher: { one: 'педагог', few: 'педагога', many: 'педагогов' },
  parent: { one: 'родитель', few: 'родителя', many: 'родителей' },
  student: { one: 'обучающийся', few: 'обучающихся', many: 'обучающихся' },
  line: { one: 'строка', few: 'строки', many: 'строк' },
  column: { one: 'столбец', few: 'столбца', many: 'столбцов' },
  cell: { one: 'ячейка', few: 'ячейки', many: 'ячеек' },
  character: { one: 'знак', few: 'знака', many: 'знаков' },
  remark: { one: 'замечание', few: 'замечания', many: 'замечаний' },
  error: { one: 'ошибка', few: 'ошибки', many: 'ошибок' },
  time: { one: 'раз', few: 'раза', many: 'раз' },
  day: { one: 'день', few: 'дня', many: 'дней' },
  date: { one: 'дата', few: 'даты', many: 'дат' },
  change: { one: 'изменение', few: 'изменения', many: 'изменений' },
  invitation: { one: 'приглашение', few: 'приглашения', many: 'приглашений' },
} as const satisfies Readonly<Record<string, CountedWord>>;

/** After «из N»: «из 60 зарегистрированных». */
export const REGISTERED_GENITIVE: CountedWord = {
  one: 'зарегистрированного',
  few: 'зарегистрированных',
  many: 'зарегистрированных',
};

/** The same people after «из N»: the noun takes the genitive of the number («из 41 педагога», «из 60 педагогов»). */
export const GENITIVE_WORDS = {
  teacher: { one: 'педагога', few: 'педагогов', many: 'педагогов' },
  parent: { one: 'родителя', few: 'родителей', many: 'родителей' },
  student: { one: 'обучающегося', few: 'обучающихся', many: 'обучающихся' },
  registered: REGISTERED_GENITIVE,
  school: { one: 'школы', few: 'школ', many: 'школ' },
  organisation: { one: 'организации', few: 'организаций', many: 'организаций' },
  line: { one: 'строки', few: 'строк', many: 'строк' },
  character: { one: 'знака', few: 'знаков', many: 'знаков' },
} as const satisfies Readonly<Record<string, CountedWord>>;

/** The accusative: «добавить 1 школу», «пропущена 1 строка» needs the nominative, «заменить 1 строку» this. */
export const ACCUSATIVE_WORDS = {
  school: { one: 'школу', few: 'школы', many: 'школ' },
  line: { one: 'строку', few: 'строки', many: 'строк' },
} as const satisfies Readonly<Record<string, CountedWord>>;

/** The word alone in the form that the number asks for. */
export function plural(count: number, word: CountedWord): string {
  return word[pluralForm(count)];
}
