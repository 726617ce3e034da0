import { describe, expect, it } from 'vitest';
import { fieldsIn, fillTemplate } from '../../../src/text/messages/fields.ts';

describe('fieldsIn', () => {
  it.each([
    ['{школа}, {дата}', ['школа', 'дата']],
    ['{ Школа } и {школа}', ['школа']],
    ['{слабое  место}', ['слабое место']],
    ['{} { } {{шаг}}', ['', 'шаг']],
    ['без полей', []],
    ['{не\nполе}', []],
  ])('%j: %j', (template, fields) => {
    expect(fieldsIn(template)).toEqual(fields);
  });
});

describe('fillTemplate', () => {
  it.each([
    ['fills a field', '{школа}!', 'А!'],
    ['leaves out a line whose fields are all empty', 'Есть:\n{пусто}\nвсё', 'Есть:\nвсё'],
    ['keeps a line with one filled field', '{пусто} {школа}', 'А'],
    ['leaves one blank line of several', '{школа}\n\n{пусто}\n\n\nконец', 'А\n\nконец'],
    ['puts a value in as it is', '{хитрое}', '{школа} $& <b>'],
    ['does not double a full stop', 'Шаг: {конец}.', 'Шаг: Всё.'],
    ['knows no inherited names', '[{constructor}]\nк', 'к'],
    ['takes any line ends', '{школа}\r\nи\rещё', 'А\nи\nещё'],
  ])('%s', (_note, template, text) => {
    const values = { школа: 'А', пусто: '', хитрое: '{школа} $& <b>', конец: 'Всё.' };
    expect(fillTemplate(template, values)).toBe(text);
  });
});
