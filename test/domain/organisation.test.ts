import { describe, expect, it } from 'vitest';
import {
  DEFAULT_KIND_WORDS,
  hasStudents,
  organisationKind,
  withAnswers,
} from '../../src/domain/organisation.ts';

describe('organisationKind', () => {
  it.each([
    ['Общеобразовательная организация', 'school', 'the form of the law'],
    ['Школа', 'school', 'one word'],
    ['ГИМНАЗИЯ', 'school', 'capitals'],
    ['Лицей', 'school', ''],
    ['Школа-интернат', 'school', ''],
    ['ОО', 'school', 'an abbreviation that stands alone'],
    ['Дошкольная образовательная организация', 'preschool', '«школ» inside «дошкольная» is no school'],
    ['Детский сад', 'preschool', ''],
    ['Детский\u00a0 сад', 'preschool', 'a no-break and a double space'],
    ['ДОУ', 'preschool', 'an abbreviation'],
    ['Тип: ДОУ.', 'preschool', 'an abbreviation beside punctuation'],
    ['Школа с дошкольным отделением', 'preschool', 'the more careful kind wins: students do not apply'],
    ['Организация дополнительного образования', 'additional', ''],
    ['Школа дополнительного образования', 'additional', 'more exact than «школа»'],
    ['Профессиональная образовательная организация', 'college', ''],
    [
      'Организация дополнительного профессионального образования',
      'additional',
      'additional goes before college',
    ],
    ['СПО', 'college', 'an abbreviation'],
    ['Колледж', 'college', ''],
    ['Техникум', 'college', ''],
    ['Транспортное учреждение', 'unknown', '«спо» inside «транспорт» is no college'],
    ['Кооператив', 'unknown', '«оо» inside a word is no school'],
    ['Министерство', 'unknown', 'asked about, not guessed'],
    ['', 'unknown', 'a blank'],
    ['   ', 'unknown', 'spaces'],
    ['—', 'unknown', 'a dash'],
  ])('«%s» is %s %s', (orgType, kind) => {
    expect(organisationKind(orgType)).toBe(kind);
  });

  it.each([
    { word: 'Кадетский корпус', orgType: 'кадетский  корпус', kind: 'school', note: 'any case, any spaces' },
    { word: 'Учёба', orgType: 'учеба', kind: 'school', note: 'ё in the word' },
    { word: 'учеба', orgType: 'Учёба', kind: 'school', note: 'ё in the type' },
    {
      word: 'д/с',
      orgType: 'д/с комбинированного вида',
      kind: 'school',
      note: 'an abbreviation with a slash',
    },
    { word: 'сп.', orgType: 'СП', kind: 'school', note: 'an abbreviation with its point' },
    { word: 'д/с', orgType: 'Д./С.', kind: 'school', note: 'with points in the type' },
    { word: 'д/с', orgType: 'под/скала', kind: 'unknown', note: 'which must stand alone as well' },
    { word: '', orgType: 'что угодно', kind: 'unknown', note: 'an empty word finds nothing' },
    { word: ' ', orgType: 'что угодно', kind: 'unknown', note: 'nor does a space' },
    { word: '/', orgType: '', kind: 'unknown', note: 'nor does a sign in nothing' },
    { word: '№', orgType: 'ОУ № 5', kind: 'unknown', note: 'nor a sign in a type' },
  ])('words of the user: $note', ({ word, orgType, kind }) => {
    expect(organisationKind(orgType, { preschool: [], additional: [], college: [], school: [word] })).toBe(
      kind,
    );
  });

  it('only a known kind is said to have students or none', () => {
    const kinds = ['Школа', 'Детский сад', 'Колледж', 'УДОД', 'Иное', ''].map((type) =>
      organisationKind(type),
    );
    expect(kinds.map(hasStudents)).toEqual([true, false, true, true, null, null]);
  });

  it('the words are in lower case without ё, ready to be edited', () => {
    for (const words of Object.values(DEFAULT_KIND_WORDS)) {
      for (const word of words) expect(word).toMatch(/^[а-я ]+$/);
    }
  });

  it.each(['preschool', 'additional', 'college', 'school'] as const)(
    'a type that a person answered with «%s» is told from then on',
    (kind) => {
      const words = withAnswers(DEFAULT_KIND_WORDS, [{ type: ' Учёбный  ЦЕНТР', kind }]);
      expect(organisationKind('учебный центр № 5', words)).toBe(kind);
      expect(organisationKind('Министерство', words)).toBe('unknown');
      expect(organisationKind('Школа', words)).toBe('school');
      expect(Object.values(words).flat()).toHaveLength(Object.values(DEFAULT_KIND_WORDS).flat().length + 1);
    },
  );

  it('an answer about a type that the words tell already is not needed, and changes nothing', () => {
    expect(withAnswers(DEFAULT_KIND_WORDS, [{ type: 'Детский сад', kind: 'school' }])).toEqual(
      DEFAULT_KIND_WORDS,
    );
  });
});
