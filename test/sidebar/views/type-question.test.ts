// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createTypeQuestion } from '../../../src/sidebar/views/type-question.ts';

const TYPES = [
  { type: '<b>Центр</b>', schools: 2 },
  { type: 'Иное', schools: 1 },
];

function choose(select: HTMLSelectElement | undefined, value: string): void {
  if (select === undefined) throw new Error('no question');
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

describe('the question about unknown types', () => {
  it('asks about each once, guesses nothing, and tells what a person answered', () => {
    let changes = 0;
    const question = createTypeQuestion(() => {
      changes += 1;
    });
    expect(question.element.textContent).toBe('');
    question.ask(TYPES);
    expect(question.answers()).toEqual([]);
    const selects = [...question.element.querySelectorAll('select')];
    expect(
      selects.map((select) => question.element.querySelector(`label[for="${select.id}"]`)?.textContent),
    ).toEqual([expect.stringContaining('<b>Центр</b>'), expect.stringContaining('Иное')]);
    choose(selects[0], 'preschool');
    expect([changes, question.answers()]).toEqual([1, [{ type: '<b>Центр</b>', kind: 'preschool' }]]);
    // Shown again with the same types: the person's select stays where it is.
    question.ask([...TYPES]);
    expect(question.element.querySelector('select')).toBe(selects[0]);
    choose(selects[0], '');
    expect(question.answers()).toEqual([]);
    question.ask([]);
    expect(question.element.textContent).toBe('');
  });
});
