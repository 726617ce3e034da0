import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  ACCUSATIVE_WORDS,
  type CountedWord,
  GENITIVE_WORDS,
  plural,
  pluralForm,
  WORDS,
} from '../../src/text/plurals.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

const NUMBERS = {
  one: [1, 21, 31, 101, 121, 1001],
  few: [2, 3, 4, 22, 24, 102, 104, 1002],
  many: [0, 5, 6, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 100, 105, 111, 112, 114, 211, 1000, 1011],
} as const;

describe('pluralForm', () => {
  for (const form of ['one', 'few', 'many'] as const) {
    it.each(NUMBERS[form])(`%d → ${form}`, (count) => {
      expect(pluralForm(count)).toBe(form);
    });
  }
});

describe('words', () => {
  const sentences: readonly [word: CountedWord, one: string, two: string, five: string][] = [
    [WORDS.school, '1 школа', '2 школы', '5 школ'],
    [WORDS.organisation, '1 организация', '2 организации', '5 организаций'],
    [WORDS.person, '1 человек', '2 человека', '5 человек'],
    [WORDS.teacher, '1 педагог', '2 педагога', '5 педагогов'],
    [WORDS.parent, '1 родитель', '2 родителя', '5 родителей'],
    [WORDS.student, '1 обучающийся', '2 обучающихся', '5 обучающихся'],
    [WORDS.line, '1 строка', '2 строки', '5 строк'],
    [WORDS.column, '1 столбец', '2 столбца', '5 столбцов'],
    [WORDS.cell, '1 ячейка', '2 ячейки', '5 ячеек'],
    [WORDS.character, '1 знак', '2 знака', '5 знаков'],
    [WORDS.remark, '1 замечание', '2 замечания', '5 замечаний'],
    [WORDS.error, '1 ошибка', '2 ошибки', '5 ошибок'],
    [WORDS.time, '1 раз', '2 раза', '5 раз'],
    [WORDS.day, '1 день', '2 дня', '5 дней'],
    [WORDS.date, '1 дата', '2 даты', '5 дат'],
    [WORDS.change, '1 изменение', '2 изменения', '5 изменений'],
    [WORDS.invitation, '1 приглашение', '2 приглашения', '5 приглашений'],
    [GENITIVE_WORDS.teacher, '1 педагога', '2 педагогов', '5 педагогов'],
    [GENITIVE_WORDS.parent, '1 родителя', '2 родителей', '5 родителей'],
    [GENITIVE_WORDS.student, '1 обучающегося', '2 обучающихся', '5 обучающихся'],
    [GENITIVE_WORDS.registered, '1 зарегистрированного', '2 зарегистрированных', '5 зарегистрированных'],
    [GENITIVE_WORDS.school, '1 школы', '2 школ', '5 школ'],
    [GENITIVE_WORDS.organisation, '1 организации', '2 организаций', '5 организаций'],
    [GENITIVE_WORDS.line, '1 строки', '2 строк', '5 строк'],
    [GENITIVE_WORDS.character, '1 знака', '2 знаков', '5 знаков'],
    [ACCUSATIVE_WORDS.school, '1 школу', '2 школы', '5 школ'],
    [ACCUSATIVE_WORDS.line, '1 строку', '2 строки', '5 строк'],
  ];
  it.each(sentences)('%o', (word, ...expected) => {
    expect([1, 2, 5].map((count) => `${count} ${plural(count, word)}`)).toEqual(expected);
    const [one, few, many] = expected.map((sentence) => sentence.slice(2));
    for (const form of ['one', 'few', 'many'] as const) {
      for (const count of NUMBERS[form])
        expect(plural(count, word), `${count}`).toBe({ one, few, many }[form]);
    }
  });

  it('every word is in this table', () => {
    const all = [WORDS, GENITIVE_WORDS, ACCUSATIVE_WORDS].flatMap((words): CountedWord[] =>
      Object.values(words),
    );
    expect(sentences.map(([word]) => word)).toEqual(all);
  });

  it('every number in the sources takes its word from the table', () => {
    // numbers.ts defines `counted` itself.
    const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('numbers.ts'))
      .map((name) => [name, readFileSync(path.join(SRC, name), 'utf8')] as const)
      .filter(([, source]) => source.includes('plurals.ts'));
    const uses = sources.flatMap(([name, source]) =>
      [...source.matchAll(/\b(?:counted|plural)\((?:[^()]|\([^()]*\))*?,\s*([^,()]+?)\s*,?\s*\)/g)].map(
        ([, word = '']) => `${name}: ${word}`,
      ),
    );
    expect(uses.length).toBeGreaterThan(40);
    const known = /: (?:(?:WORDS|GENITIVE_WORDS|ACCUSATIVE_WORDS)[.[]|REGISTERED_GENITIVE$)/;
    expect(uses.filter((use) => !known.test(use))).toEqual([]);
    // No forms of a noun stand anywhere else.
    const own = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('plurals.ts'))
      .filter((name) => /\bfew: '/.test(readFileSync(path.join(SRC, name), 'utf8')));
    expect(own).toEqual([]);
  });
});
