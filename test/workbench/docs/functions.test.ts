import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as entry from '../../../src/cells/entry.ts';
import { EXAMPLES } from '../../../workbench/docs/examples.ts';
import { answerOf } from '../../../workbench/docs/formula.ts';
import { documentationOf } from '../../../workbench/docs/jsdoc.ts';
import { functionsPage } from '../../../workbench/docs/page.ts';

const NAMES = Object.keys(entry);
const page = readFileSync(new URL('../../../docs/functions.ru.md', import.meta.url), 'utf8');

describe('docs/functions.ru.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(page).toBe(functionsPage());
  });

  it('has a section, a line in the table and an example of every function, and of nothing else', () => {
    const sections = page.match(/^## [A-Z]\w+$/gm)?.map((heading) => heading.slice(3));
    expect(sections?.sort()).toEqual([...NAMES].sort());
    expect(Object.keys(EXAMPLES).sort()).toEqual([...NAMES].sort());
    for (const name of NAMES) {
      expect(page).toContain(`| [${name}](#${name.toLowerCase()}) |`);
      expect(EXAMPLES[name]?.formulas.every((formula) => formula.startsWith(`=${name}(`))).toBe(true);
    }
  });

  it('its signatures separate arguments with `;`', () => {
    const signatures = page.match(/^`=.*`$/gm) ?? [];
    expect(signatures).toHaveLength(NAMES.length);
    for (const signature of signatures) expect(signature).not.toContain(',');
  });
});

describe('the JSDoc of a function', () => {
  const parameters = [
    { name: 'a', rest: false },
    { name: 'b', rest: false },
  ];
  const comment = (text: string): string =>
    `/**\n * Доля.\n * ${text}\n *\n * @param {number} a Часть:\n *   число\n * @param {string} b Необязательно: край\n * @return {number} Дробь\n */`;

  it('is taken apart', () => {
    const documentation = comment(
      'Формат «Процент». Примеры: =F(A2:A; "до") или по школе и дате: =F(G(A:Y); 5%)',
    );
    expect(documentationOf({ name: 'F', parameters, documentation })).toEqual({
      name: 'F',
      description: 'Доля. Формат «Процент».',
      formulas: ['=F(A2:A; "до")', '=F(G(A:Y); 5%)'],
      parameters: [
        { name: 'a', optional: false, description: 'Часть: число' },
        { name: 'b', optional: true, description: 'Необязательно: край' },
      ],
      answer: 'Дробь',
    });
  });

  it.each<{ documentation: string | null; message: string; note: string }>([
    { documentation: null, message: 'not a JSDoc', note: 'absent' },
    { documentation: comment(''), message: 'has no «Пример', note: 'without an example' },
    {
      documentation: '/** Доля. Пример: =F(1; 2)\n * @param {number} a Часть */',
      message: '@param b is not described',
      note: 'a parameter left out',
    },
  ])('is refused: $note', ({ documentation, message }) => {
    expect(() => documentationOf({ name: 'F', parameters, documentation })).toThrow(message);
  });
});

describe('a formula of an example', () => {
  const grid = [
    ['Всего', 'Дата'],
    [10, 'x;y'],
    [20, ''],
  ];
  const functions = new Map([['F', (...args: unknown[]): unknown => args]]);

  it.each<{ argument: string; value: unknown; note: string }>([
    { argument: '69,99', value: 69.99, note: 'a decimal comma' },
    { argument: '5%', value: 0.05, note: 'a share in %' },
    { argument: '"a; (b"', value: 'a; (b', note: 'a text with signs of the formula in it' },
    { argument: 'ИСТИНА', value: true, note: 'logical' },
    { argument: 'ДАТА(2026; 11; 18)', value: new Date(2026, 10, 18), note: 'a date' },
    { argument: 'A2', value: 10, note: 'a cell' },
    { argument: 'A2:A', value: [[10], [20]], note: 'an open range' },
    { argument: 'A:B', value: grid, note: 'whole columns' },
    { argument: 'A2:B2', value: [[10, 'x;y']], note: 'a range' },
    { argument: 'F(1; F(2; 3))', value: [1, [2, 3]], note: 'functions in functions' },
  ])('$note', ({ argument, value }) => {
    expect(answerOf(`=F(${argument}; 7)`, grid, functions)).toEqual([value, 7]);
  });

  it('an unknown name is an error, not a blank', () => {
    expect(() => answerOf('=F(NEIN(1))', grid, functions)).toThrow('NEIN(1)');
  });
});
