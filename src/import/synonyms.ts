import type { ColumnKey } from '../domain/columns.ts';

/** Other names under which the source or people give a column. */
export type HeadingSynonyms = Readonly<Partial<Record<ColumnKey, readonly string[]>>>;

export const HEADING_SYNONYMS: HeadingSynonyms = {
  date: ['Дата отчета', 'Дата отчёта', 'Отчетная дата'],
  shortName: ['Краткое наименование', 'Краткое название ОО', 'Краткое название организации'],
  orgType: ['Тип организации', 'Тип образовательной организации'],
  municipality: ['Муниципальное образование', 'Муниципалитет'],
  region: ['Субъект РФ', 'Субъект Российской Федерации', 'Регион'],
  regionCode: ['Код субъекта', 'Код субъекта РФ'],
  orgId: ['ID организации', 'ID ОО', 'Идентификатор организации'],
  activity: ['Активна организация', 'Организация активна'],
  inn: ['ИНН организации', 'ИНН ОО'],
};

/** Phrases of one meaning inside a heading: «Сферум» is being renamed to «МАХ» (also written MAX). */
export const HEADING_PHRASES: readonly (readonly [from: string, to: string])[] = [
  ['мах', 'Сферум'],
  ['сферуме', 'Сферум'],
  ['количество', 'Кол-во'],
  ['кол.', 'Кол-во'],
  ['минимум один', 'минимум 1'],
];

/** Parts of words by which a column of personal data is recognised; it is never read. */
export const PERSONAL_PARTS: readonly string[] = [
  'фамили',
  'отчеств',
  'телефон',
  'мобильн',
  'e-mail',
  'email',
  'почта',
  'почты',
  'почтов',
  'снилс',
  'паспорт',
  'рождени',
  'логин',
  'парол',
  'токен',
  'token',
];

/** The same, where the word must stand alone. */
export const PERSONAL_WORDS: readonly string[] = ['фио', 'ф.и.о', 'ф.и.о.', 'имя', 'тел', 'тел.', 'mail'];
